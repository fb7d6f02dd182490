import { dayIn, dayOf } from '../../core/day.ts';
import type { RoleId } from '../../core/ports/role-directory.ts';
import type { Block, MapBlock, TableBlock, TabPart, Tone } from '../../core/tab.ts';
import { type Language, wordsIn } from '../../core/text.ts';
import { type Seat, seatsOf } from './acting.ts';
import { vacanciesOf } from './lists.ts';
import { personOf } from './lookup.ts';
import type { Directory, Relation, Role } from './model.ts';
import { placeLabel, unitLabel } from './places.ts';
import { asWords, incoming, levels, roleLevels } from './wording.ts';

/** The role model as a page: a picture, each role with its tasks and people, who has which roles, and what is missing. */
export const rolesTab = (current: () => Directory): TabPart => ({
  tab: 'roles',
  async show({ language, at }) {
    const directory = current();
    const day = dayOf(at);
    return [
      mapBlock(directory, language, day),
      vacancies(directory, language, day),
      peopleTable(directory, language, day),
    ];
  },
  async detail({ language, at }, id) {
    const directory = current();
    const [roleId, unit] = id.split('@');
    const role = directory.roles.find((known) => known.id === roleId);
    const place = directory.units.some((known) => known.id === unit) ? unit : undefined;
    return role ? roleBlocks(role, place, directory, language, dayOf(at)) : [];
  },
});

/** Roles of the strategic level and the board need no deputy by the model. */
const needsDeputy = ({ level }: Role): boolean => level !== 'advisory' && level !== 'strategic';
/** Every unit has its own, or every application. */
const isLocal = ({ level, id }: Role): boolean => level === 'units' || id === 'fachadministratoren';

function mapBlock(directory: Directory, language: Language, day: string): MapBlock {
  const t = wordsIn(language);
  return {
    kind: 'map',
    title: t('Wer macht was: das Modell im Bild', 'Who does what: the model as a picture'),
    levels: roleLevels
      .map((level) => directory.roles.filter((role) => role.level === level))
      .flatMap((roles) => (roles[0] ? [{ level: roles[0].level, roles }] : []))
      .map(({ level, roles }) => ({
        title: roles.every(({ stage }) => stage === 2)
          ? `${levels[level][language]} · ${t('Stufe 2', 'stage 2')}`
          : levels[level][language],
        roles: roles.map((role) => ({
          id: role.id,
          letter: role.letter,
          name: role.name[language],
          summary: role.summary[language],
          isPlanned: role.status === 'planned',
          holders: holdersLine(role, directory, language, day),
          marks: marksOf(role, directory, language, day),
        })),
      })),
    relations: directory.relations.map(({ from, kind, to }) => ({ from, to, text: verbs[kind][language] })),
    units: directory.units
      .filter(({ partOf }) => !partOf)
      .map(({ id, name }) => ({ id, name: `${unitLabel(directory, id, language)} · ${name[language]}` })),
  };
}

/** Between the names of two roles. */
const verbs: Readonly<Record<Relation['kind'], { readonly de: string; readonly en: string }>> = {
  leads: { de: 'führt den Vorsitz von', en: 'chairs' },
  manages: { de: 'führt die Geschäfte von', en: 'manages' },
  supports: { de: 'unterstützt', en: 'supports' },
  advises: { de: 'berät', en: 'advises' },
  'is-involved-with': { de: 'ist ggf. zu beteiligen neben', en: 'is involved where necessary beside' },
  'splits-into': { de: 'gibt Aufgaben an', en: 'splits tasks into' },
  'sends-experts-to': { de: 'stellt Fachleute für', en: 'sends experts to' },
};

function holdersLine(role: Role, directory: Directory, language: Language, day: string): string {
  const t = wordsIn(language);
  const seats = seatsOf(directory, role.id, {}, day).filter(({ as }) => as === 'holder');
  if (isLocal(role)) return t(`${seats.length} Personen`, `${seats.length} people`);
  const names = [...new Set(seats.map(({ person }) => person.name))];
  const [first] = names;
  if (first === undefined) return '';
  return names.length > 2 ? t(`${names.length} Mitglieder`, `${names.length} members`) : names.join(', ');
}

function marksOf(role: Role, directory: Directory, language: Language, day: string) {
  const t = wordsIn(language);
  const marks: { readonly text: string; readonly tone: Tone }[] = [];
  if (role.status === 'planned') marks.push({ text: t('vorgesehen', 'planned'), tone: 'plain' });
  const gaps = vacanciesOf(directory, day, language).filter(({ role: id }) => id === role.id);
  const vacant = gaps.filter(({ isVacant }) => isVacant).length;
  const alone = gaps.length - vacant;
  if (isLocal(role)) {
    if (vacant > 0) marks.push({ text: t(`${vacant} nicht besetzt`, `${vacant} vacant`), tone: 'attention' });
    if (alone > 0)
      marks.push({ text: t(`${alone} ohne Vertretung`, `${alone} without deputy`), tone: 'warning' });
    return marks;
  }
  if (vacant > 0) marks.push({ text: t('nicht besetzt', 'vacant'), tone: 'attention' });
  else if (alone > 0) marks.push({ text: t('ohne Vertretung', 'without deputy'), tone: 'warning' });
  return marks;
}

function vacancies(directory: Directory, language: Language, day: string): TableBlock {
  const t = wordsIn(language);
  return {
    kind: 'table',
    id: 'vacancies',
    title: t('Nicht besetzt oder ohne Vertretung', 'Vacant or without a deputy'),
    head: [t('Rolle', 'Role'), t('Was fehlt', 'What is missing')],
    rows: vacanciesOf(directory, day, language).map(({ name, text, role, isVacant }) => ({
      cells: [name, text],
      ask: { verb: 'directory.show', data: { ref: { role } } },
      tone: isVacant ? 'attention' : 'plain',
    })),
    empty: t(
      'Alle Rollen sind besetzt und haben eine Vertretung.',
      'All roles are filled and have a deputy.',
    ),
    file: t('Luecken-im-Rollenmodell.csv', 'gaps-in-the-role-model.csv'),
    folded: true,
  };
}

/** Every person with what they hold and stand in for. */
function peopleTable(directory: Directory, language: Language, day: string): TableBlock {
  const t = wordsIn(language);
  const of = new Map<string, Record<Seat['as'], string[]>>();
  for (const role of directory.roles)
    for (const { person, as, unit, application } of seatsOf(directory, role.id, {}, day)) {
      const roles = of.get(person.id) ?? { holder: [], deputy: [] };
      const place = placeLabel(directory, { unit, application }, language);
      const name = [role.name[language], place].filter(Boolean).join(' · ');
      if (!roles[as].includes(name)) roles[as].push(name);
      of.set(person.id, roles);
    }
  return {
    kind: 'table',
    id: 'people',
    title: t('Wer welche Rollen hat', 'Who has which roles'),
    head: [t('Wer', 'Who'), t('Amt', 'Unit'), t('Rollen', 'Roles'), t('Vertritt', 'Deputises for')],
    rows: [...of].flatMap(([id, { holder, deputy }]) => {
      const person = personOf(directory, id);
      if (!person) return [];
      const unit = unitLabel(directory, person.unit, language);
      return [{ cells: [person.name, unit, holder.join('; '), deputy.join('; ')] }];
    }),
    empty: t('Im Verzeichnis steht niemand.', 'Nobody is in the directory.'),
    file: t('Rollen.csv', 'roles.csv'),
    folded: true,
  };
}

function roleBlocks(
  role: Role,
  unit: string | undefined,
  directory: Directory,
  language: Language,
  day: string,
): readonly Block[] {
  const t = wordsIn(language);
  const nameOf = (id: RoleId) => directory.roles.find((known) => known.id === id)?.name[language] ?? id;
  const related = [
    ...directory.relations
      .filter(({ from }) => from === role.id)
      .map(({ kind, to }) => `${verbs[kind][language]} ${nameOf(to)}`),
    ...directory.relations
      .filter(({ to }) => to === role.id)
      .map(({ kind, from }) => `${incoming[kind][language]}: ${nameOf(from)}`),
  ];
  return [
    { kind: 'heading', text: `${role.letter} ${role.name[language]}` },
    { kind: 'text', text: role.summary[language] },
    { kind: 'quote', text: role.source.quote, source: role.source.passage[language] },
    ...marksOf(role, directory, language, day)
      .filter(({ tone }) => tone !== 'plain')
      .map(({ text }) => ({ kind: 'note', tone: 'warning', text }) as const),
    ...(role.status === 'planned'
      ? [
          {
            kind: 'note',
            tone: 'hint',
            text: t(
              'Diese Rolle ist vorgesehen (Stufe 2) und noch nicht eingerichtet.',
              'This role is planned (stage 2) and not set up yet.',
            ),
          } as const,
        ]
      : []),
    {
      kind: 'asks',
      asks: [
        {
          title: t('Antwort mit Kontakt zeigen', 'Show the answer with contact'),
          ask: { verb: 'directory.show', data: { ref: { role: role.id, ...(unit ? { unit } : {}) } } },
        },
      ],
    },
    seatsTable(role, unit, directory, language, day),
    {
      kind: 'table',
      id: 'tasks',
      title: t('Aufgaben und wo sie stehen', 'Tasks and where they are laid down'),
      head: [t('Aufgabe', 'Task'), t('Wortlaut', 'Wording'), t('Stelle', 'Passage')],
      rows: role.tasks.map(({ text, source }) => ({
        cells: [text[language], source.quote, source.passage[language]],
      })),
      empty: '',
    },
    ...(related.length > 0
      ? [{ kind: 'heading', text: t('Beziehungen', 'Relations') } as const, ...related.map(textOf)]
      : []),
  ];
}

const textOf = (text: string): Block => ({ kind: 'text', text });

function seatsTable(
  role: Role,
  unit: string | undefined,
  directory: Directory,
  language: Language,
  day: string,
): TableBlock {
  const t = wordsIn(language);
  const seats = seatsOf(directory, role.id, unit ? { unit } : {}, day);
  const days = (one: string | undefined) => (one ? dayIn(language, one) : '');
  return {
    kind: 'table',
    id: 'seats',
    title: unit
      ? t(
          `Wer, für ${unitLabel(directory, unit, language)}`,
          `Who, for ${unitLabel(directory, unit, language)}`,
        )
      : t('Wer', 'Who'),
    head: [t('Wer', 'Who'), t('Als', 'As'), t('Wo', 'Where'), t('Seit', 'Since'), t('Hinweis', 'Note')],
    rows: seats.map(({ person, as, unit: at, application, since, until, absentUntil }) => ({
      cells: [
        person.name,
        asWords[as][language],
        placeLabel(directory, { unit: at, application }, language) ??
          t('ganze Verwaltung', 'whole administration'),
        days(since),
        [
          ...(absentUntil
            ? [t(`abwesend bis ${days(absentUntil)}`, `absent until ${days(absentUntil)}`)]
            : []),
          ...(until ? [t(`bis ${days(until)}`, `until ${days(until)}`)] : []),
        ].join(', '),
      ],
    })),
    empty: needsDeputy(role)
      ? t(
          'Hier ist niemand eingetragen. Es entscheidet die Rolle darüber.',
          'Nobody is entered here. The role above acts.',
        )
      : t('Hier ist niemand eingetragen.', 'Nobody is entered here.'),
  };
}
