import { ok, refused, settled, stage } from '../../support/taro/taro';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { PictureView } from '../../../src/contract/newsroom/picture';
import ManuscriptPage from '../../../src/newsroom/manuscript';
import PicturesPage from '../../../src/newsroom/pictures';
import { keepSession } from '../../../src/platform/session';
import { clean, content, manuscript } from './sample-manuscript';

const picture: PictureView = {
  id: '0f6a3f0a-6f0b-4b57-8f57-00000000000c',
  officeId: 'donggang',
  officeName: '东港检验检疫局',
  alt: '学生在实验室里看显微镜',
  width: 1600,
  height: 1200,
  url: '/pictures/750/c.jpg',
  full: '/pictures/1125/c.jpg',
  addedAt: '2017-09-07T09:00:00+08:00',
  version: 1,
};

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const list = (...pictures: PictureView[]) => ok({ pictures, nextCursor: null });
const words = (text: string) => fireEvent.input(screen.getByRole('textbox', { name: '文字说明' }), { target: { value: text } });

/** The browser's own dialog, answered with one file. */
function choosing(name: string) {
  Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: () => undefined });
  return jest.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function choose(this: HTMLInputElement) {
    Object.defineProperty(this, 'files', { value: [new File(['1'], name, { type: 'image/jpeg' })] });
    this.dispatchEvent(new Event('change'));
  });
}

beforeEach(() => {
  stage.reset();
  keepSession({ token: 'editor' } as Parameters<typeof keepSession>[0]);
  stage.answerUploads(() => ok({ id: 'upload-1', name: '实验室.jpg', mediaType: 'image/jpeg', byteLength: 1, url: '/files/1' }));
  stage.answer('manuscript.list', () => ok({ manuscripts: [], nextCursor: null, waitingForMe: 0, offices: [{ id: 'donggang', name: '东港检验检疫局', mine: true }, { id: 'baodi', name: '宝坻检验检疫局', mine: false }] }));
});

describe('the picture library', () => {
  it('shows what is on each picture, its size and whose it is', async () => {
    stage.answer('picture.list', () => list(picture));
    render(<PicturesPage />);
    expect((await screen.findByText('学生在实验室里看显微镜')).parentElement?.textContent).toContain('1600 × 1200 · 东港检验检疫局 · 9 月 7 日 09:00 添加');
    expect(stage.sent).toHaveLength(1);
  });

  it('takes a picture with its words, which have to be there', async () => {
    const dialog = choosing('实验室.jpg');
    stage.answer('picture.list', () => list());
    stage.answer('picture.add', () => ok(picture));
    render(<PicturesPage />);
    await screen.findByText('还没有图片');
    press('添加图片');
    await screen.findByText('选择图片');
    press('放入图片库');
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual(['请选择图片。', '请填写文字说明。']);
    press('选择图片');
    await screen.findByText('已上传');
    words('学生在实验室里看显微镜');
    stage.answer('picture.list', () => list(picture));
    press('放入图片库');
    expect(await screen.findByText('学生在实验室里看显微镜')).toBeTruthy();
    expect(stage.sentTo('picture.add')[0]?.input).toEqual({ attachmentId: 'upload-1', officeId: 'donggang', alt: '学生在实验室里看显微镜' });
    dialog.mockRestore();
    await settled();
  });

  it('says why the server does not take a picture', async () => {
    const dialog = choosing('实验室.jpg');
    stage.answer('picture.list', () => list());
    stage.answer('picture.add', () => refused('invalid_input', '有内容需要修改', { attachmentId: '图片太大。' }));
    render(<PicturesPage />);
    await screen.findByText('还没有图片');
    press('添加图片');
    await screen.findByText('选择图片');
    press('选择图片');
    await screen.findByText('已上传');
    words('学生');
    press('放入图片库');
    expect(await screen.findByText('图片太大。')).toBeTruthy();
    dialog.mockRestore();
  });

  it('lets its words be mended', async () => {
    stage.answer('picture.list', () => list(picture));
    stage.answer('picture.describe', ({ alt }) => ok({ ...picture, alt, version: 2 }));
    render(<PicturesPage />);
    await screen.findByText('学生在实验室里看显微镜');
    press('改文字说明');
    words('两名学生看显微镜');
    press('保存');
    expect(await screen.findByText('两名学生看显微镜')).toBeTruthy();
    expect(stage.sentTo('picture.describe')[0]?.input).toEqual({ id: picture.id, version: 1, alt: '两名学生看显微镜' });
  });

  it('removes a picture after asking, and says why one that is in use stays', async () => {
    stage.answer('picture.list', () => list(picture));
    stage.answer('picture.remove', () => refused('conflict', '这张图片正在使用，不能删除。'));
    render(<PicturesPage />);
    await screen.findByText('学生在实验室里看显微镜');
    press('删除');
    expect((await screen.findByRole('alert')).textContent).toBe('这张图片正在使用，不能删除。');
    stage.answer('picture.remove', ({ id }) => ok({ id }));
    press('删除');
    await waitFor(() => expect(screen.queryByText('学生在实验室里看显微镜')).toBeNull());
    expect(stage.asked).toEqual(['删除图片', '删除图片']);
  });

  it('is not for everybody', async () => {
    stage.answer('picture.list', () => refused('forbidden', '当前身份不能进行这项操作。'));
    render(<PicturesPage />);
    expect(await screen.findByText('这里供编辑使用')).toBeTruthy();
  });
});

describe('a manuscript with pictures', () => {
  const saves = () => stage.sentTo('manuscript.save').map(({ input }) => (input as { content: typeof content }).content);

  async function openManuscript() {
    stage.params = { id: manuscript.id };
    stage.answer('manuscript.get', () => ok(manuscript));
    stage.answer('manuscript.check', () => ok(clean));
    stage.answer('manuscript.save', () => ok({ id: manuscript.id, revision: 4, state: 'draft', savedAt: '2017-09-07T09:20:05+08:00' }));
    stage.answer('picture.list', () => list(picture));
    render(<ManuscriptPage />);
    return screen.findByRole<HTMLTextAreaElement>('textbox', { name: '正文' });
  }

  it('gets one into its text where the cursor was, with its words', async () => {
    Object.assign(document, { execCommand: () => false });
    const body = await openManuscript();
    body.setSelectionRange(3, 3);
    press('图片');
    fireEvent.click(await screen.findByRole('button', { name: `选用：${picture.alt}` }));
    await settled();
    expect(body.value).toBe(`讲座于 9 月 4 日举行。\n\n![${picture.alt}](picture:${picture.id})\n\n企业代表参加。`);
    expect(body.value.slice(body.selectionStart, body.selectionEnd)).toBe(picture.alt);
    fireEvent.blur(body);
    await waitFor(() => expect(saves().at(-1)?.markdown).toBe(body.value));
    await settled();
  });

  it('gets one as its cover, whose words may be others, and does without it again', async () => {
    const body = await openManuscript();
    press('从图片库选择');
    fireEvent.click(await screen.findByRole('button', { name: `选用：${picture.alt}` }));
    fireEvent.input(await screen.findByRole('textbox', { name: '封面的文字说明' }), { target: { value: '开放日现场' } });
    fireEvent.blur(body);
    await waitFor(() => expect(saves().at(-1)?.cover).toEqual({ pictureId: picture.id, alt: '开放日现场' }));
    press('不用封面');
    fireEvent.blur(body);
    await waitFor(() => expect(saves().at(-1)?.cover).toBeNull());
    await settled();
  });

  it('stays as it was when none is chosen', async () => {
    const body = await openManuscript();
    press('图片');
    await screen.findByText('从图片库选择', { selector: '[role=heading]' });
    press('不选了');
    await settled();
    expect(document.activeElement).toBe(body);
    expect(body.value).toBe(content.markdown);
  });
});
