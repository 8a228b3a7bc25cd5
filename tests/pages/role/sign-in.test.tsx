import { ok, refused, settled, stage } from '../../support/taro/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { PairingOutcome, StartedPairing } from '../../../src/contract/pairing';
import SignInPage from '../../../src/officer/sign-in';

const pairing: StartedPairing = { id: 'pairing-1', secret: 'secret-1', code: '048213', expiresAt: '2017-09-07T09:05:00+08:00' };
const confirmed: PairingOutcome = {
  state: 'confirmed',
  session: { token: 'desktop-token', expiresAt: '2017-09-07T21:00:00+08:00', person: { id: 'p-1', kind: 'wechat', label: '微信用户' } },
};

async function openPage() {
  stage.answer('pairing.start', () => ok(pairing));
  render(<SignInPage />);
  await settled();
}

const pass = async (ms: number) => {
  await act(() => jest.advanceTimersByTimeAsync(ms));
};

beforeEach(() => {
  stage.reset();
  jest.useFakeTimers({ advanceTimers: true });
});
afterEach(() => {
  jest.useRealTimers();
});

describe('signing in at a desktop', () => {
  it('shows six digits, grouped, and the same as a code for the camera', async () => {
    await openPage();
    expect(screen.getByText('048 213')).toBeTruthy();
    // Behind the quiet zone, the upper edge of what a camera looks for first.
    expect(screen.getByRole('img', { name: '登录二维码' }).querySelector('path')?.getAttribute('d')).toMatch(/^M4 4h7v1h-7z/);
  });

  it('waits for the confirmation, then goes on as that person', async () => {
    stage.answer('pairing.take', () => ok({ state: 'waiting' }));
    await openPage();
    await pass(2_500);
    await pass(2_500);
    expect(stage.sentTo('pairing.take').map(({ input }) => input)).toEqual([
      { id: 'pairing-1', secret: 'secret-1' },
      { id: 'pairing-1', secret: 'secret-1' },
    ]);
    expect(stage.opened).toEqual([]);
    stage.answer('pairing.take', () => ok(confirmed));
    await pass(2_500);
    expect(stage.opened).toEqual(['/pages/me/index']);
    expect(localStorage.getItem('session')).toContain('desktop-token');
    await pass(10_000);
    expect(stage.sentTo('pairing.take')).toHaveLength(3);
  });

  it('goes on asking when the network comes back', async () => {
    await openPage();
    await pass(2_500);
    expect(screen.getByText(/正在重新连接/)).toBeTruthy();
    stage.answer('pairing.take', () => ok({ state: 'waiting' }));
    await pass(2_500);
    expect(screen.queryByText(/正在重新连接/)).toBeNull();
  });

  it('offers new digits when these have expired', async () => {
    stage.answer('pairing.take', () => refused('not_found', '这组数字已经失效，请重新获取。'));
    await openPage();
    await pass(2_500);
    expect(screen.getByRole('alert').textContent).toContain('已经失效');
    expect(screen.queryByText('048 213')).toBeNull();
    stage.answer('pairing.start', () => ok({ ...pairing, id: 'pairing-2', code: '777001' }));
    fireEvent.click(screen.getByRole('button', { name: '重新获取' }));
    await settled();
    expect(screen.getByText('777 001')).toBeTruthy();
  });

  it('asks no more once the page was left', async () => {
    stage.answer('pairing.take', () => ok({ state: 'waiting' }));
    stage.answer('pairing.start', () => ok(pairing));
    const { unmount } = render(<SignInPage />);
    await settled();
    unmount();
    await pass(10_000);
    expect(stage.sentTo('pairing.take')).toEqual([]);
  });
});
