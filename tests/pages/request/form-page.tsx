import { stage } from '../../support/taro/taro';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import FormPage from '../../../src/service/form';
import { forgetPerson } from '../../../src/platform/request/filing';
import { form, values } from '../sample-request';

/** The form as a person goes through it. */
export const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
export const select = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name });
export const box = (name: string) => screen.getByRole('checkbox', { name });
export const isOn = (name: string) => box(name).getAttribute('aria-checked') === 'true';
export const tick = (name: string) => fireEvent.click(box(name));
export const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
export const goOn = () => press('下一步');
export const send = () => press('提交申请');
export const sent = () => stage.sentTo('request.submit');
export const step = () => screen.getByText(/^第 \d 步，共 \d 步$/).textContent;

export function type(name: string, value: string) {
  fireEvent.input(field(name), { target: { value } });
  fireEvent.blur(field(name));
}

export const choose = (name: string, value: string) => fireEvent.change(select(name), { target: { value } });

/** What is wrong with a field, as its description for a screen reader. */
export function mistakeOf(control: HTMLElement): string | null {
  const id = control.getAttribute('aria-describedby');
  return id === null ? null : (document.getElementById(id)?.textContent ?? null);
}

export function fillInMatter() {
  choose('想问的方面', values.subjectId);
  choose('所在区域', values.areaId);
  type('具体情况', values.need);
  tick('9 月 12 日（周二）');
  tick('9 月 13 日（周三）');
}

export function fillInWho() {
  type('企业名称', values.firmName);
  type('统一社会信用代码', values.creditCode);
  type('联系人', values.contactName);
  type('联系电话', values.phone);
}

/** As far as the page where everything is looked over. */
export function fillIn() {
  fillInMatter();
  goOn();
  fillInWho();
  goOn();
}

export async function openForm() {
  const page = render(<FormPage />);
  await screen.findByText(/^第 \d 步/);
  return page;
}

/** The page is closed, and opened again later. */
export async function openAgain(page: { unmount: () => void }) {
  page.unmount();
  return openForm();
}

export async function openFilledIn() {
  const page = await openForm();
  fillIn();
  tick(form.consent);
  return page;
}

export const isFiled = (address: string) =>
  waitFor(() => {
    expect(stage.opened).toEqual([address]);
  });

/** A person with an empty phone who opens one kind of request. */
export function newPhone() {
  stage.reset();
  forgetPerson();
  stage.params = { kind: form.kindId };
}
