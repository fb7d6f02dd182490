/**
 * Runs something again and again, never twice at once: the next run begins a pause after the last one ended.
 * @param pause milliseconds
 * @returns ends it, and waits for the run under way
 */
export function every(pause: number, run: () => Promise<void>): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> = Promise.resolve();
  let ended = false;
  const plan = () => {
    if (ended) return;
    timer = setTimeout(() => {
      underWay = run();
      underWay.then(plan, plan);
    }, pause);
    timer.unref();
  };
  plan();
  return async () => {
    ended = true;
    clearTimeout(timer);
    await Promise.allSettled([underWay]);
  };
}
