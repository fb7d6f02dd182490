import { fold, stem } from '../../../core/word.ts';

/** Words that say nothing about the matter, as they are typed; what everybody writes about ideas is among them. */
const empty = `der die das den dem des ein eine einen einem einer und oder aber auch als an am auf aus bei beim bis
  damit dann dass durch es er sie wir ihr ich man für gegen hat haben in im ins ist sind wird werden wurde kann können
  könnte könnten soll sollen sollte sollten muss müssen möchte möchten mehr mit nach nicht nur ohne sich so um unter
  vom von vor wenn weil wie was wo zu zum zur über noch schon sehr viel viele alle jede jeder jedes kein keine dafür
  dazu per wer ihr ihre keiner ganz ganze ganzen einmal vorher gibt geben machen neue neuer neues neu besser einfach idee ideen vorschlag digital digitale digitaler digitales
  digitalisieren digitalisierung stadt verwaltung koblenz bitte mal etwas
  the a an and or but also as at on of off by for from in into is are was be been can could should would must may to
  with without not no it its we you they our your their this that these those which who what where when how there more
  all every any some new better simple idea ideas proposal city administration make get have has do`;
const bare = (word: string): string => stem(fold(word));
const stops = new Set(empty.split(/\s+/).map(bare));

/** Words that say by which way something is done, not what: they are shared by ideas that have nothing in common. */
const ways = `online internet web webseite homepage portal serviceportal app handy smartphone elektronisch onlinedienst
  system plattform anmelden anmeldung melden meldung buchen buchung reservieren beantragen stellen anzeigen zeigen sehen
  einsehen echtzeit automatisch führen erstellen ausfüllen formular antrag papier telefon telefonisch anrufen anruf
  fragen frage amt ämter büro zeit heute dauert dauern wochen stunden lange niemand weiß persönlich fehlt fehlen selten
  liegen stehen steht gehen geht brauchen book booking report order electronic phone paper list lists nobody knows whom call
  projekt suchen finden finde kommen wissen`;
const generic = new Set(ways.split(/\s+/).map(bare));
const light = 0.25;

/** Words that mean the same for this purpose. */
const same = `
  ki ai künstliche artificial intelligenz intelligence sprachmodell
  chatbot bot assistent assistant sprachassistent
  wlan wifi hotspot internetzugang
  termin appointment terminbuchung terminvereinbarung
  parkplatz parkplätze parken parking stellplatz
  parkhaus parkhäuser
  müll abfall waste sperrmüll rubbish garbage müllabfuhr tonne tonnen abfuhr
  papierlos paperless eakte
  akte akten file personalakte
  übersetzung übersetzungsprogramm translation dolmetscher mehrsprachig mehrsprachige languages sprache language sprachen englisch
  laterne laternen straßenlaterne straßenlaternen beleuchtung straßenbeleuchtung streetlight lamp
  schlagloch schlaglöcher pothole potholes straßenschäden straßenschaden
  schaden schäden mangel mängel mängelmelder kaputt kaputte defekt defekte
  fahrrad rad bike bicycle radweg radwege radfahrende
  protokoll protokolle niederschrift niederschriften minutes sitzungsprotokoll sitzungsprotokolle
  rechnung rechnungen invoice papierrechnung papierrechnungen
  kartenzahlung girocard bargeld bar bezahlen zahlen payment pay
  unterschrift unterschreiben signatur signature signatures signieren sign signed unterschrieben
  kita kitas kindergarten kindertagesstätte kindertagesstätten daycare nursery
  schulung schulungen training kurs onlinekurs course fortbildung elearning lernvideo lernvideos learning
  sicherheit it-sicherheit phishing passwort passwörter password
  login anmelden-konto sso sign-on passwort passwörter single
  sensor sensoren messung messen feuchtesensoren iot lorawan
  homeoffice telearbeit remote heimarbeit
  baum bäume stadtbaum stadtbäumen tree trees baumkataster
  raum räume raumbuchung besprechungsraum besprechungsräume room rooms meetingraum sitzungsraum sitzungsräume sitzungsräumen
  dienstwagen fuhrpark dienstfahrzeug fahrzeug vehicle carsharing fleet
  urlaub urlaubsantrag leave
  wissen wiki wissensdatenbank fachwissen knowledge erfahrung
  anwohner bewohner anwohnerparkausweis bewohnerparkausweis parkausweis resident
  foto photo bild picture
  wartezeit wartezeiten aufrufanlage warteschlange queue wartebereich
  bürgeramt bürgerbüro bürgerservice schalter citizens
  energie energieverbrauch strom stromverbrauch verbrauch energy
  bewerbung bewerbungen online-bewerbung application bewerbungsmappe
  verein vereine sportverein sportvereine
  vertrag verträge contract contracts
  mail mails email e-mails
`
  .trim()
  .split('\n')
  .map((group) => group.trim().split(' ').map(bare));
const meaning = new Map(same.flatMap((group) => group.map((word) => [word, `=${group[0]}`] as const)));
/** Those that are looked for inside longer words. */
const inside = [...meaning].filter(([word]) => word.length >= 4);

/** A word of a text with the words inside it: what it means, and what it is made of. */
export type Token = {
  readonly key: string;
  readonly parts: readonly string[];
  /** Without the endings that make nouns of anything. */
  readonly root: string;
  /** How much it says about the matter, up to 1. */
  readonly weight: number;
};

/** What a text is about: its words without endings, without what says nothing, those that mean the same as one. */
export function tokensOf(text: string): readonly Token[] {
  const stems = (text.match(/[\p{L}\p{N}]{2,}/gu) ?? []).map(bare).filter((word) => !stops.has(word));
  return [...new Map(stems.map((word) => [keyOf(word), tokenOf(word)])).values()];
}

/** Words come again and again; reading one takes longer than finding it. */
const known = new Map<string, Token>();
const mostKnown = 20_000;

function tokenOf(word: string): Token {
  const read = known.get(word);
  if (read) return read;
  const root = keyOf(word).replace(derived, '');
  const token = { key: keyOf(word), parts: partsOf(word), root, weight: generic.has(word) ? light : 1 };
  if (known.size < mostKnown) known.set(word, token);
  return token;
}

const keyOf = (word: string): string => meaning.get(word) ?? word;

/** "sperrmullanmeldung" holds what "mull" and "meldung" mean; only words of the list are looked for inside others. */
function partsOf(word: string): readonly string[] {
  if (word.length < 8) return [];
  return inside.flatMap(([part, key]) =>
    part.length < word.length && (word.startsWith(part) || word.endsWith(part)) ? [key] : [],
  );
}

/**
 * How much two words have in common, from 0 to 1: the same, one inside the other, or a part of some length, as compounds
 * have it ("Marktstand", "Wochenmarkt").
 */
export function likeness(a: Token, b: Token): number {
  if (a.key === b.key) return 1;
  if (a.parts.includes(b.key) || b.parts.includes(a.key)) return 0.8;
  const [short, long] = a.root.length <= b.root.length ? [a.root, b.root] : [b.root, a.root];
  if (short.length >= 5 && long.includes(short)) return 0.8;
  const start = sharedStart(short, long);
  if (start >= 4 && start >= short.length * 0.65) return 0.7;
  if (holdsPart(short, long)) return 0.6;
  return a.parts.some((part) => b.parts.includes(part)) ? 0.5 : 0;
}

/** Endings that make nouns of anything. */
const derived = /(?:schaft|lichkeit|igkeit|keit|heit|ierung|ation|ung)s?$/;
const shortestPart = 5;

/** Whether the one begins or ends with letters that the other holds at its beginning or end. */
function holdsPart(short: string, long: string): boolean {
  if (short.length < shortestPart + 1) return false;
  const [first, last] = [short.slice(0, shortestPart), short.slice(-shortestPart)];
  return long.endsWith(first) || long.endsWith(last) || long.startsWith(last);
}

function sharedStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}
