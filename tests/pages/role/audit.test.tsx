import { ok, refused, settled, stage } from '../../support/taro/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import type { AuditEntryView } from '../../../src/contract/role';
import AuditPage from '../../../src/officer/audit';

const record = '3f1c2b4a-0000-4000-8000-000000000001';
const entry: AuditEntryView = { id: '7', at: '2017-09-07T09:30:05+08:00', personId: 'p-1', personName: '张示例', roles: ['受理人员'], action: 'request.accept', about: record };

async function openPage(...entries: AuditEntryView[]) {
  stage.answer('audit.list', () => ok({ entries, nextCursor: null }));
  render(<AuditPage />);
  await settled();
}

const inputs = () => stage.sentTo('audit.list').map(({ input }) => input);

beforeEach(stage.reset);

describe('the audit log', () => {
  it('says when, who, as what, and what, in words', async () => {
    await openPage(entry);
    for (const words of ['受理申请', '张示例（受理人员）', '2017-09-07 09:30:05', '编号 3f1c2b4a…']) expect(screen.getByText(words)).toBeTruthy();
  });

  it('names an article of the campaign’s folder by the whole of its id', async () => {
    await openPage({ ...entry, action: 'manuscript.submit', about: 'donggang-mobilisation' });
    fireEvent.click(screen.getByRole('radio', { name: '稿件' }));
    await settled();
    expect(screen.getByText('编号 donggang-mobilisation')).toBeTruthy();
  });

  it('names nobody who deleted their data, and the server’s own command line', async () => {
    await openPage({ ...entry, id: '1', personName: null, roles: [] }, { ...entry, id: '2', personId: null, personName: null, roles: [], action: 'role.grant', about: null });
    expect(screen.getByText('已删除个人信息的人')).toBeTruthy();
    expect(screen.getByText('服务器命令')).toBeTruthy();
    expect(screen.getByText('授予角色（服务器命令）')).toBeTruthy();
  });

  it('is narrowed by kind, by person and by record, and widened again', async () => {
    await openPage(entry);
    fireEvent.click(screen.getByRole('radio', { name: '申请' }));
    await settled();
    fireEvent.click(screen.getByRole('button', { name: '此人的操作：张示例' }));
    await settled();
    fireEvent.click(screen.getByRole('button', { name: `只看编号 ${record} 的操作` }));
    await settled();
    expect(screen.getByText(`只看张示例的操作，只看编号 ${record} 的操作`)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '看全部' }));
    await settled();
    expect(inputs()).toEqual([{}, { group: 'request' }, { group: 'request', personId: 'p-1' }, { group: 'request', personId: 'p-1', about: record }, { group: 'request' }]);
  });

  it('offers nothing that changes it', async () => {
    await openPage(entry);
    const buttons = screen.getAllByRole('button').map((button) => button.getAttribute('aria-label') ?? button.textContent);
    expect(buttons).toEqual(['返回', '此人的操作：张示例', `只看编号 ${record} 的操作`, '切换到关怀版']);
  });

  it('says that there is nothing yet', async () => {
    await openPage();
    expect(screen.getByText('没有操作记录')).toBeTruthy();
  });

  it('is an administrator’s to see', async () => {
    stage.answer('audit.list', () => refused('forbidden', '当前身份不能进行这项操作。'));
    render(<AuditPage />);
    expect(await screen.findByText('这里供管理员使用')).toBeTruthy();
  });
});
