import type { Holding } from '../../case/holding.ts';
import { outboxCollection, refreshCollection } from '../../core/notice.ts';
import { copiesCollection, messagesCollection } from './copies.ts';

/** What notices keep of people. */
export const noticeHoldings: readonly Holding[] = [
  {
    collection: outboxCollection,
    noun: { de: 'Benachrichtigung', en: 'Notice' },
    people: [
      {
        at: '',
        id: 'recipient',
        shown: ['kind', 'ref', 'createdAt', 'state', 'channel'],
        erased: 'gone',
        as: { de: 'wird benachrichtigt', en: 'is notified' },
      },
      { at: 'facts', id: 'for', as: { de: 'wird darin genannt', en: 'is named in it' } },
    ],
    kept: {
      de: 'Zugestelltes wird nach 30 Tagen entfernt, nicht Zustellbares nach 90.',
      en: 'Delivered notices are removed after 30 days, undeliverable ones after 90.',
    },
    onErase: 'blank',
  },
  {
    collection: 'chats',
    noun: { de: 'Chat mit Lotse', en: 'Chat with Lotse' },
    people: [
      {
        at: '',
        id: 'id',
        names: ['name'],
        words: ['chat'],
        as: { de: 'wird hier erreicht', en: 'is reached here' },
      },
    ],
    kept: {
      de: 'Solange die App bei der Person installiert ist.',
      en: 'As long as the person has the app installed.',
    },
    onErase: 'remove',
  },
  {
    collection: copiesCollection,
    noun: { de: 'Gezeigte Karten eines Vorgangs', en: 'Cards that show a case' },
    people: [
      { at: 'copies[]', id: 'party', as: { de: 'sieht die Karte', en: 'sees the card' }, erased: 'gone' },
      {
        at: '',
        id: 'id',
        as: { de: 'hat eine eigene Karte', en: 'has a card of their own' },
        erased: 'gone',
      },
    ],
    kept: {
      de: '400 Tage nach dem letzten Zeigen, höchstens drei Karten je Person und Vorgang.',
      en: '400 days after it was last shown, three cards a person and case at most.',
    },
    onErase: 'blank',
  },
  {
    collection: messagesCollection,
    noun: { de: 'Nachricht mit Karte', en: 'Message with a card' },
    // Its id begins with that of the chat, which is known as the person's own: see `chats` and the cards above.
    people: [
      { at: '', id: 'shows', as: { de: 'hat eine eigene Karte', en: 'has a card of their own' } },
      { at: '', id: 'id', as: { de: 'hat sie im Chat', en: 'has it in the chat' } },
    ],
    kept: { de: 'So lange wie die Karte selbst.', en: 'As long as the card itself.' },
    onErase: 'remove',
  },
  {
    collection: refreshCollection,
    noun: { de: 'Anstehende Aktualisierung', en: 'Pending refresh' },
    people: [{ at: '', id: 'id', as: { de: 'hat eine eigene Karte', en: 'has a card of their own' } }],
    kept: { de: 'Bis sie erledigt ist, höchstens Tage.', en: 'Until it is done, days at most.' },
    onErase: 'remove',
  },
  {
    collection: 'preferences',
    noun: { de: 'Einstellungen für Benachrichtigungen', en: 'Settings of notices' },
    people: [
      {
        at: '',
        id: 'id',
        words: ['delivery', 'mailToo', 'quiet', 'language'],
        as: { de: 'hat sie gewählt', en: 'chose them' },
      },
    ],
    kept: {
      de: 'Bis die Person sie ändert oder gelöscht wird.',
      en: 'Until changed, or the person is erased.',
    },
    onErase: 'remove',
  },
  {
    collection: 'stops',
    noun: { de: 'Angehaltener Versand', en: 'Halted sending' },
    people: [],
    kept: { de: 'Bis der Versand wieder läuft.', en: 'Until sending works again.' },
    onErase: 'remove',
  },
];
