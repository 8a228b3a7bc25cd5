import { Page } from '../../frame/page';

export default function Placeholder() {
  return <Page title='service/lookup'>service/lookup</Page>;
}
