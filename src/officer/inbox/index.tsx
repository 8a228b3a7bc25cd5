import { Page } from '../../frame/page';

export default function Placeholder() {
  return <Page title='officer/inbox'>officer/inbox</Page>;
}
