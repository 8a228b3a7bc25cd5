import { randomInt, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { actions, isActionName, type ActionName, type SignInName, type UseCaseName } from '../../src/contract/actions';
import type { Reply } from '../../src/contract/errors';
import type { IsWorkingDay } from '../../src/domain/working-days';
import { writePicture } from '../article/keep-picture';
import type { PictureLink } from '../article/picture-links';
import type { Call, UseCases } from './call';
import type { Campaign } from '../campaign/schema';
import type { Clock } from '../clock';
import type { ReadBank } from '../contest/bank';
import { databaseFailure, isMissingPerson } from './database-failure';
import { errorReply, refusalReply } from './error-reply';
import type { LogFailure } from '../failure-log';
import type { FileStore } from '../files/file-store';
import { authorise, nobody, type CallerSource } from '../identity/caller';
import { signIns, type SignInContext } from '../identity/sign-in';
import type { ExchangeCode } from '../identity/wechat';
import { parseInput } from './input';
import { refuse, Refusal } from '../refusal';
import { isIdempotencyKey, runOnce } from './run-once';
import type { Database } from '../storage/tables';
import type { Caller, Capabilities, OpenGroup, Persona } from '../use-case';

export interface World {
  readonly db: Kysely<Database>;
  readonly campaign: Campaign;
  readonly clock: Clock;
  readonly isWorkingDay: IsWorkingDay;
  readonly pictureLink: PictureLink;
  /** Null where there is nowhere to keep files. */
  readonly files: FileStore | null;
  readonly fileLink: (attachmentId: string, now: Date) => string;
  readonly personas: readonly Persona[] | null;
  readonly exchangeCode: ExchangeCode | null;
  readonly openGroup: OpenGroup | null;
  readonly readBank: ReadBank;
  readonly templateIds: Capabilities['templateIds'];
  readonly useCases: UseCases;
  readonly logFailure: LogFailure;
}

/** Answers a call. Never throws: what went wrong is logged and answered as `unavailable` or `internal`. */
export type Dispatch = (call: Call) => Promise<Reply<unknown>>;

/**
 * The one way in. The order decides what a caller learns first: unknown action, then who is calling, then the
 * idempotency key, then the input.
 */
export const createDispatch =
  (world: World): Dispatch =>
  async (call) => {
    if (!isActionName(call.action)) return errorReply('unknown_action');
    try {
      const answer = await answerTo(world, call.action, call);
      return answer instanceof Refusal ? refusalReply(answer) : { ok: true, data: answer };
    } catch (error) {
      world.logFailure(`${call.action} failed`, error);
      return errorReply(databaseFailure(error) === 'other' ? 'internal' : 'unavailable');
    }
  };

async function answerTo(world: World, name: ActionName, call: Call): Promise<unknown> {
  const { who, effect, input: schema } = actions[name];
  const source: CallerSource = { db: world.db, campaignId: world.campaign.id, now: world.clock.now(), newId: randomUUID, personas: world.personas };
  // Whoever signs in anew may still show an old token; refusing it would leave no way back in.
  const caller = effect === 'sign-in' && who === 'anyone' ? nobody : await authorise(source, who, call);
  if (caller instanceof Refusal) return caller;
  if (effect === 'change' && !isIdempotencyKey(call.idempotencyKey)) return refuse('key_required');
  const input = parseInput(schema, call.input);
  if (input instanceof Refusal) return input;

  if (isSignIn(name)) return signIn(name, { ...source, token: call.token, exchangeCode: world.exchangeCode }, input);
  const run = (db: Kysely<Database>) => runUseCase(world, name, { db, caller, now: source.now }, input);
  if (effect === 'read') return run(world.db);
  if (effect === 'settled') return settle(caller, () => run(world.db));
  if (!caller.person || !isIdempotencyKey(call.idempotencyKey)) throw new Error(`${name} changes something without a person or a key.`);
  const { id: personId } = caller.person;
  return runOnce({ db: world.db, campaignId: world.campaign.id, personId, roles: caller.roles, key: call.idempotencyKey, action: name, input, now: source.now }, run);
}

async function settle({ person }: Caller, run: () => Promise<unknown>): Promise<unknown> {
  try {
    return await run();
  } catch (error) {
    // The person was deleted after the call was let in.
    if (person && isMissingPerson(error, person.id)) return refuse('session_expired');
    throw error;
  }
}

const isSignIn = (name: ActionName): name is SignInName => actions[name].effect === 'sign-in';

interface Scene {
  readonly db: Kysely<Database>;
  readonly caller: Caller;
  readonly now: Date;
}

// The compiler cannot follow from `name` to the matching input and context through one value, so the two functions
// below say it: the input was parsed by this action's own schema, the caller admitted by its own rule, and a change
// runs on the transaction that `runOnce` opened.
type Untyped = (context: unknown, input: unknown) => Promise<unknown>;

function runUseCase(world: World, name: UseCaseName, scene: Scene, input: unknown): Promise<unknown> {
  const capabilities: Capabilities = {
    now: scene.now,
    demoClock: world.clock.demo,
    isWorkingDay: world.isWorkingDay,
    newId: randomUUID,
    randomBelow: (below) => randomInt(below),
    pictureLink: world.pictureLink,
    writePicture: (attachmentId) =>
      world.files
        ? writePicture({ db: world.db, files: world.files, now: scene.now, newId: randomUUID, logFailure: world.logFailure }, attachmentId)
        : Promise.resolve(refuse('unavailable', '这里还不能保存图片。')),
    fileLink: (attachmentId) => world.fileLink(attachmentId, scene.now),
    readBank: world.readBank,
    openGroup: world.openGroup,
    templateIds: world.templateIds,
    personas: world.personas,
  };
  const run = world.useCases[name] as Untyped;
  return run({ ...capabilities, db: scene.db, caller: scene.caller, campaign: world.campaign }, input);
}

function signIn(name: SignInName, context: SignInContext, input: unknown): Promise<unknown> {
  const run = signIns[name] as Untyped;
  return run(context, input);
}
