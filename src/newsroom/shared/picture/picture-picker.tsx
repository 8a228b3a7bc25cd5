import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '../../../components/controls/button';
import { Buttons } from '../../../components/controls/buttons';
import { Pressable } from '../../../components/controls/pressable';
import { Empty } from '../../../components/empty';
import { Heading } from '../../../components/heading';
import { PagedList } from '../../../frame/paged-list';
import { isH5 } from '../../../platform/environment';
import { PictureFace } from './picture-face';
import styles from './picture.module.scss';
import { UploadForm } from './upload-form';
import { useLibrary } from './use-library';
import type { PicturePicking } from './use-picture-picker';

interface PicturePickerProps {
  readonly offices: readonly { readonly id: string; readonly name: string }[];
  readonly onEnd: PicturePicking['end'];
}

const ANCHOR = 'picture-picker';

/** Chooses a picture of the library, or puts a new one there first. */
export function PicturePicker({ offices, onEnd }: PicturePickerProps) {
  const pages = useLibrary();
  const [adding, setAdding] = useState(false);
  useEffect(() => {
    if (isH5) document.getElementById(ANCHOR)?.focus();
  }, []);
  return (
    <View id={ANCHOR} aria-label='选择图片' {...(isH5 ? { role: 'region', tabIndex: -1 } : {})}>
      <Heading text='从图片库选择' />
      {adding ? (
        <UploadForm offices={offices} onAdded={onEnd} onCancel={() => { setAdding(false); }} />
      ) : (
        <Buttons>
          <Button look='plain' text='添加图片' onPress={() => { setAdding(true); }} />
          <Button look='plain' text='不选了' onPress={() => { onEnd(null); }} />
        </Buttons>
      )}
      <PagedList pages={pages} empty={<Empty title='还没有图片' text='添加的图片会显示在这里，本单位的编辑都可以用。' />}>
        {(pictures) => (
          <View className={styles.grid}>
            {pictures.map((picture) => (
              <Pressable key={picture.id} className={styles.picture} label={`选用：${picture.alt}`} onPress={() => { onEnd(picture); }}>
                <PictureFace picture={picture} />
              </Pressable>
            ))}
          </View>
        )}
      </PagedList>
    </View>
  );
}
