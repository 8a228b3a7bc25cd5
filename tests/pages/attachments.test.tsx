import { ok, refused, settled, stage } from '../support/taro/taro';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Attachments } from '../../src/components/attachments';
import { AttachmentsField } from '../../src/components/form/attachments-field';
import type { AttachmentView } from '../../src/contract/attachment';
import { useAttachments } from '../../src/hooks/use-attachments';
import { openAttachment } from '../../src/platform/attachment/open-attachment';
import type { KeptFile } from '../../src/platform/attachment/upload-queue';

const HOUR = 3_600_000;

let kept: (readonly KeptFile[])[];
let opened: string[];
/** What the browser's dialog gives; null for a person who thinks better of it. */
let offered: File[] | null;

beforeEach(() => {
  stage.reset();
  stage.answer('session.guest', () => ok({ token: 'a-token', expiresAt: '2017-12-06T09:00:00+08:00', person: { id: 'p', kind: 'guest', label: '访客' } }));
  kept = [];
  opened = [];
  offered = [];
  let urls = 0;
  Object.assign(URL, { createObjectURL: () => `blob:${(urls += 1)}`, revokeObjectURL: () => undefined });
  jest.spyOn(window, 'open').mockImplementation((url) => {
    opened.push(String(url));
    return null;
  });
  jest.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function choose(this: HTMLInputElement) {
    const files = offered;
    if (files === null) {
      this.dispatchEvent(new Event('cancel'));
      return;
    }
    Object.defineProperty(this, 'files', { value: files });
    this.dispatchEvent(new Event('change'));
  });
});
afterEach(() => jest.restoreAllMocks());

const file = (name: string, type: string, size = 1000): File => Object.defineProperty(new File(['x'], name, { type }), 'size', { value: size });
const photo = (name = '车间.jpg', size?: number): File => file(name, 'image/jpeg', size);
const report = file('检测报告.pdf', 'application/pdf');

const view = (id: string, name: string): AttachmentView => ({
  ...{ id, name, mediaType: name.endsWith('.pdf') ? 'application/pdf' : 'image/jpeg', byteLength: 1000 },
  url: `/files/${id}?ticket=t`,
});

function Form({ initial = [], most = 9 }: { initial?: readonly KeptFile[]; most?: number }) {
  const { files, ids, busy, unsent, problem, add, remove, retry, open } = useAttachments({ initial, most, onKeep: (all) => kept.push(all) });
  return (
    <>
      <AttachmentsField id='attachments' label='照片和材料' most={most} files={files} problem={problem} onAdd={add} onRemove={remove} onRetry={retry} onOpen={open} />
      <pre>{JSON.stringify({ ids, busy, unsent })}</pre>
    </>
  );
}

const told = () => JSON.parse(document.querySelector('pre')?.textContent ?? '') as { ids: string[]; busy: boolean; unsent: boolean };
const choose = async (...files: File[]) => {
  offered = files;
  fireEvent.click(screen.getByRole('button', { name: '添加照片或 PDF' }));
  await settled();
};
const row = (name: string) => screen.getByRole('button', { name });

describe('the files of a form', () => {
  test('are uploaded one after the other, each with its own key, and give their ids in the order chosen', async () => {
    const waiting: (() => void)[] = [];
    stage.answerUploads(({ name }) => new Promise((done) => waiting.push(() => done(ok(view(`id of ${name}`, name))))));
    render(<Form />);
    await choose(photo(), report);
    expect(row('车间.jpg，上传中 40%')).toBeTruthy();
    expect(row('检测报告.pdf，等待上传')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('已选 2 个，最多 9 个，还有 2 个正在上传');
    expect(told()).toEqual({ ids: [], busy: true, unsent: true });
    waiting[0]?.();
    await waitFor(() => expect(row('车间.jpg，已上传')).toBeTruthy());
    await waitFor(() => expect(waiting).toHaveLength(2));
    waiting[1]?.();
    await waitFor(() => expect(told()).toEqual({ ids: ['id of 车间.jpg', 'id of 检测报告.pdf'], busy: false, unsent: false }));
    expect(new Set(stage.uploads.map(({ key }) => key)).size).toBe(2);
    expect(stage.uploads.map(({ url, token }) => [url, token])).toEqual([['/files', 'a-token'], ['/files', 'a-token']]);
    expect(stage.sentTo('session.guest')).toHaveLength(1);
    expect(kept.at(-1)?.map(({ attachment }) => attachment.name)).toEqual(['车间.jpg', '检测报告.pdf']);
  });

  test('that the network does not carry are sent again with the same key, by a tap or when it is back', async () => {
    render(<Form />);
    await choose(photo(), report);
    await waitFor(() => expect(row('检测报告.pdf，没有传上去，点此重试')).toBeTruthy());
    expect(told()).toMatchObject({ busy: false, unsent: true });
    fireEvent.click(row('车间.jpg，没有传上去，点此重试'));
    await settled();
    expect(stage.uploads.map(({ name }) => name)).toEqual(['车间.jpg', '检测报告.pdf', '车间.jpg']);
    stage.answerUploads(({ name }) => ok(view(name, name)));
    act(() => void window.dispatchEvent(new Event('online')));
    await waitFor(() => expect(told()).toMatchObject({ ids: ['车间.jpg', '检测报告.pdf'] }));
    const keysOf = (wanted: string) => new Set(stage.uploads.filter(({ name }) => name === wanted).map(({ key }) => key));
    expect([keysOf('车间.jpg').size, keysOf('检测报告.pdf').size]).toEqual([1, 1]);
  });

  test('that the server refuses say why and are not sent again', async () => {
    stage.answerUploads(() => refused('invalid_input', '有内容需要修改', { file: '这个文件不是照片，也不是 PDF。' }));
    render(<Form />);
    await choose(photo());
    await waitFor(() => expect(row('车间.jpg，这个文件不是照片，也不是 PDF。')).toBeTruthy());
    fireEvent.click(row('车间.jpg，这个文件不是照片，也不是 PDF。'));
    act(() => void window.dispatchEvent(new Event('online')));
    await settled();
    expect(stage.uploads).toHaveLength(1);
    fireEvent.click(row('删除车间.jpg'));
    expect(told()).toEqual({ ids: [], busy: false, unsent: false });
  });

  test('of more than 10 MB are refused before a byte is sent', async () => {
    render(<Form />);
    await choose(photo('大.jpg', 10 * 1024 * 1024 + 1));
    expect(row('大.jpg，单个文件不能超过 10 MB，请压缩后再传。')).toBeTruthy();
    expect(stage.uploads).toEqual([]);
  });

  test('are as many as may be; those beyond are named', async () => {
    stage.answerUploads(({ name }) => ok(view(name, name)));
    render(<Form most={2} />);
    await choose(photo('1.jpg'), photo('2.jpg'), photo('3.jpg'));
    await waitFor(() => expect(told().ids).toEqual(['1.jpg', '2.jpg']));
    expect(screen.getByRole('alert').textContent).toBe('最多 2 个，后面的 1 个没有添加。');
    expect(row('添加照片或 PDF').getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(row('删除1.jpg'));
    expect(told().ids).toEqual(['2.jpg']);
    expect(kept.at(-1)?.map(({ attachment }) => attachment.id)).toEqual(['2.jpg']);
    expect(row('添加照片或 PDF').getAttribute('aria-disabled')).toBeNull();
  });

  test('may be none, when the person thinks better of it', async () => {
    render(<Form />);
    offered = null;
    fireEvent.click(row('添加照片或 PDF'));
    await settled();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('status').textContent).toBe('已选 0 个，最多 9 个');
  });

  test('come back with a draft; those that the server no longer keeps are named', () => {
    render(<Form initial={[{ attachment: view('a', '车间.jpg'), at: Date.now() - HOUR / 2 }, { attachment: view('b', '旧.pdf'), at: Date.now() - 24 * HOUR }]} />);
    expect(told()).toEqual({ ids: ['a'], busy: false, unsent: false });
    expect(screen.getByRole('alert').textContent).toBe('有 1 个附件放了一天没有提交，已经清理，请重新添加。');
    fireEvent.click(row('车间.jpg，已上传'));
    expect(opened).toEqual(['/files/a?ticket=t']);
  });

  test('are not asked for by a link that is too old', () => {
    render(<Form initial={[{ attachment: view('a', '车间.jpg'), at: Date.now() - 2 * HOUR }]} />);
    fireEvent.click(row('车间.jpg，已上传'));
    expect(opened).toEqual([]);
    expect(stage.said).toEqual(['提交以后可以在详情里打开']);
  });
});

describe('what is attached', () => {
  test('is shown by name and size, and opens', () => {
    render(<Attachments files={[view('a', '车间.jpg'), { ...view('b', '检测报告.pdf'), byteLength: 2_500_000 }]} onOpen={(one) => void openAttachment(one)} />);
    fireEvent.click(row('查看照片车间.jpg'));
    fireEvent.click(row('打开检测报告.pdf，2.4 MB'));
    expect(opened).toEqual(['/files/a?ticket=t', '/files/b?ticket=t']);
  });

  test('of nothing draws nothing', () => {
    const { container } = render(<Attachments files={[]} onOpen={() => undefined} />);
    expect(container.innerHTML).toBe('');
  });
});
