import type { RoleId } from '../../../core/ports/role-directory.ts';
import type { Text } from '../../../core/text.ts';

/** Something to put right in `data/request-types.yaml`, with the remedy in its text. */
export type TypeFinding = {
  readonly path: readonly PropertyKey[];
  readonly text: Text;
  readonly severity?: 'warning';
};

/** What the directory knows of a role, as far as a route needs it. */
export type KnownRole = {
  readonly id: RoleId;
  /** `units` when every unit has its own. */
  readonly level: string;
  readonly tasks: readonly { readonly id: string; readonly request?: string | undefined }[];
};

export const finding = (path: readonly PropertyKey[], de: string, en: string): TypeFinding => ({
  path,
  text: { de, en },
});
