import { describe, expect, test } from '@jest/globals';
import { openLearned } from '../../src/app/learned.ts';
import { openKnownWords } from '../../src/app/words-command.ts';
import { languageOf } from '../../src/core/language.ts';
import { goingOn, insteadIn } from '../../src/language/going-on.ts';
import { createUnderstanding } from '../../src/language/understand.ts';
import { demoDirectory } from '../support/directory-builder.ts';
import { programLexicon } from '../support/program-data.ts';

const understand = createUnderstanding(
  await programLexicon(),
  await demoDirectory(),
  await openLearned(),
  await openKnownWords(),
);
const read = (text: string) => goingOn(text, understand(text, languageOf(text)));

describe('a turn that goes on from an answer', () => {
  test.each([
    ['number', 'und wie erreich ich die Frau jetzt am schnellsten?'],
    ['number', 'Haben die auch eine Mail?'],
    ['absent', 'Was, wenn die gerade beide im Urlaub sind?'],
    ['absent', 'Ich hab es dreimal probiert, da hebt keiner ab.'],
    ['absent', 'and if nobody answers the phone?'],
    ['pays', 'und wer muss das am Ende zahlen?'],
    ['pays', 'Kostet das unser Amt was?'],
    ['person', 'Und wer ist das bitte genau?'],
    ['person', 'so who is it exactly?'],
    ['room', 'In welchem Zimmer finde ich die?'],
    ['tasks', 'Was machen die denn sonst noch alles?'],
    ['why', 'Und wo kann man das nachlesen?'],
    ['above', 'Wer ist denn der Chef von denen?'],
    ['how-long', 'Und wie lange muss ich darauf warten?'],
    ['request', 'Und wo kann ich das jetzt beantragen?'],
    ['before', 'Und wer hat das davor gemacht?'],
    ['correct', 'nein, ich meinte Amt 40'],
  ])('asks for %s: %s', (side, text) => {
    const going = read(text);
    expect([going.side, going.chance >= 0.5]).toEqual([side, true]);
  });

  test.each([
    'Wer bewilligt einen EDV-Arbeitsplatz?',
    'Mein Bildschirm flackert seit heute früh',
    'Ich brauche ein Diensthandy für die neue Kollegin',
    'Wer berät Unternehmen bei der Digitalisierung?',
    'Wo bleibt mein Antrag?',
    'Who decides on the digital strategy of the city?',
  ])('is not seen in a question of its own: %s', (text) => {
    expect(read(text).chance).toBeLessThan(0.3);
  });
});

describe('what was meant instead', () => {
  test.each([
    ['nein, ich meinte Amt 66', 'Amt 66'],
    ['Nein, nicht Amt 61, sondern Amt 66.', 'Amt 66'],
    ['nicht die Feuerwehr, das Jugendamt', 'das Jugendamt'],
    ['nee, KGRZ meinte ich', 'KGRZ'],
    ['Ich wollte wissen, wer das bezahlt', 'wer das bezahlt'],
    ['Falsch, Amt 37!', 'Amt 37'],
    ['sorry, I meant the data centre', 'the data centre'],
    ['not office 61, office 66', 'office 66'],
    ['Moment, es geht um die Schule', 'die Schule'],
  ])('"%s" is "%s"', (text, instead) => {
    expect(insteadIn(text)).toBe(instead);
  });

  test.each([
    'Mein Drucker druckt nicht',
    'Meine Anträge',
    'Wer bewilligt eigentlich Notebooks?',
    'nein danke',
    'No, thanks',
    'und die Nummer?',
  ])('is nothing in "%s"', (text) => {
    expect(insteadIn(text)).toBeUndefined();
  });
});
