import { Page } from '../../frame/page';

export default function Placeholder() {
  return <Page title='contest/wrong-questions'>contest/wrong-questions</Page>;
}
