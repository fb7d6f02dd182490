/** Work that nobody waits for, so little at a time that nobody notices. */
export type InPassing = {
  each<T>(items: readonly T[], work: (item: T) => void): void;
  stop(): void;
};

/** How long a piece takes, and until the next one, in milliseconds: a sixth of a core, and no click waits. */
const piece = 4;
const pause = 20;

export function createInPassing(): InPassing {
  const waiting: (() => boolean)[] = [];
  let timer: NodeJS.Timeout | undefined;

  const work = () => {
    const end = performance.now() + piece;
    while (waiting.length > 0 && performance.now() < end) if (!waiting[0]?.()) waiting.shift();
    timer = waiting.length > 0 ? later() : undefined;
  };
  // A process that has nothing else to do may end.
  const later = () => setTimeout(work, pause).unref();

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
    stop() {
      clearTimeout(timer);
      waiting.length = 0;
    },
  };
}
