import type { Reply } from '../../../../core/reply.ts';
import { type Language, shortened, wordsIn } from '../../../../core/text.ts';
import { isInForce } from '../attendance.ts';
import { taskOf } from '../minutes/items.ts';
import type { Item, Meeting, Resolution } from '../model.ts';

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
      const isLate = one.dueDay !== undefined && one.dueDay < day;
      const task = taskOf(one, language) || say('ohne Frist', 'no date set');
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

/** A resolution that was adopted and is not carried out yet, with the meeting that it comes from. */
export type OpenResolution = Resolution & { readonly meeting: string };

/** All of them, the longest open first. */
export const openResolutions = (meetings: readonly Meeting[]): readonly OpenResolution[] =>
  meetings
    .flatMap((meeting) =>
      meeting.resolutions
        .filter((one) => isInForce(meeting, one) && !one.done)
        .map((one) => ({ ...one, meeting: meeting.id })),
    )
    .sort((a, b) => a.number.localeCompare(b.number, 'de', { numeric: true }));

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
