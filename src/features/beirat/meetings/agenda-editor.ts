import { labelOf } from '../../../core/case-number.ts';
import type { ArrangeBlock, EntryForm, Field, Must } from '../../../core/tab.ts';
import { type Language, shortened, wordsIn } from '../../../core/text.ts';
import { shortDay } from '../board/words.ts';
import {
  emptyItem,
  entriesOfItem,
  type ItemEntries,
  itemProblem,
  notTaken,
  type Proposal,
} from './agenda.ts';
import { fileText } from './item-files.ts';
import type { Meeting } from './model.ts';
import { itemDetail } from './views/agenda.ts';

/** States in which the agenda is worked on; after the invitation it has supplements. */
const editable: readonly Meeting['state'][] = ['planned', 'awaiting-approval', 'approved'];

export const isAgendaOpen = ({ state }: Pick<Meeting, 'state'>): boolean => editable.includes(state);

/** The agenda on a page, to be arranged there: the same verbs as on its card, for the draft that is shown. */
export function agendaEditor(
  meeting: Meeting,
  proposals: readonly Proposal[],
  language: Language,
  { folded, hasGuests }: { readonly folded: boolean; readonly hasGuests: boolean },
): ArrangeBlock {
  const t = wordsIn(language);
  const { id, draft, state, plan } = meeting;
  const press = (verb: string, more: object) => ({ verb, data: { id, draft, ...more } });
  const files = (meeting.files ?? []).map((file) => ({ title: fileText(file, language), value: file.id }));
  const offering = { hasGuests, files };
  const offered = notTaken(proposals, plan.items).slice(0, 12);
  return {
    kind: 'arrange',
    id: `agenda-${id}`,
    title: t(
      `Tagesordnung ${labelOf(meeting)}, ${shortDay(plan.day, 'de')}`,
      `Agenda ${labelOf(meeting)}, ${shortDay(plan.day, 'en')}`,
    ),
    text:
      state === 'planned'
        ? undefined
        : t(
            'Der Vorsitz hat diese Fassung schon vor sich. Ändern Sie etwas, braucht es die Freigabe noch einmal.',
            'The chair has this version already. If you change something, it needs the approval once more.',
          ),
    items: plan.items.map((item) => ({
      id: item.id,
      title: item.title,
      text: itemDetail(item, language),
      edit: formOf(entriesOfItem(item), press('beirat.item-save', {}), language, offering),
      up: press('beirat.item-up', { chosen: item.id }),
      down: press('beirat.item-down', { chosen: item.id }),
      remove: press('beirat.item-remove', { chosen: item.id }),
    })),
    add: formOf(emptyItem, press('beirat.item-save', {}), language, offering),
    offers:
      offered.length === 0
        ? undefined
        : {
            title: t('Wartet auf eine Tagesordnung', 'Waits for an agenda'),
            asks: offered.map(({ key, title }) => ({
              title: shortened(title, 80),
              ask: press('beirat.take', { proposals: key }),
            })),
          },
    empty: t('Es gibt noch keine Punkte.', 'There are no items yet.'),
    folded,
  };
}

type Offering = {
  readonly hasGuests: boolean;
  readonly files: readonly { readonly title: string; readonly value: string }[];
};

/** What is not a field here goes along as it is: a form that shows less than the item holds takes nothing from it. */
function formOf(
  entries: ItemEntries,
  ask: { readonly verb: string; readonly data: object },
  language: Language,
  { hasGuests, files }: Offering,
): EntryForm {
  const t = wordsIn(language);
  const must = (match: string, wrong: Partial<ItemEntries>): Must => ({
    match,
    text: itemProblem({ ...emptyItem, title: '?', ...wrong })?.[language] ?? '',
  });
  const fields: readonly Field[] = [
    {
      kind: 'text',
      id: 'title',
      label: t('Thema', 'Topic'),
      value: entries.title,
      must: must('\\S', { title: '' }),
    },
    { kind: 'words', id: 'text', label: t('Worum es geht', 'What it is about'), value: entries.text },
    {
      kind: 'choice',
      id: 'kind',
      label: t('Art', 'Kind'),
      value: entries.kind,
      options: [
        { title: t('Beschluss', 'Decision'), value: 'decision' },
        { title: t('Information', 'Information'), value: 'information' },
      ],
    },
    {
      kind: 'choice',
      id: 'isPublic',
      label: t('Öffentlichkeit', 'Public'),
      value: String(entries.isPublic),
      options: [
        { title: t('nicht öffentlich', 'not public'), value: 'false' },
        { title: t('öffentlich', 'public'), value: 'true' },
      ],
    },
    {
      kind: 'text',
      id: 'minutes',
      isShort: true,
      label: t('Minuten', 'Minutes'),
      value: entries.minutes,
      must: must('^\\s*\\d{0,3}\\s*$', { minutes: '?' }),
    },
    {
      kind: 'text',
      id: 'rapporteur',
      label: t('Wer trägt vor?', 'Who presents?'),
      value: entries.rapporteur,
    },
    ...(hasGuests || entries.guests
      ? [
          {
            kind: 'words' as const,
            id: 'guests',
            label: t('Gäste nur zu diesem Punkt, je Zeile einer', 'Guests for this item only, one per line'),
            value: entries.guests,
          },
        ]
      : []),
    {
      kind: 'words',
      id: 'links',
      label: t('Anlagen, je Zeile ein Link', 'Attachments, one link per line'),
      value: entries.links,
      must: must('^\\s*$|^(?:.*\\s)?https?://\\S+\\s*$', { links: '?' }),
    },
    ...(files.length > 0
      ? [
          {
            kind: 'several' as const,
            id: 'files',
            label: t('Anlagen als Dateien', 'Papers as files'),
            value: (entries.files ?? '').split(',').filter(Boolean),
            options: files,
          },
        ]
      : []),
  ];
  return {
    title: entries.item ? t('Punkt ändern', 'Change item') : t('Neuer Punkt', 'New item'),
    fields,
    ask: { verb: ask.verb, data: { ...entries, isPublic: String(entries.isPublic), ...ask.data } },
  };
}
