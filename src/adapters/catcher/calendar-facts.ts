/** A line of a calendar file: `ATTENDEE;CN="…":mailto:…`. */
type Line = { readonly name: string; readonly parameters: string; readonly value: string };

const kinds: Readonly<Record<string, string>> = {
  REQUEST: 'Einladung oder Änderung',
  CANCEL: 'Absage des Termins',
};

/** What a calendar file says, in words: as a mail program would show it. */
export function calendarFacts(file: string): readonly (readonly [string, string])[] {
  const all = linesOf(file);
  const event = all.slice(
    all.findIndex(({ name, value }) => name === 'BEGIN' && value === 'VEVENT'),
    all.findIndex(({ name, value }) => name === 'END' && value === 'VEVENT'),
  );
  const text = (name: string): string => plain(event.find((line) => line.name === name)?.value ?? '');
  const time = (name: string): string => timeOf(event.find((line) => line.name === name));
  const people = (name: string): string =>
    event
      .filter((line) => line.name === name)
      .map(person)
      .join(', ');
  const method = all.find(({ name }) => name === 'METHOD')?.value ?? '';
  const facts: readonly (readonly [string, string])[] = [
    ['Art', kinds[method] ?? method],
    ['Titel', text('SUMMARY')],
    ['Beginn', time('DTSTART')],
    ['Ende', time('DTEND')],
    ['Ort', text('LOCATION')],
    ['Beschreibung', text('DESCRIPTION')],
    ['Veranstalter', people('ORGANIZER')],
    ['Eingeladen', people('ATTENDEE')],
    ['Fassung', text('SEQUENCE')],
    ['Kennung', text('UID')],
  ];
  return facts.filter(([, value]) => value !== '');
}

/** Folded lines are joined first. */
const linesOf = (file: string): readonly Line[] =>
  file
    .replaceAll(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, name = '', parameters = '', value = ''] =
        /^([A-Z-]+)((?:;[^=]+=(?:"[^"]*"|[^";:]*))*):(.*)$/i.exec(line) ?? [];
      return name ? [{ name: name.toUpperCase(), parameters, value }] : [];
    });

const plain = (value: string): string =>
  value.replaceAll(/\\(.)/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));

const person = ({ parameters, value }: Line): string => {
  const name = /;CN="?([^";]*)/i.exec(parameters)?.[1];
  const address = value.replace(/^mailto:/i, '');
  return name ? `${name} <${address}>` : address;
};

function timeOf(line: Line | undefined): string {
  const [, year, month, day, hour, minute, utc] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)\d\d(Z?)$/.exec(line?.value ?? '') ?? [];
  if (!year) return line?.value ?? '';
  const zone = utc ? 'UTC' : (/TZID=([^;:]+)/.exec(line?.parameters ?? '')?.[1] ?? '');
  return `${day}.${month}.${year}, ${hour}:${minute} Uhr${zone ? ` (${zone})` : ''}`;
}
