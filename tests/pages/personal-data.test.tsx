import { getStorageInfoSync, ok, refused, setStorageSync, settled, stage } from '../support/taro/taro';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { MeView, PersonalData } from '../../src/contract/person';
import PersonalDataPage from '../../src/service/personal-data';
import { form, request } from './sample-request';

const me: MeView = {
  clock: { now: '2017-09-07T09:00:00+08:00', demo: false },
  person: { id: 'p-1', kind: 'guest', label: '访客' },
  roles: [],
  offices: [],
  managesContest: false,
  requestCount: 1,
  wrongQuestionCount: 0,
  unreadCount: 0,
  personas: null,
};

const everything: PersonalData = {
  exportedAt: '2017-09-07T09:00:00+08:00',
  person: { id: 'p-1', kind: 'guest', label: '访客' },
  identities: [],
  sessions: [],
  roles: [],
  expertProfiles: [],
  changes: [],
  bookings: [],
  checkInMarks: [],
  readArticles: [],
  essays: [],
  appreciatedEssays: [],
  newsroom: [],
  requests: [{ 企业名称: '天津示例食品有限公司' }],
  caseMessages: [],
  followings: [],
  surveys: [],
  attachments: [],
  messages: [],
  subscriptions: [],
  practices: [],
  lessons: [],
  wrongQuestions: [],
  contest: [],
};

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const alert = async () => (await screen.findByRole('alert')).textContent;

async function openPage() {
  render(<PersonalDataPage />);
  await screen.findByText('p-1');
}

beforeEach(() => {
  stage.reset();
  const { kindId: id, title, answerWithin, anonymous } = form;
  stage.answer('request.kinds', () => ok({ open: true, closedReason: null, kinds: [{ id, title, summary: '', answerWithin, anonymous }] }));
  stage.answer('request.form', () => ok(form));
  stage.answer('person.me', () => ok(me));
  stage.answer('person.delete', () => ok({ deleted: true }));
  setStorageSync('session', 'token');
  setStorageSync('draft expert-visit', { kept: true });
  setStorageSync(`draft ${request.id}`, { kept: true });
  setStorageSync('elder', true);
});

describe('personal data', () => {
  it('says of each field of a request what it is for, and how long it is kept', async () => {
    await openPage();
    fireEvent.change(screen.getByRole('combobox', { name: '申请事项' }), { target: { value: form.kindId } });
    await screen.findByText(form.retention);
    for (const { purpose } of form.fields) expect(screen.getByText(purpose)).toBeTruthy();
    expect(screen.getByText(form.retention)).toBeTruthy();
  });

  it('says what else is kept, and how long', async () => {
    await openPage();
    for (const words of ['活动结束 90 天后，姓名、联系电话和单位会被清除', '作出评审结果 90 天后清除', '让您接着学', '统计阅读和赞赏的人数']) expect(screen.getByText(words, { exact: false })).toBeTruthy();
  });

  it('shows one’s own number, to be appointed by', async () => {
    await openPage();
    press('复制编号');
    await waitFor(() => {
      expect(stage.said).toEqual(['编号已复制']);
    });
    expect(stage.copied).toEqual(['p-1']);
  });

  it('shows no number to a person without one', async () => {
    stage.answer('person.me', () => ok({ ...me, person: null }));
    render(<PersonalDataPage />);
    await screen.findByText('练习记录和错题');
    expect(screen.queryByRole('heading', { name: '我的编号' })).toBeNull();
  });
});

describe('the export', () => {
  const files: { name: string; content: Blob | undefined }[] = [];

  beforeEach(() => {
    files.length = 0;
    let content: Blob | undefined;
    // What jsdom lacks of a browser: files are made, and a link downloads one.
    Object.assign(URL, { createObjectURL: (blob: Blob) => ((content = blob), 'blob:file'), revokeObjectURL: () => undefined });
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      files.push({ name: this.download, content });
    });
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('hands over everything as a file', async () => {
    stage.answer('person.export', () => ok(everything));
    await openPage();
    press('导出为文件');
    expect(await alert()).toBe('文件已开始下载。');
    expect(files).toHaveLength(1);
    expect(files[0]?.name).toBe('我的信息.json');
    expect(files[0]?.content?.size).toBe(new Blob([JSON.stringify(everything, null, 2)]).size);
  });

  it('says that it failed and downloads nothing', async () => {
    await openPage();
    press('导出为文件');
    expect(await alert()).toContain('没有连上服务');
    expect(files).toEqual([]);
  });
});

describe('the deletion', () => {
  const kept = () => getStorageInfoSync().keys.sort();

  it('is asked about first, and nothing happens when the person says no', async () => {
    stage.saysYes = false;
    await openPage();
    const before = kept();
    press('删除个人信息');
    await waitFor(() => {
      expect(stage.asked).toEqual(['删除我的个人信息']);
    });
    for (const words of ['还没有开始的预约和候补会取消，名额让给别人', '征文作品会删除，已经展示的同时撤下']) expect(stage.explained[0]).toContain(words);
    await settled();
    expect(stage.sentTo('person.delete')).toEqual([]);
    expect(kept()).toEqual(before);
  });

  it('forgets the session and every draft on this device as well', async () => {
    await openPage();
    stage.answer('person.me', () => ok({ ...me, person: null }));
    press('删除个人信息');
    expect(await alert()).toBe('您的个人信息已经删除。');
    expect(kept()).toEqual(['elder']);
    await waitFor(() => {
      expect(screen.queryByText('p-1')).toBeNull();
    });
    expect(stage.sentTo('person.me').at(-1)?.token).toBeNull();
  });

  it('keeps everything when the server refuses, and says why', async () => {
    stage.answer('person.delete', () => refused('unavailable', '服务暂时繁忙，请稍后重试。'));
    await openPage();
    const before = kept();
    press('删除个人信息');
    expect(await alert()).toContain('服务暂时繁忙');
    expect(kept()).toEqual(before);
  });
});
