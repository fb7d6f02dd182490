import { pleaseCheck } from '../../../core/at-field.ts';
import { enteredNumber } from '../../../core/entered.ts';
import type { RoleDirectory } from '../../../core/ports/role-directory.ts';
import type { Reply } from '../../../core/reply.ts';
import { type Language, type Text, wordsIn } from '../../../core/text.ts';
import type { Field, RequestType } from '../types/model.ts';
import type { KnownView } from './known.ts';
import { colleagueInput, inputName, numberRule, rangeOf, unitInput } from './parse.ts';

type Choice = { readonly title: string; readonly value: string };

/** One input of the form; exactly one of the flags is true and says which kind it is. */
export type InputView = {
  readonly name: string;
  /** Heading above it. */
  readonly section?: string | undefined;
  readonly label: string;
  readonly help: string;
  /** As it was typed; of a number field the number, as far as it is one. */
  readonly value: string | number;
  /** Of numbers: the smallest, the greatest, and the rule in words. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly rule?: string | undefined;
  readonly required: boolean;
  readonly longest: number;
  readonly error?: string | undefined;
  readonly choices: readonly Choice[];
  readonly isLine: boolean;
  readonly isText: boolean;
  readonly isNumber: boolean;
  readonly isDate: boolean;
  readonly isChoice: boolean;
  readonly isToggle: boolean;
};

/** Card `requests/form`. */
export type FormView = {
  /** The roles that the sentence asked for, when a sentence led here; the answer card would name the same. */
  readonly roles: readonly string[];
  readonly title: string;
  readonly description: string;
  readonly type: string;
  /** Id of the draft that the form is for; the same form sent twice is the same draft. */
  readonly draft: string;
  /** Request that is changed or taken up again. */
  readonly request: string;
  readonly form: string;
  /** "Zuständig: …", when a sentence led here. */
  readonly responsible?: string | undefined;
  readonly remark?: string | undefined;
  readonly question?: string | undefined;
  /** Open reports of the same thing, which can be joined instead. */
  readonly known: readonly KnownView[];
  readonly inputs: readonly InputView[];
  /** Set when the form changes a request that was returned: the answer to the question. */
  readonly noteLabel?: string | undefined;
  readonly note: string;
  readonly submit: string;
};

export type Filling = {
  readonly type: RequestType;
  readonly typed: Readonly<Record<string, string>>;
  readonly unit: string;
  readonly errors: Readonly<Record<string, Text>>;
  readonly roles: readonly string[];
  readonly draft: string;
  readonly responsible?: string | undefined;
  readonly remark?: string | undefined;
  readonly known?: readonly KnownView[] | undefined;
  /** The answer as it was typed. */
  readonly note?: string | undefined;
  /** The request that is changed (`change`) or taken up again (`resubmit`). */
  readonly of?: {
    readonly id: string;
    readonly form: 'change' | 'resubmit';
    readonly question?: string | undefined;
  };
};

/** The form of a request type with what has been filled in, and every error at its field. */
export function formReply(filling: Filling, directory: RoleDirectory, language: Language): Reply {
  const { type, of } = filling;
  const title = type.name[language];
  const view: FormView = {
    roles: filling.roles,
    title: of ? `${of.id}: ${title}` : title,
    description: type.description[language],
    type: type.id,
    draft: filling.draft,
    request: of?.id ?? '',
    form: of?.form ?? '',
    responsible: filling.responsible,
    remark: Object.keys(filling.errors).length > 0 ? pleaseCheck[language] : filling.remark,
    question: of?.question,
    known: filling.known ?? [],
    inputs: [
      ...type.fields.map((field) => inputView(field, filling, directory, language)),
      ...(of?.form === 'change'
        ? []
        : [
            unitView(filling, directory, language),
            ...(type.forColleague ? [colleagueView(filling, language)] : []),
          ]),
    ],
    noteLabel: of?.form === 'change' ? (of.question ? answerLabel : changeLabel)[language] : undefined,
    note: filling.note ?? '',
    submit: (of?.form === 'change'
      ? of.question
        ? sendAnswer
        : sendChange
      : type.report
        ? goOnReporting
        : goOn)[language],
  };
  return { card: 'requests/form', data: view, summary: title, language };
}

const answerLabel: Text = { de: 'Antwort auf die Rückfrage', en: 'Answer to the question' };
const changeLabel: Text = {
  de: 'Was ändert sich und warum? Wer schon entschieden hat, wird bei wichtigen Änderungen noch einmal gefragt.',
  en: 'What changes and why? Whoever has decided is asked again when something important changes.',
};
const sendChange: Text = { de: 'Änderung absenden', en: 'Send change' };
const sendAnswer: Text = { de: 'Antwort und Änderung absenden', en: 'Send answer and change' };
const goOnReporting: Text = { de: 'Weiter: Angaben prüfen', en: 'Next: review' };
const goOn: Text = { de: 'Weiter: Weg und Angaben prüfen', en: 'Next: review' };

function inputView(field: Field, filling: Filling, directory: RoleDirectory, language: Language): InputView {
  const choices = choicesOf(field, directory, language);
  const isChoice = choices.length > 0;
  return {
    name: inputName(field.id),
    section: field.section?.[language],
    label: field.label[language],
    help: field.help?.[language] ?? '',
    value: filling.typed[field.id] ?? '',
    ...(field.kind === 'number' ? numberView(field, filling, language) : {}),
    required: field.required,
    longest: field.longest ?? 1000,
    error: warned(filling.errors[field.id], language),
    choices,
    isLine: !isChoice && ['text', 'money', 'link', 'person', 'application', 'unit'].includes(field.kind),
    isText: field.kind === 'long-text',
    isNumber: field.kind === 'number',
    isDate: field.kind === 'date',
    isChoice,
    isToggle: field.kind === 'yes-no',
  };
}

/** Phones refuse a card with a text where a number belongs: what is no number cannot be shown again. */
function numberView(field: Field, { typed }: Filling, language: Language) {
  const number = enteredNumber(typed[field.id]);
  const value = number === undefined || Number.isNaN(number) ? '' : number;
  return { value, ...rangeOf(field), rule: numberRule(field)[language] };
}

function choicesOf(field: Field, directory: RoleDirectory, language: Language): readonly Choice[] {
  if (field.kind === 'choice')
    return (field.choices ?? []).map(({ id, label }) => ({ title: label[language], value: id }));
  if (field.kind === 'application')
    return directory.applications().map(({ id, name }) => ({ title: name, value: id }));
  return field.kind === 'unit' ? unitChoices(directory, language) : [];
}

const unitChoices = (directory: RoleDirectory, language: Language): readonly Choice[] =>
  directory.units().map(({ id, name }) => {
    const label = directory.unitLabel(id, language);
    return { title: `${label} · ${name[language]}`, value: id };
  });

function unitView(filling: Filling, directory: RoleDirectory, language: Language): InputView {
  return {
    name: unitInput,
    section: undefined,
    label: wordsIn(language)('Für welches Amt?', 'For which office?'),
    help: '',
    value: filling.unit,
    required: true,
    longest: 20,
    error: warned(filling.errors[unitInput], language),
    choices: unitChoices(directory, language),
    isLine: false,
    isText: false,
    isNumber: false,
    isDate: false,
    isChoice: true,
    isToggle: false,
  };
}

function colleagueView(filling: Filling, language: Language): InputView {
  return {
    name: colleagueInput,
    section: undefined,
    label: colleagueLabel[language],
    help: colleagueHelp[language],
    value: filling.typed[colleagueInput] ?? '',
    required: false,
    longest: 200,
    error: warned(filling.errors[colleagueInput], language),
    choices: [],
    isLine: true,
    isText: false,
    isNumber: false,
    isDate: false,
    isChoice: false,
    isToggle: false,
  };
}

const colleagueLabel: Text = {
  de: 'Für jemand anderen? (freiwillig)',
  en: 'For somebody else? (optional)',
};
const colleagueHelp: Text = {
  de: 'Name wie im Verzeichnis; die Person erfährt es sofort',
  en: 'Name as in the directory; they are told at once',
};

const warned = (error: Text | undefined, language: Language): string | undefined =>
  error && `⚠ ${error[language]}`;
