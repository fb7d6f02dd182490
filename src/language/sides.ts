import { lately } from '../core/lately.ts';
import type { Side } from './learned/labels.ts';
import { tokenise } from './words.ts';

const word = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'giu');

/** In the order in which they are tried: the more particular first. */
const sides: readonly { readonly side: Side; readonly said: RegExp }[] = [
  {
    side: 'how-long',
    said: word(
      'wie lange?|dauert|wartezeit|bearbeitungszeit|lieferzeit|wann (?:bekomme|kriege|habe|hab) ich|wann ist (?:das|es) (?:da|fertig)|bis wann|wie schnell|frist|how long|how soon|how quickly|take',
    ),
  },
  {
    side: 'before',
    said: word(
      'vorher|davor|vorgänger(?:in)?|früher|zuvor|bisher|damals|seit wann(?: macht)?|vorige[snr]?|before (?:that|him|her|them)|previously|predecessor|formerly|used to|since when',
    ),
  },
  {
    side: 'above',
    said: word(
      'dr?über[?!.]*$|steht (?:da |dort )?(?:dr?über|über (?:ihm|ihr|ihnen|denen|der|dem|den))|vorgesetzt\\p{L}*|übergeordnet\\p{L}*|wem (?:ist|sind|untersteh\\p{L}*|unterstell\\p{L}*|berichte\\p{L}*)|berichtet (?:\\p{L}+ )?an wen|(?:eine )?(?:ebene|stufe|etage) (?:höher|drüber|darüber)|beschwer\\p{L}*|eskal\\p{L}*|chef(?:in)? (?:von|davon)|deren chef(?:in)?|(?:nächst)?höher(?:e[rns]?|gestellt\\p{L}*)?|weiter oben|beaufsichtig\\p{L}*|aufsicht\\p{L}*|weisung\\p{L}*|(?:der|die|den|ihre?n?|seine?n?|dessen|deren) (?:chef(?:in)?|vorgesetzt\\p{L}*)|unterstellt|untersteh\\p{L}*|boss|oversees?|superior|higher|above|supervis\\p{L}*|escalat\\p{L}*|reports? to|complain',
    ),
  },
  {
    side: 'absent',
    said: word(
      'urlaub|krank\\p{L}*|weg|gekündigt|ausgeschieden|mailbox|anrufbeantworter|verhindert|abwesend|nicht da|nicht im haus|nicht erreichbar|nicht zu erreichen|erreiche \\p{L}+ nicht|(?:keiner|niemand|nie|nicht) (?:d?ran|da)|geht (?:da )?(?:keiner|niemand|nicht) (?:d?ran|ans telefon)|ausfällt|ausfallen|(?:hebt|nimmt) (?:\\p{L}+ ){0,2}ab|meldet sich (?:keiner|niemand|nicht)|niemand (?:ist|rangeht)|keiner (?:ab|ist|rangeht)|nobody(?: is|\\x27s)?|no one is|elternzeit|dienstreise|fortbildung|feierabend|vertritt|vertretung|stellvertret\\p{L}*|vertreter(?:in)?|ersatz|springt|einspringt|on leave|on holiday|on vacation|away|sick|ill|absent|not there|not in|not available|unavailable|out of office|no answer|does ?n.t answer|nobody answers|stands? in|deput\\p{L}*|substitute|fills? in|covers? for',
    ),
  },
  {
    side: 'request',
    said: word(
      'beantrag\\p{L}*|antrag stellen|den antrag|einen antrag|formular\\p{L}*|ausfüllen|bestelle ich|kriege ich das|komme ich d(?:a)?ran|apply|form|request it|order it|fill (?:it )?in',
    ),
  },
  {
    side: 'pays',
    said: word(
      'bezahlt|bezahlen|bezahl|zahlt|zahlen|kostet|kosten|finanziert|kostenstelle|rechnung|topf|geld|wessen kosten|budget|pays?|costs?|paid|funds?|funding|bill|invoice|money|charged?',
    ),
  },
  {
    side: 'number',
    said: word(
      'nummer|telefon\\p{L}*|rufnummer|durchwahl|handynummer|e-?mail\\p{L}*|mail(?:adresse)?|mailen|wohin (?:schick|send|schreib)\\p{L}*|erreiche?n?|erreich|erreichbar|anrufen|anruf|schreibe(?:n)? (?:ich )?(?:ihm|ihr|denen)|kontakt\\p{L}*|adresse|phone|number|reach|call|extension|contact|address|write to',
    ),
  },
  {
    side: 'room',
    said: word(
      'büro|raum|zimmer|sitzt|sitzen|finde ich|standort|etage|stock(?:werk)?|gebäude|vorbeikommen|vorbeigehen|hingehen|office|room|floor|building|sits?|located|come by',
    ),
  },
  {
    side: 'tasks',
    said: word(
      'aufgabe|aufgaben|macht (?:der|die|das|ihr|man)|machen (?:die|sie)|tun die|tut (?:der|die|das)|sonst noch|was noch|wofür noch|wofür (?:ist|sind)|kümmert \\p{L}+ sich|tasks?|duties|what else|do they do|does (?:he|she|it) do|responsible for',
    ),
  },
  {
    side: 'why',
    said: word(
      'warum|wieso|weshalb|wo steht|wer sagt das|quelle|grundlage|nachlesen|woher|sicher|wirklich|stimmt das|why|says who|source|where (?:does it|is that) (?:say|written)|sure|really',
    ),
  },
  {
    side: 'person',
    said: word(
      "wer (?:ist|is|wäre|war|sind|macht|genau)|wie heißt|wie heisst|wie heißen|namen?|welche person|wer steckt|wer denn|who (?:is|are|exactly)|what(?: i|')?s (?:his|her|their) name|name",
    ),
  },
];

/** The side of an answer that the words of a text ask for, if any. */
export const sideInWords = (text: string): Side | undefined => sideOf(text).side;

/** A turn asks this several times. */
const sideOf = lately((text) => ({ side: sides.find(({ said }) => text.search(said) >= 0)?.side }), 16);

/** The words with which a text asks for sides of the answer before, folded: they are no matter of their own. */
export const wordsOfSides = lately((text): ReadonlySet<string> => {
  const phrases = sides.flatMap(({ said }) => [...text.matchAll(said)].map(([phrase]) => phrase));
  return new Set(phrases.flatMap((phrase) => tokenise(phrase).map(({ key }) => key)));
}, 16);
