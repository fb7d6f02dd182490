import { labelOf } from '../../../core/case-number.ts';
import type { Field, FormsBlock } from '../../../core/tab.ts';
import { type Language, wordsIn } from '../../../core/text.ts';
import type { Context } from '../board/context.ts';
import { candidates } from './attendance.ts';
import type { Held } from './model.ts';
import { type ItemView, itemReply } from './views/item.ts';

/** The record of a sitting on one screen: at every item who is there, what was said, and how it was voted. */
export function sittingForms(meeting: Held, context: Context, language: Language): FormsBlock {
  const t = wordsIn(language);
  return {
    kind: 'forms',
    id: `sitting ${meeting.id}`,
    title: t(`Sitzung ${labelOf(meeting)} mitschreiben`, `Keep the record of meeting ${labelOf(meeting)}`),
    text: t(
      'Wer da ist, gilt ab diesem Punkt. Jeder Punkt wird für sich gespeichert.',
      'Who is there counts from this item on. Each item is saved by itself.',
    ),
    forms: meeting.plan.items.map(({ id, kind }) => {
      const view = itemReply(meeting, id, context, language).data as ItemView;
      const isResolved = kind === 'decision' && view.canResolve;
      const data = { id: meeting.id, record: view.record, item: id };
      return {
        id,
        title: view.title,
        lines: [
          ...(view.quorum ? [{ text: view.quorum, tone: 'good' as const }] : []),
          ...(view.noQuorum ? [{ text: view.noQuorum, tone: 'warning' as const }] : []),
          ...(view.declared ? [{ text: view.declared, tone: 'warning' as const }] : []),
          ...(view.chaired ? [{ text: view.chaired, tone: 'plain' as const }] : []),
          ...view.resolutions.map(({ title, text, votes }) => ({
            text: `${title}: ${text} (${votes})`,
            tone: 'accent' as const,
          })),
          ...(view.more ? [{ text: view.more, tone: 'plain' as const }] : []),
        ],
        fields: [
          ...roomFields(withWholeNames(view, meeting, context), language),
          ...(isResolved ? voteFields(view, language) : []),
        ],
        asks: [
          { title: t('Speichern', 'Save'), ask: { verb: 'beirat.record-save', data } },
          ...(isResolved
            ? [
                {
                  title: t('Beschluss festhalten', 'Record the resolution'),
                  ask: { verb: 'beirat.resolve', data },
                },
              ]
            : []),
        ],
      };
    }),
  };
}

/** A card has room for a part of a long name, a page for all of it. */
function withWholeNames(view: ItemView, meeting: Held, context: Context): ItemView {
  const names = new Map(candidates(meeting, context).map(({ party, name }) => [party, name]));
  const whole = (people: ItemView['people']) =>
    people.map((one) => ({ ...one, title: names.get(one.value) ?? one.title }));
  return { ...view, people: whole(view.people), members: whole(view.members) };
}

function roomFields(view: ItemView, language: Language): readonly Field[] {
  const t = wordsIn(language);
  const several = (id: string, label: string, options: ItemView['people'], chosen: string): Field => ({
    kind: 'several',
    id,
    label,
    options,
    value: chosen.split(',').filter(Boolean),
  });
  return [
    several('present', t('Anwesend', 'Present'), view.people, view.present),
    several(
      'excluded',
      t('Befangen, nimmt nicht teil', 'Conflict of interest, takes no part'),
      view.members,
      view.excluded,
    ),
    ...(view.hasGuests
      ? [
          {
            kind: 'words' as const,
            id: 'guests',
            label: t('Gäste nur zu diesem Punkt, je Zeile einer', 'Guests for this item only, one per line'),
            value: view.guests,
          },
        ]
      : []),
    { kind: 'words', id: 'note', label: t('Notiz zur Beratung', 'Note on the discussion'), value: view.note },
  ];
}

function voteFields(view: ItemView, language: Language): readonly Field[] {
  const t = wordsIn(language);
  const votes = (id: 'yes' | 'no' | 'abstain' | 'none', label: string): Field => ({
    kind: 'number',
    id,
    label,
    value: view[id],
  });
  return [
    {
      kind: 'words',
      id: 'wording',
      label: t('Neuer Beschluss im Wortlaut', 'Wording of a new resolution'),
      value: view.wording,
    },
    votes('yes', t('Ja', 'Yes')),
    votes('no', t('Nein', 'No')),
    votes('abstain', t('Enthaltung', 'Abstentions')),
    votes('none', t('Nicht abgestimmt', 'Did not vote')),
    ...(view.bodies.length > 0
      ? [
          {
            kind: 'choice' as const,
            id: 'addressee',
            label: t('Empfehlung an', 'Recommendation to'),
            value: view.addressee,
            options: view.bodies,
          },
        ]
      : []),
    {
      kind: 'day',
      id: 'dueDay',
      label:
        view.bodies.length > 0
          ? t('Bis wann (leer: die übliche Frist zur Antwort)', 'By when (empty: the usual time to answer)')
          : t('Umzusetzen bis', 'To be carried out by'),
      value: view.dueDay,
    },
    {
      kind: 'text',
      id: 'owner',
      label: t('Zuständig für die Umsetzung', 'In charge of carrying it out'),
      value: view.owner,
    },
  ];
}
