import { ok, settled, stage } from '../../support/taro/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import type { FoundArticle } from '../../../src/contract/search';
import SearchPage from '../../../src/reading/search';

const found: FoundArticle = {
  id: 'baodi-wechat-group',
  kind: 'news',
  title: [{ text: '宝坻局<b>', hit: false }, { text: '质量', hit: true }, { text: '群', hit: false }],
  excerpt: [{ text: '摘要', hit: false }],
  lineId: 'publicity',
  lineName: '质量宣传',
  officeName: '宝坻局',
  happenedOn: '2017-09-05',
  month: '2017-09',
};

beforeEach(() => {
  stage.reset();
  stage.answer('search.suggest', () => ok({ words: ['三同', '微课堂'] }));
  stage.answer('search.find', () => ok({ found: [found], nextCursor: null }));
});

async function open(words = ''): Promise<void> {
  if (words !== '') stage.params = { words };
  render(<SearchPage />);
  await settled();
}

describe('the search page', () => {
  it('suggests words, searches for the one that is pressed and remembers it on the device', async () => {
    await open();
    fireEvent.click(screen.getByText('三同'));
    await settled();
    expect(stage.sentTo('search.find').map(({ input }) => input)).toEqual([{ words: '三同' }]);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '要找的词' }).value).toBe('三同');
    fireEvent.input(screen.getByRole('textbox', { name: '要找的词' }), { target: { value: '' } });
    fireEvent.click(screen.getByRole('button', { name: '搜索' }));
    await settled();
    expect(screen.getByText('最近搜索')).toBeTruthy();
    fireEvent.click(screen.getByText('清除最近搜索'));
    expect(screen.queryByText('最近搜索')).toBeNull();
  });

  it('shows what was found in plain pieces and opens it', async () => {
    await open('质量');
    expect(screen.getByText('质量').className).toContain('hit');
    expect(screen.getByRole('link').textContent).toContain('宝坻局<b>质量群');
    fireEvent.click(screen.getByRole('link'));
    expect(stage.opened).toEqual(['/pages/article/index?id=baodi-wechat-group']);
  });

  it('advises where nothing was found, in one kind and in all', async () => {
    stage.answer('search.find', () => ok({ found: [], nextCursor: null }));
    await open('质量');
    expect(screen.getByText('没有找到')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: '课程' }));
    await settled();
    expect(stage.sentTo('search.find').at(-1)?.input).toEqual({ words: '质量', kind: 'lesson' });
    fireEvent.click(screen.getByText('在全部内容里找'));
    await settled();
    expect(screen.getByText('没有找到')).toBeTruthy();
  });
});
