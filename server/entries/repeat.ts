/**
 * Does something at once and then again and again, each time `pause` milliseconds after it was done, so that no two
 * runs overlap.
 *
 * @param work never throws
 * @returns stops it, and waits for what is under way
 */
export function repeat(work: () => Promise<unknown>, pause: number): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let underWay = run();
  async function run(): Promise<void> {
    await work();
    if (stopped) return;
    timer = setTimeout(() => {
      underWay = run();
    }, pause).unref();
  }
  return () => {
    stopped = true;
    clearTimeout(timer);
    return underWay;
  };
}
