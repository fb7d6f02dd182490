import type { Paper } from '../../src/core/ports/papers.ts';

/** Minutes as they come out of a meeting, with everything that a paper can hold. */
export const minutes: Paper = {
  title: 'Niederschrift über die 1. Sitzung 2027',
  subtitle: 'Digitaler Beirat der Stadt Koblenz',
  author: 'Digitallotse Wirtschaft',
  language: 'de',
  footer: 'Niederschrift B-2027/1',
  facts: [
    { title: 'Tag und Zeit', value: 'Donnerstag, 4. März 2027, 10:00 bis 12:30 Uhr' },
    { title: 'Ort', value: 'Rathaus, Zimmer 101\nund online' },
    { title: 'Vorsitz', value: 'Mitglied des Stadtvorstandes' },
    { title: 'Schriftführung', value: 'Digitallotse Wirtschaft' },
  ],
  sections: [
    {
      heading: 'Anwesenheit',
      blocks: [
        {
          kind: 'table',
          caption: 'Anwesende Mitglieder',
          head: ['Mitglied', 'Stimmrecht', 'Teilnahme'],
          rows: [
            ['Vorsitz', 'stimmberechtigt', 'vor Ort'],
            ['Expertin oder Experte Wissenschaft', 'stimmberechtigt', 'online'],
            ['Werkleitung KGRZ', 'beratend', 'vertreten durch Leitung IT-Betrieb KGRZ'],
          ],
        },
        {
          kind: 'text',
          text: 'Der Beirat ist beschlussfähig: 5 von 9 stimmberechtigten Mitgliedern sind anwesend.',
        },
      ],
    },
    {
      heading: 'Tagesordnung',
      blocks: [
        { kind: 'list', ordered: true, items: ['Begrüßung', 'Bericht des Digitallotsen', 'Förderprojekt'] },
      ],
    },
    { heading: 'Beratung', blocks: [] },
    {
      heading: 'TOP 2: Bericht des Digitallotsen',
      level: 2,
      blocks: [
        {
          kind: 'text',
          text: 'Der Digitallotse berichtet über <laufende> Projekte & „Ideen“.\nFragen werden beantwortet.',
        },
        { kind: 'list', items: ['WLAN in der Innenstadt', 'Datenplattform'] },
      ],
    },
    {
      heading: 'TOP 3: Förderprojekt',
      level: 2,
      blocks: [
        { kind: 'text', text: 'Beschluss B-2027/1-01, einstimmig bei einer Enthaltung:' },
        { kind: 'wording', text: 'Der Beirat empfiehlt dem Stadtvorstand, den Antrag zu stellen.' },
        { kind: 'list', ordered: true, items: ['Antrag vorbereiten', 'Antrag stellen'] },
      ],
    },
    { heading: 'Unterschriften', blocks: [{ kind: 'signatures', signers: ['Vorsitz', 'Schriftführung'] }] },
  ],
};
