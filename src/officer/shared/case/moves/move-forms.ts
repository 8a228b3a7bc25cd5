import type { OfficeSide, ReplyPurpose } from '../../../../contract/request/office';
import type { RequestView } from '../../../../contract/request/request';
import { outcomeLabels, type RequestChange, type RequestOutcome } from '../../../../domain/request/state';

/** What an office does with a request; merging starts from the other request, not from a form. */
export type OfficeMove = Extract<RequestChange, 'accept' | 'return' | 'decline' | 'transfer' | 'assign' | 'schedule' | 'unschedule' | 'pause' | 'resume' | 'conclude'>;

/** What was chosen and typed, by the name of the action's input. */
export type MoveValues = Readonly<Record<string, string>>;

interface Asked {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  /** Said when nothing was chosen, where the contract would only find a wrong id. */
  readonly missing?: string;
  readonly isAsked?: (values: MoveValues) => boolean;
}

export type MoveField = Asked &
  (
    | { readonly kind: 'text'; readonly most: number; readonly replies?: ReplyPurpose }
    | { readonly kind: 'line' }
    | { readonly kind: 'choice'; readonly choices: (office: OfficeSide) => readonly { readonly id: string; readonly name: string }[] }
    | { readonly kind: 'expert' }
    /** Fills in `date` and `half` together. */
    | { readonly kind: 'slot' }
  );

export interface MoveForm {
  readonly title: string;
  /** What comes of it, in one sentence. */
  readonly explain: string;
  /** On the button that does it. */
  readonly send: string;
  readonly done: (request: RequestView) => string;
  readonly fields: readonly MoveField[];
}

const outcomes = (Object.keys(outcomeLabels) as RequestOutcome[]).map((id) => ({ id, name: outcomeLabels[id] }));

const seenByTheFirm = '企业会看到这段话。';

export const moveForms = {
  accept: {
    title: '受理',
    explain: '由本单位办理，开始计算办结的期限。',
    send: '确认受理',
    done: () => '已受理，企业能在“我的申请”里看到。',
    fields: [{ kind: 'text', name: 'note', label: '给企业的说明（选填）', help: seenByTheFirm, most: 300, replies: 'accept' }],
  },
  return: {
    title: '退回补充',
    explain: '材料不全时请企业补充，补充期间不计时。',
    send: '退回企业',
    done: () => '已退回企业补充，补充后会回到“待受理”。',
    fields: [{ kind: 'text', name: 'reason', label: '需要补充的内容', help: `${seenByTheFirm}请写清缺什么、怎么补。`, most: 300, replies: 'return' }],
  },
  decline: {
    title: '不予受理',
    explain: '不属于受理范围时使用，要写明理由，不能撤销。',
    send: '确认不予受理',
    done: () => '已告知企业不予受理和理由。',
    fields: [{ kind: 'text', name: 'reason', label: '不予受理的理由', help: `${seenByTheFirm}请写清依据，以及可以找谁办理。`, most: 300, replies: 'decline' }],
  },
  transfer: {
    title: '转办',
    explain: '应由其他单位办理时转过去，承诺的期限不变。',
    send: '转办',
    done: ({ officeName }) => `已转给${officeName}。`,
    fields: [
      { kind: 'choice', name: 'officeId', label: '转给哪个单位', choices: ({ transferTo }) => transferTo },
      { kind: 'text', name: 'reason', label: '转办的理由', help: `${seenByTheFirm}接办的单位也会看到。`, most: 300 },
    ],
  },
  assign: {
    title: '安排专家',
    explain: '选定上门的专家，企业只看到专家的专业方面。',
    send: '就安排这位专家',
    done: () => '已安排专家，接下来约定上门时间。',
    fields: [{ kind: 'expert', name: 'expertId', label: '由哪位专家上门', missing: '请选择专家。' }],
  },
  schedule: {
    title: '约定上门',
    explain: '与企业和专家说定日期后填在这里，两边都会收到通知。',
    send: '确认上门时间',
    done: () => '已约定上门时间，企业和专家会收到通知。',
    fields: [{ kind: 'slot', name: 'date', label: '上门时间', missing: '请选择上门的日期和上下午。' }],
  },
  unschedule: {
    title: '取消约定的时间',
    explain: '暂时定不下新的时间时使用，继续计时。',
    send: '取消这个时间',
    done: () => '已取消原定的上门时间，请另行约定。',
    fields: [{ kind: 'text', name: 'reason', label: '改期的原因', help: seenByTheFirm, most: 300 }],
  },
  pause: {
    title: '暂停计时',
    explain: '因下列原因暂时不能办理时使用，企业看得到原因。',
    send: '暂停计时',
    done: () => '已暂停计时。可以继续办理时，请恢复计时。',
    fields: [
      { kind: 'choice', name: 'pauseReason', label: '暂停的原因', choices: ({ pauseReasons }) => pauseReasons },
      { kind: 'text', name: 'note', label: '说明', help: `${seenByTheFirm}请写清在等什么、大约到什么时候。`, most: 300 },
    ],
  },
  resume: {
    title: '恢复计时',
    explain: '可以继续办理了，承诺的期限接着计算。',
    send: '恢复计时',
    done: () => '已恢复计时。',
    fields: [],
  },
  conclude: {
    title: '办结',
    explain: '告诉企业办理结果，由企业确认是否解决。',
    send: '确认办结',
    done: () => '已办结，等企业确认。',
    fields: [
      { kind: 'choice', name: 'outcome', label: '办理结果', choices: () => outcomes },
      {
        kind: 'line',
        name: 'responsible',
        label: '负责单位',
        help: '写明这件事由谁负责，企业好去联系。',
        missing: '请写明由哪个单位负责，企业好去联系。',
        isAsked: ({ outcome }) => outcome === 'not-our-duty',
      },
      { kind: 'text', name: 'reply', label: '答复', help: `${seenByTheFirm}请写清办了什么、结论是什么。`, most: 1000, replies: 'conclude' },
    ],
  },
} as const satisfies Readonly<Record<OfficeMove, MoveForm>>;

export const moveForm = (move: OfficeMove): MoveForm => moveForms[move];

/** A second half-day is not agreed, it is moved. */
export const moveTitle = (move: OfficeMove, { state }: Pick<RequestView, 'state'>): string => (move === 'schedule' && state === 'scheduled' ? '改期' : moveForms[move].title);

const isOfficeMove = (move: RequestChange): move is OfficeMove => move in moveForms;

/** What brings the case one step on, the nearest first. */
const steps = ['accept', 'resume', 'schedule', 'assign', 'conclude'] as const satisfies readonly OfficeMove[];

/** What is expected next, if it is the office's turn, and what can be done instead. */
export function movesAtHand({ moves, state }: Pick<RequestView, 'moves' | 'state'>): { readonly next: OfficeMove | null; readonly others: readonly OfficeMove[] } {
  const possible = moves.filter(isOfficeMove);
  // Once a visit is agreed, everybody waits for it.
  const next = state === 'scheduled' ? null : (steps.find((move) => possible.includes(move)) ?? null);
  return { next, others: possible.filter((move) => move !== next) };
}
