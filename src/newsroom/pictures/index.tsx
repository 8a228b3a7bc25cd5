import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/controls/button';
import { Buttons } from '../../components/controls/buttons';
import { Empty } from '../../components/empty';
import { Notice } from '../../components/notice';
import { Loaded } from '../../frame/loaded';
import { PagedList } from '../../frame/paged-list';
import { NotForYou } from '../../frame/workspace/not-for-you';
import { Workspace } from '../../frame/workspace/workspace';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import { useRead } from '../../hooks/use-read';
import { UploadForm } from '../shared/picture/upload-form';
import { useLibrary } from '../shared/picture/use-library';
import styles from './index.module.scss';
import { Picture } from './picture';

const TITLE = '图片';

export default function PicturesPage() {
  const pages = useLibrary();
  usePullToRefresh(pages.reload);
  const [adding, setAdding] = useState(false);
  const { state, change, reload } = pages;

  if (state.status === 'error' && state.error.code === 'forbidden') return <NotForYou title={TITLE} who='编辑' />;
  return (
    <Workspace title={TITLE} current='/newsroom/pictures/index'>
      <View className={styles.top}>
        {adding ? (
          <Adding
            onAdded={() => {
              setAdding(false);
              void reload();
            }}
            onCancel={() => { setAdding(false); }}
          />
        ) : (
          <Buttons>
            <Button text='添加图片' onPress={() => { setAdding(true); }} />
          </Buttons>
        )}
      </View>
      <View>
        <PagedList pages={pages} empty={<Empty title='还没有图片' text='稿件的封面和正文里的图片先放在这里，本单位的编辑都可以用。' />}>
          {(pictures) => (
            <View className={styles.pictures}>
              {pictures.map((picture) => (
                <Picture key={picture.id} picture={picture} onChanged={(changed) => { change((row) => (row.id === picture.id ? changed : row)); }} />
              ))}
            </View>
          )}
        </PagedList>
      </View>
    </Workspace>
  );
}

/** The offices where one may write are read only when they are wanted. */
function Adding({ onAdded, onCancel }: { onAdded: () => void; onCancel: () => void }) {
  const read = useRead('manuscript.list', {});
  return (
    <Loaded read={read} rows={2}>
      {({ offices }) => {
        const mine = offices.filter((office) => office.mine);
        return mine.length === 0 ? <Notice tone='info'>您没有可以添加图片的单位。</Notice> : <UploadForm offices={mine} onAdded={onAdded} onCancel={onCancel} />;
      }}
    </Loaded>
  );
}
