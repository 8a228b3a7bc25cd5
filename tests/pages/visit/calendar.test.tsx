import { ok, refused, settled, stage } from '../../support/taro/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import CalendarPage from '../../../src/officer/calendar';
import { calendar, expert, requestId } from './sample-expert';

async function openCalendar(id?: string) {
  stage.params = id === undefined ? {} : { id };
  stage.answer('expert.calendar', () => ok(calendar));
  render(<CalendarPage />);
  await settled();
}

const half = (name: string) => screen.getByRole('checkbox', { name });
const press = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settled();
};

beforeEach(stage.reset);

describe('an expert’s calendar', () => {
  it('enters leave for several half-days at once', async () => {
    await openCalendar();
    stage.answer('expert.set-leave', () => ok({ ...calendar, days: calendar.days.map((day) => (day.use === 'free' ? { ...day, use: 'leave' as const } : day)) }));
    fireEvent.click(half('9 月 11 日上午，空闲'));
    fireEvent.click(half('9 月 12 日下午，空闲'));
    await press('请假 2 个半天');
    expect(stage.sentTo('expert.set-leave')).toMatchObject([
      { input: { away: true, halves: [{ date: '2017-09-11', half: 'am' }, { date: '2017-09-12', half: 'pm' }] } },
    ]);
    expect(half('9 月 11 日上午，请假').getAttribute('aria-checked')).toBe('false');
  });

  it('takes leave back and leaves what is free as it is', async () => {
    await openCalendar(expert.id);
    stage.answer('expert.set-leave', () => ok(calendar));
    fireEvent.click(half('9 月 11 日上午，空闲'));
    fireEvent.click(half('9 月 11 日下午，请假'));
    await press('销假 1 个半天');
    expect(stage.sentTo('expert.set-leave')).toMatchObject([{ input: { id: expert.id, away: false, halves: [{ date: '2017-09-11', half: 'pm' }] } }]);
  });

  it('says why leave was refused, and shows what is booked now', async () => {
    await openCalendar();
    stage.answer('expert.set-leave', () => refused('conflict', '9 月 11 日上午已约定到天津示例食品有限公司上门，请先改期，再填请假。'));
    fireEvent.click(half('9 月 11 日上午，空闲'));
    await press('请假 1 个半天');
    expect(screen.getByRole('alert').textContent).toContain('请先改期，再填请假');
    expect(stage.sentTo('expert.calendar')).toHaveLength(2);
  });

  it('leads the expert from a visit to its record', async () => {
    await openCalendar();
    fireEvent.click(screen.getByRole('link', { name: '9 月 12 日 上午 天津示例食品有限公司，上门' }));
    expect(stage.opened).toEqual([`/officer/visit-record/index?request=${requestId}`]);
  });

  it('leads the dispatcher from a visit to the case', async () => {
    await openCalendar(expert.id);
    fireEvent.click(screen.getByRole('link', { name: '9 月 12 日 上午 天津示例食品有限公司，上门' }));
    expect(stage.opened).toEqual([`/officer/request/index?id=${requestId}`]);
  });
});
