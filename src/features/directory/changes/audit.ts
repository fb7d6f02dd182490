import type { Finding } from '../../../case/audit.ts';
import type { DirectoryChange, DirectoryState } from './model.ts';

/**
 * What does not fit between the changes: a number that is missing, one that does not follow on the one before, an end that
 * was cut off. The first ones go after ten years, so the chain may begin later than with 1.
 */
export function changeFindings(
  changes: readonly DirectoryChange[],
  state: Pick<DirectoryState, 'n' | 'head'> | undefined,
): readonly Finding[] {
  const all = changes.toSorted((a, b) => a.n - b.n);
  const between = all.slice(1).flatMap((change, at): readonly Finding[] => {
    const before = all[at];
    if (!before) return [];
    if (change.n !== before.n + 1)
      return [{ of: change.id, what: `Zwischen Änderung ${before.n} und ${change.n} fehlt eine.` }];
    return change.previous === headOf(before)
      ? []
      : [
          {
            of: change.id,
            what: `Sie schließt nicht an Änderung ${before.n} an: Eine von beiden wurde ausgetauscht.`,
          },
        ];
  });
  const last = all.at(-1);
  if (!last)
    return state
      ? [{ of: 'directory-state', what: 'Alle aufgezeichneten Änderungen am Verzeichnis fehlen.' }]
      : between;
  const isWhole = state?.n === last.n && state.head === headOf(last);
  return isWhole
    ? between
    : [
        ...between,
        {
          of: last.id,
          what: 'Das Ende der aufgezeichneten Änderungen am Verzeichnis wurde entfernt oder ausgetauscht.',
        },
      ];
}

const headOf = ({ history }: DirectoryChange): string => history[0]?.hash ?? '';
