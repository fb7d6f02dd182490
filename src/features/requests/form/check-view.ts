import { dayIn } from '../../../core/day.ts';
import type { Party } from '../../../core/party.ts';
import type { Reply } from '../../../core/reply.ts';
import { type Language, quoted, type Text, wordsIn } from '../../../core/text.ts';
import type { Matter } from '../actors.ts';
import { duties, originOf, stateOf } from '../labels.ts';
import type { Request, Surroundings } from '../model.ts';
import { namingOf } from '../reports/naming.ts';
import { type ExplainedStep, explainRoute } from '../route.ts';
import { type Split, splitText } from '../splitting.ts';
import { comparisons, type RequestType } from '../types/model.ts';
import { type Fact, factsBeside } from '../views/fields.ts';
import { type Call, callFor } from '../views/report.ts';
import { missedByDraft, missedText } from '../wish-date.ts';
import type { Draft } from './draft.ts';
import { type KnownView, knownViews } from './known.ts';

/** Card `requests/check`: what will be submitted, and the way it will take. */
export type CheckView = {
  readonly roles: readonly string[];
  readonly draft: string;
  readonly type: string;
  readonly title: string;
  readonly subtitle: string;
  readonly facts: readonly Fact[];
  readonly steps: readonly {
    readonly number: string;
    readonly title: string;
    readonly text: string;
    readonly rule?: string | undefined;
  }[];
  readonly until: string;
  readonly notes: readonly string[];
  /** Open requests that may be for the same thing. */
  readonly similar: readonly string[];
  /** Open reports of the same thing, which can be joined instead. */
  readonly known: readonly KnownView[];
  /** Whom to call, where all stands still. */
  readonly call?: Call | undefined;
  readonly words: { readonly way: string; readonly similar: string; readonly submit: string };
};

export type Checking = {
  readonly draft: Draft;
  readonly type: RequestType;
  readonly matter: Matter & { readonly colleague?: Party | undefined };
  readonly context: Surroundings;
  readonly similar: readonly Request[];
  /** Others that it may be a part with. */
  readonly split?: Split | undefined;
  readonly known: readonly Request[];
  readonly asker: string;
  /** What the person has sent; it goes along. */
  readonly files?: readonly { readonly name: string }[] | undefined;
};

export function checkReply(checking: Checking, language: Language): Reply {
  const { draft, type, matter, context, similar, split, known, asker, files = [] } = checking;
  const way = explainRoute(type, matter, context);
  const title = titleOf(draft.fields, type, language);
  const missed = missedByDraft(
    type,
    draft.fields,
    way.map(({ step }) => step),
    context,
  );
  const view: CheckView = {
    roles: draft.roles,
    draft: draft.id,
    type: type.id,
    title,
    subtitle: [
      type.name[language],
      context.directory.unitLabel(draft.unit, language),
      ...(matter.colleague ? [forWhom(matter.colleague.name)[language]] : []),
      ...originOf(draft, language),
    ].join(' · '),
    facts: factsBeside(draft.fields, type, context.directory, language),
    steps: way.map((step, at) => stepLine(step, at, language)),
    until: untilOf(way, type, language),
    notes: [
      ...(missed ? [missedText(missed, language)] : []),
      ...(split ? [splitText(split, language)] : []),
      ...(matter.colleague ? [toldAtOnce(matter.colleague.name)[language]] : []),
      ...notesOf(way, language),
      ...openQuestions(type, draft, language),
      ...filesNote(files, language),
    ],
    known: knownViews(known, type, asker, context.directory, language),
    call: matter.priority?.alarm && way[0] ? callFor(way[0].step, context, language) : undefined,
    words: wordsOf(type, language),
    similar: similar.map((one) => `${one.id} · ${one.title} · ${stateOf(one)[language]}`),
  };
  const summary = wordsIn(language)(`Bitte prüfen: ${title}`, `Please check: ${title}`);
  return { card: 'requests/check', data: view, summary, language };
}

/** What a request is called: its subject. */
export const titleOf = (fields: Draft['fields'], type: RequestType, language: Language): string =>
  String(fields.subject ?? type.name[language]);

function stepLine({ step, name, who, because, rule }: ExplainedStep, at: number, language: Language) {
  const names = who.slice(0, 3).map(({ person, onBehalfOf }) => {
    if (!onBehalfOf) return person.name;
    if (step.partner ?? step.enteredBy)
      return wordsIn(language)(`eingetragen von ${person.name}`, `entered by ${person.name}`);
    return wordsIn(language)(`${person.name} (i. V.)`, `${person.name} (acting)`);
  });
  const nobody = wordsIn(language)(
    'zurzeit niemand; 10.50 wird informiert',
    'nobody at present; 10.50 will be told',
  );
  return {
    number: `${at + 1}.`,
    title: `${name[language]} · ${(step.name ?? duties[step.duty])[language]}`,
    text: `${names.join(', ') || nobody} – ${because[language]}`,
    rule: rule && (step.rule ? rule.passage[language] : ofRoleModel(rule.passage)[language]),
  };
}

const ofRoleModel = (passage: Text): Text => ({
  de: `IT-Rollenmodell: ${passage.de}`,
  en: `IT role model: ${passage.en}`,
});

function untilOf(
  way: readonly ExplainedStep[],
  type: Pick<RequestType, 'report'>,
  language: Language,
): string {
  const last = way.at(-1)?.dueDay;
  if (!last) return '';
  const day = dayIn(language, last);
  const { the, done } = namingOf(type);
  return wordsIn(language)(
    `Halten alle ihre Frist ein, ist ${the.de} bis zum ${day} ${done.de}.`,
    `If every step takes its whole time, ${the.en} is ${done.en} by ${day} at the latest.`,
  );
}

const forWhom = (name: string): Text => ({ de: `für ${name}`, en: `for ${name}` });

const toldAtOnce = (name: string): Text => ({
  de: `${name} erfährt sofort von diesem Antrag, sieht ihn unter „Meine Anträge“ und kann widersprechen.`,
  en: `${name} is told of this request at once, sees it among “My requests” and may object.`,
});

function wordsOf(type: Pick<RequestType, 'report'>, language: Language): CheckView['words'] {
  const t = wordsIn(language);
  return type.report
    ? {
        way: t('So geht es weiter', 'What happens next'),
        similar: t('Von Ihnen ist schon offen:', 'You have reported already:'),
        submit: t('Melden', 'Report'),
      }
    : {
        way: t('Ihr Antrag geht diesen Weg', 'Your request goes through these steps'),
        similar: t(
          'Gibt es das schon? Diese offenen Anträge klingen ähnlich:',
          'Does this exist already? These open requests sound alike:',
        ),
        submit: t('Einreichen', 'Submit'),
      };
}

const notesOf = (way: readonly ExplainedStep[], language: Language): readonly string[] =>
  way.flatMap(({ step }) => (step.note ? [step.note[language]] : []));

/** What goes along, and how it does not. */
function filesNote(files: readonly { readonly name: string }[], language: Language): readonly string[] {
  if (files.length === 0) return [];
  const names = files.map(({ name }) => quoted(name, language)).join(', ');
  return [
    wordsIn(language)(
      `Mit dabei: ${names}. Nicht gewünscht? „Dateien verwerfen“ löscht, was Sie geschickt haben.`,
      `Goes along: ${names}. Not wanted? “Discard files” deletes what you sent.`,
    ),
  ];
}

/** What was left empty although the way depends on it. */
function openQuestions(type: RequestType, { fields }: Draft, language: Language): readonly string[] {
  const asked = new Set(type.route.flatMap(({ when }) => comparisons(when)).flatMap(({ field }) => field));
  return type.fields
    .filter(({ id, kind }) => kind === 'money' && asked.has(id) && fields[id] === undefined)
    .map(({ label }) => withoutAmount(label)[language]);
}

const withoutAmount = (label: Text): Text => ({
  de: `„${label.de}“ ist leer. Ohne Betrag kann 10.50 nicht bewilligen; eine Schätzung genügt.`,
  en: `“${label.en}” is empty. Without an amount 10.50 cannot approve; an estimate will do.`,
});
