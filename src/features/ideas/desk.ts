import { forEverybody, isPrivate } from '../../core/audience.ts';
import type { Digest } from '../../core/history.ts';
import type { Addressee } from '../../core/notice.ts';
import { type Party, partyOf } from '../../core/party.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import type { Collection } from '../../core/ports/store.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Reply } from '../../core/reply.ts';
import type { Language } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import type { Holidays } from '../../core/working-days.ts';
import type { Context } from './context.ts';
import type { Act } from './decide/act.ts';
import { decide } from './decide/decide.ts';
import { type Merging, merge } from './decide/merge.ts';
import { noSuchIdea } from './decide/refusals.ts';
import { Idea, ideaCollection, type Proposal } from './idea.ts';
import { maySee } from './rights.ts';
import { similarIdeas } from './search/similar.ts';
import { ideaReply, type Typed } from './view/idea-view.ts';
import { lateRemark } from './view/late.ts';
import { possible } from './view/possible.ts';

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

/** What everything that is said or pressed about ideas works with. */
export type Desk = {
  readonly ideas: Collection<Idea>;
  readonly directory: RoleDirectory;
  readonly holidays: Holidays;
  readonly digest: Digest;
  readonly isVoting: Context['isVoting'];
  readonly handOver: HandOver;
};

export const contextAt = ({ directory, holidays, digest, isVoting }: Desk, at: string): Context => ({
  now: at,
  directory,
  holidays,
  digest,
  isVoting,
});

/** Who says or presses something, and how they read. */
export const viewerOf = (turn: Turn, { directory }: Pick<Desk, 'directory'>): Party & Addressee => ({
  ...partyOf(turn.actor, directory),
  language: turn.language,
});

/** @throws {Refusal} when there is no such idea or this party may not see it */
export async function visibleIdea(desk: Desk, id: string, party: string, at: string): Promise<Idea> {
  const idea = await desk.ideas.get(id);
  if (!idea || !maySee(idea, party, contextAt(desk, at))) throw noSuchIdea(id);
  return idea;
}

type More = { readonly remark?: string | undefined; readonly typed?: Typed | undefined };

/** The card of an idea for whoever asks. @throws {Refusal} as {@link visibleIdea} */
export async function showIdea(desk: Desk, turn: Turn, id: string, more: More = {}): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  if (isPrivate(turn))
    return ideaFor(desk, await visibleIdea(desk, id, viewer.id, turn.at), viewer, turn.at, more);
  // Everybody there reads along: names, questions and one's own score are not for them.
  const anybody = { ...viewer, id: 'anybody' };
  const idea = await visibleIdea(desk, id, anybody.id, turn.at);
  return forEverybody(await ideaFor(desk, idea, anybody, turn.at, { remark: more.remark }));
}

/** The card of an idea as somebody may see it at a moment. */
export async function ideaFor(
  desk: Desk,
  idea: Idea,
  viewer: Addressee,
  at: string,
  more: More = {},
): Promise<Reply> {
  const context = contextAt(desk, at);
  const merges = possible(idea, viewer.id, context).merge;
  const similar = merges ? similarIdeas(idea, await desk.ideas.list()) : [];
  return ideaReply(idea, viewer, {
    context,
    similar,
    becomes: desk.handOver.choices(viewer.language),
    ...more,
  });
}

/**
 * Does something with an idea and shows what it is now. Whatever cannot be done is said on that card, with what was
 * typed still in it; a late click is told what happened meanwhile.
 * @throws {Refusal} as {@link visibleIdea}
 */
export const actOn = (desk: Desk, turn: Turn, id: string, act: Act): Promise<Reply> => {
  return shown(desk, turn, id, { visit: act.visit, typed: typedIn(act) }, async () => {
    const by = viewerOf(turn, desk);
    return (await desk.ideas.change(id, (idea) => decide(idea, act, by, contextAt(desk, turn.at)))).doc;
  });
};

const typedIn = (act: Act): Typed => ({
  ...('note' in act ? { note: act.note } : {}),
  ...('way' in act ? { way: act.way, outcome: act.outcome } : {}),
  ...('comment' in act ? { comment: act.comment } : {}),
});

/** Merges an idea into another, in one write. @throws {Refusal} as {@link visibleIdea} */
export const mergeInto = (desk: Desk, turn: Turn, id: string, merging: Merging): Promise<Reply> =>
  shown(desk, turn, id, { visit: merging.visit }, async () => {
    const { doc } = await desk.ideas.change(
      id,
      (idea, [target]) => {
        const other = target && Idea.parse(target);
        return merge(idea, other, merging, viewerOf(turn, desk), contextAt(desk, turn.at));
      },
      [{ collection: ideaCollection, id: merging.of }],
    );
    return doc;
  });

type Done = { readonly visit: number | undefined; readonly typed?: Typed | undefined };

async function shown(
  desk: Desk,
  turn: Turn,
  id: string,
  { visit, typed }: Done,
  change: () => Promise<Idea>,
): Promise<Reply> {
  const before = await visibleIdea(desk, id, viewerOf(turn, desk).id, turn.at);
  try {
    const after = await change();
    const hasEffect = after.version !== before.version;
    return showIdea(desk, turn, id, {
      remark: hasEffect ? undefined : lateRemark(after, visit, turn.language),
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showIdea(desk, turn, id, { remark: error.text[turn.language], typed });
  }
}
