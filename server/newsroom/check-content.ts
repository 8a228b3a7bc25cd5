import type { Kysely } from 'kysely';
import type { ManuscriptCheck } from '../../src/contract/newsroom/manuscript';
import type { ManuscriptContent } from '../../src/contract/newsroom/content';
import type { EditorialField } from '../../src/domain/editorial/finding';
import { lint } from '../../src/domain/editorial/lint';
import { detailsOfKind, missingIn } from '../../src/domain/manuscript/whole';
import { problemWords } from '../article/problem-words';
import { renderArticle } from '../article/render-article';
import type { Campaign } from '../campaign/schema';
import type { Database } from '../storage/tables';
import { existingLinks, linksIn } from './links';
import { pictureLookup } from './pictures';
import { brokenReferences, pictureFault, placeFaults, type Faults } from './references';

/** What the newsroom has to say about a content, with its body as it will be shown. */
export async function checkContent(db: Kysely<Database>, campaign: Campaign, content: ManuscriptContent): Promise<ManuscriptCheck> {
  const { blocks, problems } = renderArticle(content.markdown, await pictureLookup(db, campaign.id, content.markdown));
  const { theme, organiser, startsOn, endsOn, offices } = campaign;
  const links = linksIn(blocks);
  const exists = await existingLinks(db, campaign, links);
  const officeNames = offices.flatMap(({ name, shortName }) => [name, shortName]);
  return {
    blocks,
    problems: problems.map((problem) => ({ line: problem.line, message: problemWords(problem) })),
    findings: lint({ ...content, body: content.markdown, links, details: detailsOfKind(content.kind, content.details) }, { theme, organiser, officeNames, startsOn, endsOn, exists }),
    missing: { ...missingIn(content), ...(await brokenReferences(db, campaign, content)), ...(await placeFaults(db, campaign, content)), ...(await pictureFault(db, campaign, content)) },
  };
}

// What the linter calls differently from the content.
const fieldNames: Readonly<Partial<Record<EditorialField, string>>> = { body: 'markdown', cover: 'cover.alt' };

/** What keeps a content from being submitted, by field; null when nothing does. Of several about one field the first stands. */
export function faultsOf({ problems, findings, missing }: Omit<ManuscriptCheck, 'blocks'>): Faults | null {
  const musts = findings.filter(({ severity }) => severity === 'must').reverse();
  const [problem] = problems;
  const faults = {
    ...Object.fromEntries(musts.map(({ field, message }) => [fieldNames[field] ?? field, message])),
    ...(problem && { markdown: `正文第 ${problem.line} 行：${problem.message}` }),
    ...missing,
  };
  return Object.keys(faults).length === 0 ? null : faults;
}
