import { z } from 'zod';
import type { RoleDirectory } from '../../../core/ports/role-directory.ts';
import type { Text } from '../../../core/text.ts';
import { type Proposal, type Scope, scopes } from '../model.ts';
import { topics } from '../topics.ts';

/** Names of the inputs. */
export const inputs = [
  'title',
  'problem',
  'benefit',
  'gains',
  'topic',
  'unit',
  'scope',
  'company',
  'links',
] as const;
export type InputName = (typeof inputs)[number];
export type Typed = Readonly<Record<InputName, string>>;

/** What came back from a form: as it was typed, as it is stored, and what is wrong at which field. */
export type ParsedForm = {
  readonly typed: Typed;
  readonly proposal?: Proposal | undefined;
  readonly errors: Readonly<Partial<Record<InputName, Text>>>;
};

export const longest = {
  title: 100,
  problem: 1000,
  benefit: 800,
  gains: 200,
  company: 120,
  links: 600,
} as const;
const mostLinks = 3;
/** The choice "no office in particular". */
export const noUnit = 'none';

const Entered = z.union([z.string(), z.number(), z.boolean()]).transform(String).catch('');

export const typedIn = (data: Readonly<Record<string, unknown>>): Typed =>
  Object.fromEntries(
    inputs.map((name) => [
      name,
      Entered.parse(data[name] ?? '')
        .slice(0, 5000)
        .trim(),
    ]),
  ) as Typed;

/** @param company whether the person may pass on what companies propose */
export function parseForm(
  data: Readonly<Record<string, unknown>>,
  directory: RoleDirectory,
  company: boolean,
): ParsedForm {
  const typed = typedIn(data);
  const named = company && typed.company !== '';
  const isScope = scopes.some((one) => one === typed.scope);
  const errors = {
    ...textErrors(typed),
    ...(topics.some(({ id }) => id === typed.topic) ? {} : { topic: choose }),
    ...(isScope || named ? {} : { scope: choose }),
    ...(isUnit(typed.unit, directory) ? {} : { unit: choose }),
    ...linkErrors(typed.links),
  };
  if (Object.keys(errors).length > 0) return { typed, errors };
  const { title, problem, benefit, gains, topic, unit } = typed;
  const proposal: Proposal = {
    title,
    problem,
    benefit,
    ...(gains ? { gains } : {}),
    topic,
    ...(unit && unit !== noUnit ? { unit } : {}),
    // What a company proposes is for the city, whatever was chosen.
    scope: named ? 'city' : (typed.scope as Scope),
    ...(named ? { company: typed.company } : {}),
    links: [...linksIn(typed.links)],
  };
  return { typed, proposal, errors };
}

/** A stored proposal as it is typed into the form. */
export const typedOf = (proposal: Proposal): Typed => ({
  title: proposal.title,
  problem: proposal.problem,
  benefit: proposal.benefit,
  gains: proposal.gains ?? '',
  topic: proposal.topic,
  unit: proposal.unit ?? noUnit,
  scope: proposal.scope,
  company: proposal.company ?? '',
  links: proposal.links.join('\n'),
});

const isUnit = (unit: string, directory: RoleDirectory): boolean =>
  unit === '' || unit === noUnit || directory.units().some(({ id }) => id === unit);

function textErrors(typed: Typed): Partial<Record<InputName, Text>> {
  const names = ['title', 'problem', 'benefit', 'gains', 'company', 'links'] as const;
  const needed: ReadonlySet<string> = new Set(['title', 'problem', 'benefit']);
  return Object.fromEntries(
    names.flatMap((name) => {
      if (typed[name] === '' && needed.has(name)) return [[name, required]];
      return typed[name].length > longest[name] ? [[name, tooLong(longest[name], typed[name].length)]] : [];
    }),
  );
}

const linksIn = (text: string): readonly string[] => text.split(/[\s,;]+/).filter(Boolean);

function linkErrors(text: string): { readonly links?: Text } {
  const links = linksIn(text);
  if (links.length > mostLinks) return { links: tooMany };
  return links.every((link) => /^https?:\/\/\S+\.\S+$/i.test(link)) ? {} : { links: writeLinks };
}

const required: Text = { de: 'Bitte ausfüllen.', en: 'Please fill this in.' };
const choose: Text = {
  de: 'Bitte wählen Sie eine der Möglichkeiten.',
  en: 'Please choose one of the options.',
};
const writeLinks: Text = {
  de: 'Schreiben Sie Adressen, die mit https:// beginnen, jede in eine eigene Zeile.',
  en: 'Write addresses that begin with https://, each on a line of its own.',
};
const tooMany: Text = { de: 'Bitte höchstens drei Links.', en: 'At most three links, please.' };
const tooLong = (most: number, is: number): Text => ({
  de: `Bitte kürzen Sie auf höchstens ${most} Zeichen; es sind ${is}.`,
  en: `Please shorten it to at most ${most} characters; it has ${is}.`,
});
