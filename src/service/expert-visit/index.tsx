import { Page } from '../../frame/page';

export default function Placeholder() {
  return <Page title='service/expert-visit'>service/expert-visit</Page>;
}
