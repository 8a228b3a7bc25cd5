import { Empty } from '../../components/empty';
import { Page } from '../page';
import { open } from '../../platform/navigation';

interface NotForYouProps {
  readonly title: string;
  /** Whose page it is, such as 专家. */
  readonly who: string;
}

/** In place of a page of another role. */
export function NotForYou({ title, who }: NotForYouProps) {
  return (
    <Page title={title}>
      <Empty
        icon='shield'
        title={`这里供${who}使用`}
        text={`您现在的身份不是${who}。如需使用，请联系本次活动的管理员。`}
        action={{
          text: '去“我的”',
          onPress: () => {
            open('/pages/me/index');
          },
        }}
      />
    </Page>
  );
}
