import { createCardRenderer } from '../../../../../src/adapters/cards/card-renderer.ts';
import { randomIds } from '../../../../../src/adapters/clock/random-ids.ts';
import { openBotbuilder } from '../../../../../src/adapters/teams/botbuilder/transport.ts';
import { createApp } from '../../../../../src/app/create-app.ts';
import { silent } from '../../../../../src/core/ports/log.ts';
import { local } from '../../../../support/wire.ts';
import { type Hall, start } from './hall.ts';

const log = silent;

/** The program of a hall over real HTTP on this machine, its pages too. */
export async function serve(hall: Hall) {
  const app = createApp({
    config: local,
    openTransport: openBotbuilder,
    features: hall.features,
    renderCard: createCardRenderer('cards'),
    store: hall.store,
    links: hall.desk.links,
    clock: { now: () => new Date(start) },
    ids: randomIds,
    log,
    version: '1.2.3',
    repeat: () => async () => undefined,
  });
  const { port } = await app.start();
  return {
    /** The link of a letter, on this machine. */
    here: (url: string): string => url.replace('https://lotse.example.org', `http://127.0.0.1:${port}`),
    stop: () => app.stop(),
  };
}

/** The page that the newest letter of this kind leads somebody to. */
export async function linkFor(hall: Hall, party: string, kind = 'invitation'): Promise<string> {
  const said = await hall.says((await hall.owedTo(party, kind)).at(-1));
  const url = said?.letter.links?.[0]?.url;
  if (!url) throw new Error('the letter has no link');
  return url;
}
