import { Page } from '../../frame/page';

export default function Placeholder() {
  return <Page title='service/personal-data'>service/personal-data</Page>;
}
