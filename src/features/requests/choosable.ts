import { euros } from '../../core/money.ts';
import type { Addressee } from '../../core/notice.ts';
import type { Party } from '../../core/party.ts';
import { wordsIn } from '../../core/text.ts';
import { askedFor, changedFor } from './decided.ts';
import { type Request, revisionOf } from './model.ts';
import { grantsMoney, stepOf } from './route.ts';
import { type FindSplit, splitText } from './splitting.ts';
import type { Requests } from './type.ts';
import { changeLines } from './views/changes.ts';
import { decisiveFacts } from './views/fields.ts';
import { decisionWords } from './views/prompts.ts';
import { saidBefore } from './views/steps.ts';

/** What a list says of a request that could be approved with others. */
export type Choosable = {
  /** Its tick by name, and what it means: "Befürworten"; absent where it needs a look of its own. */
  readonly tick?: { readonly pick: string; readonly yes: string } | undefined;
  /** What the decision would rest on, or why it needs a look of its own. */
  readonly lines: readonly string[];
  /** The request and the revision, as the button carries them. */
  readonly drawn?: string | undefined;
};

export const pickOf = (id: string): string => `pick-${id}`;

/** What somebody could approve together with others, with all that the decision rests on. */
export async function choosable(
  requests: Requests,
  request: Request,
  viewer: Party & Addressee,
  at: string,
  findSplit: FindSplit,
): Promise<Choosable> {
  const context = requests.contextAt(at);
  const { language } = viewer;
  const { directory, types } = context;
  const type = types.find(({ id }) => id === request.type);
  const step = stepOf(request, request.open?.step);
  const t = wordsIn(language);
  const changed = changedFor(request, viewer.id, context);
  if (changed) {
    const lines = changeLines(changed.fields, request.fields, type, directory, language);
    return {
      lines: [t('Geändert, bitte einzeln ansehen:', 'Changed, please look at it by itself:'), ...lines],
    };
  }
  const offers = requests.can(request, viewer, context)('approve');
  if (!offers || !step || step.enteredBy || step.partner) return { lines: [] };
  const granted = grantsMoney(step) ? askedFor(request) : undefined;
  // Whoever grants must know how much.
  if (grantsMoney(step) && granted === undefined && hasMoney(request))
    return {
      lines: [t('Betrag noch nicht bekannt, bitte einzeln', 'Amount not known yet, please by itself')],
    };
  const facts = decisiveFacts(request, type, directory, language);
  const split = await findSplit(request, type);
  return {
    tick: { pick: pickOf(request.id), yes: decisionWords(step.duty, undefined, language).yes },
    drawn: `${request.id} ${revisionOf(request)}`,
    lines: [
      ...facts.map(({ title, value }) => `${title}: ${value}`),
      ...(granted === undefined
        ? []
        : [
            t(
              `Bewilligt werden ${euros('de', granted)}, noch ohne Budget`,
              `${euros('en', granted)} will be granted, without a budget as yet`,
            ),
          ]),
      ...saidBefore(request, language, context, true).map(withoutMarks),
      ...(split ? [`⚠ ${splitText(split, language)}`] : []),
    ],
  };
}

const hasMoney = ({ fieldKinds }: Request): boolean => Object.values(fieldKinds).includes('money');

/** A line of a list is somebody's words anyway; in quotation marks stands what can be typed. */
const withoutMarks = (line: string): string => line.replace(/: [„“](?<words>.+)[“”]/u, ': $<words>');
