import { z } from 'zod';
import { dayOf } from '../../core/day.ts';
import type { Action } from '../../core/feature.ts';
import { AlreadyExists, type Collection, NotFound } from '../../core/ports/store.ts';
import { Refusal } from '../../core/refusal.ts';
import type { ActionTurn } from '../../core/turn.ts';
import { type Asking, roleReply } from './asking.ts';
import { changedOpinion, type Feedback, newFeedback } from './feedback.ts';
import { askedAgain, type Gap, gapKey, newGap, passedOn, withoutPersonalData } from './gaps.ts';
import { memoryKey } from './memory.ts';
import { lineCard, noneReply } from './replies.ts';

const id = z.string().max(80);
/** Some clients send the word. */
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]);
const Ref = z.object({
  role: id,
  task: id.optional(),
  unit: id.optional(),
  application: id.optional(),
  deputy: flag.optional(),
  number: flag.optional(),
  before: flag.optional(),
  after: flag.optional(),
  day: z.iso.date().optional(),
  term: z.enum(['since', 'until']).optional(),
});
const Show = z.object({ ref: Ref });
const Judge = z.object({
  roles: z.array(id).max(10),
  // Only ids that cards of ours carry: nobody fills the store with words of their own.
  answerId: z.union([z.uuid(), z.literal('help')]),
  helpful: flag,
  ref: Ref.optional(),
});
const PassOn = z
  .object({
    question: z.string().max(400).optional(),
    /** Cards of an earlier version name what was already kept. */
    gapId: id.optional(),
    answerId: id.optional(),
  })
  .refine(({ question, gapId }) => question !== undefined || gapId !== undefined);

/** What can be pressed on the directory's cards. */
export function directoryActions(asking: Asking, feedback: Collection<Feedback>): readonly Action[] {
  // Pressing twice is one wish; a person asks for it once per answer.
  const passed = new Set<string>();
  const show = async (turn: ActionTurn) => {
    const { ref } = read(Show, turn);
    asking.memory.remember(memoryKey(turn), { ref }, turn.at);
    return roleReply([ref], turn, asking);
  };
  return [
    { verb: 'directory.show', anywhere: true, handle: show },
    {
      verb: 'directory.choose',
      anywhere: true,
      // What was asked stays the topic: a choice says only which answer was meant.
      handle: async (turn) => {
        const before = await asking.memory.recall(memoryKey(turn), turn.at);
        const reply = await show(turn);
        if (before)
          asking.memory.remember(
            memoryKey(turn),
            { ...before, ref: read(Show, turn).ref, isOpen: undefined },
            turn.at,
          );
        return { ...reply, inPlace: true };
      },
    },
    { verb: 'directory.feedback', anywhere: true, handle: (turn) => judge(turn, asking, feedback) },
    { verb: 'directory.pass-on', anywhere: true, handle: (turn) => passOn(turn, asking, passed) },
  ];
}

async function judge(turn: ActionTurn, asking: Asking, feedback: Collection<Feedback>) {
  const { roles, answerId, helpful, ref } = read(Judge, turn);
  const known = asking.current(dayOf(turn.at)).directory.roles.map((role): string => role.id);
  const key = asking.ids.of(answerId, turn.actor.id);
  const named = roles.filter((role) => known.includes(role));
  await keepOpinion(feedback, key, named, helpful, dayOf(turn.at));
  const thanks = (helpful ? glad : sorry)[turn.language];
  if (!ref) return { ...lineCard(thanks, turn.language, answerId), inPlace: true };
  const refs = [ref, ...named.filter((role) => role !== ref.role).map((role) => ({ role }))];
  return { ...roleReply(refs, turn, asking, { answerId, thanks }), inPlace: true };
}

async function keepOpinion(
  all: Collection<Feedback>,
  key: string,
  roles: readonly string[],
  helpful: boolean,
  day: string,
) {
  try {
    await all.add(newFeedback(key, roles, helpful, day));
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
    await all.change(key, (known) => changedOpinion(known, helpful, day));
  }
}

const mostPassed = 5000;

/** Keeps the question, now that the person wants it kept: without names, at the top of the list of 10.50. */
async function passOn(turn: ActionTurn, { gaps, ids }: Asking, passed: Set<string>) {
  const { question, gapId, answerId } = read(PassOn, turn);
  const thanks = handedOver[turn.language];
  const words = withoutPersonalData(question ?? '');
  const key = gapKey(words);
  const again = answerId !== undefined && passed.has(answerId);
  if (passed.size > mostPassed) passed.clear();
  if (answerId) passed.add(answerId);
  if (again)
    return { ...noneReply({ understood: true, question: words, thanks }, turn, answerId), inPlace: true };
  if (key) await keepGap(gaps, ids.of(key), words, turn);
  else if (gapId) await passOnKept(gaps, gapId);
  else throw gone();
  const no = { understood: true, question: words, thanks };
  return { ...noneReply(no, turn, answerId ?? ids.next()), inPlace: true };
}

async function keepGap(gaps: Collection<Gap>, id: string, words: string, { language, at }: ActionTurn) {
  const day = dayOf(at);
  try {
    if (!(await gaps.get(id)))
      return void (await gaps.add({ ...newGap(id, words, language, day), passedOn: true }));
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
  await gaps.change(id, (gap) => {
    const again = askedAgain(gap, day).doc;
    return { doc: { ...again, passedOn: true } };
  });
}

async function passOnKept(gaps: Collection<Gap>, id: string) {
  try {
    await gaps.change(id, passedOn);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    throw gone();
  }
}

const gone = () =>
  new Refusal('gap-gone', {
    de: 'Diese Frage ist schon erledigt. Stellen Sie sie bitte noch einmal, falls sie offen ist.',
    en: 'This question has been dealt with. Please ask it again if it is still open.',
  });

function read<T>(schema: z.ZodType<T>, { data }: ActionTurn): T {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new Refusal('unreadable-action', {
    de: 'Mit dieser Schaltfläche kann ich nichts anfangen. Stellen Sie Ihre Frage bitte noch einmal.',
    en: 'I cannot make sense of this button. Please ask your question again.',
  });
}

const glad = { de: 'Danke, das freut mich.', en: 'Thank you, glad to help.' };
const sorry = {
  de: 'Danke für den Hinweis. 10.50 sieht, dass diese Antwort nicht geholfen hat.',
  en: 'Thank you for telling. 10.50 will see that this answer did not help.',
};
const handedOver = {
  de: 'Danke. 10.50 sieht Ihre Frage nun ganz oben auf der Liste, ohne Ihren Namen.',
  en: 'Thank you. 10.50 now sees your question at the top of the list, without your name.',
};
