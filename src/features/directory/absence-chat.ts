import { z } from 'zod';
import { dayIn, dayOf } from '../../core/day.ts';
import type { Action, Intent } from '../../core/feature.ts';
import type { Person } from '../../core/ports/role-directory.ts';
import { Refusal } from '../../core/refusal.ts';
import { inPlace, type Reply } from '../../core/reply.ts';
import { type Language, wordsIn } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import { type Covered, coverOf, type Days, enterable, overlaps, withAbsences } from './absence.ts';
import type { AbsenceDesk } from './absence-desk.ts';
import { asksAbsence, asksOwnAbsence, daysSaid, saysAbsence, saysBack } from './absence-said.ts';
import { absencesOf, personSignedIn } from './lookup.ts';
import type { Directory } from './model.ts';
import { placeLabel } from './places.ts';

/** One's own absence: said, shown, entered by one press, ended. That of somebody else is entered by 10.50 only. */
export const absenceIntents = (desk: AbsenceDesk): readonly Intent[] => {
  const usefulTo = (turn: Turn) => personOf(turn, desk) !== undefined;
  return [
    {
      id: 'directory.absence',
      title: { de: 'Abwesend sein und vertreten werden', en: 'Be away and have a deputy act' },
      examples: {
        de: ['Ich bin bis 20.12. im Urlaub', 'Meine Abwesenheit'],
        en: ['I am on leave until 20 December', 'My absence'],
      },
      match: (text) => asksOwnAbsence(text) || saysAbsence(text),
      // A question shows what is known, and a sentence what would be entered: neither does anything.
      handle: async (turn) =>
        asksOwnAbsence(turn.text) || asksAbsence(turn.text)
          ? shownReply(turn, desk)
          : understoodReply(turn, daysSaid(turn.text, dayOf(turn.at)), desk),
      inMenu: false,
      usefulTo,
    },
    {
      id: 'directory.back',
      title: { de: 'Eine Abwesenheit früher beenden', en: 'End an absence early' },
      examples: { de: ['Ich bin wieder da'], en: ['I am back'] },
      match: saysBack,
      acts: true,
      handle: async (turn) => shownReply(turn, desk, await back(turn, desk)),
      inMenu: false,
      usefulTo: (turn) => {
        const person = personOf(turn, desk);
        return person !== undefined && desk.of(person.id).some((one) => isNow(one, dayOf(turn.at)));
      },
    },
  ];
};

const text = z.string().max(10).catch('');
const Entered = z.object({ from: text, to: text });
const Ended = z.object({ from: text });

export const absenceActions = (desk: AbsenceDesk): readonly Action[] => [
  {
    verb: 'directory.enter-absence',
    async handle(turn) {
      const person = listed(turn, desk);
      const days = enterable(Entered.parse(turn.data), dayOf(turn.at));
      requireRole(coverWith(person, days, desk));
      await desk.enter(person.id, days);
      const remark = wordsIn(turn.language)(
        `✓ Eingetragen: ${daysText(days, 'de')}. „Ich bin wieder da“ beendet es früher.`,
        `✓ Entered: ${daysText(days, 'en')}. “I am back” ends it early.`,
      );
      return inPlace(shownReply(turn, desk, remark));
    },
  },
  {
    verb: 'directory.end-absence',
    async handle(turn) {
      const { id } = listed(turn, desk);
      await desk.end(id, Ended.parse(turn.data).from);
      return inPlace(shownReply(turn, desk, removed[turn.language]));
    },
  },
];

const removed = { de: '✓ Die Abwesenheit ist ausgetragen.', en: '✓ The absence is taken out.' };

const personOf = ({ actor }: Turn, { directory }: AbsenceDesk): Person | undefined =>
  personSignedIn(directory(), actor.id);

function listed(turn: Turn, desk: AbsenceDesk): Person {
  const person = personOf(turn, desk);
  if (!person) throw withoutRole();
  return person;
}

export function requireRole(cover: readonly Covered[]): void {
  if (cover.length === 0) throw withoutRole();
}

/** What nobody needs is not stored. */
const withoutRole = (): Refusal =>
  new Refusal('absence-without-role', {
    de: 'Sie haben in dieser Zeit keine Rolle im IT-Rollenmodell. Deshalb braucht niemand zu wissen, ob Sie da sind, und ich speichere es nicht.',
    en: 'You hold no role of the IT role model in that time. So nobody needs to know whether you are here, and I do not store it.',
  });

const isNow = ({ from, to }: Days, day: string): boolean => from <= day && day <= to;

/** Ends what the person has entered and is under way. @returns what came of it */
async function back(turn: Turn, desk: AbsenceDesk): Promise<string> {
  const t = wordsIn(turn.language);
  const person = personOf(turn, desk);
  const day = dayOf(turn.at);
  const under = person ? desk.of(person.id).filter((one) => isNow(one, day)) : [];
  for (const { from } of under) if (person) await desk.end(person.id, from);
  const still = person && absencesOf(desk.directory(), person.id).some((one) => isNow(one, day));
  if (still)
    return t(
      'Sie stehen noch im Verzeichnis von 10.50 als abwesend. Nur dort lässt sich das ändern: Bitte melden Sie sich bei 10.50.',
      'The directory of 10.50 still says that you are away. Only 10.50 can change that: please tell them.',
    );
  return under.length > 0
    ? t(
        '✓ Willkommen zurück. Ab sofort handeln Sie wieder selbst.',
        '✓ Welcome back. From now on you act yourself again.',
      )
    : t(
        'Für heute ist keine Abwesenheit eingetragen; es war nichts zu beenden.',
        'No absence is entered for today; there was nothing to end.',
      );
}

/** Says back what was understood. */
function understoodReply(turn: Turn, said: Days, desk: AbsenceDesk): Reply {
  const { language } = turn;
  const person = listed(turn, desk);
  const days = enterable(said, dayOf(turn.at));
  const cover = coverWith(person, days, desk);
  requireRole(cover);
  const replaced = desk.of(person.id).filter((one) => overlaps(one, days));
  const data = {
    roles: [],
    days: daysText(days, language),
    lines: coverLines(cover, desk.directory(), language),
    replaced: replaced.length > 0 ? replaced.map((one) => daysText(one, language)).join('; ') : undefined,
    from: days.from,
    to: days.to,
  };
  const summary = wordsIn(language)(`Abwesend ${data.days}?`, `Away ${data.days}?`);
  return { card: 'directory/absence', data, summary, language };
}

/** Who stands in if the person were away: what overlaps would be replaced and changes nothing in it. */
export const coverWith = (
  person: Pick<Person, 'id'>,
  days: Days,
  { directory }: AbsenceDesk,
): readonly Covered[] =>
  coverOf(withAbsences(directory(), [{ person: person.id, ...days }]), person.id, days);

function shownReply(turn: Turn, desk: AbsenceDesk, remark?: string): Reply {
  const { language } = turn;
  const t = wordsIn(language);
  const day = dayOf(turn.at);
  const directory = desk.directory();
  const id = personOf(turn, desk)?.id ?? '';
  const own = desk.of(id);
  const entries = absencesOf(directory, id)
    .filter(({ to }) => to >= day)
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .slice(0, mostShown)
    .map(({ from, to }) => {
      const mine = own.find((one) => one.from === from && one.to === to);
      return {
        days: daysText({ from, to }, language),
        keeper: mine
          ? mine.by && mine.by !== id
            ? t('eingetragen von 10.50', 'entered by 10.50')
            : undefined
          : t('im Verzeichnis von 10.50', 'in the directory of 10.50'),
        lines: coverLines(coverOf(directory, id, { from: from < day ? day : from, to }), directory, language),
        from: mine ? from : undefined,
      };
    });
  const none = t('Es ist keine Abwesenheit eingetragen.', 'No absence is entered.');
  const data = { roles: [], remark, none: entries.length === 0 && !remark ? none : undefined, entries };
  const summary = remark ?? (entries[0] ? t(`Abwesend ${entries[0].days}`, `Away ${entries[0].days}`) : none);
  return { card: 'directory/absences', data, summary, language };
}
const mostShown = 4;

/** "von 1.12.2026 bis 20.12.2026", "am 1.12.2026". */
export function daysText({ from, to }: Days, language: Language): string {
  const t = wordsIn(language);
  const [first, last] = [dayIn(language, from), dayIn(language, to)];
  return from === to
    ? t(`am ${first}`, `on ${first}`)
    : t(`vom ${first} bis ${last}`, `from ${first} until ${last}`);
}

const mostLines = 8;

export function coverLines(
  cover: readonly Covered[],
  directory: Directory,
  language: Language,
): readonly { readonly text: string }[] {
  const t = wordsIn(language);
  const lines = cover.map((one) => ({ text: coverLine(one, directory, language) }));
  if (lines.length <= mostLines) return lines;
  const left = lines.length - mostLines;
  return [...lines.slice(0, mostLines), { text: t(`… und ${left} weitere`, `… and ${left} more`) }];
}

/** "IT-Beauftragte (Amt 61): Vertretung IT-Beauftragte Amt 61". */
function coverLine({ row, stretches }: Covered, directory: Directory, language: Language): string {
  const t = wordsIn(language);
  const role = directory.roles.find(({ id }) => id === row.role)?.shortName[language] ?? row.role;
  const place = placeLabel(directory, row, language);
  const of = row.as === 'deputy' ? t(', als Vertretung', ', as deputy') : '';
  const how = {
    holder: '',
    deputy: t(' (i. V.)', ' (deputy)'),
    'role-above': t(' (nächsthöhere Rolle)', ' (the role above)'),
  };
  const who = stretches.map((one) => {
    const name = one.who ? `${one.who.person.name}${how[one.who.as]}` : t('niemand', 'nobody');
    return stretches.length === 1 ? name : `${daysText(one, language)} ${name}`;
  });
  return `${role}${place ? ` (${place})` : ''}${of}: ${who.join('; ')}`;
}
