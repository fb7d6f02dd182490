import { join } from 'node:path';
import { z } from 'zod';
import { broughtBy, noteBrought } from '../adapters/directory/brought.ts';
import { readText, shortPath } from '../adapters/directory/read-files.ts';
import { rewriteData } from '../adapters/directory/rewrite-yaml.ts';
import { replaceText } from '../adapters/directory/write-file.ts';
import { readYaml, type YamlSource } from '../adapters/directory/yaml-text.ts';
import type { Text } from '../core/text.ts';
import { ruleSettings } from '../features/beirat/board/rule-settings.ts';
import { Rules } from '../features/beirat/board/rules.ts';
import type { Brought } from '../features/directory/changes/recording.ts';
import { unreadable } from '../features/directory/load.ts';
import type { Directory } from '../features/directory/model.ts';
import type { Naming } from '../features/directory/naming.ts';
import { Partners } from '../features/directory/partners.ts';
import { type Finding, locate, problemWords } from '../features/directory/problem.ts';
import type { KeptFile, Namings, SettingFile } from '../features/directory/settings/model.ts';
import { partnerSettings } from '../features/directory/settings/partner-settings.ts';
import { readShape } from '../features/directory/shape.ts';
import { Fields } from '../features/mentors/field.ts';
import { fieldSettings } from '../features/mentors/field-settings.ts';
import { RequestType } from '../features/requests/types/model.ts';
import { typeSettings } from '../features/requests/types/settings.ts';
import { beiratRulesFile } from './beirat-rules.ts';
import { troubleWords } from './directory-trouble.ts';
import { mentorFieldsFile } from './mentor-fields.ts';
import { isOfProgram, ownOr } from './own-file.ts';
import { partnersFile } from './partners.ts';
import { requestTypesFile, typesIn } from './request-types.ts';

/*
 * The data files that people keep on the page of maintenance: each with its words, its shape, and the check of its loader.
 * What is written goes through that check as a whole.
 */

type Texts = Readonly<Record<SettingFile, () => string>>;

type World = {
  readonly directory: () => Directory;
  readonly texts: Texts;
};

type Spec = Pick<KeptFile, 'name' | 'words' | 'schema'> & {
  /** What its loader says, errors only; and what does not fit the other files. */
  readonly read: (source: YamlSource, naming?: Naming) => readonly Finding[];
};

const specsIn = ({ directory, texts }: World): readonly Spec[] => [
  {
    name: 'beirat.yaml',
    words: ruleSettings,
    schema: Rules,
    read: ({ value }, naming) => readShape(Rules, value, [], naming).findings,
  },
  {
    name: 'request-types.yaml',
    words: typeSettings,
    schema: z.object({ types: z.array(RequestType) }),
    read: (source, naming) => typesIn(directory(), source, undefined, naming).findings,
  },
  {
    name: 'partners.yaml',
    words: partnerSettings,
    schema: Partners,
    read: ({ value }, naming) => {
      const { rows, findings } = readShape(Partners, value, [], naming);
      const [partners] = rows;
      if (!partners) return findings;
      return partnerFindings(partners.value, directory(), texts['request-types.yaml']());
    },
  },
  {
    name: 'mentor-fields.yaml',
    words: fieldSettings,
    schema: Fields,
    read: ({ value }, naming) => readShape(Fields, value, [], naming).findings,
  },
];

/** A step of a request type needs its body, and whoever acts for one is in the directory. */
function partnerFindings(
  partners: z.infer<typeof Partners>,
  { persons }: Directory,
  types: string,
): readonly Finding[] {
  const missing = [...usedIn(types)].filter((id) => !partners.some((one) => one.id === id));
  return [
    ...missing.map((id) => ({ path: [], text: stillUsed(id) })),
    ...partners.flatMap(({ people = [] }, at) =>
      people
        .filter((id) => !persons.some((person) => person.id === id))
        .map((id) => ({ path: [at, 'people'], text: notListed(id) })),
    ),
  ];
}

const Ways = z.object({
  types: z.array(z.object({ route: z.array(z.object({ partner: z.string().optional() })) })),
});
let usedLast: { readonly types: string; readonly ids: ReadonlySet<string> } | undefined;

/** The bodies that the request types name; read once for each text. */
function usedIn(types: string): ReadonlySet<string> {
  if (usedLast?.types === types) return usedLast.ids;
  const { data } = Ways.safeParse(readYaml('request-types.yaml', types, 'typed').value);
  const ids = new Set(data?.types.flatMap(({ route }) => route.flatMap(({ partner }) => partner ?? [])));
  usedLast = { types, ids };
  return ids;
}

const stillUsed = (id: string): Text => ({
  de: `Die Stelle „${id}“ steht noch im Weg einer Antragsart (request-types.yaml). Nehmen Sie sie zuerst dort heraus.`,
  en: `The body “${id}” still stands in the way of a request type (request-types.yaml). Take it out there first.`,
});
const notListed = (id: string): Text => ({
  de: `„${id}“ ist keine Kennung einer Person im Verzeichnis.`,
  en: `“${id}” is no id of a person in the directory.`,
});

/** Where the texts lie that people keep. */
export type Shelf = {
  /** As it stands there now, own or of the program; and what it is called in what is said about it. */
  readonly read: (name: SettingFile) => Promise<{ readonly text: string; readonly called: string }>;
  /** Puts another text in place of the one that was read. */
  readonly write: (
    name: SettingFile,
    text: string,
    before: string,
    brought: Brought,
    now: Date,
  ) => Promise<void>;
};

/** @param folder the directory's: its own files go first and are the only ones that are written */
export function keptFiles(folder: string, programFolder: string, world: World): readonly KeptFile[] {
  const own = (name: SettingFile) => join(folder, name);
  const pathOf = (name: SettingFile) => ownOr(folder, name, shippedFiles[name]);
  const shelf: Shelf = {
    async read(name) {
      const path = pathOf(name);
      return { text: await readText(path), called: shortPath(path) };
    },
    async write(name, text, before, { way, ...by }, now) {
      if (way === 'proposal') await noteBrought(own(name), text, { at: now.toISOString(), way, ...by });
      // A file of the program is not touched: the folder gets one of its own.
      await replaceText(own(name), text, pathOf(name) === own(name) ? before : undefined, now);
    },
  };
  const brought = (name: SettingFile) => broughtBy(own(name), world.texts[name]());
  return filesOn(isOfProgram(programFolder, folder) ? undefined : shelf, brought, world);
}

/** @param shelf absent where nothing is written */
export const filesOn = (
  shelf: Shelf | undefined,
  brought: (name: SettingFile) => Promise<Brought | undefined>,
  world: World,
): readonly KeptFile[] =>
  specsIn(world).map((spec) => keptFile(spec, shelf, () => brought(spec.name), world.texts[spec.name]));

export const shippedFiles: Readonly<Record<SettingFile, string>> = {
  'beirat.yaml': beiratRulesFile,
  'request-types.yaml': requestTypesFile,
  'partners.yaml': partnersFile,
  'mentor-fields.yaml': mentorFieldsFile,
};

function keptFile(
  { name, words, schema, read }: Spec,
  shelf: Shelf | undefined,
  brought: KeptFile['brought'],
  text: () => string,
): KeptFile {
  let known: { readonly text: string; readonly data: unknown } | undefined;
  const data = () => {
    const now = text();
    if (known?.text !== now) known = { text: now, data: readYaml(name, now, 'typed').value };
    return known.data;
  };
  /** The text with other data in it, and what the loader says to it. */
  const tried = (before: string, wanted: unknown, { de, en }: Namings) => {
    const after = rewriteData(before, wanted);
    if (after === undefined) return { after: before, findings: [notReadable] };
    const source = readYaml(name, after, 'typed');
    const inEnglish = read(source, en);
    const both = read(source, de).map((one, at) => ({
      ...one,
      text: { de: one.text.de, en: (inEnglish[at] ?? one).text.en },
    }));
    return { after, findings: errorsOf(both) };
  };
  const writing =
    ({ read: take, write }: Shelf): NonNullable<KeptFile['write']> =>
    async (change, naming, by, now) => {
      try {
        const { text: before, called } = await take(name);
        const source = readYaml(called, before, 'typed');
        const wrong = source.errors.length > 0 ? unreadable(source) : locate(source, errorsOf(read(source)));
        if (wrong.length > 0) return [mustBeRight(called), ...wrong.map(problemWords)];
        const next = change(source.value);
        if (!next.ok) return next.problems.map((one) => one.text);
        const { after, findings } = tried(before, next.data, naming);
        if (findings.length > 0) return findings.map((one) => one.text);
        if (after !== before) await write(name, after, before, by, now);
        return [];
      } catch (error) {
        const trouble = troubleWords(error);
        if (trouble === undefined) throw error;
        return [trouble];
      }
    };
  return {
    name,
    words,
    schema,
    data,
    check: (wanted, naming) => tried(text(), wanted, naming).findings,
    brought,
    write: shelf && writing(shelf),
  };
}

const errorsOf = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ severity }) => severity !== 'warning');

const notReadable: Finding = {
  path: [],
  text: {
    de: 'So ließe sich die Datei nicht mehr lesen. Bitte schreiben Sie es anders.',
    en: 'The file could not be read any more like this. Please write it differently.',
  },
};
const mustBeRight = (file: string): Text => ({
  de: `${file} hat Fehler, die zuerst behoben werden müssen.`,
  en: `${file} has mistakes that must be put right first.`,
});
