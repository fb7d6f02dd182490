import { daysBefore } from '../../../core/day.ts';
import { type Period, periodsIn } from '../../../language/entities/days.ts';
import type { Assignment, Directory } from '../model.ts';

/*
 * "Ich gebe mein Amt als IT-Beauftragte zum 1. März ab", "Bitte Vertretung eintragen: IT-Beauftragte Amt 66". Only a sentence that
 * says nothing else is taken for it. Nothing is done by it: it fills in the form of a proposal.
 */

/** What somebody says of a role: that they end it, or who is to have it. */
export type Handover = {
  readonly what: 'end' | 'holder' | 'deputy';
  /** As they call whoever is to come. */
  readonly name: string;
  /** The words that may name role and place. */
  readonly of: string;
  /** First day on which it counts. */
  readonly from?: string | undefined;
};

/** Words that say nothing of their own in a sentence by which somebody ends a role. */
const empty: ReadonlySet<string> = new Set(
  (
    'ich gebe lege höre trete bin mache scheide werde möchte will muss mein meine meinen meiner meines das die der den dem des amt rolle aufgabe ' +
    'aufgaben funktion zuständigkeit stelle als zum ab am auf aus von vom per mit ablauf ende bis zurück nieder abgeben abtreten aufhören ' +
    'niederlegen zurücktreten an und für im in bitte hallo guten tag leider dann damit davon einschließlich ' +
    'i am will want would like step stepping down stop stopping being resign resigning hand handing over give up my the role office task position as of on from until ' +
    'to with effect for and please hello be ' +
    // The roles themselves, as people say them.
    'it beauftragte beauftragter beauftragten fachadministrator fachadministratorin fachadministration fachadministratoren administrator leitung ' +
    'leiter leiterin kgrz stadtvorstand hufa digitallotse wirtschaft digitalisierungsbüro beirat beirats digitaler digitalen digitale mitglied mentor ' +
    'mentorin mentoren vertretung vertreter vertreterin stellvertretung eb eigenbetrieb zuständig zuständige verantwortlich officer officers application ' +
    'administrators board member deputy responsible'
  ).split(' '),
);

const ends =
  /(?<!\p{L})(?:gebe?(?!\p{L}).*(?<!\p{L})ab(?!\p{L})|abgeben|abtreten|lege(?!\p{L}).*(?<!\p{L})nieder|niederlegen|höre(?!\p{L}).*(?<!\p{L})auf|aufhören|trete(?!\p{L}).*(?<!\p{L})(?:zurück|ab)|zurücktreten|nicht (?:mehr|länger)|step(?:ping)? down|resign(?:ing)?|hand(?:ing)? over|no longer|stop(?:ping)? being|give up)(?!\p{L})/iu;
const noLonger = /(?<!\p{L})(?:(?<=bin(?: ich)?\s.*)nicht (?:mehr|länger)|no longer)(?!\p{L})/iu;
const ofRole =
  /beauftragt|administrat|leit|kgrz|10\.50|lotse|beirat|mentor|vertret|zuständig|verantwort|officer|member|deputy|responsible/iu;
const self =
  /^\s*(?:(?:hallo|guten tag|bitte|hello|please)[\s,!]+)*(?:(?:ab|zum|am|from|on|as of)\s[^,]{1,20}\s(?:ich|bin ich|gebe ich|höre ich|lege ich|i|i[’']m|i[’']ll)|ich|i|i[’']m|i[’']ll)(?!\p{L})/iu;
/** "… an NAME ab" */
const toWhom = /(?<!\p{L})(?:an|to)\s+(?<name>\p{Lu}[^,;:?!]{2,70}?)\s*(?=(?:\sab)?[\s.!]*$)/u;

const kinds =
  '(?<kind>vertretung|stellvertretung|vertreter(?:in)?|stellvertreter(?:in)?|nachfolge|nachfolger(?:in)?|deputy|successor)';
const shapes: readonly RegExp[] = [
  // "Bitte Vertretung eintragen: NAME", "Bitte Vertretung für Amt 61 eintragen: NAME ab 1.3."
  `^\\s*(?:bitte\\s+|please\\s+)?(?:enter\\s+|add\\s+)?(?:(?:eine|meine|die|a|my|the)\\s+)?(?:neue\\s+|new\\s+)?${kinds}(?:\\s+(?:für|als|for|as)\\s+(?<of>[^:]{2,80}?))?(?:\\s+(?:bitte\\s+)?(?:eintragen|ändern|nachtragen))?\\s*:\\s*(?<name>[^:?]{2,90})$`,
  // "Bitte Vertretung eintragen": who it is comes into the form
  `^\\s*(?:bitte\\s+|please\\s+)?(?:enter\\s+|add\\s+)?(?:(?:eine|meine|a|my)\\s+)?(?:neue\\s+|new\\s+)?${kinds}(?:\\s+(?:für|for)\\s+(?<of>[^:?]{2,80}?))?\\s+(?:bitte\\s+)?eintragen\\s*$`,
  // "Trag bitte NAME als meine Vertretung ein"
  `^\\s*(?:bitte\\s+)?(?:trage?|tragen sie|tragt|please enter|please add|enter|add)\\s+(?:bitte\\s+)?(?<name>[^:?]{2,70}?)\\s+(?:als|as)\\s+(?:(?:eine|meine|die|a|my|the)\\s+)?(?:neue\\s+|new\\s+)?${kinds}(?:\\s+(?:für|for)\\s+(?<of>[^:?]{2,80}?))?(?:\\s+ein)?\\s*$`,
  // "Meine Vertretung ist ab 1.3. NAME"
  `^\\s*(?:meine|mein|my)\\s+(?:neue\\s+|neuer\\s+|new\\s+)?${kinds}(?:\\s+(?:für|als|for|as)\\s+(?<of>[^:?]{2,60}?))?\\s+(?:ist|wird|soll|heißt|is|will be)\\s+(?<name>[^:?]{2,90}?)(?:\\s+(?:sein|werden))?\\s*$`,
].map((source) => new RegExp(source, 'iu'));

/** Which words name a day does not depend on today. */
const anyDay = '2026-06-15';

/** Whether a text says so, and nothing else. */
export const saysHandover = (text: string): boolean => handoverSaid(text, anyDay) !== undefined;

/** @param today `2026-11-24`: a day without a year is the next one */
export function handoverSaid(text: string, today: string): Handover | undefined {
  const said = text
    .normalize('NFC')
    .trim()
    .replace(/[.!?\s]+$/u, '')
    .replace(/(?<=\d)$/u, '.');
  if (said.length > 220 || /\n/.test(said)) return undefined;
  return successionSaid(said, today) ?? endSaid(said, today);
}

function endSaid(said: string, today: string): Handover | undefined {
  if (!self.test(said) || !ends.test(said)) return undefined;
  if (noLonger.test(said) && !ofRole.test(said)) return undefined;
  const [period, ...more] = daysIn(said, today);
  if (more.length > 0) return undefined;
  const rest = period ? said.replace(period.text, ' ') : said;
  const name = toWhom.exec(rest)?.groups?.name?.trim() ?? '';
  const of = name ? rest.replace(name, ' ') : rest;
  if (!isOnlyThat(of)) return undefined;
  return { what: name ? 'holder' : 'end', name, of, from: period && firstDay(said, period) };
}

/** Numbers are offices; what stands behind "für das Verfahren" is a name of the directory. */
function isOnlyThat(text: string): boolean {
  const plain = text
    .replace(noLonger, ' ')
    .replace(
      /(?<!\p{L})(?:für|for|von|of)\s+(?:(?:das|die|the)\s+)?(?:verfahren|fachverfahren|anwendung|application)\s+\S.{0,50}?(?=\s(?:zum|ab|am|auf|nieder|an)(?!\p{L})|$)/giu,
      ' ',
    );
  return plain
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean)
    .every((word) => empty.has(word) || /^\d{1,3}$/.test(word));
}

function successionSaid(said: string, today: string): Handover | undefined {
  for (const shape of shapes) {
    const { kind = '', name = '', of = '' } = shape.exec(said)?.groups ?? {};
    if (!kind) continue;
    const [period, ...more] = daysIn(name || of, today);
    const who = withoutDay(name, period);
    if (more.length > 0 || (name && !isName(who))) continue;
    const what = /^(?:nachfolg|successor)/i.test(kind) ? 'holder' : 'deputy';
    const day = period ?? daysIn(said, today)[0];
    return { what, name: who, of, from: day && firstDay(said, day) };
  }
  return undefined;
}

const withoutDay = (name: string, period: Period | undefined): string =>
  (period ? name.replace(period.text, ' ') : name)
    .replace(/(?<!\p{L})(?:ab|zum|seit|from|as of|on)(?:\s+dem)?(?=\s*[.,]?\s*$)/iu, ' ')
    .replace(/^\s*(?:ab|zum|from)(?:\s+dem)?(?=\s)/iu, ' ')
    .replace(/[\s.,;]+$/u, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Names begin with a capital, ids have a hyphen or a digit: "krank" and "im Urlaub" are neither. */
const isName = (name: string): boolean =>
  name.length >= 2 &&
  name.split(' ').length <= 8 &&
  (/^\p{Lu}\p{L}/u.test(name) || /^[a-z][a-z0-9.]*[-.\d][a-z0-9.-]*$/.test(name));

const daysIn = (text: string, today: string): readonly Period[] =>
  periodsIn(text, today).map((one) =>
    one.to < today && !/\d{4}/.test(one.text)
      ? { ...one, from: nextYear(one.from), to: nextYear(one.to) }
      : one,
  );
const nextYear = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

/** "bis 28.2." and "zum 31.12." name the last day, "zum 1.3." the first one without it. */
function firstDay(text: string, { from, to, text: said }: Period): string {
  const before = text.slice(0, text.indexOf(said));
  const next = (day: string) => daysBefore(day, -1);
  if (/(?<!\p{L})(?:bis|until|ablauf|ende)(?:\s+(?:zum|des|einschließlich|vom|of))*\s*$/iu.test(before))
    return next(to);
  const isLastOfMonth = next(to).endsWith('-01') && from === to;
  return isLastOfMonth && /(?<!\p{L})zum\s*$/iu.test(before) ? next(to) : from;
}

/** Where in the directory it is meant: what is named, else what is the person's own. */
export function rowsMeant(
  directory: Pick<Directory, 'roles' | 'units' | 'applications'>,
  own: readonly Assignment[],
  of: string,
): readonly Assignment[] {
  const said = plain(of);
  const says = (...names: readonly string[]) =>
    names.some(
      (name) =>
        name.length > 1 && new RegExp(` ${escaped(plain(name).trim())}(?:r|n|en|in|s)? `, 'u').test(said),
    );
  const roles = directory.roles.filter(({ name, shortName, aliases }) =>
    says(name.de, name.en, shortName.de, shortName.en, ...aliases),
  );
  const units = directory.units.filter(
    ({ id, name, aliases }) =>
      says(`amt ${id}`, `eb ${id}`, `office ${id}`, `eigenbetrieb ${id}`, name.de, name.en, ...aliases) ||
      (/\./.test(id) && says(id)),
  );
  // A role for the whole administration belongs to a unit by the role model.
  const unitOf = ({ unit, role }: Assignment) => unit ?? directory.roles.find(({ id }) => id === role)?.unit;
  const applications = directory.applications.filter(({ name, aliases }) => says(name, ...aliases));
  return own.filter(
    (row) =>
      (roles.length === 0 || roles.some(({ id }) => id === row.role)) &&
      (units.length === 0 || units.some(({ id }) => id === unitOf(row)) || (!row.unit && roles.length > 0)) &&
      (applications.length === 0 || applications.some(({ id }) => id === row.application)),
  );
}

const plain = (text: string): string =>
  ` ${text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .replace(/\.(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()} `;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
