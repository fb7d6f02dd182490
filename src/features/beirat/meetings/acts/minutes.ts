import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import { changed, type Decision, entries, recorded } from '../../../../case/decision.ts';
import { dayIn, daysBefore } from '../../../../core/day.ts';
import type { Party } from '../../../../core/party.ts';
import { askedFor, bodyOf } from '../../board/answering.ts';
import { type Context, today } from '../../board/context.ts';
import { chairCapacity, chairNow, chairSeat, isInBeirat, isOffice, officeNow } from '../../board/members.ts';
import { noChair, onlyChair, textMissing } from '../../board/refusals.ts';
import { actor, requireOffice } from '../../board/rights.ts';
import { standingOf } from '../attendance.ts';
import { begin, dispatching, outdating, telling } from '../ledger.ts';
import { type Meeting, type Objection, openObjections, type Session } from '../model.ts';
import { inviteeFor, requireState } from '../policy.ts';
import { wasThere } from '../presence.ts';
import { isWaiting, recommendationsIn } from '../recommendations.ts';
import {
  chairNotThere,
  endMissing,
  minutesNotSent,
  minutesNotSubmitted,
  nobodyElseApproves,
  noSuchObjection,
  objectionsOpen,
  objectionsOver,
  objectionsPending,
  ownMinutes,
  votesToCorrect,
} from '../refusals.ts';
import { ended, isOldRecord, requireSession } from './hold.ts';
import { stamp, text } from './input.ts';

const act = actsOf<Meeting, Context>();

/**
 * Gives the minutes to the chair; with the release they go out. The office cannot send them alone: whoever keeps them does
 * not also find them right.
 */
export const sendMinutes = act({
  kind: 'send-minutes',
  title: { de: 'Niederschrift dem Vorsitz vorlegen', en: 'Submit the minutes to the chair' },
  input: z.object({
    record: stamp,
    /** With the end of the meeting, where it was entered only now. */
    endedAt: text,
  }),
  buttons: { 'beirat.send-minutes': {} },
  typed: [
    {
      de: 'niederschrift (?:(?:ver)?senden|vorlegen)',
      en: '(?:send|submit)(?: the)? minutes',
    },
  ],
  probe: ({ session }) => ({ record: undefined, endedAt: session?.endedAt ? '' : '23:59' }),
  decide(before, { record, endedAt }, by, context) {
    requireOffice(by, context);
    if (isOldRecord(before, record)) return undefined;
    const decision = (endedAt ? ended(before, endedAt, by) : undefined) ?? begin(before);
    const { doc } = decision;
    const session = requireSession(doc);
    if (!session.endedAt) throw endMissing();
    const there = session.attendance.filter((one) => one.voting && wasThere(one));
    if (there.length > 0 && !there.some(({ party }) => party === session.chairedBy)) throw chairNotThere();
    const wrong = doc.resolutions.find((one) => standingOf(doc, one) === 'votes-wrong');
    if (wrong) throw votesToCorrect(wrong.number);
    if (session.sentDraft === session.draft || session.submitted?.draft === session.draft) return undefined;
    const releaser = releaserOf(doc, by.id, context);
    if (!releaser) throw chairNow(context) ? nobodyElseApproves() : noChair();
    const { wish: _, ...rest } = session;
    const submitted = { draft: session.draft, by: by.id, byName: by.name, at: context.now };
    const given = changed(decision, { session: { ...rest, submitted } });
    const facts = { draft: session.draft, to: releaser };
    const noted = recorded(given, { ...actor(by), act: 'minutes-submitted', facts });
    // Given again after a wish it is told again.
    return telling(noted, 'approve-minutes', [releaser], { key: `${session.draft} ${entries(noted)}` });
  },
});

/** Whose yes the minutes need: whoever chaired, else the chair; never whoever submits them. */
function releaserOf({ session }: Meeting, by: string, context: Context): string | undefined {
  const chaired = session?.chairedBy;
  if (chaired && chaired !== by && isInBeirat(chaired, context) && !isOffice(chaired, context))
    return chaired;
  return chairNow(context, by)?.person.id;
}

/** Whether the minutes wait for this party's yes. */
export function mayRelease({ state, session }: Meeting, party: string, context: Context): boolean {
  if (state !== 'held' || !session?.submitted || session.submitted.draft !== session.draft) return false;
  if (session.sentDraft === session.draft || session.submitted.by === party) return false;
  return (
    chairCapacity(party, context) !== undefined ||
    (session.chairedBy === party && isInBeirat(party, context) && !isOffice(party, context))
  );
}

/** @throws {Refusal} unless the minutes wait for this party's yes */
function requireRelease(meeting: Meeting, by: Party, context: Context): Session {
  const session = requireSession(meeting);
  if (session.submitted?.by === by.id) throw ownMinutes();
  if (mayRelease(meeting, by.id, context)) return session;
  const isChair = chairCapacity(by.id, context) !== undefined || session.chairedBy === by.id;
  if (!isChair) throw onlyChair(session.chairedByName);
  throw minutesNotSubmitted();
}

/** The chair finds the minutes right: they go to everybody who may have them. Objections count from then. */
export const releaseMinutes = act({
  kind: 'release-minutes',
  title: { de: 'Niederschrift freigeben', en: 'Release the minutes' },
  input: z.object({ record: stamp }),
  buttons: { 'beirat.release-minutes': {} },
  typed: [{ de: 'niederschrift freigeben', en: '(?:release|approve)(?: the)? minutes' }],
  probe: () => ({ record: undefined }),
  decide(meeting, { record }, by, context) {
    if (isOldRecord(meeting, record)) return undefined;
    if (meeting.session && meeting.session.sentDraft === meeting.session.draft) return undefined;
    const session = requireRelease(meeting, by, context);
    const holder = chairSeat(context)?.holder?.person;
    const isDeputy = by.id !== session.chairedBy && chairCapacity(by.id, context) === 'deputy';
    const acting = { ...actor(by), ...(isDeputy && holder ? { onBehalfOf: holder.name } : {}) };
    const objectionsUntil = daysBefore(today(context), -context.rules.minutes.objectionDays);
    const sent = changed(begin(meeting), {
      session: {
        ...session,
        released: { ...acting, draft: session.draft, at: context.now },
        sentAt: context.now,
        sentDraft: session.draft,
        objectionsUntil,
      },
      urged: { ...meeting.urged, record: 0 },
    });
    const facts = { draft: session.draft, until: objectionsUntil };
    const noted = recorded(sent, { ...acting, act: 'minutes-sent', facts });
    const told = recommending(noted, context);
    return dispatching(told, 'minutes', readersOf(meeting, session), context, {
      key: `draft ${session.draft}`,
      facts: { draft: session.draft },
    });
  },
});

/** Each body hears once of what is recommended to it; the office where nobody could answer. */
const recommending = (decision: Decision<Meeting>, context: Context): Decision<Meeting> =>
  recommendationsIn([decision.doc])
    .filter(isWaiting)
    .reduce((all, { number, addressee }) => {
      const body = bodyOf(addressee.id, context.rules);
      const asked = body ? askedFor(body, context) : [];
      const more = { key: number, facts: { number } };
      return asked.length > 0
        ? telling(all, 'recommendation', asked, more)
        : telling(all, 'recommendation-late', [officeNow(context)], more);
    }, decision);

/** The chair asks for a change of the minutes: back to the office, with the words. */
export const wishMinutes = act({
  kind: 'wish-minutes',
  title: { de: 'Um eine Änderung der Niederschrift bitten', en: 'Ask for a change of the minutes' },
  input: z.object({ record: stamp, wish: text }),
  buttons: { 'beirat.wish-minutes': {} },
  typed: [{ de: 'niederschrift ändern|niederschrift aendern', en: 'change(?: the)? minutes', rest: 'wish' }],
  asks: true,
  probe: () => ({ record: undefined, wish: '?' }),
  decide(meeting, { record, wish: written }, by, context) {
    if (isOldRecord(meeting, record)) return undefined;
    const session = requireRelease(meeting, by, context);
    const said = written.trim();
    if (!said) throw textMissing();
    const { submitted, ...rest } = session;
    const wish = { by: by.id, byName: by.name, text: said, at: context.now };
    const back = changed(begin(meeting), { session: { ...rest, wish } });
    const noted = recorded(back, { ...actor(by), act: 'minutes-wished', note: said });
    return telling(noted, 'minutes-wish', [officeNow(context), submitted?.by]);
  },
});

function readersOf({ invitees }: Meeting, { attendance }: Session): readonly string[] {
  const there = attendance.filter(wasThere).map(({ party }) => party);
  return invitees
    .filter(({ party, releasedAt }) => !releasedAt || there.includes(party))
    .map(({ party }) => party);
}

const objection = /^(?:(?<de>einwendung)|objection)\s*:\s*(?<note>.*)$/is;

/** A member objects to the minutes; the office is told. */
export const object = act({
  kind: 'object',
  title: { de: 'Einwendung erheben', en: 'Object' },
  input: z.object({ note: text }),
  buttons: { 'beirat.object': {} },
  // With a colon: what follows is sent as it is and cannot be taken back.
  typed: [
    {
      claims: (words) => objection.test(words),
      read: (words) => ({ note: objection.exec(words)?.groups?.note ?? '' }),
      language: (words) => (objection.exec(words)?.groups?.de ? 'de' : 'en'),
    },
  ],
  asks: true,
  probe: () => ({ note: '?' }),
  decide(meeting, { note }, by, context) {
    const one = inviteeFor(meeting, by.id, context);
    requireState(meeting, 'held', 'minuted');
    const { session } = meeting;
    if (!session?.sentAt || !session.objectionsUntil) throw minutesNotSent();
    const said = note.trim();
    if (session.objections.some((known) => known.by === by.id && known.text === said)) return undefined;
    const until = session.objectionsUntil;
    if (meeting.state === 'minuted' || today(context) > until)
      throw objectionsOver(dayIn('de', until), dayIn('en', until));
    if (!said) throw textMissing();
    const n = session.objections.length + 1;
    const raised = { n, by: by.id, byName: one.name, text: said, at: context.now };
    const facts = { objection: n };
    const objected = recorded(
      changed(begin(meeting), { session: { ...session, objections: [...session.objections, raised] } }),
      { by: by.id, byName: one.name, act: 'objected', note: said, facts },
    );
    return telling(outdating(objected, [by.id]), 'objection', [officeNow(context)], { facts });
  },
});

const answering =
  /^(?:(?<de>einwendung)\s+(?<n>\d{1,3})\s+(?:beantworten|behandelt)|objection\s+(?<no>\d{1,3})\s+(?:answer|dealt with))[\s:,–]*(?<note>.*)$/is;

/** The office says what it did about an objection; the member hears of it. */
export const answerObjection = act({
  kind: 'answer-objection',
  title: { de: 'Einwendung behandeln', en: 'Deal with an objection' },
  input: z.object({ objection: z.coerce.number().int().catch(0), note: text }),
  buttons: { 'beirat.answer-objection': {} },
  typed: [
    {
      claims: (words) => answering.test(words),
      read(words) {
        const { n, no, note = '' } = answering.exec(words)?.groups ?? {};
        return { objection: n ?? no, note };
      },
      language: (words) => (answering.exec(words)?.groups?.de ? 'de' : 'en'),
    },
  ],
  asks: true,
  probe: ({ session }) => {
    const open = session && openObjections(session)[0];
    return open && { objection: open.n, note: '?' };
  },
  decide(meeting, { objection: n, note }, by, context) {
    requireOffice(by, context);
    const session = requireSession(meeting);
    const one = session.objections.find((other) => other.n === n);
    const said = note.trim();
    if (one?.answer === said && said) return undefined;
    if (!one || one.answer) throw noSuchObjection();
    if (!said) throw textMissing();
    const answered: Objection = { ...one, answer: said, answeredAt: context.now };
    const objections = session.objections.map((other) => (other === one ? answered : other));
    const noted = recorded(changed(begin(meeting), { session: { ...session, objections } }), {
      ...actor(by),
      act: 'objection-answered',
      note: said,
      facts: { objection: n, name: one.byName },
    });
    return telling(noted, 'objection-answered', [one.by], { facts: { objection: n } });
  },
});

/** Closes a meeting whose minutes nobody can object to any more. */
export const close = act({
  kind: 'close',
  title: { de: 'Sitzung abschließen', en: 'Close the meeting' },
  input: z.object({}),
  buttons: { 'beirat.close': {} },
  typed: [{ de: 'abschließen|abschliessen', en: 'close' }],
  probe: () => ({}),
  decide(meeting, _input, by, context) {
    requireOffice(by, context);
    if (meeting.state === 'minuted') return undefined;
    const session = requireSession(meeting);
    if (!session.sentAt || !session.objectionsUntil || session.sentDraft !== session.draft)
      throw minutesNotSent();
    if (openObjections(session).length > 0) throw objectionsOpen();
    const until = session.objectionsUntil;
    if (today(context) <= until) throw objectionsPending(dayIn('de', until), dayIn('en', until));
    return closed(begin(meeting), actor(by));
  },
});

export const closed = (
  decision: Decision<Meeting>,
  who: { readonly by: string; readonly byName: string },
): Decision<Meeting> => recorded(changed(decision, { state: 'minuted' }), { ...who, act: 'closed' });

/** The office records that the copy with both signatures is on file. Whatever is changed afterwards is to be signed anew. */
export const signMinutes = act({
  kind: 'sign-minutes',
  title: { de: 'Unterschrift festhalten', en: 'Record the signatures' },
  input: z.object({}),
  buttons: {},
  typed: [
    {
      de: 'niederschrift (?:ist )?unterschrieben|niederschrift unterzeichnet',
      en: '(?:the )?minutes (?:are )?signed|sign(?: the)? minutes',
    },
  ],
  probe: () => ({}),
  decide(meeting, _input, by, context) {
    requireOffice(by, context);
    requireState(meeting, 'held', 'minuted');
    const session = meeting.session as Session;
    if (!session.sentAt || session.sentDraft !== session.draft) throw minutesNotSent();
    if (session.signed?.draft === session.draft) return undefined;
    const signed = { draft: session.draft, by: by.id, byName: by.name, at: context.now };
    return recorded(changed(begin(meeting), { session: { ...session, signed } }), {
      ...actor(by),
      act: 'minutes-signed',
      facts: { draft: session.draft },
    });
  },
});
