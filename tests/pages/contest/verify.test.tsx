import { ok, refused, stage } from '../../support/taro/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import type { CertificateCheck } from '../../../src/contract/contest/certificate';
import VerifyPage from '../../../src/contest/verify';
import { certificate } from './sample-certificate';

const { code, contestTitle, campaignName, organiser, issuedOn, valid } = certificate;
const check: CertificateCheck = { code, holderName: '李*', contestTitle, campaignName, organiser, issuedOn, valid };

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: '证书编号' });

function ask(code: string) {
  fireEvent.input(field(), { target: { value: code } });
  fireEvent.click(screen.getByRole('button', { name: '查验' }));
}

beforeEach(stage.reset);

describe('verifying a certificate', () => {
  it('says that it is genuine, with the name masked', async () => {
    stage.answer('certificate.verify', () => ok(check));
    render(<VerifyPage />);
    ask('34679 acdef ghjk');
    expect((await screen.findByRole('status')).textContent).toContain('证书真实有效');
    for (const words of ['34679-ACDEF-GHJK', '李*', '天津出入境检验检疫局', '2017 年 9 月 7 日']) expect(screen.getByText(words)).toBeTruthy();
    expect(stage.sentTo('certificate.verify')).toMatchObject([{ input: { code: '34679 acdef ghjk' } }]);
  });

  it('is asked for with the Enter key too, but not with the one that ends a word of an input method', async () => {
    stage.answer('certificate.verify', () => ok(check));
    render(<VerifyPage />);
    fireEvent.input(field(), { target: { value: check.code } });
    fireEvent.keyDown(field(), { key: 'Enter', isComposing: true });
    expect(stage.sentTo('certificate.verify')).toEqual([]);
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect((await screen.findByRole('status')).textContent).toContain('证书真实有效');
  });

  it('says that a certificate is no longer valid, and that its holder is not to blame', async () => {
    stage.answer('certificate.verify', () => ok({ ...check, valid: false }));
    render(<VerifyPage />);
    ask(check.code);
    expect((await screen.findByRole('status')).textContent).toMatch(/已经失效.*不是持证人的过错/);
  });

  it('says what to do when there is no such certificate', async () => {
    stage.answer('certificate.verify', () => refused('not_found', '没有找到您要看的内容。'));
    render(<VerifyPage />);
    ask(check.code);
    expect((await screen.findByRole('alert')).textContent).toContain('没有查到这个编号的证书');
  });

  it('says by the field that the code is mistyped', async () => {
    const message = '证书编号有误，可能是某一位写错了，请对照证书核对。';
    stage.answer('certificate.verify', () => refused('invalid_input', '有内容需要修改，请查看标出的各项。', { code: message }));
    render(<VerifyPage />);
    ask('34679 ACDEF GHJJ');
    expect((await screen.findByRole('alert')).textContent).toBe(message);
    expect(field().getAttribute('aria-invalid')).toBe('true');
  });

  it('asks at once about the certificate that a link names', async () => {
    stage.params = { code: check.code };
    stage.answer('certificate.verify', () => ok(check));
    render(<VerifyPage />);
    expect((await screen.findByRole('status')).textContent).toContain('证书真实有效');
    expect(field().value).toBe(check.code);
  });

  it('keeps what was typed when the network fails', async () => {
    render(<VerifyPage />);
    ask('34679');
    expect((await screen.findByRole('alert')).textContent).toContain('没有连上服务');
    expect(field().value).toBe('34679');
  });
});
