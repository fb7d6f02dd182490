import { type FileLimits, usualLimits } from '../../core/files/sent.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Encounters } from '../../core/ports/encounters.ts';
import type { Log } from '../../core/ports/log.ts';
import type { Memories, ShortMemory } from '../../core/ports/short-memory.ts';
import { createProcessMemory } from '../../core/process-memory.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Reply } from '../../core/reply.ts';
import type { Shown } from '../../core/shown.ts';
import type { Language } from '../../core/text.ts';
import type { Actor, Turn } from '../../core/turn.ts';
import { type Answering, createAnswering, TooBusy } from './answering.ts';
import { type BotIdentity, botFrameworkAuthority, identify, type TokenAuthority } from './authentication.ts';
import { openingDialogs } from './dialog.ts';
import { createEndorsedKeys } from './endorsed-keys.ts';
import { createExtending, type Extension } from './extension.ts';
import { announcedIn, createLoading } from './files.ts';
import { type GatePolicy, gate } from './gate.ts';
import { expectsReplies, Incoming } from './incoming.ts';
import type { Lanes } from './lanes.ts';
import { createNoting, type Noting } from './note.ts';
import {
  type Answer,
  begunMinutes,
  createOnce,
  createSharedOnce,
  deliveryKey,
  deliveryMinutes,
  isAnsweredElsewhere,
} from './once.ts';
import type { Pace } from './pace.ts';
import { cardResponse, messageResponse, replyInResponse, sendCard } from './send.ts';
import { createTargeted } from './targeted.ts';
import { type Meaning, meaningOf } from './to-turn.ts';
import type { Caller, Transport } from './transport.ts';
import { createVerdicts } from './verdicts.ts';

/** An HTTP request to the bot, as far as the door is concerned. */
export type Delivery = {
  readonly body: unknown;
  /** The `Authorization` header, or an empty string. */
  readonly authorization: string;
  readonly remoteAddress: string;
};

/** Who speaks inside. Neither function throws. */
export type Speaker = {
  answer(turn: Turn): Promise<Shown>;
  refuse(refusal: Refusal, language: Language): Shown;
};

export type TeamsParts = {
  readonly transport: Transport;
  readonly identity: BotIdentity;
  readonly policy: GatePolicy;
  readonly speaker: Speaker;
  /** What is behind the message extension and dialogs. */
  readonly extension?: Extension | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** Verbs whose buttons open a dialog; none where the channel has no dialogs. */
  readonly opensDialog?: ReadonlySet<string> | undefined;
  /** Whether the channel can show something to one person in a group. */
  readonly canTarget?: boolean | undefined;
  /** Writes to somebody's own chat. @returns whether it arrived */
  readonly writeTo?: ((actor: Actor, reply: Reply) => Promise<boolean>) | undefined;
  /** What of files that people send is loaded. */
  readonly limits?: FileLimits | undefined;
  /** Milliseconds that loading them may take; tests are less patient. */
  readonly loadWithin?: number | undefined;
  /** Who remembers where people are reached and what messages show. */
  readonly encounters?: Encounters | undefined;
  /** Shared with the messenger: operations on one conversation must not overlap. */
  readonly inLane?: Lanes | undefined;
  /** Shared with the messenger: answers count against the limits too. */
  readonly pace?: Pace | undefined;
  /** What instances that share their data remember together; without it this process remembers by itself. */
  readonly memories?: Memories | undefined;
  readonly authority?: TokenAuthority | undefined;
  /** How long a delivery waits for its answer to be sent, in milliseconds; tests are less patient. */
  readonly answerWithin?: number | undefined;
  /** @param ms milliseconds between two tries; tests do not wait */
  readonly wait?: ((ms: number) => Promise<unknown>) | undefined;
};

const usualAnswerWithin = 10_000;
/** An edited question changes its answer so long, in minutes; and an installation is one for so long. */
const answersKept = 24 * 60;
const greetedKept = 10;

/** Takes deliveries of the Bot Framework: token, own gate, activity → turn → card → activity. */
export type TeamsDoor = {
  receive(delivery: Delivery): Promise<Answer>;
  /** Waits for the answers that are still being sent after their deliveries were answered. */
  settled(): Promise<void>;
};

/** What is remembered between turns; all of it may be forgotten without harm. */
type Memory = {
  /** Conversations and teams that were greeted. */
  readonly greeted: ShortMemory;
  /** Message that answered a question, by conversation and question. */
  readonly answers: ShortMemory;
};

export function createTeamsDoor(parts: TeamsParts): TeamsDoor {
  const { transport, identity, policy, clock, log, authority = botFrameworkAuthority } = parts;
  const isEndorsed = createEndorsedKeys(authority.metadataUrl, 'msteams');
  const verdicts = createVerdicts<Caller>();
  const checking = { transport, identity, authority, isEndorsed, verdicts };
  const once = createOnce();
  const { memories } = parts;
  const together =
    memories && createSharedOnce(memories('delivery', deliveryMinutes), memories('begun', begunMinutes));
  const answering = createAnswering(parts);
  const handle = createHandler(answering, parts);
  const extending = createExtending(parts.extension, log);

  return {
    settled: answering.settled,
    async receive({ body, authorization, remoteAddress }) {
      const activity = Incoming.safeParse(body).data;
      if (!activity) return problem(400, 'not-an-activity', 'The body is not a Bot Framework activity.');
      const identified = await identify(checking, activity, authorization, clock.now().getTime());
      if ('failed' in identified) {
        logRefusal(log, identified.failed, identified.error);
        return identified.failed === 'unauthorized'
          ? problem(401, 'unauthorized', 'The token is missing or not valid for this bot.')
          : problem(503, 'keys-unavailable', 'The signing keys cannot be loaded. Try again.');
      }
      const denial = gate(policy, activity, remoteAddress);
      if (denial) {
        log.warn('activity-refused', { code: denial.code, type: activity.type, id: activity.id });
        return problem(denial.status, denial.code, denial.message);
      }
      const [key, now] = [deliveryKey(activity), clock.now()];
      const handleIt = () => extending(activity, now.toISOString()) ?? handle(activity, identified.caller);
      return once(key, now, () =>
        together && isAnsweredElsewhere(activity) ? together(key, now, handleIt) : handleIt(),
      );
    },
  };
}

/** Anybody can send a bad token: one line each, without a stack. An outage is worth more. */
function logRefusal(log: Log, code: string, error: unknown): void {
  if (code === 'keys-unavailable') log.error('token-not-checked', { code, error });
  else log.warn('token-refused', { code, reason: error instanceof Error ? error.message : String(error) });
}

const problem = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { code, message } },
});

type Handler = (activity: Incoming, caller: Caller) => Promise<Answer>;

function createHandler(answering: Answering, parts: TeamsParts): Handler {
  const { speaker, opensDialog = new Set(), clock, log, limits = usualLimits } = parts;
  const answerTo: Speaker['answer'] = async (turn) => {
    const shown = await speaker.answer(turn);
    return { ...shown, card: openingDialogs(shown.card, opensDialog) };
  };
  const load = createLoading({ ...parts, limits, patience: parts.loadWithin });
  const note = createNoting(parts);
  const { memories = (_area, minutes) => createProcessMemory(minutes, 2000) } = parts;
  const memory: Memory = {
    greeted: memories('greeted', greetedKept),
    answers: memories('answer', answersKept),
  };
  const answerAlone = createAnsweringAlone(parts, answering);
  const deliver = createDelivery(answering, memory, parts, note);

  return async (activity, caller) => {
    const at = clock.now().toISOString();
    const announced = announcedIn(activity);
    const meaning = meaningOf(activity, at, announced.length > 0);
    await note.heard(activity, meaning);
    const isNothing = meaning.kind === 'ignored' || meaning.kind === 'present';
    if (isNothing || (await greetedAlready(memory, meaning, activity, at))) return nothing(activity);
    if (meaning.kind === 'removed') {
      memory.greeted.forget(greetedOnce(activity));
      return nothing(activity);
    }
    const shown =
      meaning.kind === 'refused'
        ? speaker.refuse(meaning.refusal, meaning.language)
        : await answerTo(
            announced.length > 0 && meaning.turn.kind === 'text'
              ? { ...meaning.turn, files: await load(announced, () => caller.token(activity)) }
              : meaning.turn,
          );
    if (meaning.kind === 'refused') log.info('refused', { code: meaning.refusal.code });
    const left = await answerAlone(activity, caller, shown);
    return left ? deliver(activity, caller, left, at) : { status: 200 };
  };
}

type AnswerAlone = (activity: Incoming, caller: Caller, shown: Shown) => Promise<Shown | undefined>;

/**
 * Gives an answer that is for one person to that person: at the place where they asked if the channel can, else in their own
 * chat. @returns what is still to be shown to everybody
 */
function createAnsweringAlone(
  { canTarget = false, writeTo = async () => false, log }: TeamsParts,
  answering: Answering,
): AnswerAlone {
  const target = createTargeted(log);
  return async (activity, caller, shown) => {
    const { privately, ...open } = shown;
    const isWhispered = activity.recipient?.isTargeted === true;
    if (!(privately || isWhispered) || activity.type !== 'message' || expectsReplies(activity)) return open;
    const { aside = isWhispered ? open.card : undefined, reply, elsewhere } = privately ?? {};
    const { summary } = reply ?? open;
    try {
      const sending = async () =>
        target(activity, { card: aside ?? {}, summary }, await caller.token(activity));
      if (canTarget && aside && (await answering.sendAtOnce(activity.conversation?.id ?? '', sending)))
        return undefined;
      if (reply && (await writeTo(actorOf(activity), reply))) return { ...open, ...elsewhere };
    } catch (error) {
      log.warn('not-answered-alone', { error });
    }
    return open;
  };
}

const actorOf = ({ from }: Incoming): Actor => ({ id: from?.aadObjectId ?? '', name: from?.name ?? '' });

/** A team has one greeting, whatever its channels. */
const greetedOnce = ({ conversation, channelData }: Incoming): string =>
  channelData?.team?.id ?? conversation?.id ?? '';

/**
 * Both notices of one installation arrive at almost the same time: the first one takes the greeting. Whoever adds the
 * bot again is greeted again: in a group that is one sentence.
 */
async function greetedAlready(
  memory: Memory,
  meaning: Meaning,
  activity: Incoming,
  at: string,
): Promise<boolean> {
  if (meaning.kind !== 'turn' || meaning.turn.kind !== 'install') return false;
  return !(await memory.greeted.take(greetedOnce(activity), new Date(at)));
}

function nothing(activity: Incoming): Answer {
  if (expectsReplies(activity)) return { status: 200, body: { activities: [] } };
  return { status: activity.type === 'invoke' ? 501 : 200 };
}

type Deliver = (activity: Incoming, caller: Caller, shown: Shown, at: string) => Promise<Answer>;

function createDelivery(
  answering: Answering,
  memory: Memory,
  { log, answerWithin = usualAnswerWithin }: TeamsParts,
  note: Noting,
): Deliver {
  return async (activity, caller, shown, at) => {
    const conversation = activity.conversation?.id ?? '';
    const question = `${conversation} ${activity.id}`;
    if (expectsReplies(activity)) return { status: 200, body: { activities: [inResponse(activity, shown)] } };
    const invoked = activity.type === 'invoke';
    if (invoked && (shown.inPlace || shown.notice)) {
      await note.showed(activity, shown, activity.replyToId, at);
      return { status: 200, body: cardResponse(shown) };
    }
    const replaces = shown.inPlace ? activity.replyToId : await editedAnswer(memory, activity, question, at);
    const send = () => sendCard(caller, activity, shown, replaces ?? undefined);
    const sending = async (): Promise<Answer> => {
      try {
        const id = await (invoked ? answering.sendAtOnce : answering.send)(conversation, send);
        if (id) memory.answers.remember(question, id, new Date(at));
        await note.showed(activity, shown, id, at);
        return invoked ? { status: 200, body: messageResponse(shown) } : { status: 200 };
      } catch (error) {
        const busy = invoked && error instanceof TooBusy;
        if (!busy) log.error('send-failed', { error, type: activity.type, id: activity.id });
        return invoked
          ? { status: 200, body: cardResponse(shown) }
          : problem(502, 'send-failed', 'The answer could not be delivered.');
      }
    };
    return invoked ? sending() : atLatest(answerWithin, sending(), { status: 200 });
  };
}

/** The channel gives a delivery up after some seconds; an answer that takes longer is still sent. */
async function atLatest(ms: number, sending: Promise<Answer>, otherwise: Answer): Promise<Answer> {
  const late = Promise.withResolvers<Answer>();
  const timer = setTimeout(() => late.resolve(otherwise), ms);
  const answer = await Promise.race([sending, late.promise]);
  clearTimeout(timer);
  return answer;
}

async function editedAnswer(
  memory: Memory,
  activity: Incoming,
  question: string,
  at: string,
): Promise<string | undefined> {
  if (activity.type !== 'messageUpdate') return undefined;
  const id = await memory.answers.recall(question, new Date(at));
  return typeof id === 'string' ? id : undefined;
}

/** A pressed button gets what the channel would get, wrapped as the SDK's own clients expect it. */
function inResponse(activity: Incoming, shown: Shown): object {
  if (activity.type !== 'invoke') return replyInResponse(activity, shown);
  return { type: 'invokeResponse', value: { status: 200, body: cardResponse(shown) } };
}
