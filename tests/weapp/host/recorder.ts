import { toJson } from './values';

export interface RecordedCall {
  readonly name: string;
  /** The first argument without its callbacks; other arguments are in `rest`. */
  readonly options: Record<string, unknown>;
  readonly rest: readonly unknown[];
}

export interface RecordedSetData {
  readonly route: string;
  /** The component's path when it was not the page itself. */
  readonly component: string | null;
  readonly bytes: number;
  readonly paths: readonly string[];
}

const plain = (value: unknown): unknown => {
  const json = toJson(value);
  return json === undefined ? undefined : (JSON.parse(json) as unknown);
};

/** Everything the app asked of the platform, in order. */
export class Recorder {
  private readonly calls: RecordedCall[] = [];
  private readonly updates: RecordedSetData[] = [];
  /** Grows with every call and update: what `settle` watches. */
  activity = 0;

  call(name: string, args: readonly unknown[]): void {
    this.activity += 1;
    const [first, ...others] = args;
    const isOptions = typeof first === 'object' && first !== null && !Array.isArray(first);
    this.calls.push({
      name,
      options: isOptions ? (plain(first) as Record<string, unknown>) : {},
      rest: (isOptions ? others : args).map(plain),
    });
  }

  setData(update: RecordedSetData): void {
    this.activity += 1;
    this.updates.push(update);
  }

  callsOf(name?: string): RecordedCall[] {
    return this.calls.filter((call) => name === undefined || call.name === name);
  }

  setDatas(): RecordedSetData[] {
    return [...this.updates];
  }
}
