import type { Fields } from '../../case/case-type.ts';
import { today } from '../../case/world.ts';
import type { Addressee } from '../../core/notice.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import type { Language } from '../../core/text.ts';
import { asksFor, type Context, isEnded, type Request, type Surroundings } from './model.ts';
import type { Choice } from './policy.ts';
import { isSetUp } from './route.ts';
import type { Field, RequestType } from './types/model.ts';
import { among } from './views/at-field.ts';
import { type Fact, shownValue } from './views/fields.ts';

/*
 * What was claimed and what is so: a level or a class that somebody chose in the form can be put right by whoever the type
 * names, as long as nothing was carried out. The one who claimed it hears of it, and the way follows what is so.
 */

const fieldsOf = (request: Request, types: readonly RequestType[]): readonly Field[] =>
  types.find(({ id }) => id === request.type)?.fields ?? [];

/** Whether somebody may put this field of the request right. */
function mayCorrect(field: Field, request: Request, party: string, world: Surroundings): boolean {
  const { directory } = world;
  return (
    !asksFor(request, party) &&
    (field.correctedBy ?? []).some((role) => directory.holdsRole(party, role, {}, today(world)))
  );
}

/** The fields that somebody may put right now. */
export const correctable = (request: Request, party: string, context: Context): readonly Field[] =>
  isEnded(request) || isSetUp(request)
    ? []
    : fieldsOf(request, context.types).filter(
        (field) => request.fields[field.id] !== undefined && mayCorrect(field, request, party, context),
      );

export type Correction = { readonly field: Field; readonly value: string };

/** All that it could be instead, as one list: "Wer ist betroffen? Mehrere im Amt". */
export const corrections = (request: Request, party: string, context: Context): readonly Correction[] =>
  correctable(request, party, context).flatMap((field) =>
    (field.choices ?? [])
      .filter(({ id }) => id !== request.fields[field.id])
      .map(({ id }) => ({ field, value: id })),
  );

/** As a button carries it: `affected=several`. */
export const codeOf = ({ field, value }: Correction): string => `${field.id}=${value}`;

export const correctionChoices = (all: readonly Correction[], language: Language): readonly Choice[] =>
  all.map((one) => {
    const chosen = one.field.choices?.find(({ id }) => id === one.value);
    return { value: codeOf(one), title: `${one.field.label[language]} ${chosen?.label[language] ?? ''}` };
  });

/** The one that is meant: as a card sends it, or as people type it by the name of its level. */
export function correctionMeant(words: string, all: readonly Correction[]): Correction | undefined {
  const said = words.trim().toLowerCase();
  const byCode = all.find((one) => codeOf(one) === said);
  if (byCode || said === '') return byCode;
  const named = all.filter(({ field, value }) => {
    const label = field.choices?.find(({ id }) => id === value)?.label;
    return [label?.de, label?.en].some((one) => one?.toLowerCase() === said);
  });
  return named.length === 1 ? named[0] : undefined;
}

/** Facts with what was claimed before, where it was put right and not changed since. */
export function withClaims(
  facts: readonly Fact[],
  request: Request,
  type: Pick<RequestType, 'fields'> | undefined,
  directory: RoleDirectory,
  language: Language,
): readonly Fact[] {
  const marks = new Map(
    (type?.fields ?? []).flatMap((field) => {
      const last = request.history.findLast(
        ({ act, facts: said }) => act === 'corrected' && said?.field === field.id,
      );
      const was = last?.facts?.was;
      if (!last || was === undefined || last.facts?.now !== request.fields[field.id]) return [];
      const before = shownValue(was, field, directory, language);
      const mark =
        language === 'de'
          ? `berichtigt von ${last.byName}, vorher: ${before}`
          : `corrected by ${last.byName}, before: ${before}`;
      return [[field.label[language], mark] as const];
    }),
  );
  return facts.map(({ title, value }) => {
    const mark = marks.get(title);
    return { title, value: mark ? `${value} (${mark})` : value };
  });
}

/** What the card offers to put right, with what was chosen and written when that was refused. */
export type Correcting = {
  readonly choices: readonly Choice[];
  readonly chosen: string;
  readonly why: string;
  readonly error?: string | undefined;
};

export function correctingOf(
  request: Request,
  viewer: Addressee,
  context: Context,
  fields: Fields | undefined,
  error: string | undefined,
): Correcting {
  const choices = correctionChoices(corrections(request, viewer.id, context), viewer.language);
  return { choices, chosen: among(fields?.correction, choices), why: fields?.why ?? '', error };
}
