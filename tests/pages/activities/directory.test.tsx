import { ok, stage } from '../../support/taro/taro';
import { fireEvent, render, screen, within } from '@testing-library/react';
import DirectoryPage from '../../../src/activities/directory';
import type { Input } from '../../../src/contract/actions';
import type { DirectoryPage as Contents, ListingRow } from '../../../src/contract/activity/directory';
import { article } from '../sample-article';

const listing = (id: string, title: string, areaId: string | null, areaName: string | null): ListingRow => ({ ...article, id, kind: 'listing', title, areaId, areaName, section: '示范企业' });

const listings = [listing('a', '甲示范企业', 'baodi', '宝坻区'), listing('b', '乙示范企业', 'jizhou', '蓟州区'), listing('c', '丙示范企业', null, null)];

const whole: NonNullable<Contents['directory']> = {
  activityId: 'activity-17',
  title: '示范区与示范企业名录',
  areas: [
    { id: 'baodi', name: '宝坻区', tile: { name: '宝坻', column: 3, row: 2 }, count: 1 },
    { id: 'heping', name: '和平区', tile: { name: '和平', column: 3, row: 4 }, count: 0 },
    { id: 'jizhou', name: '蓟州区', tile: { name: '蓟州', column: 3, row: 1 }, count: 1 },
    { id: 'elsewhere', name: '其他地方', tile: null, count: 0 },
  ],
  mapNote: '区域示意图，只表示大致方位。',
  sections: [{ name: '示范企业', count: 3 }],
  totalCount: 3,
  coming: null,
};

const found = ({ areaId, cursor }: Input<'listing.list'>) =>
  ok({ listings: listings.filter((one) => areaId === undefined || one.areaId === areaId), nextCursor: null, directory: cursor === undefined ? whole : null });

async function openDirectory() {
  stage.answer('listing.list', found);
  render(<DirectoryPage />);
  await screen.findByRole('heading', { level: 2, name: whole.title });
}

const titles = () => screen.queryAllByRole('link').map(({ textContent }) => /.示范企业/.exec(textContent)?.[0]);
const district = (name: string) => within(screen.getByRole('radiogroup', { name: '区域' })).getByRole('radio', { name });

beforeEach(() => {
  stage.reset();
  stage.params = { activity: 'activity-17' };
});

describe('a directory', () => {
  it('lists everything, with its district, and says what the map is', async () => {
    await openDirectory();
    expect(titles()).toEqual(['甲示范企业', '乙示范企业', '丙示范企业']);
    expect(screen.getByText('未注明区域 · 示范企业')).toBeTruthy();
    expect(screen.getByText('区域示意图，只表示大致方位。')).toBeTruthy();
    expect(stage.shared()).toEqual({ title: whole.title, path: '/activities/directory/index?activity=activity-17' });
  });

  it('tells a screen reader how much each district has, from north to south, and those off the map last', async () => {
    await openDirectory();
    const names = within(screen.getByRole('radiogroup', { name: '区域' })).getAllByRole('radio').map((tile) => tile.getAttribute('aria-label') ?? tile.textContent);
    expect(names).toEqual(['全部 3', '蓟州区，1 项', '宝坻区，1 项', '和平区，还没有', '其他地方，还没有']);
  });

  it('shows one district alone, by keyboard, and all of them again', async () => {
    await openDirectory();
    const tile = district('宝坻区，1 项');
    tile.focus();
    fireEvent.keyDown(tile, { key: ' ' });
    expect(await screen.findByText('甲示范企业')).toBeTruthy();
    expect(titles()).toEqual(['甲示范企业']);
    expect(district('宝坻区，1 项').getAttribute('aria-checked')).toBe('true');
    fireEvent.keyDown(district('全部 3'), { key: 'Enter' });
    expect(await screen.findByText('乙示范企业')).toBeTruthy();
  });

  it('says that a district has none, which is another thing than an empty directory', async () => {
    await openDirectory();
    fireEvent.click(district('和平区，还没有'));
    expect(await screen.findByText('这里还没有收录')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '看全部名录' }));
    expect(await screen.findByText('甲示范企业')).toBeTruthy();
  });

  it('opens what is listed', async () => {
    await openDirectory();
    fireEvent.click(screen.getByRole('link', { name: /乙示范企业/ }));
    expect(stage.opened).toEqual(['/pages/article/index?id=b']);
  });

  it('says honestly that it is still to come', async () => {
    const empty = { ...whole, areas: whole.areas.map((area) => ({ ...area, count: 0 })), totalCount: 0, sections: [], coming: '名录经核实后在这里公布。' };
    stage.answer('listing.list', () => ok({ listings: [], nextCursor: null, directory: empty }));
    render(<DirectoryPage />);
    expect(await screen.findByText('名录经核实后在这里公布。')).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
  });
});
