import { fold, stem } from '../../../core/word.ts';

/** Words that say nothing about the matter, as they are typed; what everybody writes about ideas is among them. */
const empty = `der die das den dem des ein eine einen einem einer und oder aber auch als an am auf aus bei beim bis
  damit dann dass durch es er sie wir ihr ich man für gegen hat haben in im ins ist sind wird werden wurde kann können
  könnte könnten soll sollen sollte sollten muss müssen möchte möchten mehr mit nach nicht nur ohne sich so um unter
  vom von vor wenn weil wie was wo zu zum zur über noch schon sehr viel viele alle jede jeder jedes kein keine dafür
  dazu gibt geben machen neue neuer neues neu besser einfach idee ideen vorschlag digital digitale digitaler digitales
  digitalisieren digitalisierung stadt verwaltung koblenz bitte mal etwas
  the a an and or but also as at on of off by for from in into is are was be been can could should would must may to
  with without not no it its we you they our your their this that these those which who what where when how there more
  all every any some new better simple idea ideas proposal city administration make get have has do`;
const stops = new Set(empty.split(/\s+/).map((word) => stem(fold(word))));

/** Words that mean the same for this purpose, each group by its stems. */
const same: readonly (readonly string[])[] = [
  ['ki', 'ai', 'kunstlich', 'artificial', 'intelligenz', 'intelligence', 'sprachmodell', 'chatgpt'],
  ['chatbot', 'bot', 'assistent', 'assistant', 'chat', 'sprachassistent'],
  ['online', 'internet', 'web', 'webseite', 'homepage', 'portal', 'website', 'onlin', 'onlinedienst'],
  ['app', 'anwendung', 'handy', 'smartphone', 'mobile', 'phone'],
  ['termin', 'appointment', 'terminbuchung', 'terminvereinbarung', 'booking'],
  ['formular', 'form', 'antrag', 'antragsformular', 'application', 'vordruck'],
  ['parken', 'park', 'parkplatz', 'parking', 'parkhaus', 'parkplatz', 'stellplatz'],
  ['mull', 'abfall', 'waste', 'sperrmull', 'rubbish', 'garbage', 'mulltonne', 'tonne'],
  ['papierlos', 'papier', 'ausdruck', 'paperless', 'paper', 'eakt', 'akte', 'file'],
  ['ubersetzung', 'ubersetz', 'translation', 'mehrsprachig', 'sprache', 'language', 'translat', 'dolmetsch'],
  ['melden', 'meldung', 'meld', 'report', 'mangelmeld', 'schadensmeldung', 'mangel', 'schaden'],
  ['laterne', 'strassenlaterne', 'beleuchtung', 'strassenbeleuchtung', 'light', 'streetlight', 'lamp'],
  ['fahrrad', 'rad', 'bike', 'bicycle', 'cycl', 'radweg', 'radverkehr'],
  ['protokoll', 'niederschrift', 'minut', 'mitschrift', 'sitzungsprotokoll'],
  ['rechnung', 'invoice', 'erechnung', 'bill', 'buchung'],
  ['bezahl', 'zahlung', 'payment', 'pay', 'paypal', 'kartenzahlung', 'girocard', 'zahl', 'kasse'],
  ['unterschrift', 'signatur', 'signature', 'sign', 'unterschreib', 'signier'],
  ['kita', 'kindergart', 'kindertagesstatte', 'daycare', 'nursery', 'betreuungsplatz', 'kitaplatz'],
  ['schulung', 'training', 'lernen', 'fortbildung', 'elearn', 'kurs', 'course', 'lern'],
  ['sensor', 'messung', 'messen', 'iot', 'lorawan', 'messwert'],
  ['homeoffice', 'telearbeit', 'remote', 'zuhaus', 'heimarbeit'],
  ['baum', 'baume', 'tree', 'stadtgrun', 'grunflach'],
  ['wlan', 'wifi', 'hotspot', 'internetzugang'],
  ['raum', 'raumbuchung', 'besprechungsraum', 'room', 'meetingraum', 'sitzungsraum'],
  ['dienstwagen', 'fuhrpark', 'auto', 'fahrzeug', 'car', 'vehicle', 'carsharing', 'fleet'],
  ['urlaub', 'urlaubsantrag', 'leave', 'abwesenheit', 'holiday'],
  ['wissen', 'wiki', 'wissensdatenbank', 'knowledge', 'faq', 'handbuch'],
  ['bewohner', 'anwohner', 'anwohnerparken', 'resident', 'bewohnerparkausweis', 'anwohnerparkausweis'],
];
const meaning = new Map(same.flatMap((group) => group.map((word) => [word, `=${group[0]}`] as const)));

/** A word of a text with the words inside it: what it means, and what it is made of. */
export type Token = { readonly key: string; readonly parts: readonly string[] };

/** What a text is about: its words without endings, without what says nothing, those that mean the same as one. */
export function tokensOf(text: string): readonly Token[] {
  const words = text.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  const stems = words.map((word) => stem(fold(word))).filter((word) => !stops.has(word));
  return [
    ...new Map(stems.map((word) => [keyOf(word), { key: keyOf(word), parts: partsOf(word) }])).values(),
  ];
}

const keyOf = (word: string): string => meaning.get(word) ?? word;

/** "sperrmullanmeldung" holds what "mull" and "meldung" mean; only words of the list are looked for inside others. */
function partsOf(word: string): readonly string[] {
  if (word.length < 8) return [];
  return [...meaning].flatMap(([known, key]) =>
    known.length >= 4 && known.length < word.length && (word.startsWith(known) || word.endsWith(known))
      ? [key]
      : [],
  );
}

/** How much two words have in common, from 0 to 1: the same, one inside the other, a common beginning. */
export function likeness(a: Token, b: Token): number {
  if (a.key === b.key) return 1;
  if (a.parts.includes(b.key) || b.parts.includes(a.key)) return 0.8;
  const [short, long] = a.key.length <= b.key.length ? [a.key, b.key] : [b.key, a.key];
  if (short.length >= 5 && (long.startsWith(short) || long.endsWith(short))) return 0.8;
  const shared = sharedStart(short, long);
  if (shared >= 6 && shared >= short.length - 3) return 0.7;
  return a.parts.some((part) => b.parts.includes(part)) ? 0.5 : 0;
}

function sharedStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}
