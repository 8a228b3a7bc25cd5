import { Page } from '../../frame/page';

export default function Placeholder() {
  return <Page title='pages/news'>pages/news</Page>;
}
