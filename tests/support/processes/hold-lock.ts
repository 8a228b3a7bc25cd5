import { FolderInUse, lockFolder } from '../../../server/storage/engine/embedded-lock';

// Tries to take a folder at the moment START_AT, says how it went, and stays.
const wait = Number(process.env.START_AT) - Date.now();
setTimeout(() => {
  try {
    lockFolder(process.argv[2] ?? '');
    process.stdout.write('won\n');
  } catch (error) {
    process.stdout.write(error instanceof FolderInUse ? 'in use\n' : `failed: ${String(error)}\n`);
  }
  setInterval(() => undefined, 60_000);
}, wait);
