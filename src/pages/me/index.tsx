import { Page } from '../../frame/page';

export default function Placeholder() {
  return <Page title='pages/me'>pages/me</Page>;
}
