import * as v from 'valibot';
import { action } from '../action';
import type { ArticleRow } from '../article';
import { contentId, cursor, text } from '../fields';

export interface ListingRow extends ArticleRow {
  /** The district in which it is; null where none was given. */
  readonly areaId: string | null;
  readonly areaName: string | null;
}

/** Where a district stands on the schematic map, 1-based, as the grid counts; its name as there is room for. */
export interface MapTile {
  readonly name: string;
  readonly column: number;
  readonly row: number;
}

export interface DirectoryPage {
  /** By district in the campaign's order, those without one last; within a district newest first. */
  readonly listings: readonly ListingRow[];
  readonly nextCursor: string | null;
  /** Only with the first page, and the same whatever the filter: what the map and the filters are drawn from. */
  readonly directory: {
    readonly activityId: string;
    readonly title: string;
    /** Every district of the campaign. */
    readonly areas: readonly { readonly id: string; readonly name: string; readonly tile: MapTile | null; readonly count: number }[];
    /** What the map is, said beside it; null where the campaign has none. */
    readonly mapNote: string | null;
    /** The parts of the directory. */
    readonly sections: readonly { readonly name: string; readonly count: number }[];
    readonly totalCount: number;
    /** What to say while the directory is empty. */
    readonly coming: string | null;
  } | null;
}

export const directoryActions = {
  'listing.list': action<DirectoryPage>()({
    who: 'anyone',
    effect: 'read',
    summary: 'The directory of an activity, by district, ten a page, or of one district or one part of it.',
    input: v.strictObject({
      activityId: contentId('活动'),
      areaId: v.optional(contentId('区域')),
      section: v.optional(text('分类', { max: 20 })),
      cursor,
    }),
  }),
} as const;
