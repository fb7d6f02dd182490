import type { Language } from './text.ts';

/*
 * Function words decide, not nouns: German office language is full of English nouns ("Smart City", "User
 * Support") and English questions carry German names ("EDV-Arbeitsplätze"). Words that exist in both languages
 * ("in", "was", "will", "an", "so", "man", "war", "die", "am") and "it", the subject of half of all questions here,
 * are in neither list.
 */
const german = new Set(
  `aber alle als auch auf aus bei beim bin bitte brauche brauchen braucht danke das dass dein dem den denn der
  des dich dieser dieses doch du durch ein eine einem einen einer eines er es euch für fuer gegen geht gibt habe
  haben hallo hat hilfe ich ihm ihn ihr im ist ja jemand kann kein keine kommt können koennen könnte macht mein
  meine meinem meinen meiner mich mir mit möchte moechte muss nach nein nicht noch nur oder ohne schon sein sich
  sie sind soll sollte über ueber um und uns unser unsere unter vom von vor wann warum weil welche welcher
  welches wem wen wenn wer werde werden wessen wie wieder wir wird wo wofür wofuer woher wohin wurde zu zum zur
  zuständig zustaendig zwischen`.split(/\s+/),
);
const english = new Set(
  `a about after afternoon again and any are at be been before but by can can't cannot chart could did do
  does doesn't don't during evening every for from get good had has have hello help her hers hi him his
  how i i'd i'll i'm into is isn't its keeps lost me morning my need needs new no not of on or our ours
  out please she should since someone thank thanks that the their them there these they this to up us we
  were what what's when where which who who's whom whose why with won't would yes you your`.split(/\s+/),
);

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}']+/gu) ?? [];

/** Tells whether a text is German or English; `fallback` when neither language leaves a trace. */
export const languageOf = (text: string, fallback: Language = 'de'): Language =>
  decidedLanguage(text) ?? fallback;

/** The language that the words of a text decide; `undefined` for numbers, names and what is the same in both. */
export function decidedLanguage(text: string): Language | undefined {
  const words = wordsOf(text);
  const germanWords = words.filter((word) => german.has(word)).length;
  const englishWords = words.filter((word) => english.has(word)).length;
  if (englishWords !== germanWords) return englishWords > germanWords ? 'en' : 'de';
  return /[äöüß]/i.test(text) ? 'de' : undefined;
}
