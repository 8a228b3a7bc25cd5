import { Empty } from '../../components/empty';
import { Page } from '../../frame/page';
import { open } from '../../platform/navigation';

/** In place of a page that only an administrator may read. */
export function ForAdministrators({ title }: { title: string }) {
  return (
    <Page title={title}>
      <Empty
        icon='shield'
        title='这里供管理员使用'
        text='您现在的身份不是管理员。需要查看或调整角色，请联系本次活动的管理员。'
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
