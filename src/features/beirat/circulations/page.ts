import { labelOf } from '../../../core/case-number.ts';
import type { Block, Page, PageRoute, Visit } from '../../../core/ports/pages.ts';
import type { Language } from '../../../core/text.ts';
import { type Context, today } from '../board/context.ts';
import { contextAt } from '../board/desk.ts';
import type { CirculationAct } from './act.ts';
import { canVote, ownLines } from './ballot-view.ts';
import { type Circulation, decidedStates, votes } from './circulation.ts';
import { actOnCirculation, type CirculationDesk, circulationSeeing } from './desk.ts';
import { factsOf } from './office-view.ts';
import { capacityOf } from './voters.ts';
import { votesIn } from './votes-view.ts';
import { standingLine, voteWords } from './words.ts';

/** Where members outside Teams vote by circulation. */
export const circulationPath = '/beirat/umlauf';

export const circulationPages = (desk: CirculationDesk): readonly PageRoute[] => [
  {
    path: circulationPath,
    async get(visit) {
      const found = await theirs(desk, visit);
      return found ? pageOf({ ...found, language: visit.language }) : nothing(visit.language);
    },
    async post(visit, form) {
      const found = await theirs(desk, visit);
      if (!found) return nothing(visit.language);
      const act = actIn(form);
      const page = { ...found, language: visit.language };
      if (!act) return { ...pageOf({ ...page, isMissing: true }), status: 422 };
      const by = { id: found.party, name: desk.directory.person(found.party)?.name ?? found.party };
      const circulation = await actOnCirculation(desk, by, found.circulation.id, act, found.context.now);
      return pageOf({ ...page, circulation, isDone: true });
    },
  },
];

/** The circulation and the person of a link, while the person is in the Beirat. */
async function theirs(desk: CirculationDesk, { subject, now }: Visit) {
  const { circulation: id = '', party = '' } = subject;
  const context = contextAt(desk, now.toISOString());
  const circulation = await desk.circulations.get(id);
  return circulation && circulation.until !== undefined && circulationSeeing(circulation, party, context)
    ? { circulation, party, context }
    : undefined;
}

function actIn(form: Readonly<Record<string, string>>): CirculationAct | undefined {
  if (form.vote === 'object') return { kind: 'object', text: (form.text ?? '').slice(0, 1000) };
  const vote = votes.find((known) => known === form.vote);
  return vote && { kind: 'vote', vote, via: 'mail' };
}

type Shown = {
  readonly circulation: Circulation;
  readonly party: string;
  readonly context: Context;
  readonly language: Language;
  readonly isDone?: boolean;
  readonly isMissing?: boolean;
};

function pageOf({ circulation, party, context, language, isDone, isMissing = false }: Shown): Page {
  const isGerman = language === 'de';
  const state = standingLine(circulation, today(context), language);
  const [first, ...lines] = ownLines(circulation, party, context, language);
  const isDecided = decidedStates.includes(circulation.state);
  const done = isDone && first ? `${isGerman ? 'Gespeichert.' : 'Saved.'} ${first}` : state;
  return {
    title: `${labelOf(circulation)} ${circulation.title}`,
    language,
    body: [
      { kind: 'note', tone: isDone ? 'done' : 'hint', text: done },
      ...(!isDone && first ? [first, ...lines] : lines).map((text): Block => ({ kind: 'text', text })),
      { kind: 'heading', text: isGerman ? 'Wortlaut' : 'Wording' },
      { kind: 'text', text: circulation.wording },
      ...(circulation.reasons
        ? [
            { kind: 'heading' as const, text: isGerman ? 'Begründung' : 'Reasons' },
            { kind: 'text' as const, text: circulation.reasons },
          ]
        : []),
      { kind: 'facts', facts: factsOf(circulation, language) },
      ...(isDecided
        ? [
            { kind: 'heading' as const, text: isGerman ? 'Stimmen' : 'Votes' },
            { kind: 'list' as const, items: votesIn(circulation, context, language) },
          ]
        : []),
      ...(canVote(circulation, party, context)
        ? [formOf(circulation, party, context, language, isMissing)]
        : []),
    ],
  };
}

function formOf(
  circulation: Circulation,
  party: string,
  context: Context,
  language: Language,
  isMissing: boolean,
): Block {
  const isGerman = language === 'de';
  const own = capacityOf(circulation, party, context)?.voter.ballot.vote;
  const error = isGerman ? 'Bitte wählen Sie eine Antwort.' : 'Please choose an answer.';
  return {
    kind: 'form',
    fields: [
      {
        kind: 'choice',
        name: 'vote',
        label: isGerman ? 'Ihre Stimme' : 'Your vote',
        required: true,
        ...(isMissing ? { error } : {}),
        ...(own?.by === party ? { value: own.vote } : {}),
        options: [
          ...votes.map((value) => ({ value, title: voteWords[value][language] })),
          {
            value: 'object',
            title: isGerman ? 'Ich widerspreche dem Umlaufverfahren' : 'I object to the procedure',
            help: isGerman
              ? 'Ein Widerspruch genügt: Die Abstimmung endet, und die Sache geht in die nächste Sitzung.'
              : 'One objection is enough: the voting ends and the matter goes to the next meeting.',
          },
        ],
      },
      {
        kind: 'text',
        name: 'text',
        label: isGerman ? 'Grund des Widerspruchs' : 'Reason for the objection',
        help: isGerman ? 'Nur bei einem Widerspruch.' : 'Only for an objection.',
        lines: 2,
        maxLength: 1000,
      },
    ],
    buttons: [{ title: isGerman ? 'Abstimmen' : 'Vote' }],
  };
}

const nothing = (language: Language): Page => ({
  status: 404,
  title: language === 'de' ? 'Umlaufbeschluss' : 'Circular resolution',
  language,
  body: [
    {
      kind: 'text',
      text:
        language === 'de'
          ? 'Dieser Umlaufbeschluss richtet sich nicht mehr an Sie. Fragen beantwortet die Geschäftsführung des Digitalen Beirats.'
          : 'This circular resolution is no longer for you. The management of the Digital Advisory Board answers questions.',
    },
  ],
});
