/** Work that nobody waits for in a click, so little at a time that nobody notices. */
export type InPassing = {
  each<T>(items: readonly T[], work: (item: T) => void): void;
  /** Resolves when nothing is left to do, or it was stopped. */
  done(): Promise<void>;
  stop(): void;
};

/** How long a piece takes, and until the next one, in milliseconds: most of a core for a second, and no click waits. */
const piece = 8;
const pause = 2;

export function createInPassing(): InPassing {
  const waiting: (() => boolean)[] = [];
  let timer: NodeJS.Timeout | undefined;
  let told: (() => void)[] = [];

  const work = () => {
    const end = performance.now() + piece;
    while (waiting.length > 0 && performance.now() < end) if (!waiting[0]?.()) waiting.shift();
    if (waiting.length > 0) timer = later();
    else finish();
  };
  // A process that has nothing else to do may end.
  const later = () => setTimeout(work, pause).unref();
  const finish = () => {
    timer = undefined;
    for (const tell of told) tell();
    told = [];
  };

  return {
    each(items, one) {
      if (items.length === 0) return;
      let at = 0;
      waiting.push(() => {
        one(items[at] as (typeof items)[number]);
        at += 1;
        return at < items.length;
      });
      timer ??= later();
    },
    done: () => (timer === undefined ? Promise.resolve() : new Promise((resolve) => told.push(resolve))),
    stop() {
      clearTimeout(timer);
      waiting.length = 0;
      finish();
    },
  };
}
