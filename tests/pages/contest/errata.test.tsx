import { ok, stage } from '../../support/taro/taro';
import { render, screen } from '@testing-library/react';
import type { ErratumView } from '../../../src/contract/contest/office';
import ErrataPage from '../../../src/contest/errata';

const erratum: ErratumView = {
  questionId: 'basics-001',
  stem: '计量单位“千克”是哪个量的单位？',
  kind: 'void',
  reason: '题干没有写清楚，两个选项都成立。',
  decidedAt: '2017-09-12T15:00:00+08:00',
  affectedCount: 128,
  rescored: true,
};

async function openErrata(...errata: ErratumView[]) {
  stage.answer('erratum.list', () => ok({ errata }));
  const { container } = render(<ErrataPage />);
  await screen.findByRole('heading', { level: 2 });
  return container.textContent;
}

beforeEach(stage.reset);

describe('the errata', () => {
  it('tell what was decided, why, when, and what became of the results', async () => {
    const text = await openErrata(erratum);
    for (const words of ['作废', '题干没有写清楚，两个选项都成立。', '9 月 12 日 15:00', '凡抽到它的答卷都计这道题的满分', '涉及 128 份答卷，已全部重新计分']) {
      expect(text).toContain(words);
    }
  });

  it('tell that results are still being graded anew', async () => {
    expect(await openErrata({ ...erratum, kind: 'correct', rescored: false })).toContain('按更正后的答案重新计分。涉及 128 份答卷，正在重新计分。');
  });

  it('say that there are none', async () => {
    stage.answer('erratum.list', () => ok({ errata: [] }));
    render(<ErrataPage />);
    expect(await screen.findByText('没有更正过题目')).toBeTruthy();
  });

  it('do not take a failure for none', async () => {
    render(<ErrataPage />);
    expect((await screen.findByRole('alert')).textContent).toContain('没有连上服务');
    expect(screen.queryByText('没有更正过题目')).toBeNull();
  });
});
