import { Page } from '../../frame/page';

export default function Placeholder() {
  return <Page title='pages/contest'>pages/contest</Page>;
}
