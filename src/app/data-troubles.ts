import type { RoleDirectory } from '../core/ports/role-directory.ts';
import type { Text } from '../core/text.ts';
import type { Rules } from '../features/beirat/board/rules.ts';
import type { DataTrouble } from '../features/directory/troubles.ts';

/** The files of data that cannot be used as they are, for those who keep them. */
export type DataTroubles = {
  /** @param lines what is wrong, each with file, line and remedy */
  report(file: string, lines: readonly Text[]): void;
  /** The file is in use again. */
  clear(file: string): void;
  readonly list: () => readonly DataTrouble[];
};

/** Who keeps a file: the office of the Beirat its rules, 10.50 everything else, and what nobody else keeps. */
export const keepersOf =
  (roles: RoleDirectory, rules: () => Pick<Rules, 'seats'>) =>
  (file: string, day: string): readonly string[] => {
    const offices = rules().seats.filter(({ kind }) => kind === 'executive');
    const ofBoard = roles
      .seats('digitaler-beirat', {}, day)
      .filter(({ seat }) => offices.some(({ id }) => id === seat))
      .map(({ person }) => person.id);
    if (file === 'beirat.yaml' && ofBoard.length > 0) return ofBoard;
    const acting = roles.actingPerson('strategisches-it-management', {}, day);
    return acting ? [acting.person.id] : [];
  };

/** More would not be read; the command `npm run check` says all. */
const mostLines = 10;

export function createDataTroubles(): DataTroubles {
  const troubles = new Map<string, DataTrouble>();
  return {
    report: (file, lines) =>
      void troubles.set(file, {
        file,
        lines: lines.slice(0, mostLines),
        more: Math.max(0, lines.length - mostLines),
      }),
    clear: (file) => void troubles.delete(file),
    list: () => [...troubles.values()],
  };
}
