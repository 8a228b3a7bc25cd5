import { refused, settled, stage } from '../../../support/taro/taro';
import { act, screen } from '@testing-library/react';
import { answersIn, choose, open, press, reachServer, saved } from './scene';

beforeEach(reachServer);

describe('answering', () => {
  it('sends each answer in the background, with a revision above all before', async () => {
    await open({ revision: 7 });
    choose(/中文/);
    await settled();
    expect(screen.getByText('答案已保存')).toBeTruthy();
    press('下一题');
    choose(/原产地/);
    await settled();
    choose(/代理商/);
    await settled();
    choose(/原产地/);
    await settled();
    expect(answersIn('contest.save')).toEqual([
      [{ questionId: 'q-1', chosen: [1], revision: 8 }],
      [{ questionId: 'q-2', chosen: [0], revision: 9 }],
      [{ questionId: 'q-2', chosen: [0, 1], revision: 10 }],
      [{ questionId: 'q-2', chosen: [1], revision: 11 }],
    ]);
  });

  it('merges what is chosen while a call is under way, and sends one call at a time', async () => {
    let give: (reply: ReturnType<typeof saved>) => void = () => undefined;
    stage.answer('contest.save', () => new Promise((resolve) => (give = resolve)));
    await open();
    choose(/中文/);
    await settled();
    choose(/英文/);
    choose(/中文/);
    await settled();
    expect(screen.getByText('正在保存')).toBeTruthy();
    expect(stage.sentTo('contest.save')).toHaveLength(1);
    stage.answer('contest.save', () => saved());
    give(saved());
    await settled();
    expect(answersIn('contest.save')).toEqual([[{ questionId: 'q-1', chosen: [1], revision: 1 }], [{ questionId: 'q-1', chosen: [1], revision: 3 }]]);
    expect(screen.getByText('答案已保存')).toBeTruthy();
  });

  it('says why answers are refused', async () => {
    stage.answer('contest.save', () => refused('not_found', '没有找到这份答卷。'));
    await open();
    choose(/中文/);
    await settled();
    expect(screen.getByRole('alert').textContent).toBe('答案没有保存成功。没有找到这份答卷。');
    expect(screen.getByRole('radio', { name: /中文/ }).getAttribute('aria-checked')).toBe('true');
  });

  it('takes over what another device has answered later, and says so', async () => {
    stage.answer('contest.save', () => saved({ revision: 9, newer: [{ questionId: 'q-1', chosen: [0] }] }));
    await open();
    choose(/中文/);
    await settled();
    expect(screen.getByRole('radio', { name: /英文/ }).getAttribute('aria-checked')).toBe('true');
    expect(stage.said).toEqual(['第 1 题在另一台设备上改过，已经更新']);
    stage.answer('contest.save', () => saved({ revision: 10 }));
    choose(/中文/);
    await settled();
    expect(answersIn('contest.save').at(-1)).toEqual([{ questionId: 'q-1', chosen: [1], revision: 10 }]);
  });

  it('counts each time the page is out of sight', async () => {
    await open();
    for (let time = 0; time < 2; time += 1) {
      act(() => {
        stage.happen('didHide');
        stage.happen('didShow');
      });
      await settled();
    }
    choose(/中文/);
    await settled();
    expect(stage.sentTo('contest.save')).toMatchObject([{ input: { hiddenCount: 2 } }]);
  });
});
