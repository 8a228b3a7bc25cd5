import { ok, refused, stage } from '../support/taro/taro';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ArticlePage } from '../../src/contract/article';
import NewsPage from '../../src/pages/news';
import { article } from './sample-article';

const filters: ArticlePage['filters'] = {
  offices: [{ id: 'donggang', name: '东港局' }],
  lines: [{ id: 'service', name: '服务类' }],
  sections: [],
};

const page = (titles: string[], nextCursor: string | null = null): ArticlePage => ({
  pinned: [],
  articles: titles.map((title) => ({ ...article, id: title, title })),
  nextCursor,
  filters,
});

const rows = () => screen.queryAllByRole('link', { name: /东港局$/ }).map(({ textContent }) => /第.条/.exec(textContent)?.[0]);
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));
const asked = () => stage.sentTo('article.list').map(({ input }) => input);

async function openNews() {
  render(<NewsPage />);
  await screen.findByRole('radiogroup', { name: '类别' });
}

beforeEach(() => {
  stage.reset();
  stage.answer('article.list', ({ cursor }) => ok(cursor === undefined ? page(['第一条', '第二条'], 'next') : { ...page(['第三条']), filters: null }));
});

describe('the news', () => {
  it('opens an article', async () => {
    await openNews();
    fireEvent.click(screen.getByRole('link', { name: /第二条/ }));
    expect(stage.opened).toEqual([`/pages/article/index?id=${encodeURIComponent('第二条')}`]);
  });

  it('begins with what is pinned, and says so', async () => {
    stage.answer('article.list', ({ cursor }) => {
      if (cursor !== undefined) return ok({ ...page(['第三条']), filters: null });
      return ok({ ...page(['第一条', '第二条'], 'next'), pinned: [{ ...article, id: '第零条', title: '第零条' }] });
    });
    await openNews();
    fireEvent.click(screen.getByRole('button', { name: '加载更多' }));
    await screen.findByText('没有更多了');
    expect(rows()).toEqual(['第零条', '第一条', '第二条', '第三条']);
    expect(screen.getAllByRole('link', { name: /置顶/ }).map(({ textContent }) => textContent)).toEqual([expect.stringContaining('第零条')]);
  });

  it('starts anew with the line and the office chosen', async () => {
    await openNews();
    choose('服务类');
    await waitFor(() => {
      expect(rows()).toHaveLength(2);
    });
    choose('东港局');
    await waitFor(() => {
      expect(rows()).toHaveLength(2);
    });
    choose('全部类别');
    await waitFor(() => {
      expect(rows()).toHaveLength(2);
    });
    expect(asked()).toEqual([{}, { lineId: 'service' }, { lineId: 'service', officeId: 'donggang' }, { officeId: 'donggang' }]);
    expect(screen.getByRole('radio', { name: '东港局' }).getAttribute('aria-checked')).toBe('true');
  });

  it('adds the next page at the end of the list', async () => {
    await openNews();
    act(() => {
      stage.happen('reachBottom');
    });
    expect(await screen.findByText('没有更多了')).toBeTruthy();
    expect(rows()).toEqual(['第一条', '第二条', '第三条']);
    expect(asked()).toEqual([{}, { cursor: 'next' }]);
    act(() => {
      stage.happen('reachBottom');
    });
    expect(asked()).toHaveLength(2);
  });

  it('keeps its rows when a later page fails, and fetches that page again', async () => {
    await openNews();
    const answer = ({ cursor }: { cursor?: string | undefined }) => ok(page([cursor === 'next' ? '第三条' : '第一条']));
    stage.answer('article.list', () => refused('unavailable', '服务暂时繁忙，请稍后重试。'));
    fireEvent.click(screen.getByRole('button', { name: '加载更多' }));
    const again = await screen.findByRole('button', { name: '没有加载成功，重试' });
    expect(rows()).toEqual(['第一条', '第二条']);
    stage.answer('article.list', answer);
    fireEvent.click(again);
    await screen.findByText('没有更多了');
    expect(rows()).toEqual(['第一条', '第二条', '第三条']);
  });

  it('says what will come where there is nothing yet, and leads back to everything', async () => {
    stage.answer('article.list', ({ lineId }) => ok(page(lineId === undefined ? ['第一条'] : [])));
    await openNews();
    choose('服务类');
    expect(await screen.findByText('单位发布之后，会显示在这里。')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '看全部资讯' }));
    await waitFor(() => {
      expect(rows()).toEqual(['第一条']);
    });
  });

  it('offers no way to everything where everything is nothing', async () => {
    stage.answer('article.list', () => ok(page([])));
    await openNews();
    expect(screen.getByText('还没有资讯')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '看全部资讯' })).toBeNull();
  });

  it('says that it could not be read, which is not the same as nothing', async () => {
    stage.goOffline('article.list');
    render(<NewsPage />);
    expect((await screen.findByRole('alert')).textContent).toContain('没有连上服务');
    expect(screen.queryByText(/还没有/)).toBeNull();
  });

  it('reads the list again when it is pulled down', async () => {
    await openNews();
    stage.answer('article.list', () => ok(page(['第九条', '第一条'])));
    act(() => {
      stage.happen('pullDownRefresh');
    });
    await screen.findByText('第九条');
    expect(rows()).toEqual(['第九条', '第一条']);
    expect(stage.refreshing).toBe(false);
  });
});
