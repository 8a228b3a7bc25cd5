import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { Button } from '../../components/controls/button';
import { Buttons } from '../../components/controls/buttons';
import { TextField } from '../../components/form/text-field';
import { Notice } from '../../components/notice';
import { contentLimits } from '../../contract/newsroom/content';
import type { PictureView } from '../../contract/newsroom/picture';
import { useChange } from '../../hooks/use-change';
import { confirm } from '../../platform/notify';
import { PictureFace } from '../shared/picture/picture-face';
import styles from './index.module.scss';

interface PictureProps {
  readonly picture: PictureView;
  /** Null when it is removed. */
  readonly onChanged: (picture: PictureView | null) => void;
}

/** One picture of the library, with what may be done to it. */
export function Picture({ picture, onChanged }: PictureProps) {
  const [describing, setDescribing] = useState(false);
  const removal = useChange('picture.remove');
  const remove = async () => {
    const yes = await confirm({ title: '删除图片', text: `“${picture.alt}”删除后不能恢复。稿件或文章正在用的图片不能删除。`, yes: '删除' });
    if (yes && (await removal.send({ id: picture.id, version: picture.version })).ok) onChanged(null);
  };
  return (
    <View className={styles.picture}>
      <PictureFace picture={picture} />
      {removal.error === null ? null : (
        <Notice tone='wrong' alert>
          {removal.error.message}
        </Notice>
      )}
      {describing ? (
        <Describing
          picture={picture}
          onDone={(changed) => {
            setDescribing(false);
            if (changed !== null) onChanged(changed);
          }}
        />
      ) : (
        <Buttons>
          <Button look='quiet' text='改文字说明' onPress={() => { setDescribing(true); }} />
          <Button look='quiet' text='删除' busy={removal.busy} onPress={() => void remove()} />
        </Buttons>
      )}
    </View>
  );
}

function Describing({ picture: { id, alt, version }, onDone }: { picture: PictureView; onDone: (changed: PictureView | null) => void }) {
  const words = useRef(alt);
  const { busy, error, send } = useChange('picture.describe');
  const describe = async () => {
    const result = await send({ id, version, alt: words.current });
    if (result.ok) onDone(result.data);
  };
  return (
    <>
      <TextField
        id={`alt-${id}`}
        label='文字说明'
        help='已经用了这张图片的文章不变。'
        initial={alt}
        countTo={contentLimits.alt}
        error={error?.fields?.alt ?? error?.message}
        onInput={(text) => {
          words.current = text;
        }}
      />
      <Buttons>
        <Button text='保存' busy={busy} onPress={() => void describe()} />
        <Button look='plain' text='取消' onPress={() => { onDone(null); }} />
      </Buttons>
    </>
  );
}
