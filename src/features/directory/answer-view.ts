import { dayIn, daysBefore } from '../../core/day.ts';
import { phoneUrl } from '../../core/party.ts';
import type { RoleId } from '../../core/ports/role-directory.ts';
import type { Language } from '../../core/text.ts';
import type { Side } from '../../language/learned/labels.ts';
import { type Seat, seatsOf } from './acting.ts';
import type { Term } from './changes/terms.ts';
import { chatUrl, mailUrl } from './contact.ts';
import { applicationOf, assignmentsOf } from './lookup.ts';
import type { Directory, Role } from './model.ts';
import { nextStepFor, type Offer } from './next-step.ts';
import { placeLabel, unitLabel } from './places.ts';
import { remarksOn, vacancyOf } from './remarks.ts';
import type { AnswerRef, AnswerView, HolderView } from './views.ts';
import {
  deputyLead,
  incoming,
  leads,
  levels,
  nobodyAfter,
  nobodyThen,
  nothingBefore,
  outgoing,
  overview,
  placeLead,
  urgentLead,
} from './wording.ts';

/** Everything beside the answer itself that decides how it is shown. */
export type Showing = {
  readonly directory: Directory;
  readonly language: Language;
  /** Calendar day in Koblenz, `2026-11-24`. */
  readonly day: string;
  readonly answerId: string;
  /** Unit of the asker: where the next step starts. */
  readonly askerUnit?: string | undefined;
  /** "Amt 99": asked for, but not in the directory. */
  readonly unknownUnit?: string | undefined;
  readonly thanks?: string | undefined;
  /** What was written: the form that follows takes from it what it says. */
  readonly text?: string | undefined;
  /** The forms that there are; without it no answer leads to one. */
  readonly offer?: Offer | undefined;
  /** All the roles are the answer, each with its own part of the matter. */
  readonly isShared?: boolean | undefined;
  /** Everything is down: the number is what counts. */
  readonly isUrgent?: boolean | undefined;
  /** A second thing in the message, which this card does not answer. */
  readonly rest?: string | undefined;
  /** Who had which role from when until when, as far as it is known. */
  readonly terms?: readonly Term[] | undefined;
  /** The side of the answer before that was asked for. */
  readonly side?: Side | undefined;
};

const most = { holders: 3, furtherTasks: 5, around: 3 };

/** The answer card's data. `undefined` when the directory no longer knows the role. */
export function answerView(refs: readonly AnswerRef[], showing: Showing): AnswerView | undefined {
  const { directory, language, answerId, thanks } = showing;
  const [first, ...others] = refs;
  const role = directory.roles.find(({ id }) => id === first?.role);
  if (!first || !role) return undefined;
  const ref = withoutStale(first, directory);
  const then = onAskedDay(role, ref, showing);
  const task = role.tasks.find(({ id }) => id === ref.task);
  const seats = then.isUnknown ? [] : seatsFor(role, ref, then.showing);
  const source = task?.source ?? role.source;
  return {
    roles: [...new Set([role.id, ...others.map((other) => other.role)])],
    answerId,
    ref,
    lead: leadOf(role, ref, showing),
    roleName: role.name[language],
    shortName: role.shortName[language] === role.name[language] ? '' : role.shortName[language],
    level: levelOf(role, showing),
    planned: role.status === 'planned',
    task: (task?.text ?? role.summary)[language],
    quote: source.quote,
    passage: source.passage[language],
    holders: orderedFor(ref, seats)
      .slice(0, most.holders)
      .map((seat) => holderView(seat, then.showing, then.day !== undefined)),
    vacancy:
      then.day === undefined
        ? vacancyOf(role, ref, seats, showing)
        : vacancyThen(then.day, then.isUnknown, ref, seats, showing),
    remarks: remarksOn(ref, seats, showing.isShared ? [] : others, showing, most.holders),
    nextStep: nextStepFor(directory, task?.request, ref.unit ?? showing.askerUnit, showing),
    furtherTasks: role.tasks
      .filter((other) => other !== task)
      .slice(0, most.furtherTasks)
      .map((other) => other.text[language]),
    around: aroundOf(role, others, showing),
    thanks,
    number: ref.number ? numberOf(seats) : undefined,
    rest: showing.rest ? { title: showing.rest, say: showing.rest } : undefined,
    others: showing.isShared ? sharedWith(others, showing) : [],
  };
}

/** What is known of the day that was asked about, or of the time before those who hold the role now. */
function onAskedDay(role: Role, ref: AnswerRef, showing: Showing) {
  const beside = ref.before ? dayBeforeHolders : ref.after ? firstDayAfter : undefined;
  const day = beside ? beside(role, ref, showing) : ref.day;
  const isUnknown = beside !== undefined && day === undefined;
  return {
    day: isUnknown ? showing.day : day,
    isUnknown,
    showing: day === undefined ? showing : { ...showing, day },
  };
}

/** The last day before everybody who holds the role now; `undefined` when their beginning is not known. */
function dayBeforeHolders(role: Role, ref: AnswerRef, showing: Showing): string | undefined {
  const first = seatsFor(role, ref, showing)
    .filter(({ as }) => as === 'holder')
    .map(({ since }) => since)
    .sort()[0];
  return first === undefined ? undefined : daysBefore(first, 1);
}

/** The first day of whoever is entered as the next to hold it; `undefined` when nobody is. */
function firstDayAfter(
  { id }: Role,
  { unit, application }: AnswerRef,
  { directory, day }: Showing,
): string | undefined {
  return assignmentsOf(directory, id, application)
    .flatMap(({ as, from, unit: where }) =>
      as === 'holder' && from && from > day && (!unit || !where || where === unit) ? [from] : [],
    )
    .sort()[0];
}

function vacancyThen(
  day: string,
  isUnknown: boolean,
  { after }: AnswerRef,
  seats: readonly Seat[],
  { language }: Showing,
): string | undefined {
  if (isUnknown) return (after ? nobodyAfter : nothingBefore)[language];
  if (seats.some(({ as }) => as === 'holder')) return undefined;
  return nobodyThen(dayIn(language, day))[language];
}

/** The number of whoever is there and has one. */
function numberOf(seats: readonly Seat[]): AnswerView['number'] {
  const reachable = seats.filter(({ person }) => person.phone);
  const person = (reachable.find(({ absentUntil }) => !absentUntil) ?? reachable[0])?.person;
  const url = person && phoneUrl(person);
  return person?.phone && url ? { text: person.phone, url, name: person.name } : undefined;
}

/** The other roles that have a part in the matter, each with what it does there. */
const sharedWith = (others: readonly AnswerRef[], { directory, language }: Showing): AnswerView['others'] =>
  others.flatMap((ref) => {
    const role = directory.roles.find(({ id }) => id === ref.role);
    const task = role?.tasks.find(({ id }) => id === ref.task);
    return role ? [{ title: role.name[language], text: (task?.text ?? role.summary)[language], ref }] : [];
  });

/** A card may be older than the directory: places that are gone are not shown again. */
function withoutStale(ref: AnswerRef, directory: Directory): AnswerRef {
  const unit = directory.units.find(({ id }) => id === ref.unit)?.id;
  const application = applicationOf(directory, ref.application)?.id;
  return { ...ref, unit, application };
}

function leadOf(role: Role, ref: AnswerRef, { directory, language, isUrgent }: Showing): string {
  if (isUrgent) return urgentLead[language];
  if (ref.deputy) return deputyLead[language];
  const place = role.level === 'units' ? placeLabel(directory, ref, language) : undefined;
  if (place) return placeLead(place)[language];
  const task = role.tasks.find(({ id }) => id === ref.task);
  return (task ? leads[task.relation] : overview)[language];
}

/** Roles of stage 2 have no letter in the diagram. */
const noLetter = '–';

/** "B3 · Amt 80.2 · Operative Ebene · Stufe 1" */
function levelOf(role: Role, { directory, language }: Showing): string {
  const letter = role.letter === noLetter ? undefined : role.letter;
  const unit = role.unit && unitLabel(directory, role.unit, language);
  const stage = language === 'de' ? `Stufe ${role.stage}` : `Stage ${role.stage}`;
  const ownName = unit === role.shortName[language];
  return [letter, ownName ? undefined : unit, levels[role.level][language], stage]
    .filter(Boolean)
    .join(' · ');
}

/** A role that every unit has of its own is shown for the place asked about, never as a list of all. */
function seatsFor(role: Role, ref: AnswerRef, { directory, day }: Showing): readonly Seat[] {
  if (role.level === 'units' && !ref.unit && !ref.application) return [];
  return seatsOf(directory, role.id, { unit: ref.unit, application: ref.application }, day);
}

const orderedFor = ({ deputy }: AnswerRef, seats: readonly Seat[]): readonly Seat[] =>
  deputy ? [...seats].sort((a, b) => Number(b.as === 'deputy') - Number(a.as === 'deputy')) : seats;

function holderView(seat: Seat, { directory, language }: Showing, withTerm = false): HolderView {
  const german = language === 'de';
  const capacity =
    seat.as === 'holder' ? (german ? 'Inhaber/in' : 'Holder') : german ? 'Vertretung' : 'Deputy';
  const { person, absentUntil } = seat;
  const until = absentUntil && dayIn(language, absentUntil);
  return {
    place: placeLabel(directory, seat, language),
    name: person.name,
    capacity,
    note: withTerm
      ? termOf(seat, language)
      : until && (german ? `abwesend bis ${until}` : `absent until ${until}`),
    chatUrl: chatUrl(person),
    mailUrl: mailUrl(person),
    phoneUrl: phoneUrl(person),
    phone: person.phone,
  };
}

/** "1.1.2025 – 30.6.2026": how long somebody holds or held the role, as far as it is known. */
function termOf({ since, until }: Seat, language: Language): string | undefined {
  const [from, to] = [since, until].map((day) => day && dayIn(language, day));
  if (from && to) return `${from} – ${to}`;
  if (from) return language === 'de' ? `seit ${from}` : `since ${from}`;
  return to && (language === 'de' ? `bis ${to}` : `until ${to}`);
}

function aroundOf(
  role: Role,
  others: readonly AnswerRef[],
  { directory, language }: Showing,
): AnswerView['around'] {
  const named = (id: RoleId): string =>
    directory.roles.find((other) => other.id === id)?.name[language] ?? id;
  const related = directory.relations.flatMap(({ from, kind, to }) => {
    if (from === role.id) return [{ id: to, text: outgoing[kind](named(to))[language] }];
    return to === role.id ? [{ id: from, text: incoming[kind][language] }] : [];
  });
  const above = role.above
    ? [
        {
          id: role.above,
          text:
            language === 'de' ? 'Handelt, wenn hier niemand handeln kann' : 'Acts when nobody can act here',
        },
      ]
    : [];
  const candidates = [
    ...others.map((other) => ({
      id: other.role as RoleId,
      text: language === 'de' ? 'Kommt auch infrage' : 'Also possible',
    })),
    ...related,
    ...above,
  ];
  const unique = candidates.filter(
    (item, index) => candidates.findIndex((first) => first.id === item.id) === index,
  );
  return unique.slice(0, most.around).map(({ id, text }) => ({ name: named(id), text, ref: { role: id } }));
}
