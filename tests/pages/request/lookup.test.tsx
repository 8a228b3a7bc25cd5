import { ok, refused, stage } from '../../support/taro/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import LookupPage from '../../../src/service/lookup';
import { request } from '../sample-request';

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });

function ask(receiptNumber = 'zy 1709 042 137', phoneTail = '1234') {
  fireEvent.input(field('受理编号'), { target: { value: receiptNumber } });
  fireEvent.input(field('联系电话后四位'), { target: { value: phoneTail } });
  fireEvent.click(screen.getByRole('button', { name: '查询' }));
}

beforeEach(stage.reset);

describe('looking a request up by its number', () => {
  it('shows where the request stands', async () => {
    stage.answer('request.lookup', () => ok(request));
    render(<LookupPage />);
    ask();
    expect(await screen.findByText('ZY 1709 042 137')).toBeTruthy();
    expect(screen.getByText('已提交，等待受理')).toBeTruthy();
    expect(screen.getByLabelText('接下来：专家上门')).toBeTruthy();
    expect(stage.sentTo('request.lookup')).toMatchObject([{ input: { receiptNumber: 'zy 1709 042 137', phoneTail: '1234' } }]);
  });

  it('says by its field what is mistyped', async () => {
    const message = '受理编号有误，可能是某一位写错了，请对照回执核对。';
    stage.answer('request.lookup', () => refused('invalid_input', '有内容需要修改，请查看标出的各项。', { receiptNumber: message }));
    render(<LookupPage />);
    ask('ZY1709042138');
    expect((await screen.findByRole('alert')).textContent).toBe(message);
    expect(field('受理编号').getAttribute('aria-invalid')).toBe('true');
    expect(field('联系电话后四位').getAttribute('aria-invalid')).toBe('false');
  });

  it.each([
    ['not_found', '没有找到这份申请，请核对编号和电话后四位。'],
    ['too_many_tries', '尝试次数过多，请一小时后再试。'],
  ] as const)('says what the server says: %s', async (code, message) => {
    stage.answer('request.lookup', () => refused(code, message));
    render(<LookupPage />);
    ask();
    expect((await screen.findByRole('alert')).textContent).toBe(message);
  });

  it('keeps what was typed when the network fails, and asks again', async () => {
    render(<LookupPage />);
    ask();
    expect((await screen.findByRole('alert')).textContent).toContain('没有连上服务');
    expect(field('受理编号').value).toBe('zy 1709 042 137');
    stage.answer('request.lookup', () => ok(request));
    fireEvent.click(screen.getByRole('button', { name: '查询' }));
    expect(await screen.findByText('ZY 1709 042 137')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('shows no longer what was found before when another number is not found', async () => {
    stage.answer('request.lookup', () => ok(request));
    render(<LookupPage />);
    ask();
    await screen.findByText('ZY 1709 042 137');
    stage.answer('request.lookup', () => refused('not_found', '没有找到这份申请。'));
    ask('ZY1709042145');
    await screen.findByRole('alert');
    expect(screen.queryByText('ZY 1709 042 137')).toBeNull();
  });
});
