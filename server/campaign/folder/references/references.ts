import type { ChecklistFile } from '../checklist';
import type { EssayCallFile } from '../essay-call';
import type { Mistake } from '../mistakes';
import type { ActivitiesFile, AreasFile, ArticleFrontMatter, CampaignFile, ContestFile, OfficesFile, QuestionsFile, RequestKindFile } from '../../schema';
import type { Path, Source } from '../yaml-source';

/** Every file of a campaign, each right in itself. */
export interface CampaignSources {
  readonly campaign: Source<CampaignFile>;
  readonly offices: Source<OfficesFile>;
  readonly activities: Source<ActivitiesFile>;
  readonly areas: Source<AreasFile>;
  /** In the order of the directory. */
  readonly requestKinds: readonly Source<RequestKindFile>[];
  readonly checklists: readonly Source<ChecklistFile>[];
  /** Null when the campaign has no contest. */
  readonly contest: Source<ContestFile> | null;
  /** Null when the campaign calls for no essays. */
  readonly essayCall: Source<EssayCallFile> | null;
  readonly articles: readonly Source<ArticleFrontMatter>[];
  readonly topics: readonly Source<QuestionsFile>[];
  /** Names of the files in `media/`. */
  readonly media: readonly string[];
}

export interface Place {
  readonly id: string | number;
  readonly path: Path;
  readonly source: Source<unknown>;
}

export const places = <Item>(source: Source<unknown>, items: readonly Item[], path: Path, pick: (item: Item) => string | number, key = 'id'): Place[] =>
  items.map((item, index) => ({ id: pick(item), path: [...path, index, key], source }));

/** The second and every further use of an id; the message names the first. */
export function repeated(what: string, all: readonly Place[]): Mistake[] {
  const first = new Map<string | number, Place>();
  return all.flatMap((place) => {
    const earlier = first.get(place.id);
    if (!earlier) {
      first.set(place.id, place);
      return [];
    }
    const { file, line } = earlier.source.mistakeAt(earlier.path, '');
    return [place.source.mistakeAt(place.path, `expected a ${what} of its own; ${place.id} is already used in ${file}:${line}`)];
  });
}

export function unknown(what: string, known: ReadonlySet<string>, place: Place): Mistake[] {
  if (known.has(String(place.id))) return [];
  return [place.source.mistakeAt(place.path, `expected ${what}, one of ${[...known].join(', ')}; found ${place.id}`)];
}

export const idsOf = (items: readonly { id: string }[]): ReadonlySet<string> => new Set(items.map(({ id }) => id));
