import { isPrivate } from '../../core/audience.ts';
import { dayOf } from '../../core/day.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type { Collection } from '../../core/ports/store.ts';
import type { Reply } from '../../core/reply.ts';
import type { TextTurn, Turn } from '../../core/turn.ts';
import type { Side } from '../../language/learned/labels.ts';
import { answerView } from './answer-view.ts';
import type { Term } from './changes/terms.ts';
import type { Finding } from './finding.ts';
import { countGap, type Gap, type GapCount } from './gaps.ts';
import { type ListAsked, listView } from './lists.ts';
import { personSignedIn } from './lookup.ts';
import { type Memory, memoryKey } from './memory.ts';
import type { Directory } from './model.ts';
import type { Offer } from './next-step.ts';
import { commandFor } from './own-matters.ts';
import type { Partner } from './partners.ts';
import { rememberedOf } from './remembered.ts';
import {
  choicesReply,
  goneReply,
  lineReply,
  noneReply,
  ownLine,
  partnerReply,
  wordlessReply,
} from './replies.ts';
import type { AnswerRef } from './views.ts';
import { answerNamed, type NamedKnowledge } from './with-names.ts';

/** What answering needs. The directory and its understanding are read at every turn: they may have been reloaded. */
export type Asking = {
  readonly current: (day: string) => NamedKnowledge;
  readonly partners: () => readonly Partner[];
  readonly gaps: Collection<Gap>;
  /** How often there was no answer, by topic: no words are kept. */
  readonly counts: Collection<GapCount>;
  readonly ids: Ids;
  readonly memory: Memory;
  readonly formFor?: FormFor | undefined;
  readonly offer?: Offer | undefined;
  /** Who had which role from when until when, as far as it is known. */
  readonly terms?: ((directory: Directory) => readonly Term[]) | undefined;
  /** Answers words as if the person had typed them. */
  readonly say?: ((turn: TextTurn) => Promise<Reply>) | undefined;
};

/** What a sentence asks for, when the task that answers it is usually followed by a request. */
export type Wish = {
  /** `request` of the task, or the type that the sentence wishes for. */
  readonly type: string;
  readonly text: string;
  /** What the answer card would name. */
  readonly roles: readonly string[];
  /** The reading is sure that it is a wish of this type; else the form decides by the words. */
  readonly isCertain?: boolean | undefined;
  /** "Zuständig: …", which the form says in place of the answer. */
  readonly responsible?: string | undefined;
};

/** The form for a wish, from the part that has forms; `undefined` when the sentence only asks who is responsible. */
export type FormFor = (wish: Wish, turn: Turn) => Promise<Reply | undefined>;

/** Answers a text: a role with its people, a form, a function of Lotse, choices, a friendly line, or an honest no. */
export async function answer(turn: TextTurn, asking: Asking): Promise<Reply> {
  const known = asking.current(dayOf(turn.at));
  const { directory, understand } = known;
  const key = memoryKey(turn);
  const before = await asking.memory.recall(key, turn.at);
  const form = await titledForm(turn, asking);
  if (form) return form;
  const asker = { unit: unitOf(turn, directory), before, day: dayOf(turn.at) };
  const knowledge = { ...known, partners: asking.partners() };
  const found = answerNamed(turn.text, turn.language, asker, knowledge);
  const kept = rememberedOf(found, understand(turn.text, turn.language), before);
  if (kept) asking.memory.remember(key, kept, turn.at);
  return replyTo(found, turn, asking);
}

async function replyTo(found: Finding, turn: TextTurn, asking: Asking): Promise<Reply> {
  switch (found.kind) {
    case 'answer':
      return (
        (await wishedForm(found, turn, asking)) ??
        roleReply(found.refs, turn, asking, { ...found, side: found.on?.side, text: turn.text })
      );
    case 'choices':
      return choicesReply(found.refs, found.others, turn, asking);
    case 'list':
      return listReply(found.list, turn, asking);
    case 'own':
      return ownReply(found.label, turn, asking);
    case 'pleasantry':
      return lineReply(turn, asking.ids.next(), found.thanks);
    case 'partner':
      await countGap(asking.counts, `partner:${found.ids[0]}`, dayOf(turn.at));
      return partnerReply(found, turn, asking);
    case 'none':
      return honestNo(found.understood, turn, asking);
    default:
      return found satisfies never;
  }
}

/** A form's own title opens it: "Störung melden". */
async function titledForm(turn: TextTurn, { formFor }: Asking): Promise<Reply | undefined> {
  if (!isPrivate(turn)) return undefined;
  return formFor?.({ type: '', text: turn.text, roles: [] }, turn);
}

/**
 * The form, when the sentence is a wish for what the answering role grants or does. A form is one person's: where others
 * read along the answer says whose matter it is.
 */
async function wishedForm(
  { refs, wish, rest, subject, on }: Extract<Finding, { kind: 'answer' }>,
  turn: TextTurn,
  { current, formFor }: Asking,
): Promise<Reply | undefined> {
  if (!formFor || rest !== undefined || !isPrivate(turn)) return undefined;
  const roles = [...new Set(refs.map((ref) => ref.role))];
  const { roles: known } = current(dayOf(turn.at)).directory;
  const role = known.find(({ id }) => id === refs[0].role);
  const named = role?.name[turn.language];
  const responsible = named && `${turn.language === 'de' ? 'Zuständig' : 'Responsible'}: ${named}`;
  const text = on?.side === 'request' ? (subject ?? '') : turn.text;
  if (wish !== undefined) return formFor({ type: wish, text, roles, responsible, isCertain: true }, turn);
  const request = role?.tasks.find(({ id }) => id === refs[0].task)?.request;
  return request === undefined
    ? undefined
    : formFor({ type: request, text: turn.text, roles, responsible }, turn);
}

const emergencyRef: AnswerRef = { role: 'kgrz', task: 'user-support', number: true };

function listReply(list: ListAsked, turn: TextTurn, { current }: Asking): Reply {
  const { language } = turn;
  const view = listView(list, current(dayOf(turn.at)).directory, language, dayOf(turn.at));
  return { card: 'directory/list', data: view, summary: view.title, language, anywhere: true };
}

/** A function of Lotse: by its command where it has one, else with a line. */
async function ownReply(label: string, turn: TextTurn, asking: Asking): Promise<Reply> {
  if (label === 'own:emergency')
    return roleReply([emergencyRef], turn, asking, { isUrgent: true, text: turn.text });
  const command = commandFor[label]?.[turn.language];
  if (command !== undefined && asking.say) return asking.say({ ...turn, text: command });
  return ownLine(label, turn, asking.ids.next());
}

/** Says no, and counts the topic; the words are only kept when the person passes the question on. */
async function honestNo(understood: boolean, turn: TextTurn, asking: Asking): Promise<Reply> {
  if (!/[\p{L}\p{N}]/u.test(turn.text)) return wordlessReply(turn, asking.ids.next());
  await countGap(asking.counts, understood ? 'not-regulated' : 'not-understood', dayOf(turn.at));
  return noneReply({ understood, question: turn.text }, turn, asking.ids.next());
}

/** What else a card shows beside the answer. */
export type More = {
  readonly answerId?: string | undefined;
  readonly thanks?: string | undefined;
  readonly text?: string | undefined;
  readonly unknownUnit?: string | undefined;
  readonly isShared?: boolean | undefined;
  readonly isUrgent?: boolean | undefined;
  readonly rest?: string | undefined;
  readonly side?: Side | undefined;
};

/** The answer card for what a button or a question led to; the honest no when the role is gone. */
export function roleReply(
  refs: readonly AnswerRef[],
  turn: Turn,
  { current, ids, offer, terms }: Asking,
  more: More = {},
): Reply {
  const { directory } = current(dayOf(turn.at));
  const { language } = turn;
  const answerId = more.answerId ?? ids.next();
  const view = answerView(refs, {
    ...more,
    directory,
    language,
    day: dayOf(turn.at),
    answerId,
    askerUnit: unitOf(turn, directory),
    offer,
    terms: terms?.(directory),
  });
  if (!view) return goneReply(language, answerId);
  return {
    card: 'directory/answer',
    data: view,
    summary: `${view.lead}: ${view.roleName}`,
    language,
    anywhere: true,
  };
}

export const unitOf = (turn: Turn, directory: Directory): string | undefined =>
  personSignedIn(directory, turn.actor.id)?.unit;
