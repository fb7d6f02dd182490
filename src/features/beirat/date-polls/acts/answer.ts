import { z } from 'zod';
import { actsOf, type Data } from '../../../../case/case-type.ts';
import { changed, deciding, notified, recorded, showingTo } from '../../../../case/decision.ts';
import { Refusal } from '../../../../core/refusal.ts';
import type { Context } from '../../board/context.ts';
import { officeNow } from '../../board/members.ts';
import { actor } from '../../board/rights.ts';
import {
  askedNow,
  type Choice,
  choices,
  type DatePoll,
  fieldOf,
  isOpen,
  mostOptions,
  silentIn,
} from '../model.ts';
import { isAsked } from '../policy.ts';
import { isChoices, languageOfAnswer, readChoices } from '../reading.ts';
import { choiceMissing, notAsked, pollOver } from '../refusals.ts';

/** What is no choice is left open. */
const choice = z.enum(choices).optional().catch(undefined);
const fields = Object.fromEntries(
  Array.from({ length: mostOptions }, (_, at) => [fieldOf({ id: String(at + 1) }), choice]),
);
const Input = z
  .object({ ...fields, note: z.string().max(4000).optional().catch(undefined) })
  .transform(({ note, ...said }) => ({
    choices: Object.fromEntries(
      Object.entries(said).flatMap(([field, value]) =>
        value ? [[field.replace('choice_', ''), value]] : [],
      ),
    ) as Readonly<Record<string, Choice>>,
    ...(note === undefined ? {} : { note: note.slice(0, 500) }),
  }));

/** A member says when they can come; a later answer takes the place of the earlier one, date by date. */
export const answer = actsOf<DatePoll, Context>()({
  kind: 'answer',
  title: { de: 'Antworten', en: 'Answer' },
  input: Input,
  typed: [{ claims: isChoices, read: typedChoices, language: languageOfAnswer }],
  shows: 'answer',
  probe: (poll, by) => {
    // Whatever was said last: another word would do.
    const before = poll.answers[by.id]?.choices['1'];
    return { choices: { 1: before === 'no' ? 'yes' : 'no' } as const };
  },
  decide(poll, { choices: said, note: written }, by, context) {
    if (!isAsked(by.id, context)) throw notAsked();
    if (!isOpen(poll, context)) throw pollOver();
    const known = new Set(poll.options.map(({ id }) => id));
    const given = Object.fromEntries(Object.entries(said).filter(([id]) => known.has(id)));
    const before = poll.answers[by.id];
    const all = { ...before?.choices, ...given };
    if (Object.keys(all).length === 0) throw choiceMissing();
    // A typed answer says nothing about the remark that was made before.
    const note = written === undefined ? before?.note : written.trim();
    const next = { choices: all, ...(note ? { note } : {}), at: context.now, via: by.via };
    if (before && isSame(before, next)) return undefined;
    const wasComplete = silentIn(poll, context).length === 0;
    const answered = changed(deciding(poll), { answers: { ...poll.answers, [by.id]: next } });
    const isComplete = silentIn(answered.doc, context).length === 0;
    const noted = recorded(answered, {
      ...actor(by),
      act: before ? 'poll-answer-changed' : 'poll-answered',
      ...(note ? { note } : {}),
      facts: all,
    });
    return notified(showingTo(noted, [by.id]), isComplete && !wasComplete ? [officeNow(context)] : [], {
      name: 'poll-complete',
      key: 1,
      urgency: 'news',
    });
  },
});

const isSame = (a: DatePoll['answers'][string], b: DatePoll['answers'][string]): boolean =>
  a.note === b.note &&
  Object.keys({ ...a.choices, ...b.choices }).every((id) => a.choices[id] === b.choices[id]);

function typedChoices(words: string, { options, id }: DatePoll): Data {
  const said = readChoices(
    words,
    options.map((option) => option.id),
  );
  if (said)
    return Object.fromEntries(
      Object.entries(said).map(([option, value]) => [fieldOf({ id: option }), value]),
    );
  throw new Refusal('choices-unclear', {
    de: `Diese Umfrage hat ${options.length} Termine. Schreiben Sie eine Antwort für alle („${id} ja“), eine für jeden der Reihe nach („${id} ja, nein, …“) oder mit Nummern („${id} 1 ja, 2 zur Not“).`,
    en: `This poll has ${options.length} dates. Type one answer for all (“${id} yes”), one for each in order (“${id} yes, no, …”) or with numbers (“${id} 1 yes, 2 if need be”).`,
  });
}

/** Everybody who is asked, by their party: whose cards a poll has. */
export const partiesAsked = (context: Context): readonly string[] =>
  askedNow(context).map(({ party }) => party);
