import { ok, refused, stage } from '../../../support/taro/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { ManuscriptCheck, ManuscriptView, SavedManuscript } from '../../../../src/contract/newsroom/manuscript';
import ManuscriptPage from '../../../../src/newsroom/manuscript';
import { clean, content, manuscript } from '../sample-manuscript';

export const later = (ms = 0) => act(() => jest.advanceTimersByTimeAsync(ms));
export const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
export const body = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: '正文' });
export const type = (name: string, value: string) => fireEvent.input(screen.getByRole('textbox', { name }), { target: { value } });
export const saves = () => stage.sentTo('manuscript.save').map(({ input }) => input as { revision: number; content: typeof content });
export const savedAs = (revision: number): SavedManuscript => ({ id: manuscript.id, revision, state: 'draft', savedAt: '2017-09-07T09:20:05+08:00' });

export async function openManuscript(view: ManuscriptView = manuscript, check: ManuscriptCheck = clean) {
  stage.params = { id: view.id };
  stage.answer('manuscript.get', () => ok(view));
  stage.answer('manuscript.check', () => ok(check));
  const page = render(<ManuscriptPage />);
  await later(20);
  await later(20);
  return page;
}

export function sitAtDesk(): void {
  stage.reset();
  stage.wide = true;
  stage.answer('person.me', () => refused('not_found', '没有'));
}
