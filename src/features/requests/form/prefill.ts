import type { RoleDirectory } from '../../../core/ports/role-directory.ts';
import { amountsIn, countIn } from '../../../language/entities/amounts.ts';
import { periodsIn } from '../../../language/entities/days.ts';
import type { FieldValue, FieldValues } from '../model.ts';
import type { Field, RequestType } from '../types/model.ts';

/** What a sentence already says, put into the fields of a form; the person can change all of it. */
export function prefilled(
  sentence: string,
  type: RequestType,
  directory: RoleDirectory,
  day: string,
): { readonly fields: FieldValues; readonly unit?: string | undefined } {
  const text = sentence.normalize('NFC').trim();
  const fields: Record<string, FieldValue> = {};
  for (const field of type.fields) {
    // How urgent it is follows from these: nobody is taken to have said that.
    if (field.id === type.priority?.impact || field.id === type.priority?.urgency) continue;
    // What happens to somebody is no post or function: they are named by whoever fills it in.
    if (field.id === 'subject' && type.report && !type.priority) continue;
    const value = valueIn(text, field, directory, day);
    if (value !== undefined) fields[field.id] = value;
  }
  return { fields, unit: unitIn(text, directory) };
}

function valueIn(text: string, field: Field, directory: RoleDirectory, day: string): FieldValue | undefined {
  if (field.id === 'subject') return subjectIn(text, day, field.longest ?? 100);
  switch (field.kind) {
    case 'money':
      return amountsIn(text)[0]?.cents;
    case 'number':
      return field.id === 'count' ? countIn(text) : undefined;
    case 'date':
      return dateIn(text, day);
    case 'choice':
      return choiceIn(text, field);
    case 'application':
      return applicationIn(text, directory);
    default:
      return undefined;
  }
}

const opening =
  /^(?:hallo|guten (?:tag|morgen)|hello|hi)?[\s,!.]*(?:bitte |please )?(?:(?:ich|wir|unser amt|i|we|our office)(?:'d)? (?:brauch(?:en?|t)?|bräuchten?|benötigen?|hätten? gerne?|möchten?|wollen|will|beantragen?|need|needs|require|want|would like|like)(?: to (?:order|have|get|buy))?|antrag (?:auf|für|zur|zum)|apply for|order|buy)(?: bitte| noch| dringend| also| urgently)*\s+(?:(?:einen|eine|ein|einem|einer|den|die|das|a|an|the|some)\s+)?/iu;
/** "Wie bekomme ich Zugriff auf Laufwerk S?" asks for the thing behind it. */
const asking =
  /^(?:(?:wie|wo) (?:bekomm|krieg|erhalt|beantrag|bestell)e? (?:ich|wir)|(?:kann|könnte|darf|können|dürfen) (?:ich|wir)|(?:how|where) (?:do|can) (?:i|we) (?:get|apply for|request|order)|(?:can|could|may) (?:i|we) (?:get|have|order))\s+(?:(?:einen|eine|ein|den|die|das|a|an|the|some)\s+)?/iu;
/** Another question names no thing that could be a title. */
const question =
  /^(?:wer|was|wie|wo|wann|warum|welche[rsnm]?|muss|müssen|soll|who|what|how|where|when|why|which|do|does|must|should)(?!\p{L})/iu;
const ending =
  /\s*(?:beantragen|bestellen|beschaffen|haben|anschaffen)?(?:[\s,]+(?:und zwar|and that))?\s*[.!?]*$/iu;
/** What only introduces a day or an amount goes with it. */
const beforeDay =
  /(?:[\s,;]|^)(?:(?:spätestens|möglichst|am besten|gern|at the latest)\s+)?(?:bis(?: zum| spätestens| zur)?|zum|zur|am|ab|für|by|until|before|for|on)\s*$/iu;
const beforeAmount =
  /[\s,;(]*(?:(?:mit |bei )?(?:kosten|preis|kostet|kosten von|zum preis von|costs?|price|at)?:?\s*(?:für|von|zu|for|of)?\s*(?:rund|etwa|ca\.?|circa|ungefähr|höchstens|maximal|max\.?|bis zu|about|around|up to)?)\s*$/iu;
/** Courtesy at the end is no part of the thing. */
const courtesy =
  /[\s,.!–-]*(?:(?:vielen |herzlichen |besten )?dank(?: im voraus)?|danke(?: schön)?|(?:mit )?(?:liebe[nr]?|viele|beste|freundliche[nr]?|schöne) gr(?:ü|ue)(?:ß|ss)en?|lg|vg|mfg|thanks|thank you|best regards|kind regards|please|bitte)[\s,.!]*$/iu;

/** The thing itself: "Ich brauche bitte einen Laptop bis Freitag für 900 €, liebe Grüße" → "Laptop". */
function subjectIn(sentence: string, day: string, longest: number): string | undefined {
  const text = sentence.replace(courtesy, '').replace(courtesy, '');
  const plain = [
    ...periodsIn(text, day).map((period) => ({ said: period.text, before: beforeDay })),
    ...amountsIn(text).map((amount) => ({ said: amount.text, before: beforeAmount })),
  ].reduce((left, { said, before }) => without(left, said, before), text);
  const thing = plain
    .trim()
    .replace(opening, '')
    .replace(asking, '')
    .replace(ending, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s,;:(–-]+$/u, '')
    .trim();
  if (!thing || question.test(thing)) return undefined;
  const upper = thing.charAt(0).toLocaleUpperCase('de') + thing.slice(1);
  return upper.length <= longest ? upper : `${upper.slice(0, longest - 1)}…`;
}

/** A text without words that have a field of their own. */
function without(text: string, said: string, before: RegExp): string {
  const at = text.indexOf(said);
  if (at < 0) return text;
  return `${text.slice(0, at).replace(before, '')} ${text.slice(at + said.length)}`.replace(
    /\s+([,.!?])/g,
    '$1',
  );
}

/** The first day or stretch of days that is still to come; of a stretch its last day: "Ende Januar", "nächste Woche". */
const dateIn = (text: string, today: string): string | undefined =>
  periodsIn(text, today).find(({ to }) => to >= today)?.to;

const tooCommon = new Set([
  'neuer',
  'neue',
  'neuen',
  'neu',
  'altes',
  'oder',
  'einen',
  'nur',
  'only',
  'other',
  // Words without a thing of their own stand in every sentence: "für 300 Euro" is no "Ersatz für ein altes Gerät".
  'für',
  'und',
  'ein',
  'eine',
  'auch',
  'noch',
  'mit',
  'von',
  'bei',
  'der',
  'die',
  'das',
  'dem',
  'den',
  'des',
  'ist',
  'ich',
  'wir',
  'uns',
  'etwas',
  'the',
  'and',
  'for',
  'with',
  'new',
  'old',
]);

const wordsOf = (text: string): readonly string[] =>
  (text.toLowerCase().match(/[\p{L}]{3,}/gu) ?? []).filter((one) => !tooCommon.has(one));

/** A wish answers no question: "ich" is not "Weiß ich nicht". */
const answers: ReadonlySet<string> = new Set(['yes', 'no', 'unknown']);

/** The choice whose label or id shares the longest word with the sentence. */
function choiceIn(text: string, field: Field): string | undefined {
  const choices = (field.choices ?? []).filter(({ id }) => !answers.has(id));
  const said = wordsOf(text);
  const weigh = (label: string): number =>
    Math.max(
      0,
      ...wordsOf(label).map((wanted) =>
        said.some((one) => one === wanted || (wanted.length > 5 && one.startsWith(wanted.slice(0, -1))))
          ? wanted.length
          : 0,
      ),
    );
  const scored = choices.map(({ id, label }) => ({ id, score: weigh(`${id} ${label.de} ${label.en}`) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { id: '', score: 0 });
  return best.score > 0 ? best.id : undefined;
}

function applicationIn(text: string, directory: RoleDirectory): string | undefined {
  const said = text.toLowerCase();
  return directory
    .applications()
    .find(({ name, aliases }) => [name, ...aliases].some((one) => isNamed(said, one.toLowerCase())))?.id;
}

const isNamed = (said: string, name: string): boolean => {
  const at = said.indexOf(name);
  return at >= 0 && !/\p{L}/u.test(said.charAt(at - 1)) && !/\p{L}/u.test(said.charAt(at + name.length));
};

function unitIn(text: string, directory: RoleDirectory): string | undefined {
  const number = /\b(?:amt|eb|eigenbetrieb|office|enterprise)\s*(\d{1,3}(?:\.\d{1,2})?)(?!\d)/i.exec(
    text,
  )?.[1];
  return directory.units().find(({ id }) => id === number)?.id;
}
