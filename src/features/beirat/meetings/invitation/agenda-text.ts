import type { Language } from '../../../../core/text.ts';
import { longDay, shortDay } from '../../board/words.ts';
import type { Item, Meeting } from '../meeting.ts';
import { itemDetail } from '../plan/agenda-view.ts';
import { timesOf } from '../words.ts';

/** Day, time and place as letters and pages state them. */
export function whenAndWhere(meeting: Meeting, language: Language) {
  const { plan, state } = meeting;
  const isGerman = language === 'de';
  const date = `${longDay(plan.day, language)}, ${timesOf(meeting, language)}`;
  const isOff = state === 'postponed';
  return [
    {
      title: isGerman ? 'Wann' : 'When',
      value: isOff ? `${isGerman ? 'noch offen, bisher' : 'still open, so far'} ${date}` : date,
    },
    { title: isGerman ? 'Wo' : 'Where', value: plan.place },
    ...(plan.onlineUrl && !isOff ? [{ title: 'Online', value: plan.onlineUrl }] : []),
  ];
}

/** Until when an answer is asked for; nothing while there is no date to answer to. */
export const replyByFact = ({ plan, state }: Meeting, language: Language) =>
  state === 'postponed'
    ? []
    : [{ title: language === 'de' ? 'Antwort bis' : 'Answer by', value: shortDay(plan.replyBy, language) }];

/** One item with its details and what it is about, on lines of its own; without its number. */
export const itemLines = (item: Item, language: Language): string =>
  [item.title, itemDetail(item, language), ...(item.text ? [item.text] : [])].join('\n');

/** The agenda of a letter, a paragraph for each item. */
export const agendaParagraphs = ({ plan }: Meeting, language: Language): readonly string[] => [
  `${language === 'de' ? 'Tagesordnung' : 'Agenda'}:`,
  ...plan.items.map((item, at) => `${at + 1}. ${itemLines(item, language)}`),
];

/** The agenda as the text of a calendar entry. */
export const agendaText = ({ plan }: Meeting, language: Language): string =>
  [
    language === 'de' ? 'Tagesordnung' : 'Agenda',
    ...plan.items.map((item, at) => `${at + 1}. ${itemLines(item, language).replaceAll('\n', '\n    ')}`),
  ].join('\n');

/** The attachments of all items, named after their item. */
export const attachments = ({ plan }: Meeting, language: Language) =>
  plan.items.flatMap((item, at) =>
    item.links.map(({ title, url }) => ({
      title: `${language === 'de' ? 'TOP' : 'Item'} ${at + 1}: ${title}`,
      url,
    })),
  );

/** Members must know what is not for the public. */
export const confidentiality = ({ plan }: Meeting, language: Language): readonly string[] =>
  plan.items.every((item) => item.public)
    ? []
    : [
        language === 'de'
          ? 'Punkte mit dem Vermerk „nicht öffentlich“ sind vertraulich.'
          : 'Items marked “not public” are confidential.',
      ];
