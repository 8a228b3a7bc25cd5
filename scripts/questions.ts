import { readConfiguration } from '../server/application/configuration';
import { exportQuestions, importQuestions } from './question-bank/exchange';

const USAGE = `npm run questions -- export <file.xlsx>
npm run questions -- import <file.xlsx>            what it would change
npm run questions -- import <file.xlsx> --write    changes it`;

const listed = (what: string, ids: readonly string[]): string => `${what} ${ids.length}${ids.length === 0 ? '' : `: ${ids.join(', ')}`}`;

async function run([verb, file, option]: readonly string[]): Promise<string> {
  const { campaignFolder } = readConfiguration(process.env);
  if (file === undefined || (option !== undefined && option !== '--write')) throw new Error(USAGE);
  if (verb === 'export' && option === undefined) return `${await exportQuestions(campaignFolder, file)} questions of ${campaignFolder} are in ${file}.`;
  if (verb !== 'import') throw new Error(USAGE);
  const write = option === '--write';
  const { added, changed, removed, files } = await importQuestions(campaignFolder, file, { write });
  const outcome = files.length === 0 ? 'No file changes.' : `${write ? 'Written' : 'Would be written, with --write'}: ${files.join(', ')}`;
  return [listed('Added', added), listed('Changed', changed), listed('Removed', removed), outcome].join('\n');
}

run(process.argv.slice(2)).then(
  (answer) => {
    console.log(answer);
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
