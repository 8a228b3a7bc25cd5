import type { UseCases } from '../dispatch/call';
import type { Campaign } from '../campaign/schema';
import { readCampaign } from '../campaign/stored';
import { demoClock, systemClock, type Clock } from '../clock';
import type { Configuration } from './configuration';
import { createDispatch, type Dispatch } from '../dispatch/dispatch';
import type { LogFailure } from '../failure-log';
import { keepHouse, type Housework } from './housekeeping';
import { personasOf } from '../identity/personas';
import { wechatLogin } from '../identity/wechat';
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
  const clock = parts.clock ?? clockOf(configuration, campaign);
  const personas = configuration.personas ? personasOf(await listOffices(db, campaign.id)) : null;
  const exchangeCode = configuration.wechat ? wechatLogin({ ...configuration.wechat, logFailure }) : null;
  const { mediaBase } = configuration;
  return {
    campaign,
    clock,
    personas,
    dispatch: createDispatch({ db, campaign, clock, isWorkingDay: isWorkingDayInChina, mediaBase, personas, exchangeCode, useCases, logFailure }),
    isReady: () => answers(store, campaign.id),
    keepHouse: () => keepHouse(db, clock.now(), campaign.expertVisit.retentionDays, logFailure),
    close: () => store.close(),
  };
}

function clockOf({ clock }: Configuration, campaign: Campaign): Clock {
  if (clock.kind === 'system') return systemClock;
  return demoClock(clock.kind === 'fixed-start' ? clock.startsAt : new Date(campaign.demoNow));
}

async function answers({ db }: Store, campaignId: string): Promise<boolean> {
  try {
    return (await db.selectFrom('campaign').select('id').where('id', '=', campaignId).executeTakeFirst()) !== undefined;
  } catch {
    return false;
  }
}
