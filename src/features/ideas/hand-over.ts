import type { Data } from '../../case/case-type.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Reply } from '../../core/reply.ts';
import type { Language } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import type { Ideas } from './context.ts';
import type { Proposal } from './model.ts';
import { requireOne, reviewersOf } from './policy.ts';
import { notEvaluated } from './refusals.ts';

export type Choice = { readonly title: string; readonly value: string };

/** How an idea becomes a request; another feature has the forms for it. */
export type HandOver = {
  /** What it can become, the most usual first. */
  readonly choices: (language: Language) => readonly Choice[];
  /** The form with what the idea says; `undefined` when there is none of that type. */
  readonly open: (
    idea: Proposal & { readonly id: string },
    type: string,
    turn: Turn,
  ) => Promise<Reply> | undefined;
};

/**
 * Opens the form of a request with what the idea says. Nothing changes before the request is submitted; the idea hears
 * of it by itself then. @throws {Refusal} when the idea is not evaluated, or this party does not review it
 */
export async function openRequest(
  ideas: Ideas,
  { choices, open }: HandOver,
  turn: Turn,
  id: string,
  { becomes }: Data,
): Promise<Reply> {
  const viewer = ideas.viewerOf(turn);
  const idea = await ideas.visible(id, viewer.id, turn.at);
  // A late click shows what became of the idea.
  if (idea.state === 'handed-over' || idea.closedAt) return ideas.show(turn, id);
  requireOne(idea, viewer, reviewersOf, ideas.contextAt(turn.at));
  if (idea.state !== 'evaluated') throw notEvaluated();
  const possible = choices(turn.language);
  const chosen = chosenOf(possible, typeof becomes === 'string' ? becomes.trim().toLowerCase() : '');
  const reply = chosen && (await open(idea, chosen.value, turn));
  if (reply) return reply;
  const names = possible.map(({ title }) => title).join(', ');
  throw new Refusal('no-such-form', {
    de: `Dafür gibt es kein Formular. Möglich sind: ${names}.`,
    en: `There is no form for that. Possible are: ${names}.`,
  });
}

/** The type by its name or id, or a part of its name; the most usual when none was named. */
const chosenOf = (choices: readonly Choice[], wanted: string): Choice | undefined =>
  wanted === ''
    ? choices[0]
    : (choices.find(({ title, value }) => [title.toLowerCase(), value].includes(wanted)) ??
      choices.find(({ title }) => title.toLowerCase().includes(wanted)));
