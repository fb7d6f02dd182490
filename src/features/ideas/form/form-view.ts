import { pleaseCheck } from '../../../core/at-field.ts';
import type { RoleDirectory } from '../../../core/ports/role-directory.ts';
import type { Reply } from '../../../core/reply.ts';
import { type Language, type Text, wordsIn } from '../../../core/text.ts';
import { scopeWords } from '../labels.ts';
import { scopes } from '../model.ts';
import { topics } from '../topics.ts';
import { type InputName, inputs, noUnit, type Typed } from './parse.ts';

type Choice = { readonly title: string; readonly value: string };

/** Card `ideas/form`. */
export type FormView = {
  /** The roles that the sentence asked for, when a sentence led here; the answer card would name the same. */
  readonly roles: readonly string[];
  /** Id of the draft that the form is for; the same form sent twice is the same draft. */
  readonly draft: string;
  /** "Zuständig: …", when a sentence led here. */
  readonly responsible?: string | undefined;
  readonly remark?: string | undefined;
  readonly value: Typed;
  /** Every field is named; those that are fine have no text. */
  readonly errors: Readonly<Record<string, string | undefined>>;
  readonly topics: readonly Choice[];
  readonly units: readonly Choice[];
  readonly scopes: readonly Choice[];
  /** Whether this person passes on what companies propose. */
  readonly company: boolean;
};

export type Filling = {
  readonly draft: string;
  readonly typed: Typed;
  readonly errors: Readonly<Partial<Record<InputName, Text>>>;
  readonly roles: readonly string[];
  readonly responsible?: string | undefined;
  readonly company: boolean;
};

/** The form with what has been filled in, and every error at its field. */
export function formReply(filling: Filling, directory: RoleDirectory, language: Language): Reply {
  const { draft, typed, errors, roles, responsible, company } = filling;
  const view: FormView = {
    roles,
    draft,
    responsible,
    remark: Object.keys(errors).length > 0 ? pleaseCheck[language] : undefined,
    value: typed,
    errors: Object.fromEntries(inputs.map((name) => [name, warned(errors[name], language)])),
    topics: topics.map(({ id, name }) => ({ title: name[language], value: id })),
    units: [
      { title: wordsIn(language)('Kein bestimmtes Amt', 'No office in particular'), value: noUnit },
      ...directory.units().map(({ id, name }) => ({
        title: `${directory.unitLabel(id, language)} · ${name[language]}`,
        value: id,
      })),
    ],
    scopes: scopes.map((id) => ({ title: scopeWords[id][language], value: id })),
    company,
  };
  return { card: 'ideas/form', data: view, summary: title[language], language };
}

const warned = (error: Text | undefined, language: Language): string | undefined =>
  error && `⚠ ${error[language]}`;

const title: Text = { de: 'Eine Idee einreichen', en: 'Submit an idea' };
