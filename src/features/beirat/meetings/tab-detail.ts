import { filesBlock } from '../../../case/files.ts';
import { momentIn } from '../../../core/day.ts';
import type { FileLimits } from '../../../core/files/sent.ts';
import type { Block, TableBlock } from '../../../core/tab.ts';
import { type Language, wordsIn } from '../../../core/text.ts';
import type { Context } from '../board/context.ts';
import { filesFor, mayAddPapers } from './item-files.ts';
import { answerWords, dispatchState, historyText } from './labels.ts';
import type { Meeting } from './model.ts';

/* What stands beside the card of a meeting that somebody has opened on the board's tab. */

export function agenda({ plan }: Meeting, language: Language): TableBlock {
  const t = wordsIn(language);
  return {
    kind: 'table',
    id: 'agenda',
    title: t('Tagesordnung', 'Agenda'),
    head: [t('TOP', 'Item'), t('Thema', 'Topic'), t('Art', 'Kind'), t('Wer', 'Who'), t('Minuten', 'Minutes')],
    rows: plan.items.map((item, at) => ({
      cells: [
        String(at + 1),
        [item.title, item.text].filter(Boolean).join(' – '),
        [
          item.kind === 'decision' ? t('Beschluss', 'decision') : t('Bericht', 'report'),
          ...(item.public ? [] : [t('nicht öffentlich', 'closed')]),
        ].join(', '),
        item.rapporteur ?? '–',
        item.minutes === undefined ? '–' : String(item.minutes),
      ],
    })),
    empty: t('Es gibt noch keine Punkte.', 'There are no items yet.'),
  };
}

/** Papers that are files: those that the visitor may have, and for the office a place to add one. */
export function papers(
  meeting: Meeting,
  party: string,
  context: Context,
  language: Language,
  limits: FileLimits,
): Block {
  const block = filesBlock(
    { id: meeting.id, files: filesFor(meeting, party, context) },
    language,
    limits,
    mayAddPapers(meeting, { id: party }, context),
  );
  const t = wordsIn(language);
  return {
    ...block,
    title: t('Anlagen als Dateien', 'Papers as files'),
    empty: t('Es liegt noch keine Datei bei.', 'There is no file yet.'),
    adding:
      block.adding &&
      `${block.adding} ${t(
        'Mitglieder bekommen sie, sobald Sie sie einem Punkt der Tagesordnung zuordnen.',
        'Members get it as soon as you give it to an item of the agenda.',
      )}`,
  };
}

/** What each member answered, and how the invitation reached them. */
export function answers({ invitees }: Meeting, language: Language): TableBlock {
  const t = wordsIn(language);
  return {
    kind: 'table',
    id: 'answers',
    title: t('Antworten und Zustellung', 'Answers and delivery'),
    head: [t('Mitglied', 'Member'), t('Antwort', 'Answer'), t('Zustellung', 'Delivery')],
    rows: invitees
      .filter(({ releasedAt }) => !releasedAt)
      .map(({ name, as, reply, dispatches }) => {
        const last = dispatches.at(-1);
        return {
          cells: [
            as === 'deputy' ? `${name} (${t('Vertretung', 'deputy')})` : name,
            reply
              ? [answerWords[reply.answer][language], reply.reason].filter(Boolean).join(': ')
              : t('noch keine', 'none yet'),
            last ? dispatchState(last, language) : '–',
          ],
          tone: last?.state === 'failed' || last?.state === 'unclear' ? 'attention' : 'plain',
        };
      }),
    empty: t('Es ist noch niemand eingeladen.', 'Nobody has been invited yet.'),
  };
}

export function presence({ session, plan, resolutions: resolved }: Meeting, language: Language): Block {
  const t = wordsIn(language);
  if (!session)
    return {
      kind: 'text',
      text: t('Die Sitzung ist noch nicht eröffnet.', 'The meeting has not been opened yet.'),
      subtle: true,
    };
  return {
    kind: 'table',
    id: 'votes',
    title: t('Was zu den Punkten festgehalten ist', 'What is recorded for the items'),
    head: [
      t('TOP', 'Item'),
      t('Thema', 'Topic'),
      t('Notiz', 'Note'),
      t('Beschluss', 'Resolution'),
      t('Ja : Nein : Enth.', 'Yes : no : abst.'),
    ],
    rows: plan.items.map(({ id, title }, at) => {
      const one = resolved.findLast(({ item }) => item === id);
      return {
        cells: [
          String(at + 1),
          title,
          session.notes[id] ?? '–',
          one ? `${one.number}: ${one.wording}` : '–',
          one ? `${one.votes.yes} : ${one.votes.no} : ${one.votes.abstain}` : '–',
        ],
      };
    }),
    empty: '–',
  };
}

export const history = (meeting: Meeting, language: Language): Block => ({
  kind: 'timeline',
  title: wordsIn(language)('Verlauf', 'History'),
  entries: meeting.history.map((entry) => ({
    title: historyText(entry, language, 300),
    when: momentIn(language, entry.at),
    tone: 'plain' as const,
    at: 'past' as const,
  })),
});
