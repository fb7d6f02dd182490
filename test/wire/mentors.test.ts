import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createCardRenderer } from '../../src/adapters/cards/card-renderer.ts';
import { randomIds } from '../../src/adapters/clock/random-ids.ts';
import { openBotbuilder } from '../../src/adapters/teams/botbuilder/transport.ts';
import { type App, createApp } from '../../src/app/create-app.ts';
import { createOutside } from '../../src/app/outside.ts';
import type { Letter } from '../../src/core/notice.ts';
import { silent } from '../../src/core/ports/log.ts';
import { textIn } from '../support/cards.ts';
import { demoDirectory } from '../support/directory-builder.ts';
import { personalChat } from '../support/personal-chat.ts';
import { type Program, startProgram } from '../support/program.ts';
import { local } from '../support/wire.ts';

/*
 * A mentoring through real HTTP: the Digitallotse fills in a profile, staff ask in Teams, the mentor, who has no Teams,
 * answers on the page that the mail leads to.
 */

const demo = await demoDirectory();
let program: Program;
let app: App;
let url: string;
let now: Date;

beforeEach(async () => {
  now = new Date('2026-11-24T08:00:00Z');
  program = await startProgram(demo);
  app = createApp({
    ...createOutside({ store: program.store, publicUrl: () => url }),
    config: local,
    openTransport: openBotbuilder,
    features: program.features,
    renderCard: createCardRenderer('cards'),
    store: program.store,
    clock: { now: () => now },
    ids: randomIds,
    log: silent,
    version: '1.2.3',
    // Jobs run when a test says so.
    repeat: () => async () => undefined,
  });
  const { port } = await app.start();
  url = `http://127.0.0.1:${port}`;
});
afterEach(() => app.stop());

const person = (id: string) => personalChat(id, demo, () => url);

const lotse = person('digitallotse');
const staff = person('staff-61');

/** The newest mail of a kind to the mentor, as it would be sent now. */
async function mail(kind: string): Promise<Letter> {
  const notice = (await program.outbox()).filter((one) => one.kind === kind).at(-1);
  const says = program.features.flatMap(({ notices = [] }) => notices).find((one) => one.kind === kind);
  if (!notice || !says) throw new Error(`nothing of the kind ${kind} is owed`);
  const said = await says.say(notice, { id: notice.recipient, name: '', language: 'de' }, now);
  if (!said) throw new Error(`nothing is left to say: ${kind}`);
  return said.letter;
}

/** Links are made with the address that the program was started with; here the server has another port. */
const linkIn = ({ links = [] }: Letter): string =>
  (links[0]?.url ?? '').replace('https://lotse.example.org', url);

const opens = async (link: string): Promise<string> => (await fetch(link)).text();
const sends = async (link: string, form: Record<string, string>): Promise<string> =>
  (await fetch(link, { method: 'POST', body: new URLSearchParams(form) })).text();

const profile = {
  fields: 'ki,datenschutz',
  experience: 'Forscht zu Sprachmodellen',
  languages: 'de,en',
  capacity: 1,
  contact: 'dienstags per E-Mail',
  pausedUntil: '',
};

describe('a mentoring, from the empty list to the feedback', () => {
  test('walks Digitallotse → mentor (page) → staff → mentor (page) → both', async () => {
    const empty = await lotse.says('Mentoren');
    const overview = await lotse.presses('mentors.profiles', empty);
    const form = await lotse.presses('mentors.profile', overview);
    const kept = await lotse.presses('mentors.profile-save', form, {
      ...profile,
      person: 'mentor-wissenschaft',
    });
    expect(textIn(kept)).toContain('wird gebeten, das Profil zu bestätigen');

    const link = linkIn(await mail('mentors.profile'));
    expect(await opens(link)).toContain('Forscht zu Sprachmodellen');
    expect(await sends(link, { act: 'confirm' })).toContain('Bestätigt');

    const found = await staff.says('Wer kann mich zu KI beraten?');
    expect(textIn(found)).toContain('wegen Ihres Stichworts „KI“');
    const asking = await staff.presses('mentors.ask-form', found);
    const question = { question: 'Was kann KI im Bauamt?', contact: 'Durchwahl 161' };
    const sent = await staff.presses('mentors.ask', asking, question);
    expect(textIn(sent)).toContain('M-2026-0001');
    // Sent again, with a new id: the same question.
    expect(textIn(await staff.presses('mentors.ask', asking, question))).toContain('M-2026-0001');

    const answer = linkIn(await mail('mentors.asked'));
    const page = await opens(answer);
    expect(page).toContain('Was kann KI im Bauamt?');
    expect(page).not.toContain('Durchwahl 161');
    expect(textIn(await staff.says('M-2026-0001'))).toContain('Antwort steht aus');
    expect(await sends(answer, { act: 'accept', note: 'Gern' })).toContain('Durchwahl 161');

    const accepted = await staff.says('M-2026-0001');
    expect(textIn(accepted)).toContain('dienstags per E-Mail');
    const closed = await staff.presses('mentors.close', accepted);
    const heard = await staff.presses('mentors.say-feedback', closed, {
      helped: 'partly',
      note: 'War nützlich',
    });
    expect(textIn(heard)).toContain('Eine Rückmeldung wurde gegeben');
    // The card from before is pressed once more.
    const late = await staff.presses('mentors.say-feedback', closed, { helped: 'no', note: 'Noch einmal' });
    expect(textIn(late)).toContain('schon angekommen');
    const said = textIn(await lotse.says('Rückmeldungen zu Mentorings'));
    expect(said).toContain('War nützlich');
    expect(said).not.toContain('Noch einmal');
  });

  test('a question that nobody answers is reminded of and ends, and the card of yesterday says so', async () => {
    const parts = 'Felder: Sprachmodell; Plätze: 1; Kontakt: Mail; Erfahrung: Forschung';
    await lotse.says(`Mentorenprofil Wissenschaft: ${parts}`);
    await sends(linkIn(await mail('mentors.profile')), { act: 'confirm' });
    const sent = await staff.says('Mentor fragen Wissenschaft: Was kann KI?');
    now = new Date('2026-12-01T08:00:00Z');
    await program.tick(now);
    expect((await mail('mentors.reminder')).paragraphs.join()).toContain('Was kann KI?');
    now = new Date('2026-12-09T08:00:00Z');
    await program.tick(now);
    const late = await staff.presses('mentors.withdraw', sent);
    expect(textIn(late)).toContain('Jetziger Stand: Ohne Antwort abgelaufen');
  });
});
