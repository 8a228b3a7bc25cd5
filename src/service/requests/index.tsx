import { Page } from '../../frame/page';

export default function Placeholder() {
  return <Page title='service/requests'>service/requests</Page>;
}
