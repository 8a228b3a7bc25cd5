import { ok, refused, settled, stage } from '../../support/taro/taro';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { AttachmentView } from '../../../src/contract/attachment';
import { form, request, returned } from '../sample-request';
import { fillIn, goOn, isFiled, newPhone, openAgain, openForm, press, send, sent, step, tick } from './form-page';

const ADD = '添加照片或 PDF';
const withFiles = { ...form, attachments: { most: 2, label: '照片和材料', help: '标签、检测报告等。', purpose: '让专家先了解情况。' } };
const report: AttachmentView = { id: '0f6a3f0a-6f0b-4b57-8f57-000000000001', name: '检测报告.pdf', mediaType: 'application/pdf', byteLength: 2048, url: '/files/1' };

beforeEach(() => {
  newPhone();
  stage.answer('request.form', () => ok(withFiles));
  stage.answer('request.submit', () => ok(request));
  stage.answer('session.guest', () => ok({ token: 'a-token', expiresAt: '2017-12-06T09:00:00+08:00', person: { id: 'p', kind: 'guest', label: '访客' } }));
  Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: () => undefined });
  jest.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function choose(this: HTMLInputElement) {
    Object.defineProperty(this, 'files', { value: [new File(['x'], report.name, { type: report.mediaType })] });
    this.dispatchEvent(new Event('change'));
  });
});

afterEach(() => jest.restoreAllMocks());

async function addFile() {
  fireEvent.click(screen.getByRole('button', { name: ADD }));
  await settled();
}

async function openFilesStep() {
  const page = await openForm();
  fillIn();
  expect(step()).toBe('第 3 步，共 4 步');
  return page;
}

describe('the files of a request', () => {
  it('are uploaded in a step of their own, kept with the draft and sent by their ids', async () => {
    stage.answerUploads(() => ok(report));
    const page = await openFilesStep();
    expect(screen.getByText('用途：让专家先了解情况。')).toBeTruthy();
    await addFile();
    expect(screen.getByRole('button', { name: '检测报告.pdf，已上传' })).toBeTruthy();
    await openAgain(page);
    expect(screen.getByRole('button', { name: '检测报告.pdf，已上传' })).toBeTruthy();
    goOn();
    expect(screen.getByText('检测报告.pdf')).toBeTruthy();
    tick(form.consent);
    send();
    await isFiled(`/service/request/index?id=${request.id}&filed=now`);
    expect(sent()).toMatchObject([{ input: { attachmentIds: [report.id] } }]);
    expect(stage.uploads).toHaveLength(1);
  });

  it('that did not arrive let nobody go on, so that none is missing without a word', async () => {
    stage.answerUploads(null);
    await openFilesStep();
    await addFile();
    goOn();
    expect(step()).toBe('第 3 步，共 4 步');
    expect(screen.getByText('有附件没有传上去，请重试或删除。')).toBeTruthy();
    press('删除检测报告.pdf');
    goOn();
    expect(step()).toBe('第 4 步，共 4 步');
    expect(screen.getByText('没有添加')).toBeTruthy();
  });

  it('that the server does not take are shown in their step', async () => {
    stage.answer('request.submit', () => refused('invalid_input', '有内容需要修改。', { attachments: '附件已经过期，请重新添加。' }));
    await openFilesStep();
    goOn();
    tick(form.consent);
    send();
    expect(await screen.findByText('附件已经过期，请重新添加。')).toBeTruthy();
    expect(step()).toBe('第 3 步，共 4 步');
  });

  it('join those that a returned request has', async () => {
    stage.params = { request: returned.id };
    stage.answerUploads(() => ok({ ...report, id: '0f6a3f0a-6f0b-4b57-8f57-000000000002', name: '补充.pdf' }));
    stage.answer('request.get', () => ok({ ...returned, attachments: [report] }));
    stage.answer('request.complete', () => ok(request));
    await openForm();
    goOn();
    goOn();
    expect(screen.getByRole('button', { name: '打开检测报告.pdf，2 KB' })).toBeTruthy();
    await addFile();
    expect(screen.getByText('已选 1 个，最多 1 个')).toBeTruthy();
    goOn();
    expect(screen.getByText('检测报告.pdf、补充.pdf')).toBeTruthy();
    press('补充后提交');
    await waitFor(() => {
      expect(stage.sentTo('request.complete')).toMatchObject([{ input: { attachmentIds: ['0f6a3f0a-6f0b-4b57-8f57-000000000002'] } }]);
    });
  });
});
