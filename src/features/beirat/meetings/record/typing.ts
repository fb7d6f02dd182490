import { Refusal } from '../../../../core/refusal.ts';
import type { Reply } from '../../../../core/reply.ts';
import { noteReply } from '../../../../core/reply.ts';
import type { TextTurn } from '../../../../core/turn.ts';
import { contextAt, viewerOf } from '../../board/desk.ts';
import { candidates } from '../attendance.ts';
import { readMeetingCommand } from '../chat/commands.ts';
import { type Desk, visibleMeeting } from '../desk.ts';
import type { Meeting } from '../model.ts';
import { nobodyLikeThat, noSuchItem, noSuchResolution, presenceMissing } from '../refusals.ts';
import { itemReply } from '../views/item.ts';
import type { RecordAct } from './act.ts';
import { object } from './acting.ts';
import { recordCard, recording, showRecord, whenHeld } from './showing.ts';
import { type RecordCommand, readRecordCommand } from './typed.ts';
import type { ResolutionWords } from './typed-resolution.ts';

/** Carries out what was typed about a record. @throws {Refusal} */
export async function typed(desk: Desk, typedTurn: TextTurn): Promise<Reply> {
  const { id = '', rest = '' } = readMeetingCommand(typedTurn.text) ?? {};
  const read = readRecordCommand(rest);
  if (!read) return showRecord(desk, typedTurn, id);
  const turn = { ...typedTurn, language: read.language };
  const { command } = read;
  if (command.kind === 'show') return showRecord(desk, turn, id);
  if (command.kind === 'object') return object(desk, turn, id, command.text);
  const meeting = await visibleMeeting(desk, id, viewerOf(turn, desk).id, turn.at);
  const act = actOf(command, meeting, desk, turn);
  return recording(desk, turn, id, act, (now, after) => {
    // What was typed and refused is a line of chat: its reason is the answer.
    if (after.isRefused && after.remark) return refusalReply(after.remark, turn);
    if (!('item' in act)) return recordCard(desk, turn, now, after);
    return whenHeld(desk, turn, (held) => itemReply(held, act.item, turn.language, after))(now, after);
  });
}

function refusalReply(text: string, { language }: TextTurn): Reply {
  const title = language === 'de' ? 'Hinweis' : 'Please note';
  return noteReply(title, text, language);
}

type Acting = Exclude<RecordCommand, { kind: 'show' | 'object' }>;

function actOf(command: Acting, meeting: Meeting, desk: Desk, turn: TextTurn): RecordAct {
  const partyNamed = (name: string) => partyOf(name, meeting, desk, turn);
  switch (command.kind) {
    case 'hold':
      return {
        kind: 'hold',
        startedAt: command.startedAt ?? meeting.session?.startedAt ?? meeting.plan.time,
      };
    case 'end':
      return { kind: 'end', endedAt: command.endedAt };
    case 'attend':
      return attending(command, partyNamed);
    case 'conflict':
      return {
        kind: 'conflict',
        item: itemOf(command.item, meeting),
        isOff: command.isOff,
        ...named(command.who, partyNamed),
      };
    case 'note':
      return { kind: 'note', item: itemOf(command.item, meeting), text: command.text };
    case 'resolve':
      return { kind: 'resolve', ...wordsOf(command), item: itemOf(command.item, meeting) };
    case 'send':
      return { kind: 'send-minutes' };
    case 'answer':
      return { kind: 'answer-objection', objection: command.objection, text: command.text };
    case 'close':
      return { kind: 'close' };
    default:
      return command satisfies never;
  }
}

function attending(
  { name, presence, note }: Extract<Acting, { kind: 'attend' }>,
  partyNamed: (name: string) => string,
): RecordAct {
  if (!name || !presence) throw presenceMissing();
  return { kind: 'attend', party: partyNamed(name), presence, ...(note ? { note } : {}) };
}

/** "NAME" or "NAME: reason". @throws {Refusal} */
function named(
  who: string,
  partyNamed: (name: string) => string,
): { readonly party: string; readonly note?: string } {
  const at = who.lastIndexOf(': ');
  if (at < 0) return { party: partyNamed(who) };
  try {
    return { party: partyNamed(who) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { party: partyNamed(who.slice(0, at)), note: who.slice(at + 1).trim() };
  }
}

const wordsOf = ({ wording, yes, no, abstain, owner, dueDay }: ResolutionWords) => ({
  wording,
  yes,
  no,
  abstain,
  ...(owner ? { owner } : {}),
  ...(dueDay ? { dueDay } : {}),
});

/** Corrects a resolution; owner and day stay unless new ones are named. */
export async function correct(
  desk: Desk,
  turn: TextTurn,
  id: string,
  number: string,
  words: ResolutionWords,
): Promise<Reply> {
  const meeting = await visibleMeeting(desk, id, viewerOf(turn, desk).id, turn.at);
  const before = meeting.resolutions.find((one) => one.number === number);
  if (!before) throw noSuchResolution(number);
  const { owner = before.owner, dueDay = before.dueDay } = words;
  const act = {
    kind: 'resolve',
    number,
    item: before.item,
    ...wordsOf({ ...words, owner, dueDay }),
  } as const;
  return recording(desk, turn, id, act, (now, after) => {
    if (after.isRefused && after.remark) return refusalReply(after.remark, turn);
    return whenHeld(desk, turn, (held) => itemReply(held, before.item, turn.language, after))(now, after);
  });
}

function itemOf(n: number, { plan }: Meeting): string {
  const item = plan.items[n - 1];
  if (!item) throw noSuchItem(plan.items.length);
  return item.id;
}

/** The one whose name was typed: all of it, or words of it that fit one only. @throws {Refusal} */
function partyOf(name: string, meeting: Meeting, desk: Desk, turn: TextTurn): string {
  const known = [...(meeting.session?.attendance ?? []), ...candidates(meeting, contextAt(desk, turn.at))];
  const all = [...new Map(known.map((one) => [one.party, one])).values()];
  const wanted = wordsIn(name);
  const exact = all.filter(
    (one) => wordsIn(one.name).join(' ') === wanted.join(' ') || one.party === name.trim(),
  );
  const partial = all.filter(
    (one) => wanted.length > 0 && wanted.every((word) => wordsIn(one.name).includes(word)),
  );
  const [found, ...others] = exact.length > 0 ? exact : partial;
  if (!found || others.length > 0)
    throw nobodyLikeThat(
      name,
      all.map((one) => one.name),
    );
  return found.party;
}

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}.]+/gu) ?? [];
