import fs, { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openEmbedded } from '../../../server/storage/engine/embedded';
import { FolderInUse, lockFolder } from '../../../server/storage/engine/embedded-lock';
import { migrate } from '../../../server/storage/migrate';
import { runScript } from '../../support/processes/child';
import { openTestDatabase } from '../../support/test-database';

const folder = mkdtempSync(join(tmpdir(), 'quality-month-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const onError = (error: Error) => {
  throw error;
};

describe('the lock on a data folder', () => {
  const fresh = () => mkdtempSync(join(folder, 'lock-'));
  const hold = (path: string, holder: object) => {
    writeFileSync(join(path, 'in-use.4'), JSON.stringify(holder));
  };

  it('refuses while it is held, naming the process and the folder, and lets in afterwards', () => {
    const path = fresh();
    const unlock = lockFolder(path);
    expect(() => lockFolder(path)).toThrow(FolderInUse);
    expect(() => lockFolder(path)).toThrow(`The data folder ${path} is in use by process ${process.pid}.`);
    unlock();
    unlock();
    lockFolder(path)();
  });

  it('is taken over from a process that is gone', () => {
    const path = fresh();
    hold(path, { pid: 2 ** 22 + 1, started: '1' });
    lockFolder(path)();
  });

  it('is taken over when another process has come to the same number', () => {
    const path = fresh();
    hold(path, { pid: process.pid, started: 'long ago' });
    lockFolder(path)();
  });

  it('is taken over from a file that was never whole', () => {
    const path = fresh();
    writeFileSync(join(path, 'in-use.7'), '{"pid":');
    lockFolder(path)();
  });

  it('leaves one file, whose number only grows', () => {
    const path = fresh();
    for (let time = 0; time < 3; time += 1) lockFolder(path)();
    expect(readdirSync(path)).toEqual(['in-use.3']);
  });

  it('is won by exactly one of several processes, from a stale holder too', async () => {
    for (let round = 0; round < 3; round += 1) {
      const path = fresh();
      hold(path, { pid: 2 ** 22 + 1, started: '1' });
      const starters = Array.from({ length: 6 }, () => runScript('tests/support/processes/hold-lock.ts', { START_AT: String(Date.now() + 1500) }, [path]));
      const outcomes = await Promise.all(starters.map((starter) => starter.says(/won|in use/)));
      expect(outcomes.filter(([word]) => word === 'won')).toHaveLength(1);
      for (const starter of starters) starter.kill('SIGKILL');
      await Promise.all(starters.map(({ ended }) => ended));
    }
  });
});

describe('the embedded engine on a folder', () => {
  const path = join(folder, 'data');

  it('syncs to the disk with every commit', async () => {
    const store = await openEmbedded(path, { onError });
    const settings = await sql<{ fsync: string; method: string; commit: string }>`select current_setting('fsync') as fsync, current_setting('wal_sync_method') as method, current_setting('synchronous_commit') as commit`.execute(store.db);
    expect(settings.rows).toEqual([{ fsync: 'on', method: 'fsync', commit: 'on' }]);
    await migrate(store.db);
    const fsync = jest.spyOn(fs, 'fsyncSync');
    for (let number = 0; number < 20; number += 1) {
      await store.db.insertInto('lookupFailure').values({ receiptNumber: String(number), at: new Date() }).execute();
    }
    expect(fsync.mock.calls.length).toBeGreaterThanOrEqual(20);
    fsync.mockRestore();
    await store.close();
  });

  it('throws away what an interrupted first start left', async () => {
    const broken = join(folder, 'broken');
    mkdirSync(join(broken, 'database'), { recursive: true });
    writeFileSync(join(broken, 'database', 'PG_VERSION'), '18\n');
    const store = await openEmbedded(broken, { onError });
    expect((await sql<{ one: number }>`select 1 as one`.execute(store.db)).rows).toEqual([{ one: 1 }]);
    await store.close();
  });
});

describe('both engines', () => {
  it('read values as the tables say', async () => {
    const store = await openTestDatabase();
    const { rows } = await sql`select date '2017-09-07' as a_date, timestamptz '2017-09-07 09:00+08' as an_instant, 5::int8 as small, 9007199254740993::int8 as large,
      '{"snake_case": [1, {"inner_key": null}]}'::jsonb as document, true as yes, 1.5::float8 as real, array['a','b'] as list, null as nothing`.execute(store.db);
    expect(rows).toEqual([
      {
        aDate: '2017-09-07',
        anInstant: new Date('2017-09-07T01:00:00Z'),
        small: 5,
        large: '9007199254740993',
        document: { snake_case: [1, { inner_key: null }] },
        yes: true,
        real: 1.5,
        list: ['a', 'b'],
        nothing: null,
      },
    ]);
    await store.close();
  });

  it('go on after a failed statement and after a transaction that was rolled back', async () => {
    const store = await openTestDatabase();
    await expect(sql`select 1/0`.execute(store.db)).rejects.toThrow('division by zero');
    await expect(store.db.transaction().execute((trx) => sql`select * from no_such`.execute(trx))).rejects.toThrow('no_such');
    expect((await sql<{ one: number }>`select 1 as one`.execute(store.db)).rows).toEqual([{ one: 1 }]);
    await store.close();
  });
});
