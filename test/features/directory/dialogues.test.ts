import { expect, test } from '@jest/globals';
import { openLearned } from '../../../src/app/learned.ts';
import { openPartners } from '../../../src/app/partners.ts';
import { openKnownWords } from '../../../src/app/words-command.ts';
import { languageOf } from '../../../src/core/language.ts';
import type { Asker, Finding } from '../../../src/features/directory/finding.ts';
import { answerQuestion } from '../../../src/features/directory/question.ts';
import { rememberedOf } from '../../../src/features/directory/remembered.ts';
import { createUnderstanding } from '../../../src/language/understand.ts';
import { demoDirectory } from '../../support/directory-builder.ts';
import { programLexicon } from '../../support/program-data.ts';

const directory = await demoDirectory();
const understand = createUnderstanding(
  await programLexicon(),
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
    const before = rememberedOf(found, understand(turn, language), asker.before) ?? asker.before;
    asker = { ...asker, before };
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
  ['it-beauftragte', 'Wer ist mein IT-Beauftragter?|und in der Sternwarte?'],
  ['it-beauftragte', 'Wer ist mein IT-Beauftragter?|ich hab dreimal angerufen, da hebt keiner ab'],
  ['it-beauftragte', 'Wer ist IT-Beauftragte in Amt 50?|die Kollegin hat gekündigt'],
  ['digitaler-beirat', 'Was macht der Digitallotse?|nein, ich meinte den Beirat'],
  ['kgrz', 'Wer bewilligt ein Notebook?|Falsch verstanden, ich wollte wissen, wer es repariert'],
  ['it-beauftragte', 'Wer ist IT-Beauftragter in Amt 37?|nicht 37, sondern Amt 66'],
  ['strategisches-it-management', 'Wer betreut GIS?|und wer muss das am Ende zahlen?'],
  ['kgrz', 'Wer leitet das KGRZ?|und wenn der im Urlaub ist?'],
  ['partner', 'Wer bewilligt ein Notebook?|und der Personalrat?'],
  ['own:who-decides', 'Ich brauche ein Headset|und wie lange muss ich warten?'],
  ['kgrz', 'Who runs the servers?|it goes straight to voicemail'],
  ['fachadministratoren', 'Wer betreut GIS?|und für das Einwohnerverfahren?'],
  ['none', 'Wer betreut GIS?|und die Katze von nebenan?'],
  ['stadtvorstand', 'Was macht der Digitale Beirat?|und wer hat da den Vorsitz?'],
  ['digitallotse-wirtschaft', 'Was macht der Digitale Beirat?|Wer führt denn dessen Geschäfte?'],
  ['stadtvorstand', 'Was macht der Digitale Beirat?|Wen berät der denn?'],
  ['digitaler-beirat', 'Wer ist der Stadtvorstand?|wer berät den?'],
  ['strategisches-it-management', 'Was ist das Digitalisierungsbüro?|An wen gibt das Aufgaben ab?'],
  ['own:who-decides', 'Wer genehmigt neue Software?|ab welchem Betrag entscheidet der Stadtvorstand?'],
  ['own:who-decides', 'Ich brauche ein Notebook|das kostet 30.000 Euro'],
  ['pleasantry', 'Wer betreut GIS?|und danke'],
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

test('the form that a follow-up asks for is about the thing of the question before', () => {
  const found = lastOf(['Wer bewilligt ein Notebook?', 'Und wie beantrage ich das?']);
  expect(found).toMatchObject({ wish: 'workplace', subject: 'Notebook', on: { side: 'request' } });
});

test('a follow-up says what it goes on from', () => {
  const found = lastOf(['Wer betreibt die Server?', 'und wer bezahlt das?']);
  expect(found).toMatchObject({
    refs: [{ role: 'strategisches-it-management' }],
    on: { ref: { role: 'kgrz' }, side: 'pays' },
  });
});

test.each([
  ['Seit wann macht die das?', '2026-11-28'],
  ['und im März 2026?', '2026-03-31'],
  ['und ab 1.1.2027?', '2027-01-01'],
  ['und wer war das 2024?', '2024-12-31'],
  ['und bis wann?', '2026-11-28'],
])('after an answer "%s" is about the day %s', (text, day) => {
  const found = lastOf(['Wer ist mein IT-Beauftragter?', text]);
  expect(found).toMatchObject({ refs: [{ role: 'it-beauftragte', unit: '61', day }] });
});

test('of what was offered one is taken by its place, in the order of the card', () => {
  const asked = lastOf(['Software']);
  expect(asked.kind).toBe('choices');
  if (asked.kind !== 'choices') return;
  const forms = asked.others.filter((label) => label.startsWith('wish:'));
  const place = forms.length + 1;
  const found = lastOf(['Software', `Nr. ${place}`]);
  expect(found).toMatchObject({ kind: 'answer', refs: [{ role: asked.refs[0]?.role }] });
});

test.each([
  ['und was macht das andere?', 'strategisches-it-management'],
  ['Was macht Ersteres sonst noch?', 'kgrz'],
  ['und Letzteres?', 'strategisches-it-management'],
])('of two that a question named one is asked about: %s', (text, role) => {
  expect(lastOf(['Was ist der Unterschied zwischen KGRZ und 10.50?', text])).toMatchObject({
    refs: [{ role }],
  });
});

test.each([
  [
    'Zurück zu meiner ersten Frage, wie ist die Nummer?',
    { role: 'it-beauftragte', unit: '50', number: true },
  ],
  ['und die Nummer?', { role: 'kgrz', number: true }],
])('who goes back means the answer before the last one: %s', (text, ref) => {
  const turns = ['Wer ist IT-Beauftragte in Amt 50?', 'Wer betreibt die Server?', text];
  expect(lastOf(turns)).toMatchObject({ refs: [ref] });
});

test('after something in between that came to nothing, back is the last answer', () => {
  const turns = [
    'Wer ist IT-Beauftragte in Amt 50?',
    'Wie wird das Wetter morgen?',
    'Zurück zur Sache, die Nummer?',
  ];
  expect(lastOf(turns)).toMatchObject({ refs: [{ role: 'it-beauftragte', unit: '50' }] });
});

test.each(['und ab 25.000 Euro?', 'und wenn es teurer wird?', 'und bei über 30.000?'])(
  'from an amount on the way of a request says who decides: %s',
  (text) => {
    expect(lastOf(['Wer bewilligt einen EDV-Arbeitsplatz?', text])).toMatchObject({
      kind: 'own',
      label: 'own:who-decides',
    });
  },
);

test('who decides about a wish is 10.50, by the task that says so', () => {
  expect(
    lastOf(['Ich möchte eine Auswertung programmieren lassen', 'und wer entscheidet das?']),
  ).toMatchObject({
    refs: [{ role: 'strategisches-it-management' }],
  });
});

test.each([
  ['Wer war 2024 IT-Beauftragte von Amt 61?', { day: '2024-12-31' }],
  ['Wer ist ab Januar IT-Beauftragte in Amt 61?', { day: '2027-01-01' }],
  ['Wer ist am 15.1.2027 IT-Beauftragte in Amt 61?', { day: '2027-01-15' }],
  ['Wer ist IT-Beauftragte in Amt 61 am 15. Januar 2027?', { day: '2027-01-15' }],
  ['Who is IT officer of office 61 on 15 January 2027?', { day: '2027-01-15' }],
  ['Seit wann ist die IT-Beauftragte von Amt 61 im Amt?', { day: '2026-11-28', term: 'since' }],
  ['Bis wann ist die IT-Beauftragte von Amt 61 bestellt?', { day: '2026-11-28', term: 'until' }],
  ['Wer war Vorgänger der IT-Beauftragten in Amt 61?', { before: true }],
  ['Wer ist die Nachfolgerin der IT-Beauftragten in Amt 61?', { after: true }],
  ['Who was the predecessor of the IT officer in office 61?', { before: true }],
])('a question of its own may be about another time: %s', (text, time) => {
  expect(lastOf([text])).toMatchObject({ refs: [{ role: 'it-beauftragte', unit: '61', ...time }] });
});

test.each([
  'Welche Empfehlungen sind noch offen?',
  'Hat der Stadtvorstand auf die Empfehlung geantwortet?',
  'Which recommendations are unanswered?',
])('the recommendations of the board are asked for: %s', (text) => {
  expect(nameOf(lastOf([text]))).toBe('own:beirat-recommendations');
});

test('a form has a last day as well: that is no time in office', () => {
  expect(nameOf(lastOf(['Bis wann muss ich den Antrag stellen?']))).toBe('own:who-decides');
});

test.each(['Ich brauche einen Server', 'Wir brauchen einen Switch', 'Brauche eine Tastatur'])(
  'a thing of IT that is wanted, and nothing else, leads to a form: %s',
  (text) => {
    const found = lastOf([text]);
    expect(found.kind === 'answer' ? found.wish : found).toEqual(
      expect.stringMatching(/workplace|procurement/),
    );
  },
);

test.each([
  'Onboarding',
  'Neue Kollegin fängt an',
  'Jemand geht in Rente',
  'Wir kriegen im Januar eine neue Kollegin, was muss ich da machen?',
  'A new colleague starts in January',
])('who comes and goes is reported with one form: %s', (text) => {
  const found = lastOf([text]);
  expect(found.kind === 'answer' ? found.wish : JSON.stringify(found)).toContain('people-change');
});

test('one’s own retirement is the matter of the staff office', () => {
  expect(lastOf(['Wann kann ich in Rente gehen?'])).toMatchObject({
    kind: 'partner',
    ids: ['personalamt'],
  });
});

test.each([
  ['und für 30 Stück?', 'workplace'],
  ['zwei davon bitte', 'workplace'],
])('more of what was wished for is asked for in its form: %s', (text, wish) => {
  expect(lastOf(['Ich brauche ein Notebook', text])).toMatchObject({ kind: 'answer', wish });
});

test.each([
  ['Wer genehmigt Beschaffungen?', 'und über 25.000?'],
  ['auch über 25.000?'],
  ['Who approves purchases?', 'and above 25k?'],
])('an amount asks who decides then, also where no role was named before: %s', (...turns) => {
  expect(nameOf(lastOf(turns))).toBe('own:who-decides');
});

test.each([
  'Wir brauchen zwei Monitore für 300 Euro bis Ende Januar',
  'Ich brauche ein Notebook für die Bauberatung bis 15.1., etwa 1200 Euro',
  'I need a laptop for about 1,200 euros by 15 January',
])('an amount in a new wish belongs to the wish, whatever was answered before: %s', (text) => {
  for (const before of ['Ich brauche ein Notebook', 'Wer bewilligt einen EDV-Arbeitsplatz?'])
    expect(lastOf([before, text])).toMatchObject({
      kind: 'answer',
      wish: expect.stringMatching(/workplace|procurement/),
    });
});

test('a role that is asked about is no place, though an office has its name', () => {
  const about = (text: string) => lastOf(['Wer ist IT-Beauftragte in Amt 61?', text]);
  expect(about('und was macht das KGRZ?')).toMatchObject({ refs: [{ role: 'kgrz' }] });
  expect(about('und im KGRZ?')).toMatchObject({ refs: [{ role: 'it-beauftragte', unit: '17' }] });
});
