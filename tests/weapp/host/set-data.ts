export type DataPath = readonly (string | number)[];

export interface DataChange {
  readonly path: DataPath;
  readonly value: unknown;
}

/** WeChat refuses a single setData above this many bytes. */
export const SET_DATA_LIMIT = 1024 * 1024;

/** `root.cn.[0].cn[2].p1`: Taro writes a dot before the bracket, hand-written code does not; WeChat takes both. */
export function parsePath(path: string): DataPath {
  const parts = path.match(/[^.[\]]+/g);
  if (!parts) throw new Error(`setData: "${path}" is not a data path`);
  const indexed = new Set([...path.matchAll(/\[(\d+)\]/g)].map(([, index]) => index));
  return parts.map((part) => (indexed.has(part) && /^\d+$/.test(part) ? Number(part) : part));
}

/** Writes one value into nested data, making the objects and arrays on the way. */
export function writePath(data: Record<string, unknown>, { path, value }: DataChange): void {
  let place: Record<string | number, unknown> = data;
  path.slice(0, -1).forEach((key, depth) => {
    const next = place[key];
    if (typeof next !== 'object' || next === null) place[key] = typeof path[depth + 1] === 'number' ? [] : {};
    place = place[key] as Record<string | number, unknown>;
  });
  const last = path[path.length - 1];
  if (last !== undefined) place[last] = value;
}

export interface SetData {
  readonly bytes: number;
  readonly changes: readonly DataChange[];
  /** Paths set to `undefined`: WeChat leaves the old value and warns. */
  readonly ignored: readonly string[];
}

/** What crosses the bridge from the logic layer to the view: JSON, so functions and nested `undefined` are lost. */
export function readSetData(data: Record<string, unknown>): SetData {
  const ignored = Object.keys(data).filter((path) => data[path] === undefined);
  const json = JSON.stringify(data);
  const changes = Object.entries(JSON.parse(json) as Record<string, unknown>);
  return {
    bytes: Buffer.byteLength(json),
    changes: changes.map(([path, value]) => ({ path: parsePath(path), value })),
    ignored,
  };
}
