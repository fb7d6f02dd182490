import { join } from 'node:path';
import type { Catcher } from '../../adapters/catcher/start-catcher.ts';
import { systemClock } from '../../adapters/clock/system-clock.ts';
import { shortPath } from '../../adapters/directory/read-files.ts';
import { findPlayground } from '../../adapters/playground/find-playground.ts';
import { type Playground, startPlayground } from '../../adapters/playground/start-playground.ts';
import { compose } from '../compose.ts';
import type { Environment } from '../config.ts';
import type { Terminal } from '../directory-command.ts';
import type { DirectorySource } from '../directory-source.ts';
import { createFeatures } from '../features.ts';
import { type DemoPerson, demoPeople, demoTabs } from './people.ts';
import { playgroundConfig } from './playground-config.ts';
import { requireFreePorts } from './ports.ts';
import { type DemoSettings, pagePort, readDemoSettings } from './settings.ts';
import { demoText } from './table.ts';

type Stop = () => Promise<void>;
type Paged = { readonly person: DemoPerson; readonly playground: Playground };

/**
 * `npm run demo [-- person …]`: the bot and one Playground page per person, until `stopping`.
 * @returns the exit code; everything that was started has ended by then
 */
export async function demoCommand(
  args: readonly string[],
  { print, complain, env }: Pick<Terminal, 'print' | 'complain' | 'env'>,
  stopping: AbortSignal,
): Promise<number> {
  const started: Stop[] = [];
  const stopped = new Promise<void>((resolve) => stopping.addEventListener('abort', () => resolve()));
  try {
    const settings = readDemoSettings(args, env);
    const program = findPlayground();
    if (!program) throw new Error(notInstalled);
    await requireFreePorts(settings);
    const mails = await openMails(settings, started);
    const bot = await openBot(withMail(settings, mails), started);
    const paged = openPages({ ...settings, ...bot, program, env }, started);
    const text = await Promise.race([
      addresses(paged, { bot: bot.url, mails: mails.url }, settings),
      stopped,
    ]);
    if (text === undefined) return 0;
    print(text);
    for (const { person, playground } of paged) {
      void playground.ended.then((reason) => stopping.aborted || complain(gone(person, reason)));
    }
    await stopped;
    return 0;
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return 1;
  } finally {
    for (const stop of started.reverse()) await stop();
  }
}

const notInstalled =
  'Der Microsoft 365 Agents Playground ist nicht installiert: „npm ci“ ohne --omit=dev holt ihn.';

const mailbox = { name: 'E-Mails', hint: 'alles, was Lotse per E-Mail verschickt' };

const gone = ({ name }: DemoPerson, reason: string): string =>
  `Die Seite von „${name}“ ist abgestürzt (${reason}). Mit Strg+C und „npm run demo“ ist sie wieder da.`;

/** Loaded only here: its packages are there for development, not for production. */
async function openMails({ firstPort, ids }: DemoSettings, started: Stop[]): Promise<Catcher> {
  const { startCatcher } = await import('../../adapters/catcher/start-catcher.ts');
  const catcher = await startCatcher(pagePort(firstPort, ids.length), systemClock.now);
  started.push(catcher.stop);
  return catcher;
}

const withMail = (settings: DemoSettings, { smtpUrl }: Catcher): DemoSettings => ({
  ...settings,
  config: {
    ...settings.config,
    mail: { smtpUrl, from: { name: 'Lotse', address: 'lotse@example.org' } },
  },
});

type Bot = {
  readonly url: string;
  readonly directory: DirectorySource;
  readonly people: readonly DemoPerson[];
};

async function openBot({ config, ids }: DemoSettings, started: Stop[]): Promise<Bot> {
  let directory: DirectorySource | undefined;
  const app = await compose(config, (ports) => {
    directory = ports.directory;
    return createFeatures(ports);
  });
  started.push(app.stop);
  if (!directory) throw new Error('the features were not asked for');
  const people = demoPeople(directory.current(), ids);
  const { host, port } = await app.start();
  return { url: `http://${host}:${port}`, directory, people };
}

type Opening = DemoSettings & Bot & { readonly program: string; readonly env: Environment };

function openPages(opening: Opening, started: Stop[]): readonly Paged[] {
  const { people, directory, config, url, firstPort, program, env } = opening;
  const paged = people.map((person, index) => {
    const playground = startPlayground({
      program,
      folder: join(config.dataDir, 'playground', person.id),
      config: playgroundConfig(person, [...people, ...directory.current().persons]),
      endpoint: `${url}/api/messages`,
      port: pagePort(firstPort, index),
      env,
    });
    return { person, playground };
  });
  started.push(async () => {
    await Promise.all(paged.map(({ playground }) => playground.stop()));
  });
  return paged;
}

async function addresses(
  paged: readonly Paged[],
  { bot, mails }: { readonly bot: string; readonly mails: string },
  { config }: DemoSettings,
): Promise<string> {
  const pages = await Promise.all(
    paged.map(async ({ person: { name, hint }, playground }) => {
      const port = await playground.ready.catch((error: Error) => {
        throw new Error(`Die Seite von „${name}“ startet nicht: ${error.message}`);
      });
      return { name, hint, url: `http://127.0.0.1:${port}` };
    }),
  );
  const tabs = demoTabs(
    paged.map(({ person }) => person),
    bot,
  );
  return demoText([...pages, { ...mailbox, url: mails }], tabs, bot, shortPath(config.dataDir));
}
