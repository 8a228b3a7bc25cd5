import type { Kysely, Transaction } from 'kysely';
import type { ActionName, Actions, Output, ParsedInput } from '../src/contract/actions';
import type { PersonView } from '../src/contract/session';
import type { MessageTemplate } from '../src/domain/message-kind';
import type { HeldRole, Role } from '../src/domain/role';
import type { IsWorkingDay } from '../src/domain/working-days';
import type { WrittenPicture } from './article/keep-picture';
import type { PictureLink } from './article/picture-links';
import type { Campaign } from './campaign/schema';
import type { ReadBank } from './contest/bank';
import type { Refusal } from './refusal';
import type { Database } from './storage/tables';
import type { ExpertProfile } from './storage/visit/expert-store';

/** Who is calling: decided by the platform's context or our session, never by the payload. */
export interface Caller {
  readonly person: PersonView | null;
  /** The offices whose officer this person is, in the running campaign. */
  readonly officeIds: readonly string[];
  /** The offices whose news this person publishes. */
  readonly editorOfficeIds: readonly string[];
  /** Every role that this person holds in the running campaign, whatever the office. */
  readonly roles: readonly Role[];
}

export interface SignedInCaller extends Caller {
  readonly person: PersonView;
}

/** What the world gives to every use case; each is handed in, so that tests can choose it. */
export interface Capabilities {
  readonly now: Date;
  /** True when `now` comes from the demo clock. */
  readonly demoClock: boolean;
  readonly isWorkingDay: IsWorkingDay;
  readonly newId: () => string;
  /** A random integer from 0 up to but not including `below`. */
  readonly randomBelow: (below: number) => number;
  /** Where a picture is served, by the name that a text gives it. */
  readonly pictureLink: PictureLink;
  /** Writes the sizes of an uploaded picture of the caller's own, to be confirmed in a transaction. */
  readonly writePicture: (attachmentId: string) => Promise<WrittenPicture | Refusal>;
  /** Where an attachment's file can be had for about an hour, by whoever holds the link: only for callers who may see the file. */
  readonly fileLink: (attachmentId: string) => string;
  /** The contest's questions with their key. Throws when the campaign has no contest. */
  readonly readBank: ReadBank;
  /** Null where WeChat is not configured. */
  readonly openGroup: OpenGroup | null;
  /** WeChat's ids of the subscription templates that this mini-program has. */
  readonly templateIds: Readonly<Partial<Record<MessageTemplate, string>>>;
  /** The demo's personas; null in production. */
  readonly personas: readonly Persona[] | null;
}

/**
 * Opens what `wx.getGroupEnterInfo` gave: WeChat's id of the group in this mini-program, the same for everyone who comes
 * from it, and for whom it was sealed. `code` is a fresh one of `wx.login`.
 */
export type OpenGroup = (sealed: { readonly code: string; readonly encryptedData: string; readonly iv: string }) => Promise<{ readonly groupId: string; readonly openid: string } | { readonly refusal: Refusal }>;

export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly holds: readonly HeldRole[];
  /** The profile that an expert takes up. */
  readonly expert?: ExpertProfile;
}

type CallerOf<Name extends ActionName> = Actions[Name]['who'] extends 'anyone' ? Caller : SignedInCaller;
/** A change is always inside a transaction; a read gets the plain connection and must not open one, a settled one may. */
type ConnectionOf<Name extends ActionName> = Actions[Name]['effect'] extends 'read' | 'settled' ? Kysely<Database> : Transaction<Database>;

export interface Context<Name extends ActionName> extends Capabilities {
  readonly db: ConnectionOf<Name>;
  readonly caller: CallerOf<Name>;
  readonly campaign: Campaign;
}

export type UseCase<Name extends ActionName> = (
  context: Context<Name>,
  input: ParsedInput<Name>,
) => Promise<Output<Name> | Refusal>;
