import { Button, ShareButton } from '../components/controls/button';
import { copyLink } from '../platform/sharing';
import { isSinglePage } from '../platform/single-page';

/** The ways to pass a page on, by its address; none in Moments, where it was passed on already. */
export function PassOn({ path }: { path: string }) {
  if (isSinglePage()) return null;
  return (
    <>
      <Button look='plain' icon='link' text='复制链接' onPress={() => void copyLink(path)} />
      <ShareButton text='发到群里' />
    </>
  );
}
