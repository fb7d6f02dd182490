import { expect, test } from '@jest/globals';
import { openLearned } from '../../../src/app/learned.ts';
import { openLexicon } from '../../../src/app/lexicon.ts';
import { openPartners } from '../../../src/app/partners.ts';
import { openKnownWords } from '../../../src/app/words-command.ts';
import { languageOf } from '../../../src/core/language.ts';
import { subjectOf } from '../../../src/features/directory/follow-up.ts';
import { type Asker, answerQuestion, type Finding } from '../../../src/features/directory/question.ts';
import { createUnderstanding } from '../../../src/language/understand.ts';
import { demoDirectory } from '../../support/directory-builder.ts';

const directory = await demoDirectory();
const understand = createUnderstanding(
  await openLexicon(),
  directory,
  await openLearned(),
  await openKnownWords(),
);
const knowledge = { directory, understand, partners: openPartners() };

/** What the last turn of a dialogue comes to, for somebody of Amt 61. */
function lastOf(turns: readonly string[]): Finding {
  let asker: Asker = { unit: '61', day: '2026-11-28' };
  let found: Finding = { kind: 'none', understood: false };
  for (const turn of turns) {
    const language = languageOf(turn);
    found = answerQuestion(turn, language, asker, knowledge);
    if (found.kind !== 'answer') continue;
    const subject = subjectOf(understand(turn, language)) ?? asker.subject;
    asker = { ...asker, previous: found.refs[0], subject };
  }
  return found;
}

const nameOf = (found: Finding): string =>
  found.kind === 'answer' ? found.refs[0].role : found.kind === 'own' ? found.label : found.kind;

test.each([
  ['it-beauftragte', 'Wer ist mein IT-Beauftragter?|und wenn der im Urlaub ist?'],
  ['it-beauftragte', 'Wer ist mein IT-Beauftragter?|Wer springt ein, wenn er krank ist?'],
  ['it-beauftragte', 'Wer ist IT-Beauftragte in Amt 50?|Da geht keiner ran. Und jetzt?'],
  ['kgrz', 'Mein Drucker druckt nicht|Wie ist die Nummer?'],
  ['kgrz', 'Mein Drucker druckt nicht|und die Durchwahl bitte'],
  ['kgrz', 'Wer betreibt die Server?|Wie heißt die Person?'],
  ['kgrz', 'Wer betreibt die Server?|wo sitzen die?'],
  ['kgrz', 'Wer betreibt die Server?|Was machen die sonst noch?'],
  ['kgrz', 'Wer betreibt die Server?|Warum die?'],
  ['strategisches-it-management', 'Wer betreibt die Server?|und wer bezahlt das?'],
  ['strategisches-it-management', 'Wer bestellt Notebooks?|Auf wessen Kosten geht das?'],
  ['strategisches-it-management', 'Wer bewilligt einen EDV-Arbeitsplatz?|Kann ich das hier beantragen?'],
  ['own:who-decides', 'Wer bewilligt einen EDV-Arbeitsplatz?|Wie lange dauert das?'],
  ['it-beauftragte', 'Wer ist mein IT-Beauftragter?|und im Amt 66?'],
  ['it-beauftragte', 'Wer ist mein IT-Beauftragter?|und bei der Feuerwehr?'],
  ['it-beauftragte', 'Wer ist mein IT-Beauftragter?|nein, ich meinte Amt 66'],
  ['digitallotse-wirtschaft', 'Wer hilft Unternehmen bei der Digitalisierung?|und sein Stellvertreter?'],
  ['digitaler-beirat', 'Was macht der Digitallotse?|und der Beirat?'],
  ['kgrz', 'Who runs the servers?|and the phone number?'],
  ['kgrz', 'Who runs the servers?|what if they are away?'],
  ['kgrz', 'Who runs the servers?|how can I reach them?'],
  ['it-beauftragte', 'Who is my IT officer?|and for office 37?'],
  ['it-beauftragte', 'Who is my IT officer?|who stands in for her?'],
  ['it-beauftragte', 'Wer ist mein IT-Beauftragter?|wer war das vorher?'],
  ['it-beauftragte', 'Wer ist mein IT-Beauftragter?|Seit wann macht die das?'],
  ['stadtvorstand', 'Wer bewilligt einen EDV-Arbeitsplatz?|wer steht darüber?'],
  ['strategisches-it-management', 'Wer legt IT-Standards fest?|Wo steht das?'],
  ['strategisches-it-management', 'Wer legt IT-Standards fest?|Hat die Stelle eine E-Mail?'],
  ['strategisches-it-management', 'Wer legt IT-Standards fest?|In welchem Raum sitzt die Leitung?'],
  ['fachadministratoren', 'Wer betreut GIS?|und die E-Akte?'],
  ['fachadministratoren', 'Wer betreut GIS?|und wenn beide weg sind?'],
  ['fachadministratoren', 'Wer betreut GIS?|wer ist das?'],
  ['partner', 'Wer legt IT-Standards fest?|Muss der Personalrat zustimmen?'],
  ['kgrz', 'Wer bewilligt ein Notebook?|und wer bestellt das dann?'],
  ['kgrz', 'Wer bewilligt ein Notebook?|und wer repariert es?'],
  ['kgrz', 'Wer ist zuständig für Drucker?|ok danke|und die Nummer?'],
  ['kgrz', 'Wer ist zuständig für Drucker?|asdf|wie erreiche ich die?'],
  ['none', 'Wer ist zuständig für Drucker?|Wie wird das Wetter morgen?'],
  ['own:my-requests', 'Wer ist zuständig für Drucker?|Wo bleibt mein Antrag?'],
  ['digitale-mentoren', 'Wer berät Firmen mit Erfahrung?|und die Mentoren?'],
  ['digitalisierungsbuero', 'Wer ist das KGRZ?|und das Digitalisierungsbüro?'],
  ['kgrz', 'Wer ist das Digitalisierungsbüro?|nee, KGRZ meinte ich'],
  ['kgrz', 'An wen wende ich mich bei Passwortproblemen?|Gibt es da eine Mailadresse?'],
  ['kgrz', 'An wen wende ich mich bei Passwortproblemen?|und nach Feierabend?'],
  ['it-beauftragte', 'Wer ist mein IT-Beauftragter?|Wie heißt die denn?'],
  ['it-beauftragte', 'Wer ist mein IT-Beauftragter?|Welche Aufgaben hat die?'],
  ['it-beauftragte', 'Wer ist IT-Beauftragter in Amt 37?|Und im Bürgeramt?|und die Nummer?'],
  ['fachadministratoren', 'Wer betreut das Wohngeldverfahren?|und wie erreiche ich die?'],
  ['it-beauftragte', 'Wer ist IT-Beauftragter in Amt 61?|und für Amt 66?|und vorher?'],
  ['it-beauftragte', 'Wer ist IT-Beauftragter in Amt 61?|Hallo|und für Amt 66?'],
  [
    'strategisches-it-management',
    'Wer bewilligt einen EDV-Arbeitsplatz?|Wann kommt die Müllabfuhr?|und die Nummer?',
  ],
  ['kgrz', 'Who runs the servers?|and when they are on holiday?'],
  ['kgrz', 'Who runs the servers?|who is that?'],
  ['digitallotse-wirtschaft', 'Wer hilft Firmen bei der Digitalisierung?|wie heißt der?'],
  ['digitallotse-wirtschaft', 'Wer hilft Firmen bei der Digitalisierung?|Hat der eine Vertretung?'],
  ['own:who-decides', 'Wer bewilligt einen EDV-Arbeitsplatz?|und wie lange dauert sowas?'],
  ['digitaler-beirat', 'Wer ist der Digitallotse?|und der Digitale Beirat?'],
])('leads to %s: %s', (expected, dialogue) => {
  expect(nameOf(lastOf(dialogue.split('|')))).toBe(expected);
});

test.each([
  ['und die Nummer?', { number: true }],
  ['und wenn die im Urlaub ist?', { deputy: true }],
  ['und vorher?', { before: true }],
])('"%s" shows that side of the answer before', (text, side) => {
  expect(lastOf(['Wer ist mein IT-Beauftragter?', text])).toMatchObject({ refs: [side] });
});

test('"Kann ich das hier beantragen?" opens the form of what was answered', () => {
  const found = lastOf(['Wer bewilligt einen EDV-Arbeitsplatz?', 'Kann ich das hier beantragen?']);
  expect(found).toMatchObject({ kind: 'answer', wish: 'workplace' });
});
