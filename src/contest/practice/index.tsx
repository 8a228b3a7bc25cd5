import { Page } from '../../frame/page';

export default function Placeholder() {
  return <Page title='contest/practice'>contest/practice</Page>;
}
