import { ok, stage } from '../../support/taro/taro';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import ChecklistPage from '../../../src/activities/checklist';
import { resultText } from '../../../src/activities/checklist/result';
import type { ChecklistView } from '../../../src/contract/activity/checklist';

const item = (id: string, text: string, onNo: string) => ({ id, text, hint: null, onNo, source: { title: '《中华人民共和国产品质量法》', article: '第三十三条', note: null } });

const checklist: ChecklistView = {
  id: 'shuangda',
  title: '“双打”自查清单',
  introduction: '对照检查进货和标识。',
  activity: { id: 'shuangda-action', number: 10, title: '“双打”行动' },
  items: [item('purchase', '进货时查验了合格证明吗？', '补上查验记录。'), item('label', '标签与实物一致吗？', '核对并更换标签。'), item('brand', '使用的商标有授权吗？', '联系权利人取得授权。')],
  help: { kindId: 'clue-report', title: '质量线索举报', subjectId: null },
};

async function openChecklist(view: ChecklistView = checklist) {
  stage.params = { id: view.id };
  stage.answer('checklist.get', () => ok(view));
  const page = render(<ChecklistPage />);
  await screen.findByRole('heading', { name: view.title });
  return page;
}

const choice = (number: number, name: string) => within(screen.getByRole('radiogroup', { name: `第 ${number} 项` })).getByRole('radio', { name });
const answer = (number: number, name: string) => fireEvent.click(choice(number, name));
const isChosen = (number: number, name: string) => choice(number, name).getAttribute('aria-checked') === 'true';

beforeEach(stage.reset);

describe('a self-check list', () => {
  it('says what to do where the answer is no, and how far one is', async () => {
    await openChecklist();
    expect(screen.getByText('已答 0 / 3 项')).toBeTruthy();
    expect(screen.queryByText('核对并更换标签。')).toBeNull();
    answer(2, '否');
    expect(screen.getAllByText('核对并更换标签。')).not.toHaveLength(0);
    expect(screen.getByText('已答 1 / 3 项')).toBeTruthy();
    answer(2, '是');
    expect(screen.queryByText('核对并更换标签。')).toBeNull();
  });

  it('keeps the answers on the device, says so, and sends them nowhere', async () => {
    const page = await openChecklist();
    answer(1, '是');
    answer(3, '不适用');
    page.unmount();
    await openChecklist();
    expect([isChosen(1, '是'), isChosen(2, '是'), isChosen(3, '不适用')]).toEqual([true, false, true]);
    expect(screen.getByText('答案只保存在您的这台设备上，不会上传。')).toBeTruthy();
    expect(new Set(stage.sent.map(({ action }) => action))).toEqual(new Set(['checklist.get']));
  });

  it('keeps each list by itself, and leaves out what a list does not ask any more', async () => {
    const page = await openChecklist();
    answer(1, '否');
    answer(2, '是');
    page.unmount();
    const other = await openChecklist({ ...checklist, id: 'qingyuan', title: '“清源”自查清单' });
    expect(screen.getByText('已答 0 / 3 项')).toBeTruthy();
    other.unmount();
    await openChecklist({ ...checklist, items: checklist.items.slice(1) });
    expect(screen.getByText('已答 1 / 2 项')).toBeTruthy();
  });

  it('says that a device without storage keeps nothing', async () => {
    await openChecklist();
    stage.storageBroken = true;
    answer(1, '是');
    expect(screen.getByText(/这台设备没有保存答案/)).toBeTruthy();
    expect(isChosen(1, '是')).toBe(true);
  });

  it('sums up what was found', async () => {
    await openChecklist();
    answer(1, '是');
    answer(2, '否');
    expect(screen.getByText('是 1 项，否 1 项，不适用 0 项，还有 1 项没有答。有 1 项需要改进。')).toBeTruthy();
    answer(2, '是');
    answer(3, '不适用');
    expect(screen.getByText('是 2 项，否 0 项，不适用 1 项。没有发现需要改进的地方。')).toBeTruthy();
  });

  it('clears the answers after asking', async () => {
    const page = await openChecklist();
    answer(1, '是');
    stage.saysYes = false;
    fireEvent.click(screen.getByRole('button', { name: '清空' }));
    await waitFor(() => {
      expect(stage.asked).toEqual(['清空所有答案？']);
    });
    expect(isChosen(1, '是')).toBe(true);
    stage.saysYes = true;
    fireEvent.click(screen.getByRole('button', { name: '清空' }));
    expect(await screen.findByText('已答 0 / 3 项')).toBeTruthy();
    page.unmount();
    await openChecklist();
    expect(isChosen(1, '是')).toBe(false);
  });

  it('leads on to where the firm can ask, where there is such a place', async () => {
    const page = await openChecklist();
    fireEvent.click(screen.getByRole('link', { name: /质量线索举报/ }));
    expect(stage.opened).toEqual(['/service/form/index?kind=clue-report']);
    page.unmount();
    await openChecklist({ ...checklist, help: null });
    expect(screen.getAllByRole('link')).toHaveLength(1);
  });
});

describe('the result as a text', () => {
  it('has every question with its answer, and what to mend', () => {
    expect(resultText(checklist, { purchase: 'yes', label: 'no' }, '2017-09-07').split('\n')).toEqual([
      '“双打”自查清单',
      '2017 年 9 月 7 日自查',
      '共 3 项，已答 2 项：是 1，否 1，不适用 0',
      '',
      '1. 进货时查验了合格证明吗？ 是',
      '2. 标签与实物一致吗？ 否',
      '   整改建议：核对并更换标签。',
      '3. 使用的商标有授权吗？ 未答',
      '',
      '本结果由企业自行填写，供内部改进使用，不代替检验检疫机构的检查结论。',
    ]);
  });
});
