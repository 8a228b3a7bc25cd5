/**
 * Where a manuscript is. What the public reads is another matter: an article stays published while its manuscript is
 * worked on again, until that is published in its turn.
 *
 * `in-review` waits for a second person, `approved` for somebody to publish it, `scheduled` for the clock.
 */
export type ManuscriptState = 'draft' | 'in-review' | 'approved' | 'scheduled' | 'published' | 'withdrawn';

/** `fall-due` and `fall-back` are the clock's: a scheduled one is published, or goes back because it is not in order any more. */
export type ManuscriptChange = 'save' | 'submit' | 'approve' | 'return' | 'publish' | 'schedule' | 'unschedule' | 'fall-due' | 'fall-back' | 'pin' | 'withdraw';

/** `start`: written anew. `take-over`: an article of the campaign's folder was taken into the newsroom. */
export type ManuscriptEventKind = ManuscriptChange | 'start' | 'take-over' | 'restore' | 'unpin';

/**
 * In what capacity one acts on a manuscript; one person may have several. An `editor` is one of its office, `bureau` an
 * editor of the bureau. A `reviewer` is either of them who neither wrote nor submitted what is to be reviewed.
 */
export type ManuscriptActor = 'editor' | 'bureau' | 'reviewer' | 'clock';

interface Transition {
  /** The state after it, by the state before it; from any other it is not possible. */
  readonly steps: Readonly<Partial<Record<ManuscriptState, ManuscriptState>>>;
  readonly by: readonly ManuscriptActor[];
  /** Only of an article that the public can read now. */
  readonly ofPublic?: true;
}

const newsroom = ['editor', 'bureau'] as const;
const unchanged = { draft: 'draft', 'in-review': 'in-review', approved: 'approved', scheduled: 'scheduled', published: 'published' } as const;

export const transitions = {
  // What was approved is exactly what is published: whoever changes it begins anew.
  save: { steps: { draft: 'draft', 'in-review': 'draft', approved: 'draft', scheduled: 'draft', published: 'draft', withdrawn: 'draft' }, by: ['editor'] },
  submit: { steps: { draft: 'in-review', withdrawn: 'in-review' }, by: ['editor'] },
  approve: { steps: { 'in-review': 'approved' }, by: ['reviewer'] },
  return: { steps: { 'in-review': 'draft' }, by: ['reviewer'] },
  publish: { steps: { approved: 'published', scheduled: 'published' }, by: newsroom },
  schedule: { steps: { approved: 'scheduled', scheduled: 'scheduled' }, by: newsroom },
  unschedule: { steps: { scheduled: 'approved' }, by: newsroom },
  'fall-due': { steps: { scheduled: 'published' }, by: ['clock'] },
  'fall-back': { steps: { scheduled: 'draft' }, by: ['clock'] },
  pin: { steps: unchanged, by: newsroom, ofPublic: true },
  // What is taken from the public does not come back by itself.
  withdraw: { steps: { ...unchanged, published: 'withdrawn', scheduled: 'approved' }, by: newsroom, ofPublic: true },
} as const satisfies Record<ManuscriptChange, Transition>;

export const manuscriptStates = ['draft', 'in-review', 'approved', 'scheduled', 'published', 'withdrawn'] as const satisfies readonly ManuscriptState[];
export const manuscriptChanges = Object.keys(transitions) as readonly ManuscriptChange[];

/** What decides about a change beside the actors. */
export interface ManuscriptFacts {
  readonly state: ManuscriptState;
  /** The public can read some version of it now. */
  readonly isPublic: boolean;
}

/** The state after a change; null when it is not possible from here or not for these actors. */
export function nextState({ state, isPublic }: ManuscriptFacts, change: ManuscriptChange, actors: readonly ManuscriptActor[]): ManuscriptState | null {
  const { steps, by, ofPublic }: Transition = transitions[change];
  if (!by.some((actor) => actors.includes(actor)) || (ofPublic === true && !isPublic)) return null;
  return steps[state] ?? null;
}

export const stateLabels = {
  draft: '草稿',
  'in-review': '待审核',
  approved: '审核通过',
  scheduled: '定时发布',
  published: '已发布',
  withdrawn: '已撤下',
} as const satisfies Record<ManuscriptState, string>;

/** What happens to a manuscript, as its trace and a person's own data call it. */
export const eventLabels = {
  start: '新建稿件',
  'take-over': '从活动资料接手编辑',
  save: '修改',
  restore: '恢复以前的版本',
  submit: '提交审核',
  approve: '审核通过',
  return: '退回修改',
  publish: '发布',
  schedule: '定时发布',
  unschedule: '取消定时发布',
  'fall-due': '到时自动发布',
  'fall-back': '到时没有发布，退回草稿',
  pin: '置顶',
  unpin: '取消置顶',
  withdraw: '撤下',
} as const satisfies Record<ManuscriptEventKind, string>;
