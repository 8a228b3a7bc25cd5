import { ok, refused, settled, stage } from '../../support/taro/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import type { RequestView } from '../../../src/contract/request/request';
import type { VisitBrief, VisitRecord } from '../../../src/contract/visit/visit';
import VisitRecordPage from '../../../src/officer/visit-record';
import { sampleRequestView } from '../sample-request';

const visit: VisitBrief = { id: '3a4b2f7e-2f0a-4a53-9e4e-1d1c8d4f8a01', date: '2017-09-12', half: 'am', state: 'booked', expert: '三同专家', record: null };
const scheduled = sampleRequestView({ version: 4, state: 'scheduled', stateLabel: '已约定上门', actors: ['expert'], moves: ['visit'], visit });
const record: VisitRecord = {
  writtenAt: '2017-09-12T11:00:00+08:00',
  findings: '两条生产线共用一套标准。',
  policies: '',
  promises: [{ id: '2a4b2f7e-2f0a-4a53-9e4e-1d1c8d4f8a01', text: '寄送标准文本', by: 'expert', dueOn: '2017-09-20', doneOn: null }],
  photos: [],
  confirmedAt: null,
};
const visited = (changes: Partial<VisitRecord> = {}): RequestView => ({ ...scheduled, version: 5, state: 'visited', visit: { ...visit, state: 'done', record: { ...record, ...changes } } });

async function openRecord(request: RequestView) {
  stage.params = { request: request.id };
  stage.answer('request.get', () => ok(request));
  const page = render(<VisitRecordPage />);
  await settled();
  return page;
}

const type = (name: string, value: string) => fireEvent.input(screen.getByRole('textbox', { name }), { target: { value } });
const press = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settled();
};
const valueOf = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name }).value;

beforeEach(stage.reset);

describe('the record of a visit', () => {
  it('shows what the expert needs on site, with the call', async () => {
    await openRecord(scheduled);
    expect(screen.getByText('天津示例食品有限公司')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /13800001234/ }));
    expect(stage.phoned).toEqual(['13800001234']);
  });

  it('is saved with what was promised, and read again', async () => {
    await openRecord(scheduled);
    type('现场情况', '两条生产线共用一套标准。');
    await press('添加后续事项');
    type('事项 1', '寄送标准文本');
    fireEvent.change(screen.getByRole('combobox', { name: '事项 1 由谁完成' }), { target: { value: 'expert' } });
    fireEvent.change(screen.getByLabelText('事项 1 完成日期'), { target: { value: '2017-09-20' } });
    stage.answer('visit.record', () => ok({ ...visit, state: 'done', record }));
    stage.answer('request.get', () => ok(visited()));
    await press('保存记录');
    expect(stage.sentTo('visit.record')).toMatchObject([
      { input: { requestId: scheduled.id, version: 4, findings: '两条生产线共用一套标准。', promises: [{ text: '寄送标准文本', by: 'expert', dueOn: '2017-09-20' }] } },
    ]);
    expect(screen.getByRole('alert').textContent).toContain('记录已保存');
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('survives leaving the page and a broken network, word for word', async () => {
    const page = await openRecord(scheduled);
    type('现场情况', '两条生产线共用一套标准。');
    await press('添加后续事项');
    type('事项 1', '寄送标准');
    fireEvent.change(screen.getByLabelText('事项 1 完成日期'), { target: { value: '2017-09-20' } });
    await press('保存记录');
    expect(screen.getByRole('alert').textContent).toContain('已存在本机');
    page.unmount();
    await openRecord(scheduled);
    expect(screen.getByText('继续上次没有保存的内容。')).toBeTruthy();
    expect(valueOf('现场情况')).toBe('两条生产线共用一套标准。');
    expect(valueOf('事项 1')).toBe('寄送标准');
    expect(screen.getByLabelText<HTMLInputElement>('事项 1 完成日期').value).toBe('2017-09-20');
  });

  it('tells what is missing at its field, and takes a row away', async () => {
    await openRecord(scheduled);
    type('现场情况', '两条生产线共用一套标准。');
    await press('添加后续事项');
    await press('保存记录');
    expect(stage.sentTo('visit.record')).toEqual([]);
    expect(screen.getByText('请填写后续事项。')).toBeTruthy();
    await press('删除事项 1');
    stage.answer('visit.record', () => refused('conflict', '约定的上门时间是 9 月 12 日上午，请在上门之后填写记录。'));
    await press('保存记录');
    expect(stage.sentTo('visit.record')).toMatchObject([{ input: { promises: [] } }]);
    expect(screen.getByRole('alert').textContent).toContain('请在上门之后填写记录');
  });

  it('is mended until the firm has confirmed it', async () => {
    const page = await openRecord(visited());
    await press('修改记录');
    expect(valueOf('现场情况')).toBe(record.findings);
    type('现场情况', '改到一半');
    await press('放弃修改');
    expect(screen.getByText(record.findings)).toBeTruthy();
    page.unmount();
    await openRecord(visited({ confirmedAt: '2017-09-13T09:00:00+08:00' }));
    expect(screen.queryByRole('button', { name: '修改记录' })).toBeNull();
  });

  it('lets the expert mark the own promise as done', async () => {
    await openRecord(visited({ confirmedAt: '2017-09-13T09:00:00+08:00' }));
    const done = record.promises.map((promise) => ({ ...promise, doneOn: '2017-09-13' }));
    stage.answer('visit.keep-promise', () => ok({ ...visit, state: 'done', record: { ...record, promises: done } }));
    await press('标记为已完成');
    expect(stage.sentTo('visit.keep-promise')).toMatchObject([{ input: { requestId: scheduled.id, promiseId: record.promises[0]?.id } }]);
    expect(screen.getByText('专家 · 9 月 13 日已完成')).toBeTruthy();
  });
});
