import { Refusal } from '../../../core/refusal.ts';
import type { Reply } from '../../../core/reply.ts';
import type { Turn } from '../../../core/turn.ts';
import { requireOne } from '../decide/by-reviewer.ts';
import { notEvaluated } from '../decide/refusals.ts';
import { contextAt, type Desk, showIdea, viewerOf, visibleIdea } from '../desk.ts';
import { reviewersOf } from '../rights.ts';

/**
 * Opens the form of a request with what the idea says. Nothing changes before the request is submitted; the idea hears
 * of it by itself then. @throws {Refusal} when the idea is not evaluated, or this party does not review it
 */
export async function handOver(desk: Desk, turn: Turn, id: string, type: string): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  const idea = await visibleIdea(desk, id, viewer.id, turn.at);
  // A late click shows what became of the idea.
  if (idea.state === 'handed-over' || idea.closedAt) return showIdea(desk, turn, id);
  requireOne(idea, viewer, reviewersOf, contextAt(desk, turn.at));
  if (idea.state !== 'evaluated') throw notEvaluated();
  const choices = desk.handOver.choices(turn.language);
  const wanted = type.trim().toLowerCase();
  const chosen = wanted
    ? (choices.find(({ title, value }) => [title.toLowerCase(), value].includes(wanted)) ??
      choices.find(({ title }) => title.toLowerCase().includes(wanted)))
    : choices[0];
  const reply = chosen && (await desk.handOver.open(idea, chosen.value, turn));
  if (reply) return reply;
  const names = choices.map(({ title }) => title).join(', ');
  throw new Refusal('no-such-form', {
    de: `Dafür gibt es kein Formular. Möglich sind: ${names}.`,
    en: `There is no form for that. Possible are: ${names}.`,
  });
}
