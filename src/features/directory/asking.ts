import { dayOf } from '../../core/day.ts';
import type { Ids } from '../../core/ports/ids.ts';
import { AlreadyExists, type Collection } from '../../core/ports/store.ts';
import type { Reply } from '../../core/reply.ts';
import type { Language } from '../../core/text.ts';
import type { TextTurn, Turn } from '../../core/turn.ts';
import type { Understand } from '../../language/understand.ts';
import { answerView } from './answer-view.ts';
import { askedAgain, type Gap, gapKey, newGap } from './gaps.ts';
import type { Memory } from './memory.ts';
import type { Directory } from './model.ts';
import type { Offer } from './next-step.ts';
import { choicesView } from './other-views.ts';
import { answerQuestion } from './question.ts';
import type { AnswerRef, LineView, NoneView } from './views.ts';

/** What answering needs. The directory and its understanding are read at every turn: they may have been reloaded. */
export type Asking = {
  readonly current: () => { readonly directory: Directory; readonly understand: Understand };
  readonly gaps: Collection<Gap>;
  readonly ids: Ids;
  readonly memory: Memory;
  readonly formFor?: FormFor | undefined;
  readonly offer?: Offer | undefined;
};

/** What a sentence asks for, when the task that answers it is usually followed by a request. */
export type Wish = {
  /** `request` of the task. */
  readonly type: string;
  readonly text: string;
  /** What the answer card would name. */
  readonly roles: readonly string[];
  /** "Zuständig: …" */
  readonly responsible: string;
};

/** The form for a wish, from the part that has forms; `undefined` when the sentence only asks who is responsible. */
export type FormFor = (wish: Wish, turn: Turn) => Reply | undefined;

/** Answers a question: a role with its people, choices, a friendly line, or an honest no. */
export async function answer(turn: TextTurn, asking: Asking): Promise<Reply> {
  const { directory, understand } = asking.current();
  const key = `${turn.conversationId} ${turn.actor.id}`;
  const asker = { unit: unitOf(turn, directory), previous: asking.memory.recall(key, turn.at) };
  const found = answerQuestion(turn.text, turn.language, asker, directory, understand);
  switch (found.kind) {
    case 'answer':
      asking.memory.remember(key, found.refs[0], turn.at);
      return (
        wishedForm(found.refs, turn, asking) ??
        roleReply(found.refs, turn, asking, found.unknownUnit, { text: turn.text })
      );
    case 'choices':
      return choicesReply(found.refs, turn, asking);
    case 'pleasantry':
      return lineReply(turn, asking.ids.next(), found.thanks);
    case 'none':
      asking.memory.forget(key);
      return noneReply(turn, asking);
    default:
      return found satisfies never;
  }
}

/** The form, when the sentence is a wish for what the answering role grants or does. */
function wishedForm(
  refs: readonly [AnswerRef, ...AnswerRef[]],
  turn: TextTurn,
  { current, formFor }: Asking,
): Reply | undefined {
  const role = current().directory.roles.find(({ id }) => id === refs[0].role);
  const request = role?.tasks.find(({ id }) => id === refs[0].task)?.request;
  if (!formFor || !role || !request) return undefined;
  const roles = [...new Set(refs.map((ref) => ref.role))];
  const name = role.name[turn.language];
  const responsible = turn.language === 'de' ? `Zuständig: ${name}` : `Responsible: ${name}`;
  return formFor({ type: request, text: turn.text, roles, responsible }, turn);
}

/** The answer card for what a button or a question led to; the honest no when the role is gone. */
export function roleReply(
  refs: readonly AnswerRef[],
  turn: Turn,
  { current, ids, offer }: Asking,
  unknownUnit?: string,
  more: { readonly answerId?: string; readonly thanks?: string; readonly text?: string } = {},
): Reply {
  const { directory } = current();
  const { language } = turn;
  const askerUnit = unitOf(turn, directory);
  const answerId = more.answerId ?? ids.next();
  const view = answerView(refs, {
    directory,
    language,
    day: dayOf(turn.at),
    answerId,
    askerUnit,
    unknownUnit,
    thanks: more.thanks,
    text: more.text,
    offer,
  });
  if (!view) return lineCard(gone[language], language, answerId);
  return { card: 'directory/answer', data: view, summary: `${view.lead}: ${view.roleName}`, language };
}

function choicesReply(refs: readonly AnswerRef[], { language }: Turn, { current, ids }: Asking): Reply {
  const view = choicesView(refs, current().directory, language, ids.next());
  const summary = language === 'de' ? 'Was davon meinen Sie?' : 'Which of these do you mean?';
  return { card: 'directory/choices', data: view, summary, language };
}

async function noneReply(turn: TextTurn, { gaps, ids }: Asking): Promise<Reply> {
  const key = gapKey(turn.text);
  if (!key) return lineCard(wordless[turn.language], turn.language, ids.next());
  const gapId = ids.of(key);
  await countGap(gaps, gapId, turn);
  return noneCard(gapId, ids.next(), turn.language);
}

/** The honest no, before and after the question was passed on. */
export function noneCard(gapId: string, answerId: string, language: Language, thanks?: string): Reply {
  const data: NoneView = { roles: [], answerId, gapId, examples: examples[language], thanks };
  const summary =
    language === 'de' ? 'Das regelt das IT-Rollenmodell nicht.' : 'The IT role model does not regulate this.';
  return { card: 'directory/none', data, summary, language };
}

async function countGap(gaps: Collection<Gap>, id: string, { text, language, at }: TextTurn): Promise<void> {
  const day = dayOf(at);
  const known = await gaps.get(id);
  try {
    if (!known) return void (await gaps.add(newGap(id, text, language, day)));
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
  await gaps.change(id, (gap) => askedAgain(gap, day));
}

function lineReply({ language, actor }: Turn, answerId: string, thanks: boolean): Reply {
  const name = actor.name ? ` ${actor.name}` : '';
  const line = thanks
    ? { de: 'Gern geschehen. Fragen Sie jederzeit wieder.', en: 'You are welcome. Ask me again any time.' }
    : {
        de: `Guten Tag${name}! Fragen Sie mich, wer für IT und Digitalisierung zuständig ist.`,
        en: `Hello${name}! Ask me who is responsible for IT and digital matters.`,
      };
  return lineCard(line[language], language, answerId);
}

const lineCard = (line: string, language: Language, answerId: string): Reply => {
  const data: LineView = { roles: [], answerId, line };
  return { card: 'directory/line', data, summary: line, language };
};

const unitOf = (turn: Turn, directory: Directory): string | undefined =>
  directory.persons.find((person) => person.teamsId?.toLowerCase() === turn.actor.id.toLowerCase())?.unit;

const gone = {
  de: 'Diese Rolle steht nicht mehr im Verzeichnis. Bitte fragen Sie noch einmal.',
  en: 'This role is no longer in the directory. Please ask again.',
};

/** "👍" and "???" ask nothing, so there is nothing to keep. */
const wordless = {
  de: 'Schreiben Sie mir Ihre Frage bitte in Worten, zum Beispiel „Wer ist mein IT-Beauftragter?“.',
  en: 'Please write your question in words, for example “Who is my IT officer?”.',
};

const examples = {
  de: ['Wer bewilligt einen EDV-Arbeitsplatz?', 'Mein Drucker druckt nicht', 'Wer ist mein IT-Beauftragter?'],
  en: ['Who approves a computer workplace?', 'My printer does not print', 'Who is my IT officer?'],
};
