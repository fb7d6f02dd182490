import { changed, deciding, type Event, recorded, without } from '../../case/decision.ts';
import { sawOf } from './decided.ts';
import { advanced, askedAgain, type Going, notified, settled } from './flow.ts';
import { type Context, openParts, partAt, type Request, type Surroundings } from './model.ts';
import { atEach } from './parts.ts';
import { readAnew } from './reports/reading.ts';

/* The content of a request becomes another one, whoever changes it: what that means for the way, and for whom. */

export type Changes = Partial<Pick<Request, 'fields' | 'title'>>;

/**
 * When something decisive has changed, whoever had decided is asked again first; so is a step that belongs to the way
 * only now. Otherwise it comes back to the step where it was.
 */
export function rewritten(
  request: Request,
  changes: Changes,
  event: Event['event'],
  world: Context,
  {
    tells = [],
    answers,
  }: {
    /** Who hears that it was done. */
    readonly tells?: readonly string[];
    /** The step whose question it answers. */
    readonly answers?: string;
  } = {},
): Going {
  const written = changed(without(deciding(request), 'question'), {
    ...changes,
    ...earlierOf(request, changes, world),
  });
  const known = notified(recorded(readAnew(written, world), event), tells, 'news');
  const isOther = sawOf(known.doc, world) !== sawOf(request, world);
  const spoken = openParts(request).flatMap(({ votes }) => votes);
  // What is said about one part leaves the others alone; what is changed about the whole is asked everywhere.
  const back = isOther
    ? atEach(known, (here) => settled(voteless(here), 'reopened', world))
    : settled(known, 'reopened', world);
  const again = advanced(isOther ? askedAgain(back, world, spoken) : back, world);
  return keptInWork(again, request, answers);
}

/** Votes on what has changed since do not count at the step that is open. */
const voteless = (going: Going): Going =>
  going.doc.open ? changed(going, { open: { ...going.doc.open, votes: [] } }) : going;

const earlierOf = ({ fields, earlier }: Request, changes: object, { now }: Surroundings) =>
  'fields' in changes ? { earlier: [...earlier, { at: now, fields }] } : {};

/** Whoever had taken over the work, or was given it, has it again; a question of another part is still one. */
const keptInWork = (going: Going, before: Request, answered: string | undefined): Going =>
  atEach(going, (here) => {
    const { open } = here.doc;
    const was = open && partAt(before, open.step);
    if (!open || !was || was.visit === open.visit) return here;
    const { takenBy, passedTo, assignedTo } = was;
    const question = was.step === answered ? undefined : was.question;
    const same = {
      ...open,
      ...(passedTo ? { passedTo } : {}),
      ...(assignedTo ? { assignedTo } : {}),
      ...(takenBy ? { takenBy } : {}),
    };
    return changed(here, {
      open: same,
      ...(takenBy ? { state: 'in-progress' as const } : {}),
      ...(question ? { question, state: 'returned' as const } : {}),
    });
  });
