import { command } from '../../core/command.ts';
import { dayIn, dayOf } from '../../core/day.ts';
import type { Action, Intent } from '../../core/feature.ts';
import { fromIn, pageOf } from '../../core/paging.ts';
import { isGranted } from '../../core/refusal.ts';
import type { Reply } from '../../core/reply.ts';
import { type Language, wordsIn } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import { headings, healthOf, type Unconfirmed } from './health.ts';
import { personOf } from './lookup.ts';
import type { Directory } from './model.ts';

/** The whole list of what the directory lacks, for 10.50. */
export type HealthDesk = {
  readonly directory: () => Directory;
  /** Who has not confirmed their entry. */
  readonly unconfirmed?: ((day: string) => Promise<readonly Unconfirmed[]>) | undefined;
  /** @throws {Refusal} unless 10.50 or its deputy asks */
  readonly keeper: (turn: Turn) => unknown;
};

export const healthIntent = (desk: HealthDesk): Intent => ({
  id: 'directory.health',
  title: {
    de: 'Was dem Verzeichnis fehlt (nur für 10.50)',
    en: 'What the directory lacks (only for 10.50)',
  },
  examples: { de: ['Zustand des Verzeichnisses'], en: ['State of the directory'] },
  match: command(
    'zustand des verzeichnisses',
    'zustand verzeichnis',
    'verzeichnis zustand',
    'verzeichnis prüfen',
    'was fehlt im verzeichnis',
    'state of the directory',
    'directory health',
    'check the directory',
  ),
  usefulTo: (turn) => isGranted(() => desk.keeper(turn)),
  handle: async (turn) => healthReply(desk, turn, 0),
  inMenu: false,
});

/** From the weekly card, and to the other pages. */
export const healthActions = (desk: HealthDesk): readonly Action[] => [
  { verb: 'directory.health', handle: async (turn) => healthReply(desk, turn, 0) },
  {
    verb: 'directory.health-page',
    handle: async (turn) => ({ ...(await healthReply(desk, turn, fromIn(turn.data))), inPlace: true }),
  },
];

const mostShown = 15;

async function healthReply(
  { directory, keeper, unconfirmed }: HealthDesk,
  turn: Turn,
  from: number,
): Promise<Reply> {
  keeper(turn);
  const { language } = turn;
  const t = wordsIn(language);
  const day = dayOf(turn.at);
  const lacks = healthOf(directory(), day, await unconfirmed?.(day));
  const rows = [
    ...lacks.map(({ kind, text }) => ({ title: headings[kind][language], text: text[language] })),
    ...awayOn(directory(), day, language).map((text) => ({ title: t('Abwesend', 'Away'), text })),
  ];
  const page = pageOf(rows, from, mostShown, language);
  const total = Map.groupBy(rows, ({ title }) => title);
  const data = {
    roles: [],
    groups: [...Map.groupBy(page.shown, ({ title }) => title)].map(([title, some]) => ({
      title: `${title} (${total.get(title)?.length ?? 0})`,
      lacks: some.map(({ text }) => ({ text })),
    })),
    fine:
      lacks.length === 0
        ? t(
            'Jede Rolle ist besetzt, vertreten und erreichbar.',
            'Every role is held, has a deputy and can be reached.',
          )
        : undefined,
    place: page.place,
    next: page.next,
    former: page.former,
  };
  const summary = t(
    `Zustand des Verzeichnisses: ${lacks.length} Hinweise`,
    `State of the directory: ${lacks.length} remarks`,
  );
  return { card: 'directory/health', data, summary, language };
}

/** Whoever is away on a day, by the file and by what people have entered. */
const awayOn = (directory: Directory, day: string, language: Language): readonly string[] =>
  directory.absences
    .filter(({ from, to }) => from <= day && day <= to)
    .map(({ person, to }) =>
      wordsIn(language)(
        `${personOf(directory, person)?.name ?? person}: bis ${dayIn(language, to)}`,
        `${personOf(directory, person)?.name ?? person}: until ${dayIn(language, to)}`,
      ),
    );
