import { dayIn, dayOf } from '../../../core/day.ts';
import type { Addressee } from '../../../core/notice.ts';
import { type Language, quoted, shortened, wordsIn } from '../../../core/text.ts';
import type { Known } from '../decided.ts';
import { originOf } from '../labels.ts';
import type { Context, Request } from '../model.ts';
import { stepOf } from '../route.ts';
import type { RequestType } from '../types/model.ts';
import { changeLines, changesFromOrigin } from './changes.ts';

/* What is not any more as it was when somebody spoke, and what they had said then. */

export type Changed = {
  readonly title: string;
  readonly lines: readonly string[];
  /** What they had written then, which still holds if they write nothing else. */
  readonly kept: string | undefined;
};

/** What has changed since this person decided, since it was decided here, or since it was asked here. */
export function changedSince(
  request: Request,
  { fields, vote, at }: Known,
  { id, language }: Addressee,
  type: RequestType | undefined,
  context: Context,
): Changed | undefined {
  const lines = changeLines(fields, request.fields, type, context.directory, language);
  if (lines.length === 0) return undefined;
  const day = dayIn(language, dayOf(at));
  const t = wordsIn(language);
  if (!vote)
    return {
      title: t(`Geändert, seit es am ${day} hierher kam:`, `Changed since it came here on ${day}:`),
      lines,
      kept: undefined,
    };
  if (stepOf(request, request.open?.step)?.duty === 'do')
    return {
      title: t(
        `Geändert, seit das am ${day} als erledigt gemeldet wurde:`,
        `Changed since this was reported as done on ${day}:`,
      ),
      lines,
      kept: undefined,
    };
  const title =
    vote.by === id
      ? t(`Geändert, seit Sie am ${day} entschieden haben:`, `Changed since you decided on ${day}:`)
      : t(
          `Geändert, seit ${vote.byName} am ${day} entschieden hat:`,
          `Changed since ${vote.byName} decided on ${day}:`,
        );
  const kept =
    vote.by === id && vote.note
      ? t(
          `Was Sie damals geschrieben haben, gilt weiter, wenn Sie nichts anderes schreiben: ${quoted(shortened(vote.note, 200), 'de')}`,
          `What you wrote then still holds if you write nothing else: ${quoted(shortened(vote.note, 200), 'en')}`,
        )
      : undefined;
  return { title, lines, kept };
}

type Unlike = { readonly title: string; readonly lines: readonly string[] };

export function unlikeOrigin(
  request: Request,
  type: RequestType | undefined,
  { directory }: Context,
  language: Language,
): Unlike | undefined {
  const lines = changesFromOrigin(request, type, directory, language);
  const [from] = originOf(request, language);
  if (lines.length === 0 || from === undefined) return undefined;
  const t = wordsIn(language);
  return { title: t(`Anders als dort, ${from}:`, `Unlike what was said there, ${from}:`), lines };
}
