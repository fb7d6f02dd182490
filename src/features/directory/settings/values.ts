import type { Text } from '../../../core/text.ts';
import { writeCell } from '../cells.ts';
import type { SettingChange } from '../changes/model.ts';
import { formsOf } from './forms.ts';
import type { KeptFile } from './model.ts';
import { isRow, joined, placeName } from './way.ts';

/* A file as a list of values, so that two of its states can be told apart. */

/** What stands at each way, as text; whoever stands in a list of people, one by one: `[vergabe].people itb-61`. */
export type SettingValues = Readonly<Record<string, string>>;

export function valuesOf(data: unknown, way = ''): SettingValues {
  if (Array.isArray(data)) {
    if (data.some((one) => typeof one === 'object'))
      return Object.assign({}, ...data.map((one, at) => valuesOf(one, `${way}${placeName(data, at)}`)));
    // Erasing somebody must find them.
    return way.endsWith('.people')
      ? Object.fromEntries(data.map((id) => [`${way} ${id}`, 'ja']))
      : { [way]: writeCell('list', data) };
  }
  if (isRow(data))
    return Object.assign({}, ...Object.entries(data).map(([key, one]) => valuesOf(one, joined(way, key))));
  return { [way]: String(data) };
}

/** What differs, in the order of the file. */
export function valuesBetween(
  file: KeptFile,
  before: SettingValues,
  after: SettingValues,
): readonly SettingChange[] {
  const ways = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  const titles = titlesIn(file);
  return ways.flatMap((key): readonly SettingChange[] => {
    const [old, next] = [before[key], after[key]];
    if (old === next) return [];
    const [way = '', person] = key.split(' ');
    const title = titles.get(way);
    return [
      {
        file: file.name,
        way,
        ...(title ? { title } : {}),
        ...(person ? { person } : {}),
        ...(old === undefined ? {} : { before: old }),
        ...(next === undefined ? {} : { after: next }),
      },
    ];
  });
}

/** "Ladungsfrist: Volle Kalendertage", by way. */
const titlesIn = (file: KeptFile): ReadonlyMap<string, Text> =>
  new Map(
    formsOf(file).flatMap((form) => {
      const name = (language: 'de' | 'en') => form.title({ language, roleName: (id) => id });
      return form.cells.map(({ name: cell, label }) => [
        joined(form.at, cell),
        { de: `${name('de')}: ${label.de}`, en: `${name('en')}: ${label.en}` },
      ]);
    }),
  );
