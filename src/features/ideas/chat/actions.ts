import { z } from 'zod';
import type { Action } from '../../../core/feature.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { Reply } from '../../../core/reply.ts';
import { inPlace } from '../../../core/reply.ts';
import type { ActionTurn } from '../../../core/turn.ts';
import type { Act } from '../decide/act.ts';
import { actOn, type Desk, mergeInto, showIdea } from '../desk.ts';
import { Marks, outcomes } from '../idea.ts';
import { handOver } from './hand-over.ts';
import { listReply } from './lists.ts';
import { ideaNumber } from './number.ts';

/** Everything arrives as text on some clients; a field that was left alone may be missing. */
const text = z.string().max(4000).catch('');
const Pressed = z.looseObject({
  id: z.string().max(40),
  visit: z.coerce.number().int().min(0).catch(0),
  note: text,
  way: text,
  comment: text,
  outcome: z.enum(outcomes).optional().catch(undefined),
  target: text,
  number: text,
  becomes: text,
});
type Pressed = z.infer<typeof Pressed>;

/** What each button means; the data only says which idea and which of its states it was drawn for. */
const acts: Readonly<Record<string, (pressed: Pressed) => Act>> = {
  'ideas.support': () => ({ kind: 'support', on: true }),
  'ideas.unsupport': () => ({ kind: 'support', on: false }),
  'ideas.answer': ({ visit, note }) => ({ kind: 'answer', visit, note }),
  'ideas.withdraw': ({ visit }) => ({ kind: 'withdraw', visit }),
  'ideas.review': ({ visit }) => ({ kind: 'review', visit }),
  'ideas.ask': ({ visit, note }) => ({ kind: 'ask', visit, note }),
  'ideas.decline': ({ visit, note }) => ({ kind: 'decline', visit, note }),
  'ideas.offer': ({ visit }) => ({ kind: 'offer', visit }),
  'ideas.recall': ({ visit }) => ({ kind: 'recall', visit }),
  'ideas.finish': ({ visit, note }) => ({ kind: 'finish', visit, note }),
  'ideas.evaluate': ({ visit, outcome, way }) => ({ kind: 'evaluate', visit, outcome: chosen(outcome), way }),
  'ideas.score': (pressed) => ({
    kind: 'score',
    visit: pressed.visit,
    marks: marksIn(pressed),
    ...(pressed.comment.trim() ? { comment: pressed.comment } : {}),
  }),
};

/** What the card that everybody may read offers: that card tells how many support the idea, and never who. */
const forAll: ReadonlySet<string> = new Set(['ideas.support']);

/** What can be pressed on the cards of ideas. */
export function ideaActions(desk: Desk): readonly Action[] {
  const acting = Object.entries(acts).map(([verb, act]) => ({
    verb,
    anywhere: forAll.has(verb),
    handle: async (turn: ActionTurn): Promise<Reply> => {
      const pressed = read(turn);
      return inPlace(await actedOrTold(desk, turn, pressed, act));
    },
  }));
  return [
    ...acting,
    {
      verb: 'ideas.merge',
      handle: async (turn) => {
        const { id, visit, number, target } = read(turn);
        const of = ideaNumber(number) ?? ideaNumber(target);
        if (!of) return inPlace(await showIdea(desk, turn, id, { remark: nameOther[turn.language] }));
        return inPlace(await mergeInto(desk, turn, id, { of, visit }));
      },
    },
    {
      verb: 'ideas.hand-over',
      handle: (turn) => {
        const { id, becomes } = read(turn);
        return handOver(desk, turn, id, becomes);
      },
    },
    {
      verb: 'ideas.refresh',
      anywhere: true,
      handle: async (turn) => inPlace(await showIdea(desk, turn, read(turn).id)),
    },
    { verb: 'ideas.show', anywhere: true, handle: (turn) => showIdea(desk, turn, read(turn).id) },
    { verb: 'ideas.list', anywhere: true, handle: (turn) => listReply(desk, turn, { kind: 'all' }) },
    { verb: 'ideas.mine', handle: (turn) => listReply(desk, turn, { kind: 'mine' }) },
  ];
}

/** What is missing in the form is said on the card itself. */
async function actedOrTold(
  desk: Desk,
  turn: ActionTurn,
  pressed: Pressed,
  act: (pressed: Pressed) => Act,
): Promise<Reply> {
  try {
    return await actOn(desk, turn, pressed.id, act(pressed));
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'form-incomplete') throw error;
    const typed = pressed.way ? { way: pressed.way } : { comment: pressed.comment };
    return showIdea(desk, turn, pressed.id, { remark: error.text[turn.language], typed });
  }
}

const incomplete = (de: string, en: string) => new Refusal('form-incomplete', { de, en });

function chosen(outcome: Pressed['outcome']) {
  if (outcome) return outcome;
  throw incomplete('Bitte wählen Sie ein Ergebnis.', 'Please choose a result.');
}

function marksIn({ benefit, effort, feasibility, urgency }: Pressed): Marks {
  const numbers = [benefit, effort, feasibility, urgency].map(Number);
  const [b, e, f, u] = numbers;
  const marks = Marks.safeParse({ benefit: b, effort: e, feasibility: f, urgency: u }).data;
  if (marks) return marks;
  throw incomplete(
    'Bitte wählen Sie zu jedem der vier Punkte eine Zahl von 1 bis 5.',
    'Please choose a number from 1 to 5 for each of the four points.',
  );
}

const nameOther = {
  de: 'Bitte wählen Sie die andere Idee, oder schreiben Sie ihre Nummer.',
  en: 'Please choose the other idea, or write its number.',
};

/** @throws {Refusal} when the card carries nothing that names an idea */
function read(turn: ActionTurn): Pressed {
  const pressed = Pressed.safeParse(turn.data);
  if (pressed.success) return pressed.data;
  throw new Refusal('no-idea-named', {
    de: 'Diese Karte nennt keine Idee. Schreiben Sie bitte „Ideen“.',
    en: 'This card names no idea. Please type “ideas”.',
  });
}
