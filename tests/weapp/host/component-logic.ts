import type { AppPackage } from './app-package';
import type { ProblemLog } from './problems';
import type { Realm } from './realm';
import type { Recorder } from './recorder';
import { readSetData, SET_DATA_LIMIT, writePath, type DataChange } from './set-data';
import { asFunction, asRecord } from './values';
import type { Blueprint, ComponentLogic, ComponentView, PropertyShape, ViewEvent } from './view-engine';

export type Definition = Record<string, unknown>;

/** What instances need of the host. */
export interface InstanceHost {
  readonly pkg: AppPackage;
  readonly realm: Realm;
  readonly problems: ProblemLog;
  readonly recorder: Recorder;
  later(run: () => void): void;
  selectorQuery(): unknown;
  /** The view has changed. */
  drawn(): void;
}

interface SetDataTarget {
  readonly route: () => string;
  readonly component: string | null;
  readonly view: ComponentView;
  /** The logic layer's own copy; `null` when it reads through to the view. */
  readonly data: Record<string, unknown> | null;
  isAlive(): boolean;
}

/** WeChat's setData: JSON over the bridge, at most 1 MB, the callback after the view has drawn. */
export function sendData(host: InstanceHost, target: SetDataTarget, data: unknown, callback: unknown): void {
  const { bytes, changes, ignored } = readSetData(asRecord(data));
  const place = target.component ?? target.route();
  const paths = Object.keys(asRecord(data));
  host.recorder.setData({ route: target.route(), component: target.component, bytes, paths });
  for (const path of ignored) {
    host.problems.add('platform rule', `${place}: setData "${path}" to undefined is invalid`);
  }
  if (bytes > SET_DATA_LIMIT) {
    host.problems.add('platform rule', `${place}: setData of ${bytes} bytes is over the limit of ${SET_DATA_LIMIT}`);
    return;
  }
  if (!target.isAlive()) return;
  if (target.data) for (const change of changes) writePath(target.data, adoptChange(host, change));
  target.view.replace(changes);
  host.drawn();
  const done = asFunction(callback);
  if (done) host.later(() => void done());
}

const adoptChange = (host: InstanceHost, { path, value }: DataChange): DataChange => ({
  path,
  value: host.realm.adopt(value),
});

/** Features of Component() this host does not have: better a failing test than one that passes for the wrong reason. */
const UNSUPPORTED = ['behaviors', 'observers', 'relations'] as const;

const isFilled = (value: unknown): boolean => Object.keys(asRecord(value)).length > 0;

export function componentBlueprint(
  host: InstanceHost,
  path: string,
  definition: Definition,
  currentRoute: () => string,
): Blueprint {
  for (const feature of UNSUPPORTED) {
    if (isFilled(definition[feature])) host.problems.add('platform rule', `${path}: the host has no ${feature}`);
  }
  const options = asRecord(definition.options);
  const methods = asRecord(definition.methods);
  return {
    path,
    using: host.pkg.usingComponents(path),
    properties: readProperties(host, asRecord(definition.properties)),
    data: plainCopy(asRecord(definition.data)),
    methods: Object.keys(methods),
    virtualHost: options.virtualHost === true,
    multipleSlots: options.multipleSlots === true,
    connect: (view) => connectComponent(host, path, definition, view, currentRoute),
  };
}

/** A copy of the app's plain data in the host's own JavaScript world, for the engines. */
export const plainCopy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

function readProperties(host: InstanceHost, properties: Record<string, unknown>): Record<string, PropertyShape> {
  const typeOf = (type: unknown) => (typeof type === 'function' ? type.name : null);
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      if (property === null || typeof property === 'function') return [name, { type: typeOf(property) }];
      const { type, value, observer } = asRecord(property);
      if (observer !== undefined) host.problems.add('platform rule', `property ${name}: the host has no property observers`);
      return [name, { type: typeOf(type), ...(value === undefined ? {} : { value: plainCopy(value) }) }];
    }),
  );
}

function connectComponent(
  host: InstanceHost,
  path: string,
  definition: Definition,
  view: ComponentView,
  route: () => string,
): ComponentLogic {
  let alive = true;
  const self = host.realm.object();
  const lifetimes = { ...definition, ...asRecord(definition.lifetimes) };
  const run = (name: string) => {
    host.problems.guard(`${path} ${name}`, () => asFunction(lifetimes[name])?.call(self));
  };
  const target: SetDataTarget = { route, component: path, view, data: null, isAlive: () => alive };
  const readData = { get: () => host.realm.adopt(view.data()), enumerable: true };
  Object.defineProperties(self, { data: readData, properties: readData });
  Object.assign(self, asRecord(definition.methods), {
    is: path,
    setData: (data: unknown, callback?: unknown) => sendData(host, target, data, callback),
    triggerEvent: (type: string, detail: unknown, options: unknown) => {
      const { bubbles, composed } = asRecord(options);
      view.trigger(type, detail, { bubbles: bubbles === true, composed: composed === true });
    },
    createSelectorQuery: () => host.selectorQuery(),
  });
  run('created');
  return {
    attached: () => {
      run('attached');
      // Neither engine says when the first drawing is done; it is after the current task at the latest.
      host.later(() => {
        if (alive) run('ready');
      });
    },
    detached: () => {
      run('detached');
      alive = false;
    },
    handle: (method, event) => callMethod(host, self, path, method, event),
  };
}

export function callMethod(
  host: InstanceHost,
  self: Record<string, unknown>,
  path: string,
  method: string,
  event: ViewEvent,
): void {
  const handler = asFunction(self[method]);
  if (!handler) {
    host.problems.add('platform rule', `${path} has no method "${method}" to handle "${event.type}"`);
    return;
  }
  host.problems.guard(`${path} ${method}(${event.type})`, () => handler.call(self, host.realm.adopt(event)));
}
