import { command } from '../../../core/command.ts';
import type { Intent } from '../../../core/feature.ts';
import type { Reply } from '../../../core/reply.ts';
import type { TextTurn } from '../../../core/turn.ts';
import { withRefusal } from '../../../core/with-refusal.ts';
import { actOn, type Desk, mergeInto, showIdea } from '../desk.ts';
import { readCommand } from './commands.ts';
import { handOver } from './hand-over.ts';
import { listReply } from './lists.ts';

const all = command('ideen', 'alle ideen', 'ideenliste', 'ideas', 'all ideas', 'list of ideas');
const about =
  /^\s*(?:ideen (?:zu|zum|zur|über|für)|ideas (?:about|on|for))\s+(?<about>[^?!]{2,60}?)\s*[?!.]*\s*$/i;

/** What people type about ideas that exist already. */
export const ideaIntents = (desk: Desk): readonly Intent[] => [
  {
    id: 'ideas.list',
    anywhere: true,
    inMenu: false,
    title: { de: 'Ideen ansehen und unterstützen', en: 'Look at ideas and support them' },
    examples: { de: ['Ideen', 'Ideen zu KI'], en: ['Ideas', 'Ideas about AI'] },
    match: (text) => all(text) || about.test(text),
    handle: (turn) => {
      const wanted = about.exec(turn.text)?.groups?.about;
      return listReply(desk, turn, { kind: 'all', ...(wanted ? { about: wanted } : {}) });
    },
  },
  {
    id: 'ideas.mine',
    inMenu: false,
    title: { de: 'Ihre Ideen und ihr Stand', en: 'Your ideas and where they stand' },
    examples: { de: ['Meine Ideen'], en: ['My ideas'] },
    match: command('meine ideen', 'meine idee', 'my ideas', 'my idea'),
    handle: (turn) => listReply(desk, turn, { kind: 'mine' }),
  },
  {
    id: 'ideas.waiting',
    inMenu: false,
    title: { de: 'Ideen, die auf Sie warten', en: 'Ideas that wait for you' },
    examples: { de: ['Offene Ideen'], en: ['Open ideas'] },
    match: command(
      'offene ideen',
      'ideen prüfen',
      'ideen bewerten',
      'open ideas',
      'review ideas',
      'score ideas',
    ),
    handle: (turn) => listReply(desk, turn, { kind: 'waiting' }),
  },
  {
    id: 'ideas.show',
    anywhere: true,
    inMenu: false,
    title: { de: 'Eine Idee nach ihrer Nummer', en: 'An idea by its number' },
    examples: { de: ['ID-2026-0007'], en: ['ID-2026-7'] },
    match: (text) => isShowing(text),
    handle: (turn) => withRefusal(turn, () => shown(desk, turn)),
  },
  {
    id: 'ideas.act',
    inMenu: false,
    title: { de: 'Ideen unterstützen, prüfen und bewerten', en: 'Support, review and score ideas' },
    examples: typedExamples,
    match: (text) => readCommand(text) !== undefined && !isShowing(text),
    handle: (turn) => withRefusal(turn, () => typed(desk, inItsLanguage(turn))),
  },
];

const typedExamples = {
  de: [
    'ID-2026-0007 unterstützen',
    'ID-2026-0007 Rückfrage: Wie viele Fälle sind es im Jahr?',
    'ID-2026-0007 antworten: Etwa 400',
    'ID-2026-0007 ablehnen: Das gibt es schon im Serviceportal',
    'ID-2026-0007 Dublette von ID-2026-0003',
    'ID-2026-0007 in den Beirat',
    'ID-2026-0007 bewerten 4 2 5 3: Das hilft vielen',
    'ID-2026-0007 machbar: Wir beginnen mit einem Amt',
    'ID-2026-0007 Antrag',
  ],
  en: [
    'ID-2026-0007 support',
    'ID-2026-0007 ask: How many cases are there in a year?',
    'ID-2026-0007 answer: About 400',
    'ID-2026-0007 decline: The service portal has it already',
    'ID-2026-0007 duplicate of ID-2026-0003',
    'ID-2026-0007 to the Beirat',
    'ID-2026-0007 score 4 2 5 3: This helps many',
    'ID-2026-0007 feasible: We begin with one office',
    'ID-2026-0007 request',
  ],
};

function isShowing(text: string): boolean {
  const read = readCommand(text);
  return read !== undefined && !read.act && read.of === undefined && read.becomes === undefined;
}

/** A verb says in which language an answer is expected; the note behind it may be in any. */
const inItsLanguage = (turn: TextTurn): TextTurn => ({
  ...turn,
  language: readCommand(turn.text)?.language ?? turn.language,
});

async function shown(desk: Desk, turn: TextTurn): Promise<Reply> {
  const read = readCommand(turn.text);
  return showIdea(desk, turn, read?.id ?? '', read?.unclear ? { remark: unclear[turn.language] } : {});
}

const unclear = {
  de: 'Was hinter der Nummer steht, habe ich nicht verstanden. Die Schaltflächen zeigen, was Sie hier tun können.',
  en: 'I did not understand what follows the number. The buttons show what you can do here.',
};

function typed(desk: Desk, turn: TextTurn): Promise<Reply> {
  const { id = '', act, of, becomes } = readCommand(turn.text) ?? {};
  if (of !== undefined) return mergeInto(desk, turn, id, { of });
  if (becomes !== undefined) return handOver(desk, turn, id, becomes);
  return act ? actOn(desk, turn, id, act) : showIdea(desk, turn, id);
}
