import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import { changed, type Decision, recorded } from '../../../../case/decision.ts';
import { labelOf } from '../../../../core/case-number.ts';
import { isDay } from '../../../../core/day.ts';
import { enteredNumber } from '../../../../core/entered.ts';
import type { Party } from '../../../../core/party.ts';
import { bodiesOf } from '../../board/answering.ts';
import type { Context } from '../../board/context.ts';
import { readDayTime } from '../../board/day-time.ts';
import { actor, requireOffice } from '../../board/rights.ts';
import type { AnsweringBody } from '../../board/rules.ts';
import { castIn, isInForce, isOpen, itemQuorum } from '../attendance.ts';
import { guestsIn } from '../guests.ts';
import { begin } from '../ledger.ts';
import type { Meeting, Resolution, Session } from '../model.ts';
import { requireState } from '../policy.ts';
import { answerDue } from '../recommendations.ts';
import {
  dueDayWrong,
  noQuorum,
  noQuorumForItem,
  noSuchBody,
  noSuchResolution,
  tooManyVotes,
  votesIncomplete,
  votesMissing,
  wordingMissing,
} from '../refusals.ts';
import { isOldRecord, redrafted, requireSession } from './hold.ts';
import { stamp, text } from './input.ts';
import { aboutItem, partiesIn, requiredItem } from './item-words.ts';
import { itemRecorded } from './items.ts';

const act = actsOf<Meeting, Context>();
const resolution = aboutItem('beschluss', 'resolution');

/** A field that was left empty is none. */
/** Nobody is 0; what is no number is not taken for one. */
const votes = z
  .unknown()
  .optional()
  .transform((value) => enteredNumber(value) ?? 0);
const Input = z.object({
  record: stamp,
  item: text,
  /** The number that is to be replaced; `new` or nothing adds one. */
  number: text.transform((number) => (number === 'new' ? '' : number)),
  wording: text,
  yes: votes,
  no: votes,
  abstain: votes,
  /** Were there and did not vote. */
  none: votes,
  owner: text,
  dueDay: text,
  /** The body that it is addressed to, `none`; a form without the field leaves it as it was. */
  addressee: z.string().max(60).optional().catch(undefined),
  /** Sent from the form of the item: what stood in it beside the resolution counts, too. */
  isForm: z.boolean().catch(false),
  note: text,
  excluded: text.transform(partiesIn),
  present: z.string().max(4000).transform(partiesIn).optional().catch(undefined),
  guests: z.string().max(4000).transform(guestsIn).optional().catch(undefined),
});
type Input = z.infer<typeof Input>;

/** Records a resolution, or corrects one. Adopted with more yes than no (§ 40 GemO). */
export const resolve = act({
  kind: 'resolve',
  title: { de: 'Beschluss festhalten', en: 'Record a resolution' },
  input: Input,
  buttons: { 'beirat.resolve': { isForm: true } },
  typed: [
    {
      ...resolution,
      read(words, meeting) {
        const { item, note } = resolution.read(words, meeting);
        return { item, ...resolutionIn(note) };
      },
    },
    { de: 'berichtigen', en: 'correct', ofPart: true, read: correctionIn },
  ],
  probe: (meeting) => {
    const item = meeting.plan.items[0]?.id ?? '';
    return {
      record: undefined,
      item,
      number: '',
      wording: '?',
      yes: meeting.session ? itemQuorum(meeting, item, meeting.session).there : 1,
      no: 0,
      abstain: 0,
      none: 0,
      owner: '',
      dueDay: '',
      addressee: undefined,
      isForm: false,
      note: '',
      excluded: [],
      present: undefined,
      guests: undefined,
    };
  },
  decide(meeting, input, by, context) {
    requireOffice(by, context);
    if (isOldRecord(meeting, input.record)) return undefined;
    const { item, note, excluded, present, guests } = input;
    const noted = input.isForm
      ? itemRecorded(meeting, { item, text: note, excluded, present, guests }, by, context)
      : undefined;
    return resolvedIn(noted ?? begin(meeting), input, by, context) ?? noted;
  },
});

function resolvedIn(
  decision: Decision<Meeting>,
  input: Input,
  by: Party,
  context: Context,
): Decision<Meeting> | undefined {
  const { doc } = decision;
  const session = requireSession(doc);
  const n = requiredItem(doc, input.item);
  const given = resolutionOf(doc, input, context);
  requireEntitled(doc, session, given);
  const before = doc.resolutions.find(({ number }) => number === given.number);
  const isTwin = !input.number && doc.resolutions.some((one) => isSameText(one, given));
  if (isTwin || (before && JSON.stringify(before) === JSON.stringify(given))) return undefined;
  const resolutions = before
    ? doc.resolutions.map((one) => (one === before ? given : one))
    : [...doc.resolutions, given];
  const facts = { number: given.number, item: n, isAdopted: given.isAdopted };
  const entry = { ...actor(by), act: 'resolved', note: given.wording, facts };
  return redrafted(changed(decision, { resolutions }), session, entry);
}

function resolutionOf(meeting: Meeting, input: Input, context: Context): Resolution {
  const before = input.number ? meeting.resolutions.find(({ number }) => number === input.number) : undefined;
  if (input.number && !before) throw noSuchResolution(input.number);
  const wording = input.wording.trim();
  if (!wording) throw wordingMissing();
  const { yes, no, abstain, none } = input;
  const isWhole = [yes, no, abstain, none].every((votes) => Number.isInteger(votes) && votes >= 0);
  if (!isWhole || yes + no + abstain === 0) throw votesMissing();
  const owner = input.owner.trim();
  const entered = input.dueDay.trim();
  if (entered && !isDay(entered)) throw dueDayWrong();
  const addressee = input.addressee === undefined ? before?.addressee : addresseeOf(input.addressee, context);
  const dueDay = entered || (addressee ? answerDue(meeting.plan.day, context.rules) : '');
  return {
    number: before?.number ?? nextNumber(meeting),
    item: input.item,
    wording,
    votes: { yes, no, abstain, ...(none > 0 ? { none } : {}) },
    isAdopted: yes > no,
    ...(owner ? { owner } : {}),
    ...(dueDay ? { dueDay } : {}),
    ...(addressee ? { addressee } : {}),
    ...(addressee && before?.answer ? { answer: before.answer } : {}),
    ...(before?.done ? { done: before.done } : {}),
  };
}

/** The body by its id, as typed by its name. @throws {Refusal} when there is no such body */
function addresseeOf(named: string | undefined, { rules }: Context): Resolution['addressee'] {
  const wanted = named?.trim().toLowerCase();
  if (!wanted || wanted === 'none') return undefined;
  const names = ({ id, name }: AnsweringBody) => [id, name.de.toLowerCase(), name.en.toLowerCase()];
  const body = bodiesOf(rules).find((one) => names(one).includes(wanted));
  if (!body)
    throw noSuchBody(
      named ?? '',
      bodiesOf(rules).map(({ name }) => name.de),
      bodiesOf(rules).map(({ name }) => name.en),
    );
  return { id: body.id, name: body.name };
}

/** `B-2026/1-03` after `B-2026/1-02`. */
function nextNumber(meeting: Meeting): string {
  const last = Math.max(0, ...meeting.resolutions.map(({ number }) => Number(/\d+$/.exec(number)?.[0])));
  return numberOf(meeting, String(last + 1).padStart(2, '0'));
}

/** `B-2026/1-03` */
export const numberOf = (meeting: Pick<Meeting, 'id'>, part: string): string => `${labelOf(meeting)}-${part}`;

function requireEntitled(meeting: Meeting, session: Session, { item, votes }: Resolution): void {
  const { there, needed, isReached, isForAbsence } = itemQuorum(meeting, item, session);
  if (!isReached) throw isForAbsence ? noQuorum(there, needed) : noQuorumForItem(there, needed);
  const cast = castIn(votes);
  if (cast > there) throw tooManyVotes(cast, there);
  if (cast < there) throw votesIncomplete(there - cast, there);
}

/** The same typed twice. */
const isSameText = (one: Resolution, { item, wording }: Resolution): boolean =>
  one.item === item && one.wording === wording;

/** "5:1:0: Wortlaut; zuständig: Amt 80; an: Stadtvorstand; bis: 31.01.2027"; a fourth number is of those who did not vote. */
function resolutionIn(written: string) {
  const [whole = '', yes = '0', no = '0', abstain = '0', none] =
    /^\s*(\d{1,3})\s*[:/-]\s*(\d{1,3})\s*[:/-]\s*(\d{1,3})(?:[:/-](\d{1,3})(?=\s*[:,–]))?\s*[:,–\s]\s*/.exec(
      written,
    ) ?? [];
  const [wording = '', ...more] = written
    .slice(whole.length)
    .split(/;\s*(?=(?:zuständig|zustaendig|bis|an|owner|due|to)\s*:)/i);
  const field = (names: string): string | undefined =>
    more.map((one) => new RegExp(`^(?:${names})\\s*:\\s*(.*)$`, 'is').exec(one)?.[1]?.trim()).find(Boolean);
  const owner = field('zuständig|zustaendig|owner');
  const until = field('bis|due');
  const addressee = field('an|to');
  return {
    wording: wording.trim(),
    yes,
    no,
    abstain,
    ...(none ? { none } : {}),
    ...(owner ? { owner } : {}),
    ...(until ? { dueDay: readDayTime(until)?.day ?? until } : {}),
    ...(addressee ? { addressee } : {}),
  };
}

/** Corrects a resolution; owner and day stay unless new ones are named. @throws {Refusal} when there is none */
function correctionIn(rest: string, meeting: Meeting, _context: Context, part: string) {
  const number = numberOf(meeting, part);
  const before = meeting.resolutions.find((one) => one.number === number);
  if (!before) throw noSuchResolution(number);
  const { item, owner = '', dueDay = '' } = before;
  return { number, item, owner, dueDay, ...resolutionIn(rest) };
}

/** The office reports that a resolution was carried out. */
export const resolutionDone = act({
  kind: 'resolution-done',
  title: { de: 'Beschluss als erledigt melden', en: 'Report a resolution as done' },
  input: z.object({ number: text, note: text }),
  buttons: {},
  typed: [
    {
      de: 'erledigt|umgesetzt',
      en: 'carried out|done',
      ofPart: true,
      read: (rest, meeting, _context, part) => ({ number: numberOf(meeting, part), note: rest }),
    },
  ],
  reasons: true,
  probe: (meeting) => {
    const open = meeting.resolutions.find((one) => isOpen(meeting, one));
    return open && { number: open.number, note: '' };
  },
  decide(meeting, { number, note }, by, context) {
    requireOffice(by, context);
    requireState(meeting, 'held', 'minuted');
    const one = meeting.resolutions.find((other) => other.number === number && isInForce(meeting, other));
    if (!one) throw noSuchResolution(number);
    if (one.done) return undefined;
    const words = note.trim();
    const said = words ? { note: words } : {};
    const done = { at: context.now, by: by.id, byName: by.name, ...said };
    const resolutions = meeting.resolutions.map((other) => (other === one ? { ...one, done } : other));
    const entry = { ...actor(by), act: 'resolution-done', ...said, facts: { number: one.number } };
    return recorded(changed(begin(meeting), { resolutions }), entry);
  },
});
