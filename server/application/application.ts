import type { UseCases } from '../dispatch/call';
import type { Campaign } from '../campaign/schema';
import { readCampaign } from '../campaign/stored';
import type { Clock } from '../clock';
import { clockOf } from './clock-of';
import type { Configuration } from './configuration';
import { bankReader } from '../contest/bank';
import { doContestChores, type ContestChores } from '../contest/chores';
import { createDispatch, type Dispatch } from '../dispatch/dispatch';
import type { LogFailure } from '../failure-log';
import { keepHouse, type Housework } from './housekeeping';
import { personasOf } from '../identity/personas';
import { wechatLogin } from '../identity/wechat';
import { wechatGroup } from '../identity/wechat-group';
import type { Store } from '../storage/engine/connection';
import { listOffices } from '../storage/stores/officer-store';
import type { Persona } from '../use-case';
import { useCases as allUseCases } from '../use-cases';
import { isWorkingDayInChina } from '../working-day-calendar';

export interface Application {
  readonly dispatch: Dispatch;
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
  /** Closes the store too. */
  close(): Promise<void>;
}

export interface Parts {
  readonly store: Store;
  readonly logFailure: LogFailure;
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
  const personas = configuration.personas ? personasOf(await listOffices(db, campaign.id)) : null;
  const wechat = configuration.wechat && { ...configuration.wechat, logFailure };
  const exchangeCode = wechat && wechatLogin(wechat);
  const openGroup = wechat && wechatGroup(wechat);
  const { mediaBase } = configuration;
  const { contest } = campaign;
  const readBank = bankReader(contest);
  return {
    campaign,
    clock,
    personas,
    dispatch: createDispatch({ db, campaign, clock, isWorkingDay: isWorkingDayInChina, mediaBase, personas, exchangeCode, openGroup, readBank, useCases, logFailure }),
    isReady: () => answers(store, campaign.id),
    keepHouse: () => keepHouse(db, clock.now(), campaign.expertVisit.retentionDays, logFailure),
    runContest: () => (contest ? doContestChores({ db, contest, readBank, now: clock.now() }, logFailure) : Promise.resolve(null)),
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
