import { z } from 'zod';
import { dayOf } from '../../core/day.ts';
import type { Action, Intent } from '../../core/feature.ts';
import { isGranted, Refusal } from '../../core/refusal.ts';
import { inPlace, type Reply } from '../../core/reply.ts';
import { type Text, wordsIn } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import { withRefusal } from '../../core/with-refusal.ts';
import { type Days, enterable } from './absence.ts';
import { coverLines, coverWith, daysText, requireRole } from './absence-chat.ts';
import type { AbsenceDesk } from './absence-desk.ts';
import { absencesOf, personOf } from './lookup.ts';
import { dayIn } from './proposals/acts/answer.ts';
import { personCalled } from './proposals/form.ts';
import type { WriteDirectory } from './proposals/writing.ts';

/*
 * The absence of somebody else, by 10.50: somebody is ill and cannot enter it. The rules are those of one's own absence; it
 * counts at once, like that one.
 */

type Keeper = { readonly id: string; readonly name: string };

export type AbsenceCare = AbsenceDesk & {
  /** @throws {Refusal} unless 10.50 or its deputy asks */
  readonly keeper: (turn: Turn) => Keeper;
  /** Writes the file of the directory; absent where it is not the operator's own. */
  readonly write?: WriteDirectory | undefined;
};

const said =
  /^\s*(?:(?:abwesenheit|absence)\s+(?:(?:von|of)\s+)?(?<who>.{2,120}?)|(?:neue|new)\s+(?:abwesenheit|absence))(?:\s+(?:eintragen|ändern|aendern|enter|change))?[\s.!?]*$/iu;

export const absenceCareIntents = (desk: AbsenceCare): readonly Intent[] => [
  {
    id: 'directory.absence-of',
    title: {
      de: 'Die Abwesenheit einer anderen Person eintragen (nur für 10.50)',
      en: 'Enter the absence of somebody else (only for 10.50)',
    },
    examples: {
      de: ['Neue Abwesenheit eintragen', 'Abwesenheit von IT-Beauftragte Amt 61'],
      en: ['New absence', 'Absence of IT officer office 61'],
    },
    match: (text) => said.test(text),
    handle: (turn) =>
      withRefusal(turn, async () => {
        desk.keeper(turn);
        return formReply(desk, turn, { person: said.exec(turn.text)?.groups?.who ?? '' });
      }),
    usefulTo: (turn) => isGranted(() => desk.keeper(turn)),
    inMenu: false,
  },
];

const short = z.string().max(120).catch('').default('');
const Given = z.object({ person: short, from: short, to: short, was: short });

export const absenceCareActions = (desk: AbsenceCare): readonly Action[] => [
  {
    verb: 'directory.absence-of',
    handle: async (turn) => {
      desk.keeper(turn);
      return inPlace(formReply(desk, turn, Given.parse(turn.data)));
    },
  },
  ...(['check', 'enter'] as const).map(
    (act): Action => ({
      verb: `directory.${act}-absence-of`,
      async handle(turn) {
        const by = desk.keeper(turn);
        return inPlace(await sent(desk, turn, Given.parse(turn.data), act, by));
      },
    }),
  ),
  {
    verb: 'directory.end-absence-of',
    async handle(turn) {
      const by = desk.keeper(turn);
      return inPlace(await ended(desk, turn, Given.parse(turn.data), by));
    },
  },
];

type Filled = {
  readonly person: string;
  readonly from?: string;
  readonly to?: string;
  /** First day of the one that is changed. */
  readonly was?: string;
};
type Shown = {
  readonly remark?: string;
  readonly errors?: Readonly<Partial<Record<'person' | 'from' | 'to', string>>>;
  readonly lines?: readonly { readonly text: string }[];
  readonly days?: string;
};

/** The form, with what is known of that person's absences. */
function formReply(desk: AbsenceCare, turn: Turn, filled: Filled, shown: Shown = {}): Reply {
  const { language } = turn;
  const t = wordsIn(language);
  const day = dayOf(turn.at);
  const directory = desk.directory();
  const { was = '' } = filled;
  const person = filled.person && personCalled(directory, filled.person);
  const entries = person
    ? absencesOf(directory, person.id)
        .filter(({ to }) => to >= day)
        .toSorted((a, b) => a.from.localeCompare(b.from))
        .slice(0, mostShown)
        .map(({ from, to }) => ({
          days: daysText({ from, to }, language),
          where: isEntered(desk, person.id, { from, to })
            ? undefined
            : t('steht in der Datei des Verzeichnisses', 'stands in the file of the directory'),
          person: person.id,
          from,
          // The one that the form is about.
          other: from === was ? undefined : 'yes',
        }))
    : [];
  const changed =
    person && was ? absencesOf(directory, person.id).find(({ from }) => from === was) : undefined;
  const typed = (text: string | undefined, of: string | undefined) =>
    text ?? (of && (language === 'de' ? of.split('-').reverse().join('.') : of)) ?? '';
  const data = {
    roles: [],
    title: changed
      ? t('Abwesenheit ändern', 'Change an absence')
      : t('Abwesenheit eintragen', 'Enter an absence'),
    remark: shown.remark,
    errors: Object.values(shown.errors ?? {}).map((text) => `⚠ ${text}`),
    person: person ? person.name : filled.person,
    personId: person ? person.id : '',
    isFixed: person && was ? 'yes' : undefined,
    was,
    from: typed(filled.from || undefined, changed?.from),
    to: typed(filled.to || undefined, changed?.to),
    days: shown.days,
    lines: shown.lines ?? [],
    entries,
  };
  return { card: 'directory/absence-of', data, summary: data.title, language };
}

const mostShown = 4;

const isEntered = (desk: AbsenceDesk, person: string, { from, to }: Days): boolean =>
  desk.of(person).some((one) => one.from === from && one.to === to);

async function sent(
  desk: AbsenceCare,
  turn: Turn,
  given: z.infer<typeof Given>,
  act: 'check' | 'enter',
  by: Keeper,
): Promise<Reply> {
  const { language } = turn;
  const t = wordsIn(language);
  const { was } = given;
  const person = personCalled(desk.directory(), given.person);
  const [from, to] = [dayIn(given.from.trim()), dayIn((given.to || given.from).trim())];
  const errors = {
    ...(person ? {} : { person: whoMissing[language] }),
    ...(from ? {} : { from: dayMissing[language] }),
    ...(to ? {} : { to: dayMissing[language] }),
  };
  if (!person || !from || !to) return formReply(desk, turn, given, { errors });
  try {
    const days = enterable({ from, to }, dayOf(turn.at));
    const cover = coverWith(person, days, desk);
    requireRole(cover);
    const lines = coverLines(cover, desk.directory(), language);
    if (act === 'check')
      return formReply(desk, turn, given, { lines, days: `${person.name}: ${daysText(days, language)}` });
    // What is changed is taken out first: it may lie somewhere else.
    const changed = was && absencesOf(desk.directory(), person.id).find((one) => one.from === was);
    if (changed) {
      const why = await takenOut(desk, person.id, changed, by, new Date(turn.at));
      if (why) return formReply(desk, turn, given, { errors: { person: why[language] } });
    }
    await desk.enter(person.id, days, by.id);
    const remark = t(
      `✓ Eingetragen: ${person.name} ${daysText(days, 'de')}. Es gilt sofort.`,
      `✓ Entered: ${person.name} ${daysText(days, 'en')}. It counts at once.`,
    );
    return formReply(desk, turn, { person: person.id }, { remark, lines });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return formReply(desk, turn, given, { errors: { to: error.text[language] } });
  }
}

/** Takes one out: from what was entered, or from the file. Pressed again, it says how it stands. */
async function ended(
  desk: AbsenceCare,
  turn: Turn,
  { person, from }: z.infer<typeof Given>,
  by: Keeper,
): Promise<Reply> {
  const { language } = turn;
  const name = personOf(desk.directory(), person)?.name ?? person;
  const days = absencesOf(desk.directory(), person).find((one) => one.from === from);
  const remark = wordsIn(language)(
    `✓ Ausgetragen: ${name}${days ? ` ${daysText(days, 'de')}` : ''}.`,
    `✓ Taken out: ${name}${days ? ` ${daysText(days, 'en')}` : ''}.`,
  );
  if (days) {
    const why = await takenOut(desk, person, days, by, new Date(turn.at));
    if (why) return formReply(desk, turn, { person }, { errors: { person: why[language] } });
  }
  return formReply(desk, turn, { person }, { remark });
}

/** Where it stands: with what people have entered, or in the file. @returns why it still stands there */
async function takenOut(
  desk: AbsenceCare,
  person: string,
  days: Days,
  by: Keeper,
  now: Date,
): Promise<Text | undefined> {
  const { write } = desk;
  const { from } = days;
  if (isEntered(desk, person, days)) return void (await desk.end(person, from));
  if (!write) return onlyInFile;
  const isIt = (one: { readonly person: string; readonly from: string }) =>
    one.person === person && one.from === from;
  const [why] = await write(
    (directory) => ({
      ok: true,
      directory: { ...directory, absences: directory.absences.filter((one) => !isIt(one)) },
    }),
    // Absences are no part of the history.
    { by: by.id, byName: by.name, way: 'file' },
    now,
  );
  return why;
}

const whoMissing: Text = {
  de: 'Wer ist abwesend? Schreiben Sie den Namen, wie er im Verzeichnis steht, oder die Kennung.',
  en: 'Who is away? Write the name as it stands in the directory, or the id.',
};
const dayMissing: Text = {
  de: 'Diesen Tag kann ich nicht lesen. Schreiben Sie ihn so: 1.1.2027.',
  en: 'I cannot read this day. Write it like this: 2027-01-01.',
};
const onlyInFile: Text = {
  de: 'Diese Abwesenheit steht in der Datei des Verzeichnisses, und Lotse schreibt diese Datei nicht. Streichen Sie die Zeile dort.',
  en: 'This absence stands in the file of the directory, and Lotse does not write that file. Delete the line there.',
};
