import { ok, refused, settled, stage } from '../../support/taro/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { Output } from '../../../src/contract/actions';
import type { EventBookingRow, ManagedEventPage } from '../../../src/contract/booking/office';
import EventPage from '../../../src/newsroom/event';
import EventsPage from '../../../src/newsroom/events';
import { bookingId, eventId, eventView, managedRow } from './sample-event';

const choices: ManagedEventPage['choices'] = {
  activities: [{ id: 'lab-open-day', number: 3, title: '实验室开放日' }],
  offices: [{ id: 'bureau', name: '天津检验检疫局' }],
};
const managed = eventView({ manages: true });
const counts = { booked: 1, offered: 0, waiting: 1, present: 0 };

const bookingRow = (changes: Partial<EventBookingRow>): EventBookingRow => ({
  ...{ id: changes.name ?? '', state: 'booked', stateLabel: '', name: null, phone: '13800001234', firmName: '天津示例食品有限公司', bookedAt: '2017-09-07T09:00:00+08:00' },
  ...{ offeredUntil: null, presentAt: null, cancellable: false },
  ...changes,
});

const press = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settled();
};
const type = (name: string, value: string) => fireEvent.input(screen.getByRole('textbox', { name }), { target: { value } });
const pick = (name: string, value: string) => fireEvent.change(screen.getByLabelText(name), { target: { value } });
const said = () => screen.queryAllByRole('alert').map(({ textContent }) => textContent).join(' ');

async function openNew() {
  stage.answer('event.own', () => ok({ events: [], nextCursor: null, choices }));
  render(<EventPage />);
  await settled();
}

async function openKnown(event = managed) {
  stage.params = { id: eventId };
  stage.answer('event.get', () => ok(event));
  render(<EventPage />);
  await settled();
}

function fillIn() {
  pick('所属活动', 'lab-open-day');
  type('场次名称', '食品检测实验室开放日');
  type('地点', '示例路 1 号一层');
  for (const [date, time, day, hour] of [
    ['开始日期', '开始时间', '2017-09-12', '14:00'],
    ['结束日期', '结束时间', '2017-09-12', '16:00'],
    ['开始预约的日期', '开始预约的时间', '2017-09-08', '09:00'],
    ['截止预约的日期', '截止预约的时间', '2017-09-11', '17:00'],
  ] as const) {
    pick(date, day);
    pick(time, hour);
  }
  type('名额', '30');
  type('候补人数上限', '10');
}

beforeEach(stage.reset);

describe('the office’s events', () => {
  it('say when, where and how many, and open', async () => {
    stage.answer('event.own', () => ok({ events: [managedRow({ counts: { booked: 25, offered: 1, waiting: 3, present: 0 } })], nextCursor: null, choices }));
    render(<EventsPage />);
    await settled();
    const link = screen.getByRole('link');
    expect(link.textContent).toContain('预约成功 25/30，待确认 1，候补 3，已到 0');
    fireEvent.click(link);
    expect(stage.opened).toEqual([`/newsroom/event/index?id=${eventId}`]);
  });

  it('that are over are another list', async () => {
    stage.answer('event.own', ({ span }) => ok({ events: span === 'over' ? [managedRow({ availability: 'over' })] : [], nextCursor: null, choices }));
    render(<EventsPage />);
    await settled();
    expect(screen.getByText('没有场次')).toBeTruthy();
    fireEvent.click(screen.getByRole('tab', { name: '已结束' }));
    await settled();
    expect(screen.getByRole('link').textContent).toContain('食品检测实验室开放日');
  });

  it('are the staff’s', async () => {
    stage.answer('event.own', () => refused('forbidden', '当前身份不能进行这项操作。'));
    render(<EventsPage />);
    expect(await screen.findByText('这里供受理人员和编辑使用')).toBeTruthy();
  });
});

describe('an event', () => {
  it('is made with its instants in China’s time', async () => {
    await openNew();
    fillIn();
    stage.answer('event.add', () => ok(managed));
    await press('添加并开放预约');
    expect(stage.sentTo('event.add').map(({ input }) => input)).toEqual([
      {
        activityId: 'lab-open-day',
        officeId: 'bureau',
        title: '食品检测实验室开放日',
        address: '示例路 1 号一层',
        audience: '',
        bring: '',
        startsAt: '2017-09-12T14:00:00+08:00',
        endsAt: '2017-09-12T16:00:00+08:00',
        bookingOpensAt: '2017-09-08T09:00:00+08:00',
        bookingClosesAt: '2017-09-11T17:00:00+08:00',
        capacity: 30,
        waitingLimit: 10,
        offerHours: 24,
      },
    ]);
    expect(stage.opened).toEqual([`/newsroom/event/index?id=${eventId}`]);
  });

  it('is not sent with mistakes, which are told at their fields', async () => {
    await openNew();
    type('名额', '0');
    type('候补人数上限', '很多');
    await press('添加并开放预约');
    expect(stage.sentTo('event.add')).toEqual([]);
    for (const words of ['请填写场次名称。', '请选择开始时间。', '请选择截止预约的时间。', '名额至少为 1。', '请填写候补人数上限。']) expect(said()).toContain(words);
  });

  it('shows what the server refuses at the field it is about', async () => {
    await openNew();
    fillIn();
    stage.answer('event.add', () => refused('invalid_input', '有内容需要修改，请查看标出的各项。', { endsAt: '结束时间要晚于开始时间。' }));
    await press('添加并开放预约');
    expect(said()).toContain('结束时间要晚于开始时间。');
  });

  it('is changed against the version that was opened, so that nobody’s change is overwritten', async () => {
    await openKnown();
    await press('修改场次');
    type('地点', '示例路 2 号');
    stage.answer('event.change', () => refused('conflict', '这一场刚刚有了变化，请刷新后再操作。'));
    stage.answer('event.get', () => ok(eventView({ manages: true, version: 2, address: '示例路 3 号' })));
    await press('保存修改');
    expect(stage.sentTo('event.change')).toMatchObject([{ input: { id: eventId, version: 1, address: '示例路 2 号', startsAt: managed.startsAt, capacity: 30 } }]);
    expect(said()).toContain('刚刚有了变化');
    await press('不保存，返回');
    expect(screen.getByText('示例路 3 号')).toBeTruthy();
  });

  it('is cancelled with a note, after a question', async () => {
    await openKnown();
    await press('取消这一场');
    type('取消的原因', '检修');
    fireEvent.click(screen.getByRole('button', { name: '取消这一场' }));
    await settled();
    expect(said()).toContain('取消的原因至少 5 个字');
    expect(stage.asked).toEqual([]);
    type('取消的原因', '实验室设备临时检修。');
    stage.answer('event.cancel', () => ok(eventView({ manages: true, version: 2, changeable: false, availability: 'cancelled', cancellationNote: '实验室设备临时检修。' })));
    await press('取消这一场');
    expect(stage.sentTo('event.cancel')).toMatchObject([{ input: { id: eventId, version: 1, note: '实验室设备临时检修。' } }]);
    expect(screen.getByText('已取消：实验室设备临时检修。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '修改场次' })).toBeNull();
  });

  it('has a list of who booked and who waits, by state', async () => {
    const waiting = bookingRow({ name: '候补者', state: 'waiting' });
    stage.answer('event.bookings', ({ state }) => ok({ bookings: state === 'waiting' ? [waiting] : [bookingRow({ name: '王示例' }), waiting], counts, nextCursor: null }));
    await openKnown();
    fireEvent.click(screen.getByRole('tab', { name: '预约名单' }));
    await settled();
    expect(screen.getByText('预约成功 1 人，待确认 0 人，候补 1 人，已到 0 人')).toBeTruthy();
    expect(screen.getByText('王示例')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: '候补' }));
    await settled();
    expect(screen.queryByText('王示例')).toBeNull();
    expect(screen.getByText('候补者')).toBeTruthy();
  });

  it('has a list of bookings that is searched, and read again when one comes back or pulls it down', async () => {
    stage.answer('event.bookings', ({ words }) => ok({ bookings: words === '王' ? [bookingRow({ name: '王示例' })] : [], counts, nextCursor: null }));
    await openKnown();
    fireEvent.click(screen.getByRole('tab', { name: '预约名单' }));
    await settled();
    type('按姓名或电话查找', ' 王 ');
    await press('查找');
    expect(screen.getByText('王示例')).toBeTruthy();
    type('按姓名或电话查找', '李');
    await press('查找');
    expect(screen.getByText('没有找到“李”，可以换一个姓名或号码试试。')).toBeTruthy();
    stage.answer('event.bookings', () => ok({ bookings: [bookingRow({ name: '李示例' })], counts, nextCursor: null }));
    act(() => {
      stage.happen('didHide');
      stage.happen('didShow');
    });
    await settled();
    expect(screen.getByText('李示例')).toBeTruthy();
    stage.answer('event.bookings', () => ok({ bookings: [bookingRow({ name: '李又一' })], counts, nextCursor: null }));
    act(() => {
      stage.happen('pullDownRefresh');
    });
    await settled();
    expect(screen.getByText('李又一')).toBeTruthy();
    expect(stage.refreshing).toBe(false);
  });

  it('cancels one booking for its holder, with a note, after a question', async () => {
    stage.answer('event.bookings', () => ok({ bookings: [bookingRow({ id: bookingId, name: '王示例', cancellable: true }), bookingRow({ name: '已到者' })], counts, nextCursor: null }));
    await openKnown();
    fireEvent.click(screen.getByRole('tab', { name: '预约名单' }));
    await settled();
    expect(screen.queryByRole('button', { name: '代为取消已到者的预约' })).toBeNull();
    await press('代为取消王示例的预约');
    type('取消的原因', '来电');
    await press('取消这个预约');
    expect(said()).toContain('取消的原因至少 5 个字');
    type('取消的原因', '来电说明不能参加。');
    stage.answer('event.cancel-booking', () => refused('conflict', '这个预约现在不能取消。'));
    await press('取消这个预约');
    expect(stage.explained).toEqual(['“王示例”的预约将取消，名额让给别人，不能恢复。']);
    expect(said()).toContain('这个预约现在不能取消。');
    stage.answer('event.cancel-booking', () => ok(bookingRow({ id: bookingId, state: 'cancelled' })));
    stage.answer('event.bookings', () => ok({ bookings: [bookingRow({ id: bookingId, name: '王示例', state: 'cancelled', stateLabel: '已取消' })], counts, nextCursor: null }));
    await press('取消这个预约');
    expect(stage.sentTo('event.cancel-booking').at(-1)).toMatchObject({ input: { id: bookingId, note: '来电说明不能参加。' } });
    expect(stage.said).toEqual(['已取消，并已通知本人']);
    expect(screen.queryByRole('button', { name: '取消这个预约' })).toBeNull();
    expect(screen.queryByRole('button', { name: '代为取消王示例的预约' })).toBeNull();
  });

  it('under way is neither changed nor cancelled, and says so', async () => {
    await openKnown(eventView({ manages: true, changeable: false, availability: 'closed' }));
    expect(screen.getByText('这一场已经开始，不能再修改或取消；仍可以签到、导出名单。')).toBeTruthy();
    for (const name of ['修改场次', '取消这一场']) expect(screen.queryByRole('button', { name })).toBeNull();
    expect(screen.getByRole('button', { name: '去签到' })).toBeTruthy();
  });

  it('has a QR code of its public page, and says when its workbook did not come', async () => {
    await openKnown();
    expect(screen.getByRole('img', { name: '“食品检测实验室开放日”预约页面的二维码' })).toBeTruthy();
    stage.answer('event.export', () => ok({ id: eventId, name: '名单.xlsx', base64: null, rowCount: 1 } satisfies Output<'event.export'>));
    await press('导出名单 Excel');
    expect(stage.said).toEqual(['文件没有传回来，请再导出一次']);
  });

  it('of another office is not managed', async () => {
    await openKnown(eventView());
    expect(screen.getByText('这一场由主办单位管理')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '修改场次' })).toBeNull();
  });
});
