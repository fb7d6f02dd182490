import { type Context, today } from '../board/context.ts';
import { composition } from '../board/members.ts';
import { quorumOf } from '../board/quorum.ts';
import { type Asked, askedNow, type Choice, type DatePoll, type Option } from './model.ts';

/**
 * What a date promises for the quorum: enough say yes, enough with those who come if need be, enough if the silent
 * come, or it cannot come about (unless deputies step in).
 */
export const prospects = ['certain', 'if-need-be', 'possible', 'lost'] as const;
export type Prospect = (typeof prospects)[number];

export type Standing = {
  readonly option: Option;
  readonly by: Readonly<Record<Choice | 'open', readonly Asked[]>>;
  /** What whoever chairs the Beirat said; `undefined` when the seat is vacant. */
  readonly chair?: Choice | 'open' | undefined;
  readonly chairHasDeputy: boolean;
  readonly prospect: Prospect;
  /** Voting members who say yes, and with those who come if need be. */
  readonly votingYes: number;
  readonly votingYesOrMaybe: number;
  readonly needed: number;
};

/** How every date stands, in the order of the poll. */
export function standingsOf(poll: DatePoll, context: Context): readonly Standing[] {
  const asked = askedNow(context);
  const { needed } = quorumOf(composition(context, today(context)), context.rules, false);
  return poll.options.map((option) => standingOf(option, poll, asked, needed));
}

function standingOf(
  option: Option,
  { answers }: DatePoll,
  asked: readonly Asked[],
  needed: number,
): Standing {
  const said = ({ party }: Asked): Choice | 'open' => answers[party]?.choices[option.id] ?? 'open';
  const of = (wanted: Choice | 'open') => asked.filter((one) => said(one) === wanted);
  const voting = (wanted: Choice | 'open') => of(wanted).filter((one) => one.voting).length;
  const votingYes = voting('yes');
  const votingYesOrMaybe = votingYes + voting('maybe');
  const chair = asked.find(({ isChair }) => isChair);
  return {
    option,
    by: { yes: of('yes'), maybe: of('maybe'), no: of('no'), open: of('open') },
    ...(chair ? { chair: said(chair) } : {}),
    chairHasDeputy: chair?.hasDeputy ?? false,
    prospect: prospectOf(votingYes, votingYesOrMaybe, voting('open'), needed),
    votingYes,
    votingYesOrMaybe,
    needed,
  };
}

function prospectOf(yes: number, yesOrMaybe: number, open: number, needed: number): Prospect {
  if (yes >= needed) return 'certain';
  if (yesOrMaybe >= needed) return 'if-need-be';
  return yesOrMaybe + open >= needed ? 'possible' : 'lost';
}

/** The date that suits best: the chair can, the quorum, most who can. `undefined` before anybody answered. */
export function bestOf(standings: readonly Standing[]): Standing | undefined {
  const answered = standings.filter(({ by }) => by.yes.length + by.maybe.length > 0);
  return [...answered].sort(
    (a, b) =>
      chairRank(b) - chairRank(a) ||
      prospects.indexOf(a.prospect) - prospects.indexOf(b.prospect) ||
      b.by.yes.length - a.by.yes.length ||
      b.by.maybe.length - a.by.maybe.length ||
      a.option.id.localeCompare(b.option.id),
  )[0];
}

const chairRank = ({ chair }: Standing): number => (chair === 'no' ? 0 : chair === 'yes' ? 2 : 1);
