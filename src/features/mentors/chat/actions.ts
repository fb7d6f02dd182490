import { z } from 'zod';
import type { Action } from '../../../core/feature.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { Reply } from '../../../core/reply.ts';
import type { ActionTurn } from '../../../core/turn.ts';
import { openAsk, submitAsk } from '../asking.ts';
import type { Act } from '../decide/act.ts';
import { actOn, type Desk, showCase, viewerOf, visibleMentoring } from '../desk.ts';
import { showFound } from '../finding.ts';
import { helpedWords } from '../mentoring.ts';
import { confirmOwn, removeProfile, saveForm, showOverview, showProfile } from '../profile/profile-desk.ts';
import { showAll, showFeedback, showMine } from './showing.ts';

/** Everything arrives as text on some clients; a field that was left alone may be missing. */
const text = z.string().max(4000).catch('');
const Pressed = z.object({
  id: z.string().max(40).catch(''),
  note: text,
  helped: z.enum(helpedWords).optional().catch(undefined),
  form: z
    .string()
    .regex(/^[\w-]{1,60}$/)
    .catch(''),
  mentor: z.string().max(80).catch(''),
  person: z.string().max(80).catch(''),
  question: text,
  contact: text,
  text,
  field: z.string().max(60).catch(''),
});
type Pressed = z.infer<typeof Pressed>;

const inPlace = async (reply: Promise<Reply>): Promise<Reply> => ({ ...(await reply), inPlace: true });

/** What each button of a mentoring means; the data only says which one it was drawn for. */
const acts = (desk: Desk): Readonly<Record<string, (pressed: Pressed) => Act>> => ({
  'mentors.accept': ({ note }) => ({ kind: 'accept', note }),
  'mentors.decline': ({ note }) => ({ kind: 'decline', note }),
  'mentors.withdraw': ({ note }) => ({ kind: 'withdraw', note }),
  'mentors.close': ({ note }) => ({ kind: 'close', note }),
  'mentors.say-feedback': ({ note, helped }) => ({
    kind: 'feedback',
    helped,
    text: note,
    feedbackId: desk.newId(),
  }),
});

type Handle = (pressed: Pressed, turn: ActionTurn) => Promise<Reply>;

/** What can be pressed on the cards of mentors. */
export function mentorActions(desk: Desk): readonly Action[] {
  const handles: Readonly<Record<string, Handle>> = {
    'mentors.find': ({ text: said, field }, turn) => inPlace(showFound(desk, turn, { text: said, field })),
    'mentors.open': (_pressed, turn) => showFound(desk, turn, { text: '' }),
    'mentors.ask-form': async ({ mentor, text: said, id }, turn) =>
      openAsk(desk, turn, { mentor, question: id ? await ownQuestion(desk, turn, id) : said }),
    'mentors.ask': ({ form, mentor, question, contact }, turn) =>
      inPlace(submitAsk(desk, turn, form || desk.newId(), { mentor, question, contact })),
    'mentors.show': ({ id }, turn) => showCase(desk, turn, id),
    'mentors.refresh': ({ id }, turn) => inPlace(showCase(desk, turn, id)),
    'mentors.mine': (_pressed, turn) => showMine(desk, turn),
    'mentors.all': (_pressed, turn) => showAll(desk, turn),
    'mentors.feedback': (_pressed, turn) => showFeedback(desk, turn),
    'mentors.profiles': (_pressed, turn) => showOverview(desk, turn),
    'mentors.profile': ({ person }, turn) => showProfile(desk, turn, person || own(desk, turn)),
    'mentors.profile-save': ({ person }, turn) => inPlace(saveForm(desk, turn, person, turn.data)),
    'mentors.profile-confirm': (_pressed, turn) => inPlace(confirmOwn(desk, turn)),
    'mentors.profile-remove': ({ person }, turn) => inPlace(removeProfile(desk, turn, person)),
  };
  const acting = Object.entries(acts(desk)).map(([verb, act]) => ({
    verb,
    handle: (turn: ActionTurn) => {
      const pressed = read(turn);
      return inPlace(actOn(desk, turn, pressed.id, act(pressed)));
    },
  }));
  const others = Object.entries(handles).map(([verb, handle]) => ({
    verb,
    handle: (turn: ActionTurn) => handle(read(turn), turn),
  }));
  return [...acting, ...others];
}

/** What somebody asked before, to ask somebody else the same. */
async function ownQuestion(desk: Desk, turn: ActionTurn, id: string): Promise<string> {
  const { id: party } = viewerOf(turn, desk);
  const { askedBy, question, erasedAt } = await visibleMentoring(desk, id, party, turn.at);
  return askedBy === party && !erasedAt ? question : '';
}

const own = (desk: Desk, turn: ActionTurn): string => desk.directory.personByTeamsId(turn.actor.id)?.id ?? '';

/** @throws {Refusal} when the card carries nothing that can be read */
function read(turn: ActionTurn): Pressed {
  const pressed = Pressed.safeParse(turn.data);
  if (pressed.success) return pressed.data;
  throw new Refusal('unreadable-card', {
    de: 'Mit dieser Karte kann ich nichts anfangen. Schreiben Sie bitte „Mentoren“.',
    en: 'I cannot use this card. Please type “mentors”.',
  });
}
