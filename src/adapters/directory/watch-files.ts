import { stat } from 'node:fs/promises';

/** Calls again and again until the returned function is called. */
export type Every = (run: () => Promise<void>) => () => void;

/**
 * Looks at the files every two seconds and tells when one of them is different, came or went. Looking works on
 * network drives and with editors that replace the file, where the system's own notices get lost.
 * @returns a function that ends it
 */
export async function watchFiles(
  paths: readonly string[],
  onChange: () => Promise<unknown>,
  every: Every = everyTwoSeconds,
): Promise<() => void> {
  let seen = await look(paths);
  return every(async () => {
    const now = await look(paths);
    if (now === seen) return;
    seen = now;
    await onChange();
  });
}

const look = async (paths: readonly string[]): Promise<string> =>
  JSON.stringify(await Promise.all(paths.map(state)));

const state = (path: string) =>
  stat(path).then(
    ({ mtimeMs, size, ino }) => [mtimeMs, size, ino],
    (error: NodeJS.ErrnoException) => [error.code],
  );

/** The next look begins two seconds after the last one ended, so that a slow drive is not asked twice at once. */
const everyTwoSeconds: Every = (run) => {
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  const plan = () => {
    if (!ended) timer = setTimeout(() => void run().then(plan, plan), 2000).unref();
  };
  plan();
  return () => {
    ended = true;
    clearTimeout(timer);
  };
};
