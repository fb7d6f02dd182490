import { momentIn } from '../../../core/day.ts';
import type { RoleDirectory } from '../../../core/ports/role-directory.ts';
import { type Language, wordsIn } from '../../../core/text.ts';
import { stateOf } from '../labels.ts';
import type { FieldValues, Request } from '../model.ts';
import { hasJoined, isJoinable, joinKeysOf, thingOf } from '../reports/joining.ts';
import type { RequestType } from '../types/model.ts';
import type { FormPorts } from './ports.ts';

/** An open report of the same thing, as somebody sees it who is about to report it once more. */
export type KnownView = {
  readonly id: string;
  readonly thing: string;
  /** "seit 23.11.2026, 09:05 · In Arbeit" */
  readonly text: string;
  /** Whether they can still join; whoever has already is only told so. */
  readonly join: boolean;
};

const most = 3;

/** Open reports of the same thing that others have made, the newest first. */
export async function knownReports(
  { requests }: Pick<FormPorts, 'requests'>,
  type: RequestType,
  reported: { readonly unit: string; readonly fields: FieldValues },
  asker: string,
): Promise<readonly Request[]> {
  const keys = joinKeysOf(type, reported);
  const found = await Promise.all(
    keys.map((key) => requests.collection.list({ contains: { joinKeys: key } })),
  );
  const known = new Map(found.flat().map((one) => [one.id, one]));
  return [...known.values()]
    .filter((one) => isJoinable(one) && one.requestedBy !== asker)
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
    .slice(0, most);
}

export const knownViews = (
  known: readonly Request[],
  type: RequestType,
  asker: string,
  directory: RoleDirectory,
  language: Language,
): readonly KnownView[] =>
  known.map((one) => {
    const t = wordsIn(language);
    const isIn = hasJoined(one, asker);
    const told = isIn ? t(' · Sie sind schon dabei', ' · you are in already') : '';
    return {
      id: one.id,
      thing: thingOf(one, type, directory, language),
      text: `${sinceAndState(one.createdAt, one, language)}${told}`,
      join: !isIn,
    };
  });

/** "seit 23.11.2026, 09:05 · In Arbeit" @param since ISO 8601 UTC */
export function sinceAndState(since: string, request: Request, language: Language): string {
  const moment = momentIn(language, since);
  return `${wordsIn(language)(`seit ${moment}`, `since ${moment}`)} · ${stateOf(request)[language]}`;
}
