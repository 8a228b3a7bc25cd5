import { openEmbedded } from '../../../server/storage/engine/embedded';
import { migrate } from '../../../server/storage/migrate';

// Opens a data folder, says which writes it finds, then writes one row after another and says each one's number once
// it is acknowledged, until it is killed.
async function run(folder: string, batch: string): Promise<void> {
  const onError = (error: Error) => {
    process.stderr.write(`${error.message}\n`);
  };
  const { db } = await openEmbedded(folder, { onError });
  await migrate(db);
  const rows = await db.selectFrom('lookupFailure').select('receiptNumber').execute();
  process.stdout.write(`found ${rows.map((row) => row.receiptNumber).join(',')}\nready\n`);
  for (let number = 0; ; number += 1) {
    const receiptNumber = `${batch}:${number}`;
    // Every other write is a transaction, as the product's are.
    if (number % 2 === 0) await db.insertInto('lookupFailure').values({ receiptNumber, at: new Date() }).execute();
    else await db.transaction().execute((trx) => trx.insertInto('lookupFailure').values({ receiptNumber, at: new Date() }).execute());
    process.stdout.write(`wrote ${receiptNumber}\n`);
  }
}

void run(process.argv[2] ?? '', process.argv[3] ?? '');
