import { inPrivate, isPrivate } from '../core/audience.ts';
import type { Action, Intent } from '../core/feature.ts';
import type { Addressee } from '../core/notice.ts';
import { orderIn } from '../core/order.ts';
import type { Party } from '../core/party.ts';
import { inPlace, type Reply } from '../core/reply.ts';
import type { ActionTurn, TextTurn, Turn } from '../core/turn.ts';
import { withRefusal } from '../core/with-refusal.ts';
import type { CaseType, Data, Fields } from './case-type.ts';
import type { CaseDocument } from './document.ts';
import { begunIn, isOrdered } from './typed.ts';
import { notOrdered, unclear, wordy } from './words.ts';
import type { World } from './world.ts';

/** The doors by which people in their chat come to a case: typed words and buttons. */
export type Doors = {
  readonly intent: (words: Pick<Intent, 'id' | 'title' | 'examples'>) => Intent;
  readonly actions: readonly Action[];
};

/** How a case is shown: a narrower view than the widest that the viewer has, and what is said on it. */
export type More = {
  readonly as?: string | undefined;
  readonly remark?: string | undefined;
  readonly typed?: string | undefined;
  readonly fields?: Fields | undefined;
  readonly refused?: string | undefined;
};

/** What is behind the doors; `Cases` says what each does. */
type Behind<D extends CaseDocument, C extends World> = {
  readonly type: CaseType<D, C>;
  /** Whether the case may be shown where others read along. */
  readonly shown: { readonly anywhere?: true };
  readonly contextAt: (at: string) => C;
  readonly viewerOf: (turn: Turn) => Party & Addressee;
  readonly visible: (id: string, party: string, at: string) => Promise<D>;
  readonly show: (turn: Turn, id: string, more?: More) => Promise<Reply>;
  readonly actAndShow: (turn: Turn, id: string, kind: string, data: Data) => Promise<Reply>;
};

/** Made of what the kind declares: its acts, views and openings. */
export function doorsOf<D extends CaseDocument, C extends World>({
  type,
  shown,
  contextAt,
  viewerOf,
  visible,
  show,
  actAndShow,
}: Behind<D, C>): Doors {
  const { letter } = type.record;

  /** Words that would do what is for the personal chat are refused before they count. */
  function requirePrivate(turn: TextTurn): void {
    const order = orderIn(turn.text);
    if (isPrivate(turn) || !order) return;
    const { opening, begun } = begunIn(type, order);
    if (opening || (begun && !begun.act.anywhere)) throw inPrivate(turn);
  }

  async function typed(turn: TextTurn): Promise<Reply> {
    const order = orderIn(turn.text);
    const { id = '', part, mood } = order ?? {};
    const showPart = (more?: More) => (part && type.part ? type.part(turn, id, part) : show(turn, id, more));
    const { opening, begun, said: words = '' } = order ? begunIn(type, order) : {};
    if (opening && mood !== 'question')
      return opening.opening.open({ ...turn, language: opening.language }, id, opening.data);
    if (!begun) {
      const isOther = order?.words !== '' && mood === 'statement';
      return showPart({ remark: isOther ? unclear(id)[turn.language] : undefined });
    }
    const said = { ...turn, language: begun.language ?? turn.language };
    if (!isOrdered(words, begun)) return show(said, id, { remark: notOrdered[said.language] });
    const doc = await visible(id, viewerOf(said).id, said.at);
    const data = await begun.read(doc, contextAt(said.at));
    return data
      ? actAndShow(said, id, begun.act.kind, data)
      : show(said, id, { remark: wordy(id)[said.language] });
  }

  const idIn = ({ data }: ActionTurn): string => (typeof data.id === 'string' ? data.id.slice(0, 60) : '');
  const acting = type.acts.flatMap((one) =>
    Object.entries(one.buttons ?? { [`${type.name}-${one.kind}`]: {} }).map(([verb, means]) => ({
      verb,
      ...(one.anywhere ? { anywhere: true } : {}),
      async handle(turn: ActionTurn) {
        // What the button means stands before what was filled in; the rest is read where it is.
        const data: Data =
          Object.keys(means).length > 0 ? Object.assign(Object.create(turn.data), means) : turn.data;
        const reply = await actAndShow(turn, idIn(turn), one.kind, data);
        return one.leadsTo || reply.inPlace !== undefined ? reply : inPlace(reply);
      },
    })),
  );
  const showing = Object.entries(type.views).flatMap(([as, { refresh, open = [] }]) => [
    ...refresh.map((verb) => ({
      verb,
      ...shown,
      handle: async (turn: ActionTurn) => inPlace(await show(turn, idIn(turn), { as })),
    })),
    ...open.map((verb) => ({ verb, ...shown, handle: (turn: ActionTurn) => show(turn, idIn(turn), { as }) })),
  ]);
  const opening = (type.openings ?? []).map(({ verb, form, open }) => ({
    verb,
    ...(form ? { form } : {}),
    handle: (turn: ActionTurn) => open(turn, idIn(turn), turn.data),
  }));

  return {
    intent: (words) => ({
      ...words,
      ...shown,
      inMenu: false,
      // What another intent claims is that one's, also when it names a case.
      letter,
      match: (text) => orderIn(text)?.letter === letter,
      async handle(turn) {
        requirePrivate(turn);
        return withRefusal(turn, () => typed(turn));
      },
    }),
    actions: [...acting, ...showing, ...opening],
  };
}
