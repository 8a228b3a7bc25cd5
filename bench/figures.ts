/** The value below which this share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const say = (figure: string, value: number | string): void => {
  console.log(`${figure.padEnd(78)} ${value}`);
};

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

export async function timed<Value>(work: () => Promise<Value>): Promise<{ readonly value: Value; readonly took: number }> {
  const before = performance.now();
  const value = await work();
  return { value, took: performance.now() - before };
}
