import type { Reply } from '../../../../core/reply.ts';
import type { Language } from '../../../../core/text.ts';
import { shortened } from '../../../../core/text.ts';
import { sayIn } from './held.ts';
import { taskOf } from './minutes-items.ts';
import type { OpenResolution } from './open-resolutions.ts';

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
  const say = sayIn(language);
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
