import { z } from 'zod';
import { firstWrite } from '../../../case/cases.ts';
import { createdOnce } from '../../../case/create.ts';
import { type ErrorsAt, errorsAt, type Wrong } from '../../../core/at-field.ts';
import type { Party } from '../../../core/party.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { Reply } from '../../../core/reply.ts';
import { wordsIn } from '../../../core/text.ts';
import type { TextTurn, Turn } from '../../../core/turn.ts';
import { contextAt, viewerOf } from '../board/desk.ts';
import { type Proposed, proposed } from './acts/propose.ts';
import type { TopicDesk } from './desk.ts';
import { lastDayLine } from './labels.ts';
import { topicCollection } from './model.ts';
import { mayDemand, proposesAs } from './policy.ts';
import { mayNotPropose } from './refusals.ts';

/** Card `beirat/topic-form`. */
export type TopicFormView = {
  readonly roles: readonly [];
  readonly form: string;
  readonly intro: string;
  readonly title: string;
  readonly text: string;
  readonly presents: string;
  /** The viewer may demand a meeting about it, and whether they do. */
  readonly mayDemand: boolean;
  readonly demands: string;
  readonly errors: ErrorsAt<TopicField>;
};

/** Fields at which something can be wrong, by the refusal that says so. */
const fieldOf: Readonly<Record<string, TopicField>> = {
  'topic-title': 'title',
  'topic-only-demand': 'demands',
};
type TopicField = 'title' | 'demands';

/** A refusal as what is wrong at a field; nothing where it is about none. */
export function wrongField({ code, text }: Refusal): Wrong<TopicField> | undefined {
  const field = fieldOf[code];
  return field && { field, text };
}

const word = (most: number) => z.string().max(most).trim().catch('');
const ticked = z
  .union([z.boolean(), z.string()])
  .transform((value) => value === true || value === 'true' || value === 'yes')
  .catch(false);
const Entered = z.object({
  form: z
    .string()
    .regex(/^[\w-]{1,60}$/)
    .catch(''),
  title: word(160),
  text: word(1500),
  presents: ticked,
  demands: ticked,
});
export type Entered = z.infer<typeof Entered>;
export const readTopic = (data: unknown): Entered => Entered.parse(data);

/** The form of a new topic. @throws {Refusal} when the rules give no right to */
export async function openTopicForm(
  desk: TopicDesk,
  turn: Turn,
  entered: Partial<Entered> = {},
  wrong: readonly Wrong<TopicField>[] = [],
): Promise<Reply> {
  const { language } = turn;
  const context = { ...contextAt(desk, turn.at), agendas: await desk.agendas() };
  if (!proposesAs(viewerOf(turn, desk).id, context)) throw mayNotPropose();
  const title = wordsIn(language)('Thema für den Beirat vorschlagen', 'Propose a topic for the board');
  const view: TopicFormView = {
    roles: [],
    form: entered.form || desk.newId(),
    intro: lastDayLine(context, language),
    title: entered.title ?? '',
    text: entered.text ?? '',
    presents: String(entered.presents ?? false),
    mayDemand: mayDemand(viewerOf(turn, desk).id, context),
    demands: String(entered.demands ?? context.rules.topics.by === 'nobody'),
    errors: errorsAt(['title', 'demands'], wrong, language),
  };
  return { card: 'beirat/topic-form', data: view, summary: title, language };
}

/** Takes a filled-in form: back with what is wrong, or on to the topic. */
export async function sendTopic(desk: TopicDesk, turn: Turn, data: unknown): Promise<Reply> {
  const entered = readTopic(data);
  try {
    const id = await created(desk, viewerOf(turn, desk), entered, turn.at);
    const { id: party } = viewerOf(turn, desk);
    const added = await desk.kept?.addWaiting(turn, id);
    const remark = [thanks, added].flatMap((text) => text?.[turn.language] ?? []).join(' ');
    return await desk.topics.show(turn, id, party ? { remark } : {});
  } catch (error) {
    const wrong = error instanceof Refusal ? wrongField(error) : undefined;
    if (!wrong) throw error;
    return openTopicForm(desk, turn, entered, [wrong]);
  }
}

const thanks = {
  de: 'Danke. Die Geschäftsführung weiß Bescheid; Sie erfahren, was aus dem Thema wird.',
  en: 'Thank you. The board’s office knows; you will hear what becomes of the topic.',
};

const typed =
  /^\s*(?:(?:ein )?(?:thema|tagesordnungspunkt)(?: für (?:den beirat|die tagesordnung))? vorschlagen|themenvorschlag|propose an? (?:topic|agenda item)(?: for the (?:board|agenda))?)(?:[\s.!?]*$|\s*:\s*(?<said>\S.*)$)/is;

export const isProposing = (text: string): boolean => typed.test(text);
export const proposesAtOnce = (text: string): boolean => Boolean(typed.exec(text)?.groups?.said);

const typedDemands =
  /^\s*(?:(?:eine )?(?:beirats)?sitzung (?:des beirats )?(?:verlangen|beantragen)|demand an? (?:board )?meeting|demand a meeting of the board)(?:[\s.!?]*$|\s*:\s*(?<said>\S.*)$)/is;

export const isDemanding = (text: string): boolean => typedDemands.test(text);
export const demandsAtOnce = (text: string): boolean => Boolean(typedDemands.exec(text)?.groups?.said);

/** "Thema vorschlagen: Datenplattform: Wer darf sie nutzen?": title and, behind a colon, what it is about. */
export const typedTopic = (desk: TopicDesk, turn: TextTurn): Promise<Reply> =>
  asTyped(desk, turn, typed.exec(turn.text)?.groups?.said ?? '', false);

/** "Sitzung verlangen: Datenplattform: Wer darf sie nutzen?" */
export const typedDemand = (desk: TopicDesk, turn: TextTurn): Promise<Reply> =>
  asTyped(desk, turn, typedDemands.exec(turn.text)?.groups?.said ?? '', true);

function asTyped(desk: TopicDesk, turn: TextTurn, said: string, demands: boolean): Promise<Reply> {
  if (!said) return openTopicForm(desk, turn, demands ? { demands } : {});
  const [title = '', ...more] = said.split(/:\s+/);
  // The same message delivered twice is one topic.
  const form = desk.digest(JSON.stringify(['topic', turn.id, turn.actor.id, turn.text])).slice(0, 40);
  return sendTopic(desk, turn, {
    form,
    title: title.trim().slice(0, 160),
    text: more.join(': ').slice(0, 1500),
    demands,
  });
}

/** Creates a topic, once for each form. @returns its id */
export function created(desk: TopicDesk, by: Party, entered: Entered, at: string): Promise<string> {
  const context = contextAt(desk, at);
  const topic: Proposed = entered;
  if (!proposesAs(by.id, context)) throw mayNotPropose();
  const sending = { form: entered.form || desk.newId(), by: by.id, at };
  const make = (number: string) => {
    const { doc, also = [] } = firstWrite(desk.topics.type, proposed(number, topic, by, context), context);
    return [{ collection: topicCollection, doc: { ...doc } }, ...also];
  };
  // What is wrong is said before a number is given.
  make('TV-0-0');
  return createdOnce(desk.forms, { letter: 'TV', counter: 'topics' }, sending, make);
}
