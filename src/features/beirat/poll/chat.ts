import { z } from 'zod';
import type { Action, Intent } from '../../../core/feature.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { Reply } from '../../../core/reply.ts';
import { inPlace } from '../../../core/reply.ts';
import type { ActionTurn, TextTurn, Turn } from '../../../core/turn.ts';
import { withRefusal } from '../../../core/with-refusal.ts';
import { text } from '../chat/actions.ts';
import { verbOf } from '../chat/commands.ts';
import { contextAt, viewerOf } from '../desk.ts';
import { isOffice } from '../members.ts';
import { readNumber } from '../numbered.ts';
import { openPlan } from '../plan/planning.ts';
import { fieldOf } from './answer-view.ts';
import type { PollAct } from './decide.ts';
import { actOnPoll, type PollDesk, pollCard, visiblePoll } from './desk.ts';
import { choices, type DatePoll } from './poll.ts';
import { isChoices, languageOfAnswer, readChoices, readDates } from './read.ts';
import { openPollForm, openPolls, startFromForm, startPoll } from './starting.ts';

const starting = /^\s*(?:neue\s+)?(?:terminumfrage|date poll)(?:[\s?!.]*$|[\s:,]+(?<dates>\S.*)$)/is;
const datesIn = (typed: string): string => starting.exec(typed)?.groups?.dates?.replace(/^[?!.]+$/, '') ?? '';
const closing = verbOf('beenden|schließen|end|close');
const taking = verbOf('nehmen|take');

/** What can be typed about a poll by its number. */
const isPollVerb = (rest: string): boolean =>
  rest === '' ||
  isChoices(rest) ||
  closing.test(rest) ||
  /^\d+$/.test(taking.exec(rest)?.groups?.note?.replace(/[\s?!.]+$/, '') ?? '');

export const pollIntents = (desk: PollDesk): readonly Intent[] => [
  {
    id: 'beirat.poll',
    title: { de: 'Einen Termin mit den Mitgliedern finden', en: 'Find a date with the members' },
    examples: {
      de: ['Terminumfrage', 'Terminumfrage 10.12.2026 14:00, 17.12.2026 14:00'],
      en: ['Date poll', 'Date poll 10.12.2026 14:00, 17.12.2026 14:00'],
    },
    acts: (typed) => datesIn(typed) !== '',
    match: (typed) => {
      const found = starting.test(typed);
      const dates = datesIn(typed);
      return found && (dates === '' || readDates(dates, '00:00') !== undefined);
    },
    inMenu: false,
    handle: (turn) => withRefusal(turn, () => typedStart(desk, turn)),
  },
  {
    id: 'beirat.poll-answer',
    title: { de: 'Auf eine Terminumfrage antworten', en: 'Answer a date poll' },
    examples: {
      de: ['T-2026/1', 'T-2026/1 ja, nein, zur Not', 'T-2026/1 nehmen 2', 'T-2026/1 beenden'],
      en: ['T-2026-1', 'T-2026/1 yes, no, if need be', 'T-2026/1 take 2', 'T-2026/1 close'],
    },
    match: (typed) => isPollVerb(readNumber('T', typed)?.rest ?? 'x'),
    inMenu: false,
    handle: (turn) => withRefusal(turn, () => typedAct(desk, turn)),
  },
];

async function typedStart(desk: PollDesk, turn: TextTurn): Promise<Reply> {
  const context = contextAt(desk, turn.at);
  const dates = datesIn(turn.text);
  if (!dates) {
    const running = (await openPolls(desk, turn)).at(-1);
    const viewer = viewerOf(turn, desk);
    if (running && !isOffice(viewer.id, context))
      return pollCard(await visiblePoll(desk, running.id, viewer.id, turn.at), viewer, context);
    return openPollForm(desk, turn);
  }
  const read = readDates(dates, context.rules.usual.time);
  // The same message delivered twice starts one poll.
  const form = desk.digest(JSON.stringify(['poll', turn.id, turn.actor.id, turn.text])).slice(0, 40);
  return startPoll(desk, turn, { form, options: read?.options ?? [], replyBy: read?.replyBy ?? '' });
}

async function typedAct(desk: PollDesk, typed: TextTurn): Promise<Reply> {
  const { id = '', rest = '' } = readNumber('T', typed.text) ?? {};
  const turn = { ...typed, language: languageOfAnswer(rest) ?? typed.language };
  if (rest === '') return showPoll(desk, turn, id);
  if (closing.test(rest)) return act(desk, turn, id, { kind: 'close' });
  const taken = taking.exec(rest)?.groups?.note;
  if (taken) return take(desk, turn, id, taken.replace(/\D/g, ''));
  const poll = await visiblePoll(desk, id, viewerOf(turn, desk).id, turn.at);
  const said = readChoices(
    rest,
    poll.options.map((option) => option.id),
  );
  if (!said) throw unreadable(poll);
  return act(desk, turn, id, { kind: 'answer', choices: said, via: 'teams' }, true);
}

const unreadable = ({ options, id }: DatePoll) =>
  new Refusal('choices-unclear', {
    de: `Diese Umfrage hat ${options.length} Termine. Schreiben Sie eine Antwort für alle („${id} ja“), eine für jeden der Reihe nach („${id} ja, nein, …“) oder mit Nummern („${id} 1 ja, 2 zur Not“).`,
    en: `This poll has ${options.length} dates. Type one answer for all (“${id} yes”), one for each in order (“${id} yes, no, …”) or with numbers (“${id} 1 yes, 2 if need be”).`,
  });

const Pressed = z.object({ id: text, option: text });
export const pollActions = (desk: PollDesk): readonly Action[] => [
  { verb: 'beirat.poll-form', handle: (turn) => openPollForm(desk, turn) },
  { verb: 'beirat.poll-start', handle: async (turn) => inPlace(await startFromForm(desk, turn, turn.data)) },
  { verb: 'beirat.poll-show', handle: async (turn) => inPlace(await showPoll(desk, turn, pressed(turn).id)) },
  { verb: 'beirat.poll-mine', handle: (turn) => showPoll(desk, turn, pressed(turn).id, true) },
  {
    verb: 'beirat.poll-answer-show',
    handle: async (turn) => inPlace(await showPoll(desk, turn, pressed(turn).id, true)),
  },
  {
    verb: 'beirat.poll-answer',
    handle: async (turn) => {
      const { id } = pressed(turn);
      const poll = await visiblePoll(desk, id, viewerOf(turn, desk).id, turn.at);
      const wanted = answerIn(poll, turn.data, 'teams');
      return inPlace(await act(desk, turn, id, wanted, true));
    },
  },
  {
    verb: 'beirat.poll-close',
    handle: async (turn) => inPlace(await act(desk, turn, pressed(turn).id, { kind: 'close' })),
  },
  { verb: 'beirat.poll-take', handle: (turn) => take(desk, turn, pressed(turn).id, pressed(turn).option) },
];

const pressed = (turn: ActionTurn) => Pressed.parse(turn.data);

/** The answer that a card or a page carries. What is no choice is left open. */
export function answerIn(
  { options }: DatePoll,
  data: Readonly<Record<string, unknown>>,
  via: 'teams' | 'mail',
): PollAct {
  const said = options.flatMap((option) => {
    const choice = choices.find((known) => known === data[fieldOf(option)]);
    return choice ? [[option.id, choice] as const] : [];
  });
  return {
    kind: 'answer',
    choices: Object.fromEntries(said),
    note: text.parse(data.note).slice(0, 500),
    via,
  };
}

async function showPoll(desk: PollDesk, turn: Turn, id: string, asMember = false): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  const poll = await visiblePoll(desk, id, viewer.id, turn.at);
  return pollCard(poll, viewer, contextAt(desk, turn.at), { asMember });
}

/** Does it and shows the poll; what cannot be done is said on it. */
async function act(
  desk: PollDesk,
  turn: Turn,
  id: string,
  wanted: PollAct,
  asMember = false,
): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  const context = contextAt(desk, turn.at);
  const poll = await visiblePoll(desk, id, viewer.id, turn.at);
  try {
    return pollCard(await actOnPoll(desk, viewer, id, wanted, turn.at), viewer, context, { asMember });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return pollCard(poll, viewer, context, { remark: error.text[turn.language], asMember });
  }
}

/** Takes a date and goes on to the form of the meeting. */
async function take(desk: PollDesk, turn: Turn, id: string, option: string): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  const poll = await actOnPoll(desk, viewer, id, { kind: 'take', option }, turn.at);
  const date = poll.options.find((one) => one.id === poll.chosen);
  return openPlan(desk, turn, { day: date?.day, time: date?.time });
}
