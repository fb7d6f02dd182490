import type { Showing } from '../../../case/case-type.ts';
import { momentIn } from '../../../core/day.ts';
import type { Addressee } from '../../../core/notice.ts';
import type { Reply } from '../../../core/reply.ts';
import { wordsIn } from '../../../core/text.ts';
import { stateOf, stateTones } from '../labels.ts';
import { type Context, joinedCase, type Request } from '../model.ts';
import { concernedBy, hasJoined, thingOf } from '../reports/joining.ts';
import { capital, namingOf } from '../reports/naming.ts';
import { notesOf, stillThere } from './report.ts';

/**
 * Card `requests/joined`: a report as somebody sees it whom it concerns, too, or might. Nothing of what the first one
 * wrote, not even who that was: the thing, since when, and the state; to those who joined, what was written to all.
 */
export type JoinedView = {
  readonly roles: readonly [];
  readonly id: string;
  readonly subtitle: string;
  readonly title: string;
  readonly state: string;
  readonly tone: (typeof stateTones)[Request['state']];
  readonly happened?: string | undefined;
  readonly notes: readonly string[];
  readonly join: boolean;
  readonly leave: boolean;
  /** "Bei mir nicht behoben", where that can still be said. */
  readonly reopen?: string | undefined;
  readonly noteLabel: string;
  readonly note: string;
};

export function joinedReply(
  request: Request,
  viewer: Addressee,
  { directory, types }: Context,
  { remark, typed, can }: Showing,
): Reply {
  const { language } = viewer;
  const type = types.find(({ id }) => id === request.type);
  const { bare } = namingOf(request);
  const isTheirs = concernedBy(request).includes(viewer.id);
  const t = wordsIn(language);
  const since = momentIn(language, request.createdAt);
  const view: JoinedView = {
    roles: [],
    id: request.id,
    subtitle: t(
      `${bare.de} ${request.id} · seit ${since}`,
      `${capital(bare).en} ${request.id} · since ${since}`,
    ),
    title: thingOf(request, type, directory, language),
    state: stateOf(request)[language],
    tone: stateTones[request.state],
    happened: remark ?? (hasJoined(request, viewer.id) ? joinedAlready(request)?.[language] : undefined),
    // What is pushed says what happened; all of it comes with the next look.
    notes: isTheirs && remark === undefined ? notesOf(request, language) : [],
    join: can('join'),
    leave: can('leave') && !request.closedAt,
    reopen: can('reopen') ? stillThere(request, language) : undefined,
    noteLabel: t('Was geht bei Ihnen nicht? (freiwillig)', 'What does not work for you? (optional)'),
    note: typed ?? '',
  };
  return {
    card: 'requests/joined',
    data: view,
    summary: `${request.id} ${view.title}: ${view.state}`,
    language,
    about: { kind: joinedCase, id: request.id },
  };
}

const joinedAlready = ({ closedAt }: Request) =>
  closedAt
    ? undefined
    : {
        de: 'Das betrifft Sie auch: Sie bekommen Hinweise und erfahren, was daraus wird.',
        en: 'This affects you, too: you get notes and hear what becomes of it.',
      };
