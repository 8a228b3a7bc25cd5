import type { ActionName } from '../../src/contract/actions';
import type { RequestActor, RequestChange, RequestState } from '../../src/domain/request/state';

// What is possible when, written down apart from the table of the product, so that a slip in one shows against the other.

const office: readonly RequestActor[] = ['officer', 'dispatcher'];
const owner: readonly RequestActor[] = ['owner'];
const onSite: readonly RequestActor[] = ['expert', 'dispatcher'];

interface Possible {
  readonly to: RequestState;
  readonly by: readonly RequestActor[];
}

const by = (who: readonly RequestActor[], to: RequestState): Possible => ({ to, by: who });

/** For a kind with visits, before any transfer or reopening, the clock running. */
export const possible: Readonly<Record<RequestState, Partial<Record<RequestChange, Possible>>>> = {
  submitted: {
    accept: by(office, 'accepted'),
    return: by(office, 'returned'),
    decline: by(office, 'declined'),
    transfer: by(office, 'submitted'),
    merge: by(office, 'merged'),
    withdraw: by(owner, 'withdrawn'),
  },
  returned: { complete: by(owner, 'submitted'), withdraw: by(owner, 'withdrawn') },
  reopened: {
    accept: by(office, 'accepted'),
    return: by(office, 'returned'),
    transfer: by(office, 'submitted'),
    merge: by(office, 'merged'),
    withdraw: by(owner, 'withdrawn'),
  },
  accepted: {
    transfer: by(office, 'submitted'),
    assign: by(office, 'assigned'),
    pause: by(office, 'accepted'),
    conclude: by(office, 'concluded'),
    merge: by(office, 'merged'),
    withdraw: by(owner, 'withdrawn'),
  },
  assigned: {
    assign: by(office, 'assigned'),
    schedule: by(office, 'scheduled'),
    pause: by(office, 'assigned'),
    conclude: by(office, 'concluded'),
    withdraw: by(owner, 'withdrawn'),
  },
  scheduled: {
    schedule: by(office, 'scheduled'),
    unschedule: by(office, 'assigned'),
    visit: by(onSite, 'visited'),
    withdraw: by(owner, 'withdrawn'),
  },
  visited: { pause: by(office, 'visited'), conclude: by(office, 'concluded') },
  concluded: { confirm: by(owner, 'confirmed'), reopen: by(owner, 'reopened') },
  confirmed: {},
  declined: {},
  withdrawn: {},
  merged: {},
};

export const states = Object.keys(possible) as readonly RequestState[];

/** Of whom an action asks a role before it looks at the request. */
export const changeActions = {
  accept: { action: 'request.accept', forStaff: true },
  return: { action: 'request.return', forStaff: true },
  decline: { action: 'request.decline', forStaff: true },
  transfer: { action: 'request.transfer', forStaff: true },
  complete: { action: 'request.complete', forStaff: false },
  assign: { action: 'request.assign', forStaff: true },
  schedule: { action: 'request.schedule', forStaff: true },
  unschedule: { action: 'request.unschedule', forStaff: true },
  visit: { action: 'visit.record', forStaff: true },
  pause: { action: 'request.pause', forStaff: true },
  resume: { action: 'request.resume', forStaff: true },
  conclude: { action: 'request.conclude', forStaff: true },
  confirm: { action: 'request.confirm', forStaff: false },
  reopen: { action: 'request.reopen', forStaff: false },
  merge: { action: 'request.merge', forStaff: true },
  withdraw: { action: 'request.withdraw', forStaff: false },
} as const satisfies Record<RequestChange, { action: ActionName; forStaff: boolean }>;
