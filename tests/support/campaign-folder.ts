import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Database } from '../../server/storage/tables';

export const originalCampaign = join('campaigns', 'tianjin-2017');

/** A copy of the campaign's folder, to be edited as an editor does. */
export interface CampaignFolder {
  readonly path: string;
  readonly text: (file: string) => Promise<string>;
  /** Replaces the first occurrence of `from`, and tells the line on which it was. */
  readonly edit: (file: string, from: string, to: string) => Promise<number>;
  /** Takes a file, or a folder with its files, away. */
  readonly drop: (name: string) => Promise<void>;
  readonly remove: () => Promise<void>;
}

export async function copyCampaign(): Promise<CampaignFolder> {
  const path = await mkdtemp(join(tmpdir(), 'campaign-'));
  await cp(originalCampaign, path, { recursive: true });
  const text = (file: string): Promise<string> => readFile(join(path, file), 'utf8');
  return {
    path,
    text,
    edit: async (file, from, to) => {
      const before = await text(file);
      const at = before.indexOf(from);
      if (at < 0) throw new Error(`${file} does not say ${from}`);
      await writeFile(join(path, file), before.replace(from, () => to));
      return before.slice(0, at).split('\n').length;
    },
    drop: (name) => rm(join(path, name), { recursive: true }),
    remove: () => rm(path, { recursive: true }),
  };
}

interface BareRequest {
  readonly kind: string;
  readonly officeId: string;
  readonly areaId: string | null;
  readonly subjectId: string | null;
}

/** A request that says nothing but what content it depends on; one at a time. */
export async function insertBareRequest(db: Kysely<Database>, request: BareRequest): Promise<void> {
  await db
    .insertInto('serviceRequest')
    .values({
      ...request,
      id: '00000000-0000-4000-8000-000000000001',
      campaignId: 'tianjin-2017',
      receiptNumber: 'ZY1709000000',
      state: 'submitted',
      need: '',
      preferredDates: '[]',
      answers: '{}',
      personalAnswers: '{}',
      submittedAt: new Date('2017-09-01T00:00:00Z'),
      dueOn: '2017-09-08',
    })
    .execute();
}

/** Why something was refused; `accepted` when it was not. */
export const messageOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'accepted',
    (error: unknown) => (error as Error).message,
  );
