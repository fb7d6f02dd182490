import type { Text } from '../../core/text.ts';

/** Fields that an idea may belong to; also what the weekly letter can be about. */
export const topics: readonly {
  readonly id: string;
  readonly name: Text;
  readonly words: readonly string[];
}[] = [
  {
    id: 'citizens',
    name: { de: 'Angebote für Bürgerinnen und Bürger', en: 'Services for citizens' },
    words: ['bürger', 'bürgerinnen', 'bürgerservice', 'online-dienste', 'citizens', 'services'],
  },
  {
    id: 'work',
    name: { de: 'Arbeiten in der Verwaltung', en: 'Work in the administration' },
    words: ['arbeit', 'arbeiten', 'verwaltung', 'abläufe', 'prozesse', 'work', 'administration', 'processes'],
  },
  {
    id: 'ai',
    name: { de: 'Künstliche Intelligenz', en: 'Artificial intelligence' },
    words: ['ki', 'künstliche intelligenz', 'ai', 'artificial intelligence', 'chatbot'],
  },
  {
    id: 'data',
    name: { de: 'Daten und Schnittstellen', en: 'Data and interfaces' },
    words: ['daten', 'schnittstellen', 'open data', 'data', 'interfaces', 'auswertung'],
  },
  {
    id: 'mobility',
    name: { de: 'Verkehr und Mobilität', en: 'Traffic and mobility' },
    words: ['verkehr', 'mobilität', 'parken', 'fahrrad', 'traffic', 'mobility', 'parking'],
  },
  {
    id: 'environment',
    name: { de: 'Umwelt und Energie', en: 'Environment and energy' },
    words: ['umwelt', 'energie', 'klima', 'environment', 'energy', 'climate'],
  },
  {
    id: 'education',
    name: { de: 'Bildung, Kultur und Soziales', en: 'Education, culture and social matters' },
    words: [
      'bildung',
      'schule',
      'schulen',
      'kultur',
      'soziales',
      'education',
      'schools',
      'culture',
      'social',
    ],
  },
  {
    id: 'economy',
    name: { de: 'Wirtschaft und Innenstadt', en: 'Economy and city centre' },
    words: ['wirtschaft', 'innenstadt', 'unternehmen', 'handel', 'economy', 'city centre', 'companies'],
  },
  { id: 'other', name: { de: 'Anderes', en: 'Other' }, words: ['anderes', 'sonstiges', 'other'] },
];

export const topicName = (id: string): Text =>
  topics.find((one) => one.id === id)?.name ?? { de: id, en: id };

/** The topic that somebody names; `undefined` when none of its words was meant. */
export const topicNamed = (text: string): string | undefined => {
  const plain = text.normalize('NFC').trim().toLowerCase();
  return topics.find(
    ({ name, words }) =>
      words.includes(plain) || [name.de, name.en].some((one) => one.toLowerCase() === plain),
  )?.id;
};
