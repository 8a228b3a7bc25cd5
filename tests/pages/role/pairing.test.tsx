import { ok, refused, stage } from '../../support/taro/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import type { AskedPairing } from '../../../src/contract/pairing';
import PairingPage from '../../../src/officer/pairing';

const asked: AskedPairing = { id: 'pairing-1', startedAt: '2017-09-07T09:00:00+08:00', expiresAt: '2017-09-07T09:05:00+08:00' };

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

function type(code: string) {
  fireEvent.input(screen.getByRole('textbox', { name: '六位数字' }), { target: { value: code } });
  press('下一步');
}

beforeEach(stage.reset);

describe('confirming a desktop', () => {
  it('shows what asks before anything is confirmed', async () => {
    stage.answer('pairing.get', () => ok(asked));
    stage.answer('pairing.confirm', () => ok({ id: asked.id }));
    render(<PairingPage />);
    type('048 213');
    expect(await screen.findByText('一台电脑要用您的身份登录')).toBeTruthy();
    expect(screen.getByText(/9 月 7 日 09:00 发起/)).toBeTruthy();
    expect(stage.sentTo('pairing.get')).toMatchObject([{ input: { code: '048213' } }]);
    expect(stage.sentTo('pairing.confirm')).toEqual([]);
    press('确认登录');
    expect((await screen.findByRole('alert')).textContent).toContain('已确认');
    expect(stage.sentTo('pairing.confirm')).toMatchObject([{ input: { id: 'pairing-1' } }]);
  });

  it('is given up with one tap', async () => {
    stage.answer('pairing.get', () => ok(asked));
    render(<PairingPage />);
    type('048213');
    await screen.findByText('一台电脑要用您的身份登录');
    press('不是我');
    expect(screen.getByRole('textbox', { name: '六位数字' })).toBeTruthy();
    expect(stage.sentTo('pairing.confirm')).toEqual([]);
  });

  it('does not ask the server about what are not six digits', () => {
    render(<PairingPage />);
    type('04821');
    expect(screen.getByRole('alert').textContent).toBe('请填写电脑上显示的六位数字。');
    expect(stage.sent).toEqual([]);
  });

  it.each([
    ['not_found', '没有找到这组数字，请核对电脑屏幕；超过五分钟的，请在电脑上重新获取。'],
    ['too_many_tries', '尝试次数过多，请一小时后再试。'],
  ] as const)('says what the server says: %s', async (code, message) => {
    stage.answer('pairing.get', () => refused(code, message));
    render(<PairingPage />);
    type('048213');
    expect((await screen.findByRole('alert')).textContent).toBe(message);
  });

  it('says that it was too late', async () => {
    stage.answer('pairing.get', () => ok(asked));
    stage.answer('pairing.confirm', () => refused('not_found', '这次登录已经失效，请在电脑上重新获取六位数字。'));
    render(<PairingPage />);
    type('048213');
    await screen.findByText('一台电脑要用您的身份登录');
    press('确认登录');
    expect((await screen.findByRole('alert')).textContent).toContain('已经失效');
  });
});
