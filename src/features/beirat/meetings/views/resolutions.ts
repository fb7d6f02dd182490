import { dayIn, dayOf } from '../../../../core/day.ts';
import type { Reply } from '../../../../core/reply.ts';
import { type Language, shortened, wordsIn } from '../../../../core/text.ts';
import { fold } from '../../../../core/word.ts';
import type { Context } from '../../board/context.ts';
import { isOpen, standingOf } from '../attendance.ts';
import { taskOf } from '../minutes/items.ts';
import type { Item, Meeting, Resolution } from '../model.ts';
import { mayReadItem } from '../policy.ts';
import { answerState } from '../recommendations.ts';

/** Card `beirat/resolutions`: what was resolved and is not carried out yet. */
export type ResolutionsView = {
  readonly roles: readonly [];
  readonly title: string;
  readonly remark?: string | undefined;
  readonly empty?: string | undefined;
  readonly rows: readonly {
    readonly number: string;
    readonly id: string;
    readonly wording: string;
    readonly task: string;
    readonly isLate: boolean;
  }[];
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly choice: string;
  readonly more?: string | undefined;
  readonly typed: string;
};

const most = 12;

/** @param isOffice may report them as done */
export function resolutionsReply(
  open: readonly OpenResolution[],
  language: Language,
  {
    day,
    isOffice,
    remark,
    typed = '',
    choice,
  }: {
    readonly day: string;
    readonly isOffice: boolean;
    readonly remark?: string | undefined;
    readonly typed?: string | undefined;
    readonly choice?: string | undefined;
  },
): Reply {
  const say = wordsIn(language);
  const left = open.length - most;
  const view: ResolutionsView = {
    roles: [],
    title: say('Offene Beschlüsse des Digitalen Beirats', 'Open resolutions of the Digital Advisory Board'),
    remark,
    empty: open.length === 0 ? say('Kein Beschluss ist offen.', 'No resolution is open.') : undefined,
    rows: open.slice(0, most).map((one) => {
      const isLate = isOverdue(one, day);
      const task = one.answer
        ? answerState(one, day, language)
        : taskOf(one, language) || say('ohne Frist', 'no date set');
      return {
        number: one.number,
        id: one.meeting,
        wording: shortened(one.wording, 220),
        task: isLate ? `! ${say('überfällig', 'overdue')} · ${task}` : task,
        isLate,
      };
    }),
    choices: isOffice ? open.map(({ number }) => ({ title: number, value: number })) : [],
    choice: choice ?? open[0]?.number ?? '',
    more: left > 0 ? say(`… und ${left} weitere`, `… and ${left} more`) : undefined,
    typed,
  };
  return { card: 'beirat/resolutions', data: view, summary: `${view.title}: ${open.length}`, language };
}

/** Its day is over, and nothing has been heard. */
export const isOverdue = ({ dueDay, answer }: Resolution, day: string): boolean =>
  dueDay !== undefined && dueDay < day && !answer;

/** A resolution that was adopted and is not carried out yet, with the meeting that it comes from. */
export type OpenResolution = Resolution & { readonly meeting: string };

/** All of them, the longest open first. */
export const openResolutions = (meetings: readonly Meeting[]): readonly OpenResolution[] =>
  meetings
    .flatMap((meeting) =>
      meeting.resolutions
        .filter((one) => isOpen(meeting, one))
        .map((one) => ({ ...one, meeting: meeting.id })),
    )
    .sort((a, b) => a.number.localeCompare(b.number, 'de', { numeric: true }));

/** Those that somebody may read: what is not public only as far as they took part. */
export const resolutionsFor = (
  meetings: readonly Meeting[],
  party: string,
  context: Context,
): readonly Meeting[] =>
  meetings.map((meeting) => ({
    ...meeting,
    resolutions: meeting.resolutions.filter((one) => mayReadItem(meeting, one.item, party, context)),
  }));

/** Every resolution that was ever put to the vote, the newest first; those that hold all of the words. */
export function foundResolutions(
  meetings: readonly Meeting[],
  words: string,
  language: Language,
  day: string,
): readonly (OpenResolution & { readonly state: string })[] {
  const wanted = wordsOf(words);
  return meetings
    .flatMap((meeting) =>
      meeting.resolutions.map((one) => {
        const title = meeting.plan.items.find(({ id }) => id === one.item)?.title ?? '';
        const held = wordsOf(
          [
            one.number,
            title,
            one.wording,
            one.owner ?? '',
            one.addressee?.name.de ?? '',
            one.addressee?.name.en ?? '',
          ].join(' '),
        );
        return { one, meeting, held };
      }),
    )
    .filter(({ held }) => wanted.every((word) => held.some((one) => one.includes(word))))
    .map(({ one, meeting }) => ({ ...one, meeting: meeting.id, state: stateOf(meeting, one, language, day) }))
    .sort((a, b) => b.number.localeCompare(a.number, 'de', { numeric: true }));
}

const wordsOf = (text: string): readonly string[] =>
  text
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(fold);

/** How a resolution stands now. */
function stateOf(meeting: Meeting, one: Resolution, language: Language, day: string): string {
  const say = wordsIn(language);
  if (standingOf(meeting, one) !== 'good') return say('! nicht wirksam', '! not valid');
  if (!one.isAdopted) return say('✕ abgelehnt', '✕ rejected');
  if (one.answer) return shortened(answerState(one, day, language), 240);
  if (!one.done) return say('● angenommen, offen', '● adopted, open');
  const note = one.done.note ? `: ${shortened(one.done.note, 120)}` : '';
  return say(
    `✓ erledigt am ${dayIn('de', dayOf(one.done.at))}${note}`,
    `✓ done on ${dayIn('en', dayOf(one.done.at))}${note}`,
  );
}

/** The card of what was found. */
export function foundReply(
  found: ReturnType<typeof foundResolutions>,
  words: string,
  language: Language,
): Reply {
  const say = wordsIn(language);
  const left = found.length - most;
  const about = words ? say(` zu „${shortened(words, 60)}“`, ` on “${shortened(words, 60)}”`) : '';
  const view: ResolutionsView = {
    roles: [],
    title: say(
      `Alle Beschlüsse des Digitalen Beirats${about}`,
      `All resolutions of the Digital Advisory Board${about}`,
    ),
    empty:
      found.length === 0
        ? say('Dazu gibt es keinen, den Sie lesen dürfen.', 'There is none that you may read.')
        : undefined,
    rows: found.slice(0, most).map((one) => ({
      number: one.number,
      id: one.meeting,
      wording: shortened(one.wording, 220),
      task: [one.state, taskOf(one, language)].filter(Boolean).join(' · '),
      isLate: false,
    })),
    choices: [],
    choice: '',
    more:
      left > 0
        ? say(
            `… und ${left} weitere. Genauer: „Beschlüsse zu WORT“.`,
            `… and ${left} more. To narrow it down: “Resolutions on WORD”.`,
          )
        : undefined,
    typed: '',
  };
  return { card: 'beirat/resolutions', data: view, summary: `${view.title}: ${found.length}`, language };
}

/** The item by which it comes back onto an agenda. */
export const resolutionItem = ({ number, wording, owner }: OpenResolution): Item => ({
  id: `resolution-${number}`,
  title: `Stand der Umsetzung: Beschluss ${number}`,
  text: wording,
  kind: 'information',
  public: false,
  ...(owner ? { rapporteur: owner } : {}),
  links: [],
  resolution: number,
});
