import { ok, refused, stage } from '../../../support/taro/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import type { ManuscriptCheck } from '../../../../src/contract/newsroom/manuscript';
import ManuscriptPage from '../../../../src/newsroom/manuscript';
import { clean, content, manuscript } from '../sample-manuscript';
import { body, later, openManuscript, press, savedAs, sitAtDesk, type } from './scene';

jest.useFakeTimers();

beforeEach(sitAtDesk);

describe('what the check finds', () => {
  const check: ManuscriptCheck = {
    ...clean,
    findings: [
      { rule: 'weekday', severity: 'should', field: 'body', line: 1, at: 4, excerpt: '9 月 4 日', message: '请核对星期。', suggestion: null },
      { rule: 'body-name', severity: 'must', field: 'body', line: 3, at: 0, excerpt: '企业代表', message: '请写全称。', suggestion: '企业的代表' },
    ],
    missing: { summary: '请填写摘要。' },
  };

  it('is listed with what must be mended first, and leads to its place in the text', async () => {
    await openManuscript(manuscript, check);
    fireEvent.click(screen.getByRole('tab', { name: '检查 3' }));
    const points = screen.getAllByRole('button', { name: /修改/ }).map((button) => button.textContent);
    expect(points).toEqual(['必须修改摘要请填写摘要。', '必须修改正文第 3 行“企业代表”请写全称。可以写成“企业的代表”', '建议修改正文第 1 行“9 月 4 日”请核对星期。']);
    press(/请写全称/);
    expect(document.activeElement).toBe(body());
    expect(body().value.slice(body().selectionStart, body().selectionEnd)).toBe('企业代表');
    press(/请填写摘要/);
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '摘要' }));
  });

  it('leads to each of two places of one kind in a line', async () => {
    const comma = { rule: 'punctuation', severity: 'should', field: 'body', line: 1, excerpt: ',', message: '中文里请用全角标点。', suggestion: '，' } as const;
    await openManuscript({ ...manuscript, content: { ...content, markdown: '共 1,200 人,质量月,开始了。' } }, { ...clean, findings: [{ ...comma, at: 9 }, { ...comma, at: 13 }] });
    fireEvent.click(screen.getByRole('tab', { name: '检查 2' }));
    const places = screen.getAllByRole('button', { name: /全角标点/ }).map((button) => {
      fireEvent.click(button);
      return [body().selectionStart, body().selectionEnd];
    });
    expect(places).toEqual([[9, 10], [13, 14]]);
  });

  it('is said once where it can neither be saved nor submitted', async () => {
    await openManuscript(manuscript, { ...clean, missing: { activityId: '没有这项活动，请重新选择。' } });
    stage.answer('manuscript.save', () => refused('invalid_input', '请修改标出的内容。', { 'content.activityId': '没有这项活动，请重新选择。' }));
    type('标题', '质量月专题讲座');
    await later(1600);
    expect(screen.getByRole('tab', { name: '检查 1' })).toBeTruthy();
  });

  it('follows the text, in the preview as well', async () => {
    await openManuscript();
    stage.answer('manuscript.save', () => ok(savedAs(4)));
    stage.answer('manuscript.check', (input) => ok({ ...clean, blocks: [{ kind: 'paragraph', spans: [{ text: `预览：${input.content.markdown}` }] }] }));
    type('正文', '新的正文');
    await later(800);
    expect(screen.getByText('预览：新的正文')).toBeTruthy();
  });

  it('leads on a phone back to the text', async () => {
    stage.wide = false;
    await openManuscript(manuscript, check);
    expect(stage.sent.map(({ action }) => action)).toEqual(['manuscript.get']);
    fireEvent.click(screen.getByRole('tab', { name: '检查' }));
    await later(10);
    press(/请写全称/);
    expect(screen.getByRole('tab', { name: '编辑' }).getAttribute('aria-selected')).toBe('true');
    expect(body().value.slice(body().selectionStart, body().selectionEnd)).toBe('企业代表');
  });

  it('is not taken for nothing when it could not be asked', async () => {
    stage.params = { id: manuscript.id };
    stage.answer('manuscript.get', () => ok(manuscript));
    render(<ManuscriptPage />);
    await later(20);
    await later(20);
    fireEvent.click(screen.getByRole('tab', { name: '检查' }));
    expect(screen.getByRole('alert').textContent).toContain('没有连上服务');
    stage.answer('manuscript.check', () => ok(clean));
    press('重试');
    await later(1000);
    expect(screen.getByText('没有发现问题')).toBeTruthy();
  });
});
