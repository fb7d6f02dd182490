import type { Intent } from '../../../../core/feature.ts';
import type { Reply } from '../../../../core/reply.ts';
import type { Language } from '../../../../core/text.ts';
import type { TextTurn } from '../../../../core/turn.ts';
import { withRefusal } from '../../../../core/with-refusal.ts';
import { contextAt, viewerOf } from '../../board/desk.ts';
import { deputiesOf } from '../../board/members.ts';
import { readMeetingCommand, verbOf } from '../chat/commands.ts';
import type { MemberAct } from '../decide/act.ts';
import { type Desk, visibleMeeting } from '../desk.ts';
import { exportReply, fullReply } from '../links.ts';
import { invitationOf } from '../policy.ts';
import { notADeputy, notInvited } from '../refusals.ts';
import { answerInvitation, openInvitation } from './act.ts';

type Command =
  | { readonly kind: 'act'; readonly act: MemberAct }
  /** A deputy, named as typed. */
  | { readonly kind: 'deputy'; readonly name: string }
  | { readonly kind: 'show' | 'full' | 'export' };

type Row = { readonly words: RegExp; readonly language: Language; readonly read: (note: string) => Command };

const accept = (answer: 'in-person' | 'online'): Command => ({
  kind: 'act',
  act: { kind: 'reply', answer, via: 'teams' },
});
const decline = (note: string): Command => ({
  kind: 'act',
  act: { kind: 'reply', answer: 'no', via: 'teams', ...(note ? { reason: note } : {}) },
});
const ask = (note: string): Command => ({ kind: 'act', act: { kind: 'ask', text: note } });
const deputy = (name: string): Command => ({ kind: 'deputy', name });

const rows: readonly Row[] = [
  {
    words: /^(?:online zusagen|zusagen,? online|zusage online)[.!?]*$/i,
    language: 'de',
    read: () => accept('online'),
  },
  {
    words: /^(?:zusagen|zusage|zusagen,? vor ort|zusage vor ort)[.!?]*$/i,
    language: 'de',
    read: () => accept('in-person'),
  },
  { words: /^accept,? online[.!?]*$/i, language: 'en', read: () => accept('online') },
  { words: /^accept(?:,? in person)?[.!?]*$/i, language: 'en', read: () => accept('in-person') },
  { words: verbOf('absagen|absage'), language: 'de', read: decline },
  { words: verbOf('decline'), language: 'en', read: decline },
  { words: verbOf('vertretung|vertretung entsenden'), language: 'de', read: deputy },
  { words: verbOf('deputy|send deputy'), language: 'en', read: deputy },
  { words: verbOf('frage(?! beantworten)|frage stellen'), language: 'de', read: ask },
  { words: verbOf('question|ask'), language: 'en', read: ask },
  { words: verbOf('meine einladung|einladung'), language: 'de', read: () => ({ kind: 'show' }) },
  { words: verbOf('my invitation|invitation'), language: 'en', read: () => ({ kind: 'show' }) },
  { words: verbOf('alles lesen'), language: 'de', read: () => ({ kind: 'full' }) },
  { words: verbOf('read all'), language: 'en', read: () => ({ kind: 'full' }) },
];
const listRows: readonly Row[] = [
  { words: verbOf('liste|rückmeldungen|rueckmeldungen'), language: 'de', read: () => ({ kind: 'export' }) },
  { words: verbOf('list|answers'), language: 'en', read: () => ({ kind: 'export' }) },
];

/** What the members' part claims of what follows a number. */
export const memberVerbs: readonly RegExp[] = [...rows, ...listRows].map(({ words }) => words);

/** What members type about a meeting, and the list of their answers. */
export const memberIntents = (desk: Desk): readonly Intent[] => [
  {
    id: 'beirat.reply',
    title: { de: 'Auf eine Einladung antworten', en: 'Answer an invitation' },
    examples: {
      de: [
        'B-2026/1 zusagen',
        'B-2026/1 online zusagen',
        'B-2026/1 absagen: Dienstreise',
        'B-2026/1 Vertretung: Leitung IT-Betrieb KGRZ',
        'B-2026/1 Frage: Gibt es eine Vorlage?',
        'B-2026/1 meine Einladung',
        'B-2026/1 alles lesen',
      ],
      en: [
        'B-2026/1 accept',
        'B-2026/1 accept online',
        'B-2026/1 decline: Business trip',
        'B-2026/1 deputy: Leitung IT-Betrieb KGRZ',
        'B-2026/1 question: Is there a paper?',
        'B-2026/1 my invitation',
        'B-2026/1 read all',
      ],
    },
    match: claims(rows),
    inMenu: false,
    handle: (turn) => typed(desk, turn, rows),
  },
  {
    id: 'beirat.list',
    title: { de: 'Rückmeldungen als Liste', en: 'Answers as a list' },
    examples: { de: ['B-2026/1 Liste'], en: ['B-2026/1 list'] },
    match: claims(listRows),
    inMenu: false,
    handle: (turn) => typed(desk, turn, listRows),
  },
];

function claims(known: readonly Row[]): Intent['match'] {
  return (text) => {
    const rest = readMeetingCommand(text)?.rest;
    return rest !== undefined && known.some(({ words }) => words.test(rest));
  };
}

function typed(desk: Desk, typedTurn: TextTurn, known: readonly Row[]): Promise<Reply> {
  const { id = '', rest = '' } = readMeetingCommand(typedTurn.text) ?? {};
  const row = known.find(({ words }) => words.test(rest));
  const turn = row ? { ...typedTurn, language: row.language } : typedTurn;
  const command = row?.read(row.words.exec(rest)?.groups?.note?.trim() ?? '');
  return withRefusal(turn, async () => {
    switch (command?.kind) {
      case 'act':
        return answerInvitation(desk, turn, id, command.act);
      case 'deputy':
        return sendDeputy(desk, turn, id, command.name);
      case 'full':
        return fullReply(desk, turn, id);
      case 'export':
        return exportReply(desk, turn, id);
      default:
        return openInvitation(desk, turn, id);
    }
  });
}

/** Declines and names who comes instead, by a part of the name; without one it is the first deputy who is there. */
async function sendDeputy(desk: Desk, turn: TextTurn, id: string, name: string): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  const context = contextAt(desk, turn.at);
  const meeting = await visibleMeeting(desk, id, viewer.id, turn.at);
  const one = invitationOf(meeting, viewer.id, context);
  if (!one) throw notInvited();
  const wanted = name.toLowerCase();
  const possible = deputiesOf(one.seat, context, meeting.plan.day).filter(
    ({ person }) => person.id !== viewer.id,
  );
  const found =
    possible.find(({ person }) => person.name.toLowerCase() === wanted || person.id === wanted) ??
    possible.find(({ person }) => person.name.toLowerCase().includes(wanted));
  if (!found) throw notADeputy();
  const act: MemberAct = { kind: 'reply', answer: 'no', via: 'teams', proxy: found.person.id };
  return answerInvitation(desk, turn, id, act);
}
