import { command } from '../../../core/command.ts';
import type { Field } from '../field.ts';
import { fieldsIn } from './match.ts';

/** Everything that shows the whole list. */
export const listWords = [
  'mentoren',
  'mentorinnen',
  'mentorinnen und mentoren',
  'mentor finden',
  'mentorin finden',
  'mentor suchen',
  'mentoren anzeigen',
  'alle mentoren',
  'mentors',
  'mentor list',
  'find a mentor',
  'show mentors',
  'all mentors',
];
const isList = command(...listWords);

const longest = 300;

/** A number of a case in front, or something behind a colon: a command whose note may speak of mentors. */
const isCommand = /^\s*\p{L}{1,3}[-\s/]*\d{4}|:/u;

/**
 * Whether somebody looks for advice by a mentor. Who is in charge of a subject, what mentors are and how one becomes a
 * mentor are questions to the directory, so a sentence must say both: advice for oneself, and a field that is known.
 */
export function isLookingForMentor(text: string, fields: readonly Field[]): boolean {
  if (isList(text)) return true;
  const said = text.normalize('NFC').toLowerCase();
  if (said.length > longest || isCommand.test(said) || isAboutMentors.test(said)) return false;
  const hasMentor = mentorWord.test(said);
  const asksAdvice = asksWho.test(said) && advises.test(said) && forMe.test(said);
  if (!hasMentor && !asksAdvice) return false;
  if (fieldsIn(text, fields).length > 0) return true;
  return hasMentor && seeks.test(said) && !names.test(said);
}

/** Whether it only asks who there is: that is no question to a mentor. */
export const isOnlySearch = (text: string): boolean => {
  const said = text.normalize('NFC').toLowerCase();
  return isList(text) || (asksWho.test(said) && said.length <= longestSearch && !said.includes('\n'));
};
const longestSearch = 100;

/** `\b` knows no umlauts. */
const word = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'u');

const mentorWord = word('(?:digital-?)?mentor(?:en|in|innen|s|ing)?|coach(?:es|in|ing)?');
const advises = word(
  'berät|beraet|berat(?:en|et|e)|berate|coacht|coachen|coach|advis(?:e|es|ing)|advice|mentor|begleite[nt]',
);
const asksWho = word('wer|wen|welche[rn]?|jemand|jemanden|who|whom|which|anyone|anybody|someone|somebody');
const forMe = word('mich|mir|uns|me|us');
const seeks = word(
  'brauche|brauchen|benötige|benötigen|suche|suchen|gesucht|wünsche|möchte|hätte|need|want|wanted|looking|find|like',
);
/** A subject is named; when no field knows it, the directory is asked. */
const names = word(
  'für|fuer|zu|zur|zum|bei|beim|über|ueber|in|im|mit|wegen|for|on|about|with|regarding|und|sein|werden',
);
const isAboutMentors = word(
  'zuständig|zustaendig|zuständige[rn]?|verantwortlich|responsible|in charge|werden|werde|wird|werd|become|becoming|was (?:sind|ist|macht|machen|tun|tut)|what (?:is|are|do|does)|aufgabe|aufgaben|task|tasks|duties|rolle|rollenmodell|role|gewinnt|gewinnen|gewinnung|recruit|recruits|programm|scheme|budget|bezahlt|paid|beirat|stufe|stage|unterschied|unterscheidet|difference|vorstand|stadtvorstand|board',
);
