import { randomBytes } from 'node:crypto';
import { openPicture, type OpenPicture } from '../article/open-picture';
import { pictureLinks } from '../article/picture-links';
import { openAttachment, type OpenAttachment } from '../attachment/open-attachment';
import { ticketFor } from '../attachment/ticket';
import type { UseCases } from '../dispatch/call';
import type { Campaign } from '../campaign/schema';
import { readCampaign } from '../campaign/stored';
import type { Clock } from '../clock';
import { clockOf } from './clock-of';
import type { Configuration } from './configuration';
import { bankReader } from '../contest/bank';
import { doBookingChores, type BookingChores } from '../booking/chores';
import { doContestChores, type ContestChores } from '../contest/chores';
import { doNewsroomChores, type NewsroomChores } from '../newsroom/chores';
import { doRequestChores, type RequestChores } from '../request/chores';
import { createDispatch, type Dispatch } from '../dispatch/dispatch';
import { createUpload, type TakeUpload } from '../dispatch/upload';
import type { LogFailure } from '../failure-log';
import type { FileStore } from '../files/file-store';
import { keepHouse, type Housework } from './housekeeping';
import { openFiles } from './open-files';
import { drainOutbox, type Deliveries } from '../messages/drain-outbox';
import { personasOf } from '../identity/personas';
import { wechatLogin } from '../identity/wechat';
import { wechatGroup } from '../identity/wechat-group';
import { subscribeMessageClient } from '../outside/wechat/subscribe-message';
import { secretNamed } from '../storage/attachment/secret-store';
import type { Store } from '../storage/engine/connection';
import { listOffices } from '../storage/role/role-store';
import type { Persona } from '../use-case';
import { useCases as allUseCases } from '../use-cases';
import { isWorkingDayInChina } from '../working-day-calendar';

export interface Application {
  readonly dispatch: Dispatch;
  readonly takeUpload: TakeUpload;
  readonly openAttachment: OpenAttachment;
  readonly openPicture: OpenPicture;
  readonly campaign: Campaign;
  readonly clock: Clock;
  /** Null outside the demo. */
  readonly personas: readonly Persona[] | null;
  /** Whether the database answers now. */
  isReady(): Promise<boolean>;
  /** Erases and purges what is due. Never throws; a step that fails is logged and the others go on. */
  keepHouse(): Promise<Housework>;
  /** Does what the contest needs done: closes what was left behind, grades anew, counts teams, draws. Null without a contest. Never throws. */
  runContest(): Promise<ContestChores | null>;
  /** Warns offices, tells dispatchers what is overdue, asks owners whether it helped. Never throws. */
  runRequests(): Promise<RequestChores>;
  /** Moves queues up and reminds of events. Never throws. */
  runBookings(): Promise<BookingChores>;
  /** Publishes the articles whose time has come. Never throws. */
  runNewsroom(): Promise<NewsroomChores>;
  /** Sends to WeChat what the outbox holds. Null without WeChat, or when the database failed. Never throws. */
  deliverMessages(): Promise<Deliveries | null>;
  /** Closes the store too. */
  close(): Promise<void>;
}

export interface Parts {
  readonly store: Store;
  readonly logFailure: LogFailure;
  /** In place of the configured place for files; null where there is none: uploads are refused then. */
  readonly files?: FileStore | null;
  /** In place of the configured one; for tests. */
  readonly clock?: Clock;
  /** In place of the real ones; for tests. */
  readonly useCases?: UseCases;
}

/**
 * Puts the backend together on an open store, whose schema must be up to date and which must hold the campaign:
 * `prepareStore` does both.
 *
 * @throws when the campaign was never loaded
 */
export async function openApplication(configuration: Configuration, parts: Parts): Promise<Application> {
  const { store, logFailure, useCases = allUseCases } = parts;
  const { db } = store;
  const campaign = await readCampaign(db, configuration.campaignId);
  const clock = parts.clock ?? clockOf(configuration.clock, campaign);
  const personas = configuration.personas ? personasOf(await listOffices(db, campaign.id), campaign) : null;
  const wechat = configuration.wechat && { ...configuration.wechat, logFailure };
  const exchangeCode = wechat && wechatLogin(wechat);
  const openGroup = wechat && wechatGroup(wechat);
  const { messageTemplates: templates } = configuration;
  const pictureLink = pictureLinks({ media: configuration.mediaBase, files: configuration.filesBase });
  const templateIds = Object.fromEntries(Object.entries(templates).map(([template, { id }]) => [template, id]));
  const send = configuration.wechat && subscribeMessageClient(configuration.wechat);
  const files = parts.files === undefined ? openFiles(configuration) : parts.files;
  const secret = await secretNamed(db, 'file links', randomBytes(32).toString('base64url'));
  const fileLink = (id: string, now: Date): string => `${configuration.filesBase}/files/${id}?ticket=${ticketFor(secret, id, now)}`;
  const { contest } = campaign;
  const readBank = bankReader(contest);
  return {
    campaign,
    clock,
    personas,
    dispatch: createDispatch({ db, campaign, clock, isWorkingDay: isWorkingDayInChina, pictureLink, files, fileLink, personas, exchangeCode, openGroup, readBank, templateIds, useCases, logFailure }),
    takeUpload: createUpload({ db, campaign, clock, personas, files, fileLink, logFailure }),
    openAttachment: (id, ticket) => (files ? openAttachment({ db, files, secret, now: clock.now() }, id, ticket) : Promise.resolve(null)),
    openPicture: (id, file) => (files ? openPicture(db, files, id, file) : Promise.resolve(null)),
    isReady: () => answers(store, campaign.id),
    keepHouse: () => keepHouse({ db, files, now: clock.now() }, logFailure),
    runContest: () => (contest ? doContestChores({ db, contest, readBank, now: clock.now() }, logFailure) : Promise.resolve(null)),
    runRequests: () => doRequestChores({ db, campaign, now: clock.now(), isWorkingDay: isWorkingDayInChina }, logFailure),
    runBookings: () => doBookingChores({ db, now: clock.now() }, logFailure),
    runNewsroom: () => doNewsroomChores({ db, campaign, now: clock.now() }, logFailure),
    deliverMessages: () => (send ? drainOutbox({ db, clock, send, templates }, logFailure) : Promise.resolve(null)),
    close: () => store.close(),
  };
}

async function answers({ db }: Store, campaignId: string): Promise<boolean> {
  try {
    return (await db.selectFrom('campaign').select('id').where('id', '=', campaignId).executeTakeFirst()) !== undefined;
  } catch {
    return false;
  }
}
