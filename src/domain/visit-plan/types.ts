export type Half = 'am' | 'pm';

/** Half a day of a calendar date. An expert is in one district, at one visit, in each. */
export interface Slot {
  readonly date: string;
  readonly half: Half;
}

export interface PlanExpert {
  readonly id: string;
  /** The fields that the expert answers for. */
  readonly subjectIds: readonly string[];
  /** The districts that the expert goes to; empty: all. */
  readonly areaIds: readonly string[];
  /** Half-days in a calendar week, Monday to Sunday, those already booked counted in. */
  readonly weeklyLimit: number;
  /** Neither on leave nor booked. Slots outside the plan's span are ignored. */
  readonly free: readonly Slot[];
  /** Half-days already booked, by the week's Monday; no entry: none. */
  readonly booked: Readonly<Record<string, number>>;
}

export interface PlanRequest {
  readonly id: string;
  readonly subjectId: string;
  readonly areaId: string;
  /** A wish, not a condition; empty: any day. */
  readonly preferredDates: readonly string[];
  /** How urgent it is, a positive integer. */
  readonly weight: number;
  readonly excludedExpertIds: readonly string[];
}

/** The request is visited in every plan: by this expert, in this half-day, where they are named. */
export interface Pin {
  readonly requestId: string;
  readonly expertId?: string;
  readonly slot?: Slot;
}

/** No plan has a visit that all the named parts fit: `{ expertId, slot }` keeps an expert out of one half-day. */
export interface Exclude {
  readonly requestId?: string;
  readonly expertId?: string;
  readonly slot?: Slot;
}

export interface PlanInput {
  readonly slots: readonly Slot[];
  readonly experts: readonly PlanExpert[];
  readonly requests: readonly PlanRequest[];
  readonly pins: readonly Pin[];
  readonly excludes: readonly Exclude[];
  /** How many requests of one subject and one district share a visit, 1 to 3; 2 if left out. */
  readonly shareLimit?: number;
}

/** A request is visited by an expert in a half-day. Requests with the same expert and half-day share the visit. */
export interface Assignment {
  readonly requestId: string;
  readonly expertId: string;
  readonly slot: Slot;
}

/** What a plan is judged by, the first difference decides: `weighted`, `kept` (when replanning), `preferred`, `load`. */
export interface Objective {
  /** Sum of the served requests' weights. */
  readonly weighted: number;
  /** Assignments of the previous plan that stand unchanged; 0 when there is none. */
  readonly kept: number;
  /** Requests served on a date that they prefer. */
  readonly preferred: number;
  /** Sum over the experts of (half-days planned + booked in the span's weeks)²: the smaller, the fairer. */
  readonly load: number;
}

export interface Optimal {
  readonly kind: 'optimal';
  readonly assignments: readonly Assignment[];
  readonly objective: Objective;
  /** The objective as one number, by `certificate.levels`. */
  readonly score: number;
  /** No plan has a higher score, by the certificate. Equal to `score`. */
  readonly bound: number;
  readonly certificate: Certificate;
  readonly reasons: Reasons;
}

/** The time ran out before the proof was complete. */
export interface NotProven {
  readonly kind: 'not-proven';
  /** The best plan found, which may or may not be optimal; null: none was found. */
  readonly assignments: readonly Assignment[] | null;
  readonly objective: Objective | null;
}

export interface InfeasiblePins {
  readonly kind: 'infeasible-pins';
  /** Cannot all be met; without any one of them the others can. */
  readonly pins: readonly Pin[];
}

export type PlanResult = Optimal | NotProven | InfeasiblePins;

/**
 * The proof that no plan scores more. Prices are integers in units of 1/`scale`; by weak duality, any prices that pay
 * for every possible visit bound every plan, so that the proof needs no trust in the solver that found them.
 */
export interface Certificate {
  /** What one unit of each part of the objective scores, so far apart that the sum orders plans as the parts do. */
  readonly levels: { readonly weighted: number; readonly kept: number; readonly preferred: number };
  readonly scale: number;
  readonly proof: Proof;
}

export type Proof = Prices | Split;

/** The plans with at most `count` visits that fit the filter, and those with more: together all of them. */
export interface Split {
  readonly filter: VisitFilter;
  readonly count: number;
  readonly atMost: Proof;
  readonly more: Proof;
}

/** Visits that serve all the named requests and fit the named date or expert and slot. */
export interface VisitFilter {
  readonly requestIds: readonly string[];
  readonly date?: string;
  readonly expertId?: string;
  readonly slot?: Slot;
}

export interface Prices {
  /** Of serving a request; negative only where it is pinned. */
  readonly requests: Readonly<Record<string, number>>;
  readonly experts: Readonly<Record<string, ExpertPrices>>;
  /** Of the visits that take `shareLimit` requests of a set: no plan has more than ⌊size / shareLimit⌋ of them. */
  readonly sets: readonly { readonly requestIds: readonly string[]; readonly price: number }[];
  /** Of the splits above this leaf, outermost first. */
  readonly splits: readonly number[];
}

export interface ExpertPrices {
  /** Of each half-day, of any sign. */
  readonly any: number;
  /** Of a half-day in the week of this Monday. */
  readonly weeks: Readonly<Record<string, number>>;
  /** Of a half-day on this date. */
  readonly dates: Readonly<Record<string, number>>;
  /** Of one half-day, by `slotKey`. */
  readonly slots: Readonly<Record<string, number>>;
}

export interface Reasons {
  readonly served: readonly ServedReason[];
  readonly leftOut: readonly LeftOutReason[];
}

/** Why this expert and this half-day. */
export interface ServedReason {
  readonly requestId: string;
  readonly expertId: string;
  readonly slot: Slot;
  readonly pinned: boolean;
  /** Experts who could visit at all: field, district, not excluded. The chosen one is among them. */
  readonly fitting: number;
  /** Those of them who are free in this half-day. */
  readonly free: number;
  readonly sharedWith: readonly string[];
  readonly preference: Preference;
}

/**
 * - `nobody-free`: no fitting expert has time on a preferred date.
 * - `others-first`: some have, but no plan uses it without losing on what counts more; the visits there, if any.
 */
export type Preference =
  | { readonly kind: 'none' }
  | { readonly kind: 'met' }
  | { readonly kind: 'nobody-free' }
  | { readonly kind: 'others-first'; readonly visits: readonly PlannedVisit[] };

export interface PlannedVisit {
  readonly expertId: string;
  readonly slot: Slot;
  readonly requestIds: readonly string[];
}

export interface LeftOutReason {
  readonly requestId: string;
  /** Each one, relaxed alone, fits the request in beside everything else of the plan. Empty: see `blocks`. */
  readonly causes: readonly Cause[];
  /** When no single cause is enough: the fewest that would have to change together. */
  readonly blocks: readonly Cause['kind'][];
}

/**
 * - `field`: nobody has the field; these go to the district and have time.
 * - `district`: these have the field and time, but do not go to the district.
 * - `not-free`: these fit, but are on leave or booked whenever their week has room.
 * - `weekly-limit`: these fit and are free, but their week is full.
 * - `excluded`: these would fit and have time, were it not excluded.
 * - `share-limit`: these visits go to the same district for the same subject, but are full.
 * - `competition`: these visits, at least as urgent in sum, would have to give way.
 * - `pinned`: these visits would have to give way, but are pinned.
 */
export type Cause =
  | { readonly kind: 'field' | 'district' | 'not-free' | 'weekly-limit' | 'excluded'; readonly expertIds: readonly string[] }
  | { readonly kind: 'share-limit' | 'competition' | 'pinned'; readonly visits: readonly PlannedVisit[] };
