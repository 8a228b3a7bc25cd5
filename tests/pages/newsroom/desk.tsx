import { fireEvent, render, screen } from '@testing-library/react';
import type { ManuscriptView, VersionView } from '../../../src/contract/newsroom/manuscript';
import ManuscriptPage from '../../../src/newsroom/manuscript';
import { ok, settled, stage } from '../../support/taro/taro';
import { clean, content, hers, manuscript, versionRow } from './sample-manuscript';

export const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
export const part = (name: string | RegExp) => fireEvent.click(screen.getByRole('tab', { name }));
export const inReview: ManuscriptView = { ...manuscript, state: 'in-review', may: ['approve', 'return'], mine: false, ownWork: false, submitted: hers };
export const published: ManuscriptView = { ...manuscript, state: 'published', may: ['save', 'pin', 'withdraw'], publishedVersion: 2, public: { publishedAt: '2017-09-07T10:00:00+08:00', pinnedUntil: null, current: true } };
export const version = (number: number, markdown: string): VersionView => ({ ...versionRow(number), content: { ...content, markdown } });

/** Opens its desk, with nothing to mend. */
export async function openManuscript(view: ManuscriptView) {
  stage.params = { id: view.id };
  stage.answer('manuscript.get', () => ok(view));
  stage.answer('manuscript.check', () => ok(clean));
  render(<ManuscriptPage />);
  await screen.findByRole('tab', { name: '流程' });
  await settled();
}
