import type { ColumnType, Generated } from 'kysely';
import type { Helped, MessageAudience } from '../../../src/contract/request/case';
import type { RequestEventKind } from '../../../src/contract/request/request';
import type { FieldValues } from '../../../src/domain/request/field';
import type { PauseReason } from '../../../src/domain/request/promise-clock';
import type { RequestOutcome, RequestState } from '../../../src/domain/request/state';
import type { Instant, Json } from './index';

export interface RequestTables {
  serviceRequest: ServiceRequestTable;
  requestEvent: RequestEventTable;
  requestMessage: RequestMessageTable;
  requestFollower: RequestFollowerTable;
  requestInvitation: RequestInvitationTable;
  requestSurvey: RequestSurveyTable;
  lookupFailure: LookupFailureTable;
}

interface ServiceRequestTable {
  id: string;
  campaignId: string;
  kind: string;
  receiptNumber: string;
  /** Null once the person's data were deleted; the request itself stays for the office's records. */
  personId: string | null;
  officeId: string;
  state: RequestState;
  version: Generated<number>;
  firmName: string | null;
  creditCode: string | null;
  creditCodeDoubtful: Generated<boolean>;
  contactName: string | null;
  phone: string | null;
  areaId: string | null;
  subjectId: string | null;
  /** Empty where the kind asks for none, and once erased. */
  need: string;
  preferredDates: Json<readonly string[]>;
  /** The kind's own fields: those that say nothing about a person, and those that do. */
  answers: Json<FieldValues>;
  personalAnswers: Json<FieldValues>;
  /** As it was promised when the request was filed. */
  retentionDays: Generated<number>;
  anonymous: Generated<boolean>;
  submittedAt: Instant;
  /** The promise clock as `domain/request/promise-clock.ts` describes it: running, standing still, or stopped. */
  dueOn: string | null;
  workingDaysLeft: number | null;
  pausedFor: PauseReason | null;
  /** A promise of this request was broken. */
  missed: Generated<boolean>;
  /** When the office accepted or declined it. */
  answeredOn: string | null;
  outcome: RequestOutcome | null;
  transferCount: Generated<number>;
  reopenedCount: Generated<number>;
  /** The firm wrote last and nobody has answered. */
  awaitingReply: Generated<boolean>;
  mergedInto: string | null;
  expertId: string | null;
  /** When the office was told that the promise is nearly due, and the dispatchers that it was broken. */
  warnedAt: Instant | null;
  escalatedAt: Instant | null;
  /** When the owner is asked next whether it helped; null when not. */
  surveyAt: Instant | null;
  /** When it ended; the retention of personal data is counted from here. */
  closedAt: Instant | null;
  /** What says who a person is was erased. */
  erased: Generated<boolean>;
  /** `dueOn`, the last of all days where there is none; for the order of lists. */
  dueOrder: ColumnType<string, never, never>;
}

interface RequestEventTable {
  id: Generated<number>;
  requestId: string;
  at: Instant;
  kind: RequestEventKind;
  /** The office that acted; null when the firm did. */
  officeId: string | null;
  toOfficeId: string | null;
  /** Who acted, for the audit; null once that person was deleted. */
  personId: string | null;
  note: string | null;
  /** What the kind of event needs to be told and to be computed again. */
  detail: Json<EventDetail>;
}

export interface EventDetail {
  /** Of `pause`. */
  readonly pauseReason?: PauseReason;
  /** Of `schedule` and `visit`. */
  readonly date?: string;
  readonly half?: 'am' | 'pm';
  /** Of `conclude`. */
  readonly outcome?: RequestOutcome;
  readonly responsible?: string;
  /** Done by the experts, not by the office. */
  readonly byExpert?: true;
  /** Done by a dispatcher: the bureau, whatever the office. */
  readonly byDispatcher?: true;
}

interface RequestMessageTable {
  id: string;
  /** In the order in which they were written, also within one instant. */
  position: Generated<number>;
  requestId: string;
  at: Instant;
  audience: MessageAudience;
  side: 'firm' | 'office' | 'expert';
  /** Of an office's message, the office at that time. */
  officeId: string | null;
  personId: string | null;
  text: string;
}

interface RequestFollowerTable {
  requestId: string;
  personId: string;
  since: Instant;
}

interface RequestInvitationTable {
  tokenHash: string;
  requestId: string;
  madeAt: Instant;
  expiresAt: Instant;
  usedAt: Instant | null;
}

interface RequestSurveyTable {
  requestId: string;
  round: 30 | 90;
  askedAt: Instant;
  answeredAt: Instant | null;
  helped: Helped | null;
  comment: string | null;
}

interface LookupFailureTable {
  id: Generated<number>;
  receiptNumber: string;
  at: Instant;
}
