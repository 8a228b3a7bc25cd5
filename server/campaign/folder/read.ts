import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as v from 'valibot';
import { MEDIA_PICTURE, type PictureLookup, type PictureSize } from '../../article/picture-reference';
import { renderArticle } from '../../article/render-article';
import { inspect } from '../../attachment/content/inspect';
import { bodyMistake } from './body-mistake';
import { assembleContent, type Body, type CampaignContent } from './content';
import { crossReferenceMistakes } from './references/cross-references';
import { checklistFile } from './checklist';
import { essayCallFile } from './essay-call';
import { splitFrontMatter } from './front-matter';
import { CampaignMistakes, type Mistake } from './mistakes';
import type { CampaignSources } from './references/references';
import { requestKindFile } from './request-kind';
import {
  activitiesFile,
  areasFile,
  articleFrontMatter,
  campaignFile,
  contestFile,
  officesFile,
  questionsFile,
  type ArticleFrontMatter,
} from '../schema';
import { readYaml, type Reading, type Source } from './yaml-source';

interface ArticleReading {
  readonly reading: Reading<ArticleFrontMatter>;
  readonly body: Body;
  readonly mistakes: readonly Mistake[];
}

const isMissing = (error: unknown): boolean => typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';

async function namesIn(folder: string, ending: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith(ending) && !name.startsWith('.')).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function readYamlFile<Schema extends v.GenericSchema>(folder: string, file: string, schema: Schema): Promise<Reading<v.InferOutput<Schema>>> {
  try {
    return readYaml(file, await readFile(join(folder, file), 'utf8'), schema);
  } catch (error) {
    if (isMissing(error)) return { ok: false, mistakes: [{ file, line: 1, key: '', problem: 'expected this file; there is none' }] };
    throw error;
  }
}

/** Null where the campaign goes without the file. */
const readYamlFileIfAny = async <Schema extends v.GenericSchema>(folder: string, file: string, schema: Schema): Promise<Reading<v.InferOutput<Schema>> | null> =>
  (await namesIn(folder, '.yaml')).includes(file) ? readYamlFile(folder, file, schema) : null;

const readYamlFiles = async <Schema extends v.GenericSchema>(folder: string, inside: string, schema: Schema): Promise<Reading<v.InferOutput<Schema>>[]> =>
  Promise.all((await namesIn(join(folder, inside), '.yaml')).map((name) => readYamlFile(folder, `${inside}/${name}`, schema)));

const NO_BODY: Body = { markdown: '', blocks: [] };

async function readArticle(folder: string, file: string, pictures: PictureLookup): Promise<ArticleReading> {
  const parts = splitFrontMatter(file, await readFile(join(folder, file), 'utf8'));
  if ('problem' in parts) return { reading: { ok: false, mistakes: [parts] }, body: NO_BODY, mistakes: [] };
  const reading = readYaml(file, parts.yaml, articleFrontMatter, parts.yamlLine);
  const { blocks, problems } = renderArticle(parts.body, pictures);
  const mistakes = problems.map((problem) => ({ file, line: parts.bodyLine + problem.line - 1, key: '', problem: bodyMistake(problem) }));
  return { reading, body: { markdown: parts.body.trim(), blocks }, mistakes };
}

/** What bodies may show of the folder media/: the pictures whose size their header tells. */
async function picturesIn(folder: string, names: readonly string[]): Promise<PictureLookup> {
  const sizes = new Map<string, PictureSize>();
  for (const name of names) {
    const reference = `media:${name}`;
    if (!MEDIA_PICTURE.test(reference)) continue;
    const inspected = inspect(await readFile(join(folder, name)));
    if ('size' in inspected && inspected.size !== null) sizes.set(reference, inspected.size);
  }
  return (reference) => sizes.get(reference) ?? null;
}

const mistakesOf = (readings: readonly Reading<unknown>[]): Mistake[] =>
  readings.flatMap((reading) => (reading.ok ? [] : reading.mistakes));

const sourcesOf = <Value>(readings: readonly Reading<Value>[]): Source<Value>[] =>
  readings.flatMap((reading) => (reading.ok ? [reading.source] : []));

/** A campaign's files, and the articles' bodies in the order of `sources.articles`. */
interface CampaignFiles {
  readonly sources: CampaignSources;
  readonly bodies: readonly Body[];
}

/**
 * Reads a campaign's folder: campaign.yaml, offices.yaml, areas.yaml, activities.yaml, requests/*.yaml, checklists/*.yaml, contest.yaml and
 * essays.yaml if there are, articles/*.md, questions/*.yaml and the names in media/. What the files say of each other is not looked at.
 *
 * @throws CampaignMistakes with every mistake of every file
 */
export async function readCampaignFiles(folder: string): Promise<CampaignFiles> {
  const media = await namesIn(join(folder, 'media'), '');
  const pictures = await picturesIn(join(folder, 'media'), media);
  const [campaign, offices, areas, activities, requestKinds, checklists, contest, essayCall, articles, topics] = await Promise.all([
    readYamlFile(folder, 'campaign.yaml', campaignFile),
    readYamlFile(folder, 'offices.yaml', officesFile),
    readYamlFile(folder, 'areas.yaml', areasFile),
    readYamlFile(folder, 'activities.yaml', activitiesFile),
    readYamlFiles(folder, 'requests', requestKindFile),
    readYamlFiles(folder, 'checklists', checklistFile),
    readYamlFileIfAny(folder, 'contest.yaml', contestFile),
    readYamlFileIfAny(folder, 'essays.yaml', essayCallFile),
    namesIn(join(folder, 'articles'), '.md').then((names) => Promise.all(names.map((name) => readArticle(folder, `articles/${name}`, pictures)))),
    readYamlFiles(folder, 'questions', questionsFile),
  ]);

  const articleReadings = articles.map(({ reading }) => reading);
  const mistakes = [
    ...mistakesOf([campaign, offices, areas, activities, ...requestKinds, ...checklists, ...(contest ? [contest] : []), ...(essayCall ? [essayCall] : []), ...articleReadings, ...topics]),
    ...articles.flatMap((article) => article.mistakes),
  ];
  if (!campaign.ok || !offices.ok || !areas.ok || !activities.ok || mistakes.length > 0) {
    throw new CampaignMistakes(folder, mistakes);
  }

  const sources: CampaignSources = {
    campaign: campaign.source,
    offices: offices.source,
    activities: activities.source,
    areas: areas.source,
    requestKinds: sourcesOf(requestKinds).sort((a, b) => a.value.order - b.value.order),
    checklists: sourcesOf(checklists),
    contest: contest?.ok ? contest.source : null,
    essayCall: essayCall?.ok ? essayCall.source : null,
    articles: sourcesOf(articleReadings),
    topics: sourcesOf(topics),
    media,
  };
  return { sources, bodies: articles.map(({ body }) => body) };
}

/**
 * A campaign's folder as the tables want it.
 *
 * @throws CampaignMistakes; what the files say of each other is checked once each of them is right in itself
 */
export async function readCampaignFolder(folder: string): Promise<CampaignContent> {
  const { sources, bodies } = await readCampaignFiles(folder);
  const contradictions = crossReferenceMistakes(sources);
  if (contradictions.length > 0) throw new CampaignMistakes(folder, contradictions);
  return assembleContent(sources, bodies);
}
