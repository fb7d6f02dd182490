import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createCardRenderer } from '../../src/adapters/cards/card-renderer.ts';
import { buildPagesAside } from '../../src/adapters/pages/build-pages.ts';
import { createSignIn, tabScope, teamsClients } from '../../src/adapters/web/single-sign-on.ts';
import type { WhoIs } from '../../src/adapters/web/tab-door.ts';
import { readTabFiles } from '../../src/adapters/web/tab-files.ts';
import { programFolder } from '../../src/app/program-folder.ts';
import { byName } from '../../src/app/tab-door.ts';
import { createRoleDirectory } from '../../src/features/directory/role-directory.ts';
import { openConfidentialCases, type places } from './confidential-cases.ts';
import { demoDirectory } from './directory-builder.ts';
import { actorOf, type Program } from './program.ts';
import { local, startWire, type Wire } from './wire.ts';

/** The afternoon of the meeting: what is on the pages is as it is then. */
const now = '2026-12-10T13:30:00.000Z';

/** What people would write; nothing here is there to be found. */
const words: Readonly<Record<(typeof places)[number], string>> = {
  ANTRAG: 'Notebook für die Bauberatung',
  GRUND: 'Für Termine auf der Baustelle',
  VERMERK: 'Wird gebraucht',
  RUECKFRAGE: 'Reicht ein Gerät aus dem Bestand?',
  BUDGET: 'Arbeitsplätze',
  TOP: 'Förderprojekt Stadtlabor',
  ONLINE: 'beirat',
  ABSAGE: 'Auf Dienstreise',
  MITGLIEDSFRAGE: 'Liegt die Vorlage schon vor?',
  BESCHLUSS: 'Der Beirat empfiehlt, die Mittel des Landes zu beantragen.',
  UMLAUF: 'Der Beirat',
  IDEENFRAGE: 'Wie viele Anmeldungen sind es im Jahr?',
  BEMERKUNG: 'Spart viele Anrufe',
  ERFAHRUNG: 'Sprachmodelle in der Verwaltung',
  MENTORENFRAGE: 'Dürfen wir Protokolle mit KI schreiben lassen?',
  KONTAKT: 'mentor@example.org',
  LUECKE: 'defekte',
  THEMA: 'Datenplattform',
};

/** Requests that wait for the IT-Beauftragte of 61, besides the one that has a question. */
const wishes = [
  'Notebook für den Außendienst',
  'Zweiter Bildschirm am Schalter',
  'Tablet für die Bauaufsicht',
];

export type TabStage = {
  readonly url: string;
  readonly program: Program;
  /** A token as Teams would hand it out. */
  readonly tokenFor: (person: string) => Promise<string>;
  /** Who asked, by which way, in the order of requests. */
  readonly signedIn: readonly ('token' | 'name')[];
  readonly close: () => Promise<void>;
};

/** The whole program with a case of every kind behind the real server and the real pages. */
export async function openTabStage(): Promise<TabStage> {
  const [{ program }, demo, folder, keys] = await Promise.all([
    openConfidentialCases((place) => words[place]),
    demoDirectory(),
    buildPagesAside(programFolder),
    generateKeyPair('RS256'),
  ]);
  for (const wish of wishes) await submits(program, wish, actorOf(demo, 'staff-61'));

  const jwks = createLocalJWKSet({
    keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256' }],
  });
  const signIn = createSignIn({ tenantId, appId, clients: teamsClients }, jwks);
  const named = byName(createRoleDirectory(() => demo));
  const signedIn: ('token' | 'name')[] = [];
  const whoIs: WhoIs = (request) => {
    signedIn.push(request.authorization ? 'token' : 'name');
    return request.authorization ? signIn(request.authorization, request.now) : named(request);
  };
  const files = readTabFiles(folder);
  const wire: Wire = await startWire(local, undefined, {
    features: program.features,
    renderCard: createCardRenderer('cards'),
    clock: { now: () => new Date(now) },
    tabs: { whoIs, files: async () => files, frameAncestors: 'http://localhost:*', chat },
    repeat: () => async () => undefined,
  });
  return {
    url: wire.url,
    program,
    tokenFor: (person) => tokenFor(actorOf(demo, person), keys.privateKey),
    signedIn,
    close: wire.close,
  };
}

async function submits(program: Program, wish: string, actor: ReturnType<typeof actorOf>): Promise<void> {
  const more = { actor, conversationId: `a:${actor.id}`, at: '2026-12-08T08:00:00.000Z' };
  const { data } = await program.ask('Ich brauche ein Notebook', more);
  const draft = { draft: data.draft, type: data.type };
  const fields = { f_subject: wish, f_reason: 'Für Termine', f_kind: 'laptop', f_costs: '1.250,00' };
  await program.press('requests.check', { ...draft, ...fields, unit: '61' }, more);
  await program.press('requests.submit', draft, more);
}

const chat = 'https://teams.microsoft.com/l/chat/0/0?users=28:lotse';
const tenantId = '11111111-1111-4111-8111-111111111111';
const appId = '22222222-2222-4222-8222-222222222222';

function tokenFor(
  { id, name }: ReturnType<typeof actorOf>,
  key: Parameters<SignJWT['sign']>[0],
): Promise<string> {
  const seconds = Date.parse(now) / 1000;
  const claims = { ver: '2.0', oid: id, tid: tenantId, azp: teamsClients[0], scp: tabScope, name };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
    .setIssuer(`https://login.microsoftonline.com/${tenantId}/v2.0`)
    .setAudience(appId)
    .setIssuedAt(seconds - 60)
    .setNotBefore(seconds - 60)
    .setExpirationTime(seconds + 3600)
    .sign(key);
}
