import { command } from '../../../core/command.ts';
import type { Intent } from '../../../core/feature.ts';
import type { Reply } from '../../../core/reply.ts';
import type { TextTurn } from '../../../core/turn.ts';
import { withRefusal } from '../../../core/with-refusal.ts';
import { contactOf, openAsk, submitAsk } from '../asking.ts';
import type { Act } from '../decide/act.ts';
import { actOn, type Desk, showCase, viewerOf } from '../desk.ts';
import { isLookingForMentor } from '../find/wish.ts';
import { mentorNamed, showFound } from '../finding.ts';
import { isPart, readParts } from '../profile/entry.ts';
import { confirmOwn, removeProfile, saveParts, showOverview, showProfile } from '../profile/profile-desk.ts';
import { type Command, readAsking, readCommand, readProfileCommand } from './commands.ts';
import { showAll, showFeedback, showMine } from './showing.ts';

type Handle = (turn: TextTurn) => Promise<Reply>;

/** What people type about mentors. The menu of Teams has room for the search alone; the help card shows all. */
export function mentorIntents(desk: Desk): readonly Intent[] {
  const intents: readonly Intent[] = [
    {
      id: 'mentors.find',
      title: { de: 'Rat von einer Mentorin oder einem Mentor', en: 'Advice by a mentor' },
      examples: {
        de: ['Mentoren', 'Wer kann mich zu KI beraten?', 'Ich brauche eine Mentorin für Datenschutz'],
        en: ['Mentors', 'Who can advise me on AI?', 'I need a mentor for data protection'],
      },
      match: (text) => isLookingForMentor(text, desk.fields()),
      handle: (turn) => showFound(desk, turn, { text: turn.text }),
    },
    {
      id: 'mentors.ask',
      title: { de: 'Einen Mentor per Text fragen', en: 'Ask a mentor by typing' },
      examples: {
        de: ['Mentor fragen Handwerk: Wie?'],
        en: ['Ask mentor Handwerk: How?'],
      },
      acts: (text) => Boolean(readAsking(text)?.question),
      match: (text) => readAsking(text) !== undefined,
      handle: (turn) => typedAsking(desk, turn),
    },
    {
      id: 'mentors.case',
      title: { de: 'Ein Mentoring nach seiner Nummer', en: 'A mentoring by its number' },
      examples: {
        de: ['M-2026-0003', 'M-2026-0003 annehmen', 'M-2026-0003 Rückmeldung: ja, sehr'],
        en: ['M-2026-3', 'M-2026-0003 accept', 'M-2026-0003 feedback: yes, a lot'],
      },
      match: (text) => readCommand(text) !== undefined,
      handle: (turn) => typedAct(desk, turn),
    },
    {
      id: 'mentors.profile',
      title: { de: 'Das Profil einer Mentorin oder eines Mentors', en: 'The profile of a mentor' },
      examples: {
        de: ['Mein Mentorenprofil', 'Mentorenprofil bestätigen', 'Mentorenprofil Handwerk: Plätze: 3'],
        en: ['My mentor profile', 'Mentor profile confirm', 'Mentor profile Handwerk: places: 3'],
      },
      acts: (text) => readProfileCommand(text, isPart)?.do !== 'show',
      match: (text) => readProfileCommand(text, isPart) !== undefined,
      handle: (turn) => typedProfile(desk, turn),
    },
    simple(
      'mentors.mine',
      'Ihre Mentorings',
      'Your mentorings',
      ['Meine Mentorings'],
      ['My mentorings'],
      (turn) => showMine(desk, turn),
    ),
    simple(
      'mentors.all',
      'Alle Mentorings (Digitallotse)',
      'All mentorings (Digitallotse)',
      ['Alle Mentorings'],
      ['All mentorings'],
      (turn) => showAll(desk, turn),
    ),
    simple(
      'mentors.profiles',
      'Profile pflegen (Digitallotse)',
      'Keep the profiles (Digitallotse)',
      ['Mentorenprofile'],
      ['Mentor profiles'],
      (turn) => showOverview(desk, turn),
    ),
    simple(
      'mentors.feedback',
      'Rückmeldungen (Digitallotse)',
      'Feedback (Digitallotse)',
      ['Rückmeldungen zu Mentorings'],
      ['Feedback about mentorings'],
      (turn) => showFeedback(desk, turn),
    ),
  ];
  return intents.map((intent) => ({
    ...intent,
    inMenu: intent.id === 'mentors.find',
    handle: (turn) => withRefusal(turn, () => intent.handle(turn)),
  }));
}

const simple = (
  id: string,
  de: string,
  en: string,
  german: readonly string[],
  english: readonly string[],
  handle: Handle,
): Intent => ({
  id,
  title: { de, en },
  examples: { de: german, en: english },
  match: command(...german, ...english),
  handle,
});

/** With everything that is needed the question is sent; else the form asks for the rest. */
async function typedAsking(desk: Desk, turn: TextTurn): Promise<Reply> {
  const read = readAsking(turn.text);
  if (!read) return showFound(desk, turn, { text: turn.text });
  const inIts = { ...turn, language: read.language };
  const mentor = mentorNamed(desk, read.who, turn.at);
  const contact = contactOf(desk, viewerOf(turn, desk).id);
  if (!read.question || !contact) return openAsk(desk, inIts, { mentor, question: read.question });
  // A repeated delivery carries the same id.
  const form = desk.digest(`${turn.conversationId} ${turn.id} ${turn.text}`).slice(0, 40);
  return submitAsk(desk, inIts, form, { mentor, question: read.question, contact });
}

async function typedAct(desk: Desk, turn: TextTurn): Promise<Reply> {
  const read = readCommand(turn.text);
  if (!read) return showMine(desk, turn);
  const inIts = { ...turn, language: read.language ?? turn.language };
  const act = actOf(read, desk);
  if (act) return actOn(desk, inIts, read.id, act);
  return showCase(desk, inIts, read.id, read.unclear ? { remark: unclear[turn.language] } : {});
}

function actOf({ act, note, helped }: Command, desk: Desk): Act | undefined {
  if (!act) return undefined;
  return act === 'feedback'
    ? { kind: 'feedback', helped, text: note, feedbackId: desk.newId() }
    : { kind: act, note };
}

const unclear = {
  de: 'Was hinter der Nummer steht, habe ich nicht verstanden. Die Schaltflächen zeigen, was Sie hier tun können.',
  en: 'I did not understand what follows the number. The buttons show what you can do here.',
};

async function typedProfile(desk: Desk, turn: TextTurn): Promise<Reply> {
  const read = readProfileCommand(turn.text, isPart);
  if (!read) return showOverview(desk, turn);
  const inIts = { ...turn, language: read.language };
  if (read.do === 'confirm') return confirmOwn(desk, inIts);
  const left = (await desk.profiles.list()).map(({ id }) => id);
  const person = read.who ? mentorNamed(desk, read.who, turn.at, left) : viewerOf(turn, desk).id;
  if (read.do === 'remove') return removeProfile(desk, inIts, person);
  if (read.do === 'show') return showProfile(desk, inIts, person);
  return saveParts(desk, inIts, person, readParts(read.parts, desk.fields()));
}
