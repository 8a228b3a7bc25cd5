import { useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../components/controls/button';
import { Tabs } from '../../components/controls/tabs';
import { Page } from '../../frame/page';
import { useReturn } from '../../hooks/use-return';
import { open } from '../../platform/navigation';
import { Gallery } from './gallery';
import { OwnEssays } from './own-essays';
import { useGallery } from './use-gallery';

const tabs = [
  { id: 'gallery', text: '作品展示' },
  { id: 'own', text: '我的投稿' },
] as const;

export default function EssaysPage() {
  const [tab, setTab] = useState<(typeof tabs)[number]['id']>('gallery');
  const gallery = useGallery();
  const { call, pages } = gallery;
  // An essay may have been withdrawn or appreciated meanwhile.
  useReturn(() => void pages.reload());
  const title = call === null ? '质量主题征文' : `“${call.theme}”质量主题征文`;
  useShareAppMessage(() => ({ title, path: '/activities/essays/index' }));
  useShareTimeline(() => ({ title }));
  return (
    <Page title='主题征文' actions={call?.open ? <Button icon='document' text='我要投稿' onPress={() => open('/activities/essay-form/index', {})} /> : undefined}>
      <Tabs label='征文' tabs={tabs} chosen={tab} onChoose={setTab} />
      {tab === 'gallery' ? <Gallery gallery={gallery} /> : <OwnEssays />}
    </Page>
  );
}
