import { checklistReferences } from '../checklist';
import { contestReferences } from './contest-references';
import { essayCallReferences } from '../essay-call';
import { requestKindReferences, subjectIdsOf } from './request-kind-references';
import type { Mistake } from '../mistakes';
import { idsOf, places, repeated, unknown, type CampaignSources, type Place } from './references';
import type { QuestionEntry } from '../../schema';
import { wayReferences } from '../ways';
import type { Path } from '../yaml-source';

const tilePlaces = (areas: CampaignSources['areas']): Place[] =>
  areas.value.flatMap(({ tile }, index) => (tile ? [{ id: `column ${tile.column}, row ${tile.row}`, path: [index, 'tile'], source: areas }] : []));

function uniqueIds({ campaign, offices, areas, activities, articles, topics }: CampaignSources): Mistake[] {
  const byId = (item: { id: string }): string => item.id;
  return [
    ...repeated('line', places(campaign, campaign.value.lines, ['lines'], byId)),
    ...repeated('office id', places(offices, offices.value, [], byId)),
    ...repeated('activity id', places(activities, activities.value, [], byId)),
    ...repeated('activity number', places(activities, activities.value, [], ({ number }) => number, 'number')),
    ...repeated('area id', places(areas, areas.value, [], byId)),
    ...repeated('place on the map', tilePlaces(areas)),
    ...repeated('article id', articles.map((source) => ({ id: source.value.id, path: ['id'], source }))),
    ...repeated('topic id', topics.map((source) => ({ id: source.value.topic.id, path: ['topic', 'id'], source }))),
    ...repeated('topic title', topics.map((source) => ({ id: source.value.topic.title, path: ['topic', 'title'], source }))),
    ...repeated('place in the order', topics.map((source) => ({ id: source.value.topic.order, path: ['topic', 'order'], source }))),
    ...repeated('question id', topics.flatMap((source) => places(source, source.value.questions, ['questions'], byId))),
  ];
}

function campaignDates({ campaign, articles }: CampaignSources): Mistake[] {
  const { year, startsOn, endsOn, demoNow } = campaign.value;
  const mistakes: Mistake[] = [];
  const inside = (date: string): boolean => date >= startsOn && date <= endsOn;
  if (endsOn < startsOn) mistakes.push(campaign.mistakeAt(['endsOn'], `expected a day not before startsOn, ${startsOn}`));
  if (!startsOn.startsWith(`${year}-`)) mistakes.push(campaign.mistakeAt(['startsOn'], `expected a day of the year ${year}`));
  // The instant is written with China's offset, so its first ten characters are the day in China.
  if (!inside(demoNow.slice(0, 10))) mistakes.push(campaign.mistakeAt(['demoNow'], `expected an instant from ${startsOn} to ${endsOn}`));
  for (const article of articles) {
    const { happenedOn } = article.value;
    if (happenedOn && !inside(happenedOn)) {
      mistakes.push(article.mistakeAt(['happenedOn'], `expected a day of the campaign, ${startsOn} to ${endsOn}`));
    }
  }
  return mistakes;
}

function officesAndAreas({ offices, areas: source }: CampaignSources): Mistake[] {
  const officeIds = idsOf(offices.value);
  const areas = new Map(source.value.map((area) => [area.id, area]));
  const bureaus = offices.value.flatMap(({ bureau }, index) => (bureau ? [index] : []));
  const mistakes: Mistake[] = [];
  if (bureaus.length === 0) mistakes.push(offices.mistakeAt([], 'expected one office with bureau: true, found none'));
  for (const index of bureaus.slice(1)) {
    mistakes.push(offices.mistakeAt([index, 'bureau'], `expected exactly one bureau, found ${bureaus.length}`));
  }

  source.value.forEach(({ office }, index) => {
    if (office) mistakes.push(...unknown('an office', officeIds, { id: office, path: [index, 'office'], source }));
  });
  // Both files say who answers for an area: an editor of either sees it there, and here they are kept equal.
  offices.value.forEach(({ id, areas: named }, index) => {
    named.forEach((areaId, position) => {
      const path = [index, 'areas', position];
      const area = areas.get(areaId);
      if (!area) mistakes.push(...unknown('an area of areas.yaml', new Set(areas.keys()), { id: areaId, path, source: offices }));
      else if (area.office !== id) {
        mistakes.push(offices.mistakeAt(path, `expected the area's office in areas.yaml to be ${id}; found ${area.office ?? 'none'}`));
      }
    });
  });
  source.value.forEach(({ id, office }, index) => {
    const answering = offices.value.find((candidate) => candidate.id === office);
    if (answering && !answering.areas.includes(id)) {
      mistakes.push(source.mistakeAt([index, 'office'], `expected ${answering.id} in offices.yaml to list the area ${id}`));
    }
  });
  return mistakes;
}

function topicReferences({ topics, requestKinds }: CampaignSources): Mistake[] {
  const subjectIds = new Set(requestKinds.flatMap((kind) => [...subjectIdsOf(kind)]));
  return topics.flatMap((source) => {
    const { subject } = source.value.topic;
    return subject === undefined ? [] : unknown('a subject of a request kind', subjectIds, { id: subject, path: ['topic', 'subject'], source });
  });
}

function articleReferences({ articles, offices, areas, activities, topics, media }: CampaignSources): Mistake[] {
  const officeIds = idsOf(offices.value);
  const areaIds = idsOf(areas.value);
  const topicIds = new Set(topics.map(({ value }) => value.topic.id));
  const byId = new Map(activities.value.map((activity) => [activity.id, activity]));
  return articles.flatMap((source) => {
    const { office, activity: activityId, line, cover, topic, area } = source.value;
    const mistakes = unknown('an office', officeIds, { id: office, path: ['office'], source });
    if (activityId !== undefined) {
      const activity = byId.get(activityId);
      if (!activity) mistakes.push(...unknown('an activity', new Set(byId.keys()), { id: activityId, path: ['activity'], source }));
      else if (activity.line !== line) {
        mistakes.push(source.mistakeAt(['line'], `expected the line of its activity ${activityId}, which is ${activity.line}`));
      }
    }
    if (topic !== undefined) mistakes.push(...unknown('a topic', topicIds, { id: topic, path: ['topic'], source }));
    if (area !== undefined) mistakes.push(...unknown('an area', areaIds, { id: area, path: ['area'], source }));
    if (cover && !media.includes(cover.file)) {
      mistakes.push(source.mistakeAt(['cover', 'file'], `expected a file of the folder media/; there is no ${cover.file}`));
    }
    return mistakes;
  });
}

const hasRepeats = (items: readonly unknown[]): boolean => new Set(items).size < items.length;

const JUDGEMENT_OPTIONS = '正确、错误';

/** What is wrong with a question's options and key, each with the key it is about. */
export function questionProblems({ type, options, key }: Pick<QuestionEntry, 'type' | 'options' | 'key'>): { at: Path; problem: string }[] {
  const problems: { at: Path; problem: string }[] = [];
  const tooHigh = key.findIndex((index) => index >= options.length);
  if (tooHigh >= 0) problems.push({ at: ['key', tooHigh], problem: `expected numbers from 0 to ${options.length - 1}, one for each option` });
  if (hasRepeats(key)) problems.push({ at: ['key'], problem: 'expected each option at most once' });
  if (hasRepeats(options)) problems.push({ at: ['options'], problem: 'expected options that differ' });
  if (type === 'multiple' && key.length < 2) problems.push({ at: ['key'], problem: 'expected at least two right options in a multiple choice' });
  if (type !== 'multiple' && key.length !== 1) problems.push({ at: ['key'], problem: `expected exactly one right option, found ${key.length}` });
  if (type === 'single' && options.length < 3) problems.push({ at: ['options'], problem: 'expected at least 3 options; with two it is a judgement' });
  if (type === 'judgement' && options.join('、') !== JUDGEMENT_OPTIONS) {
    problems.push({ at: ['options'], problem: `expected the two options ${JUDGEMENT_OPTIONS}, in this order` });
  }
  return problems;
}

const questions = ({ topics }: CampaignSources): Mistake[] =>
  topics.flatMap((source) =>
    source.value.questions.flatMap((question, index) =>
      questionProblems(question).map(({ at, problem }) => source.mistakeAt(['questions', index, ...at], problem)),
    ),
  );

/** What one file says that another one, or the rest of the same, does not bear out. */
export const crossReferenceMistakes = (sources: CampaignSources): Mistake[] =>
  [uniqueIds, campaignDates, officesAndAreas, requestKindReferences, checklistReferences, wayReferences, topicReferences, articleReferences, questions, contestReferences, essayCallReferences].flatMap((check) => check(sources));
