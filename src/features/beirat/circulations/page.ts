import type { Cases } from '../../../case/cases.ts';
import { casePage } from '../../../case/page.ts';
import { labelOf } from '../../../core/case-number.ts';
import type { Block, Form, Page, PageRoute } from '../../../core/ports/pages.ts';
import { type Language, wordsIn } from '../../../core/text.ts';
import { type Context, today } from '../board/context.ts';
import { standingLine, voteWords } from './labels.ts';
import { type Circulation, decidedStates, votes } from './model.ts';
import { canVote } from './policy.ts';
import { ownLines } from './views/ballot.ts';
import { factsOf } from './views/office.ts';
import { votesIn } from './views/votes.ts';
import { capacityOf } from './voters.ts';

/** Where members outside Teams vote by circulation. */
export const circulationPath = '/beirat/umlauf';

export const circulationPage = (circulations: Cases<Circulation, Context>): PageRoute =>
  casePage(circulations, {
    path: circulationPath,
    subject: 'circulation',
    isFor: ({ until }) => until !== undefined,
    draw: ({ doc, party, context, became }, { language }) =>
      pageOf({
        circulation: doc,
        party,
        context,
        language,
        isDone: became === 'done',
        isMissing: became === 'incomplete',
      }),
    act: actIn,
    gone: {
      title: { de: 'Umlaufbeschluss', en: 'Circular resolution' },
      text: {
        de: 'Dieser Umlaufbeschluss richtet sich nicht mehr an Sie. Fragen beantwortet die Geschäftsführung des Digitalen Beirats.',
        en: 'This circular resolution is no longer for you. The board’s office answers questions.',
      },
    },
  });

function actIn(form: Form) {
  if (form.vote === 'object') return { kind: 'object', objection: form.text ?? '' };
  return votes.some((known) => known === form.vote) ? { kind: 'vote', vote: form.vote } : undefined;
}

type Shown = {
  readonly circulation: Circulation;
  readonly party: string;
  readonly context: Context;
  readonly language: Language;
  readonly isDone: boolean;
  readonly isMissing: boolean;
};

function pageOf({ circulation, party, context, language, isDone, isMissing }: Shown): Page {
  const t = wordsIn(language);
  const state = standingLine(circulation, today(context), language);
  const [first, ...lines] = ownLines(circulation, party, context, language);
  const isDecided = decidedStates.includes(circulation.state);
  const done = isDone && first ? `${t('Gespeichert.', 'Saved.')} ${first}` : state;
  return {
    title: `${labelOf(circulation)} ${circulation.title}`,
    language,
    body: [
      { kind: 'note', tone: isDone ? 'done' : 'hint', text: done },
      ...(!isDone && first ? [first, ...lines] : lines).map((text): Block => ({ kind: 'text', text })),
      { kind: 'heading', text: t('Wortlaut', 'Wording') },
      { kind: 'text', text: circulation.wording },
      ...(circulation.reasons
        ? [
            { kind: 'heading' as const, text: t('Begründung', 'Reasons') },
            { kind: 'text' as const, text: circulation.reasons },
          ]
        : []),
      { kind: 'facts', facts: factsOf(circulation, context, language) },
      ...(isDecided
        ? [
            { kind: 'heading' as const, text: t('Stimmen', 'Votes') },
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
  const t = wordsIn(language);
  const own = capacityOf(circulation, party, context)?.voter.ballot.vote;
  const error = t('Bitte wählen Sie eine Antwort.', 'Please choose an answer.');
  return {
    kind: 'form',
    fields: [
      {
        kind: 'choice',
        name: 'vote',
        label: t('Ihre Stimme', 'Your vote'),
        required: true,
        ...(isMissing ? { error } : {}),
        ...(own?.by === party ? { value: own.vote } : {}),
        options: [
          ...votes.map((value) => ({ value, title: voteWords[value][language] })),
          {
            value: 'object',
            title: t('Ich widerspreche dem Umlaufverfahren', 'I object to the procedure'),
            help: t(
              'Ein Widerspruch genügt: Die Abstimmung endet, und die Sache geht in die nächste Sitzung.',
              'One objection is enough: the voting ends and the matter goes to the next meeting.',
            ),
          },
        ],
      },
      {
        kind: 'text',
        name: 'text',
        label: t('Grund des Widerspruchs', 'Reason for the objection'),
        help: t('Nur bei einem Widerspruch.', 'Only for an objection.'),
        lines: 2,
        maxLength: 1000,
      },
    ],
    buttons: [{ title: t('Abstimmen', 'Vote') }],
  };
}
