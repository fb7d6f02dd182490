import type { Showing } from '../../../../case/case-type.ts';
import { type Language, quoted, shortened, wordsIn } from '../../../../core/text.ts';
import type { Held, Invitee, Meeting } from '../model.ts';
import type { Declared } from '../preparation.ts';

/* Conflicts of interest that members declared in confidence: as office and chair see them, and as each sees their own. */

/** What members said in confidence: for office and chair, whose card this is. */
export function declaredLines(
  { declared = [], plan, state }: Meeting,
  language: Language,
): readonly string[] {
  if (state === 'minuted' || state === 'cancelled') return [];
  const t = wordsIn(language);
  return declared.flatMap(({ item, name, note }) => {
    const n = plan.items.findIndex(({ id }) => id === item) + 1;
    if (n === 0) return [];
    const said = note ? `: ${quoted(shortened(note, 120), language)}` : '';
    return [
      t(
        `Vertraulich: ${name} hat zu TOP ${n} Befangenheit mitgeteilt${said}`,
        `In confidence: ${name} declared a conflict of interest in item ${n}${said}`,
      ),
    ];
  });
}

/** What this member declared in confidence, and what they may declare. */
export function declaringOf(meeting: Meeting, { party }: Invitee, can: Showing['can'], language: Language) {
  const t = wordsIn(language);
  const own = (meeting.declared ?? []).filter((one) => one.party === party);
  const numberOf = (item: string) => meeting.plan.items.findIndex(({ id }) => id === item) + 1;
  const numbers = own.map(({ item }) => numberOf(item)).filter((n) => n > 0);
  const canDeclare = can('declare');
  return {
    canDeclare,
    declarable: canDeclare
      ? // Their whole titles stand above; of many the number must do.
        meeting.plan.items.map((item, at, { length }) => ({
          title: `${t('TOP', 'Item')} ${at + 1}${length > fewItems ? '' : ` · ${shortened(item.title, 40)}`}`,
          value: String(at + 1),
        }))
      : [],
    declared: numbers.join(','),
    declaredText:
      numbers.length > 0
        ? t(
            `Vertraulich mitgeteilt: befangen bei TOP ${numbers.join(', ')}`,
            `Declared in confidence: conflict of interest in item ${numbers.join(', ')}`,
          )
        : undefined,
    declaredNote: own[0]?.note ?? '',
  };
}

const fewItems = 8;

/** Declared for an item by somebody who is in the list of attendance. */
export const declaredAt = ({ declared = [], session }: Held, itemId: string): readonly Declared[] =>
  declared.filter(
    ({ item, party }) => item === itemId && session.attendance.some((one) => one.party === party),
  );
