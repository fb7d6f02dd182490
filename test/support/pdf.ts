import { inflateSync } from 'node:zlib';

/** What a test wants to know of a PDF, read from the file itself (as `pdfkit` writes it: plain objects, one table of them). */
export type ReadPdf = {
  readonly info: Readonly<Record<string, string>>;
  readonly language: string;
  readonly isTagged: boolean;
  readonly showsTitle: boolean;
  readonly metadata: string;
  /** `H1 Niederschrift`, two spaces a level; elements without own text stand with their tag only. */
  readonly structure: readonly string[];
  readonly bookmarks: readonly string[];
  /** What is for the eye only, a page each: footer, words across. */
  readonly artifacts: readonly string[];
  /** Text of each page that is read aloud. */
  readonly pages: readonly string[];
  readonly links: readonly { readonly says: string; readonly to: string }[];
  /** Files inside, in the order of their names. */
  readonly files: readonly {
    readonly name: string;
    readonly type: string;
    readonly about: string;
    readonly content: Uint8Array;
  }[];
  readonly fonts: readonly { readonly name: string; readonly isEmbedded: boolean }[];
  /** Contents of pages that are neither tagged nor marked as for the eye only. */
  readonly loose: readonly string[];
};

type Ref = { readonly ref: number };
type Dict = { readonly [name: string]: Value };
type Value = string | number | boolean | null | Ref | readonly Value[] | Dict;

export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = objectsOf(file);
  const get = (value: Value | undefined): Value | undefined =>
    isRef(value) ? get(objects.get(value.ref)?.value) : value;
  const dict = (value: Value | undefined): Dict => {
    const found = get(value);
    return found && typeof found === 'object' && !Array.isArray(found) ? (found as Dict) : {};
  };
  const list = (value: Value | undefined): readonly Value[] => {
    const found = get(value);
    return Array.isArray(found) ? found : found === undefined || found === null ? [] : [found];
  };
  const text = (value: Value | undefined): string => textOf(String(get(value) ?? ''));
  const stream = (value: Value | undefined): string =>
    isRef(value) ? (objects.get(value.ref)?.stream ?? '') : '';

  const trailer = new Reader(file.slice(file.lastIndexOf('trailer') + 7)).value() as Dict;
  const root = dict(trailer.Root);
  const pageRefs = list(dict(root.Pages).Kids) as readonly Ref[];
  const contents = new Map<number, PageText>();
  for (const page of pageRefs) {
    const { Contents, Resources } = dict(page);
    const letters = Object.fromEntries(
      Object.entries(dict(dict(Resources).Font)).map(([name, font]) => [
        name,
        cmapOf(stream(dict(font).ToUnicode)),
      ]),
    );
    contents.set(page.ref, pageText(stream(Contents), letters));
  }

  const structure: string[] = [];
  const walk = (value: Value, depth: number, pg: number | undefined): void => {
    const element = dict(value);
    const own = isRef(element.Pg) ? element.Pg.ref : pg;
    const kids = list(element.K);
    const said = kids.map((kid) => saidBy(kid, own)).join('');
    structure.push(`${'  '.repeat(depth)}${String(element.S)} ${said}`.trimEnd());
    for (const kid of kids) if (dict(kid).S) walk(kid, depth + 1, own);
  };
  const saidBy = (kid: Value, pg: number | undefined): string => {
    const at = typeof kid === 'number' ? kid : dict(kid).MCID;
    const on = typeof kid === 'number' ? pg : (dict(kid).Pg as Ref | undefined)?.ref;
    return typeof at === 'number' ? (contents.get(on ?? -1)?.marked.get(at) ?? '') : '';
  };
  for (const kid of list(dict(root.StructTreeRoot).K)) walk(kid, 0, undefined);

  const bookmarks: string[] = [];
  const follow = (value: Value | undefined, depth: number): void => {
    for (let one = dict(value); one.Title; one = dict(one.Next)) {
      bookmarks.push('  '.repeat(depth) + text(one.Title));
      follow(one.First, depth + 1);
    }
  };
  follow(dict(root.Outlines).First, 0);

  return {
    info: Object.fromEntries(Object.entries(dict(trailer.Info)).map(([name, value]) => [name, text(value)])),
    language: text(root.Lang),
    isTagged: get(dict(root.MarkInfo).Marked) === true,
    showsTitle: get(dict(root.ViewerPreferences).DisplayDocTitle) === true,
    metadata: Buffer.from(stream(root.Metadata), 'latin1').toString('utf8'),
    structure,
    bookmarks,
    artifacts: [...contents.values()].map(({ artifacts }) => artifacts.join(' | ')),
    pages: [...contents.values()].map(({ marked }) => [...marked.values()].join('\n')),
    links: pageRefs.flatMap((page) =>
      list(dict(page).Annots).map((one) => {
        const action = dict(dict(one).A);
        return { says: text(dict(one).Contents), to: text(action.URI ?? dict(action.T).N ?? action.D) };
      }),
    ),
    files: list(dict(dict(root.Names).EmbeddedFiles).Names)
      .filter((_one, at) => at % 2 === 1)
      .map((one) => {
        const { UF, Desc, EF } = dict(one);
        const file = dict(EF).F;
        return {
          name: text(UF),
          type: String(dict(file).Subtype),
          about: text(Desc),
          content: Buffer.from(stream(file), 'latin1'),
        };
      }),
    fonts: [...objects.values()]
      .map(({ value }) => dict(value))
      .filter(({ Type }) => Type === 'FontDescriptor')
      .map((one) => ({ name: String(one.FontName).replace(/^\w+\+/, ''), isEmbedded: isRef(one.FontFile2) })),
    loose: [...contents.values()].flatMap(({ loose }) => loose),
  };
}

const isRef = (value: Value | undefined): value is Ref =>
  typeof value === 'object' && value !== null && 'ref' in value;

type Stored = { readonly value: Value; readonly stream?: string };

function objectsOf(file: string): ReadonlyMap<number, Stored> {
  const table = file.slice(Number(/startxref\s+(\d+)/.exec(file)?.[1]));
  const offsets = [...table.matchAll(/^(\d{10}) \d{5} n/gm)].map(([, offset]) => Number(offset));
  return new Map(offsets.map((offset, at) => [at + 1, objectAt(file, offset)]));
}

function objectAt(file: string, offset: number): Stored {
  const reader = new Reader(file, file.indexOf('obj', offset) + 3);
  const value = reader.value();
  const found = /\s*stream\r?\n/y;
  found.lastIndex = reader.at;
  if (!found.exec(file)) return { value };
  const { Length, Filter } = value as Dict;
  const raw = file.slice(found.lastIndex, found.lastIndex + Number(Length));
  return {
    value,
    stream: Filter === 'FlateDecode' ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw,
  };
}

/** Values of PDF one after the other: names and strings are strings, operators are symbols of their own. */
class Reader {
  at: number;
  private readonly text: string;
  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    const sticky = new RegExp(pattern.source, 'ys');
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.text);
    if (found) this.at = sticky.lastIndex;
    return found;
  }

  value(): Value | { readonly operator: string } {
    this.take(/\s*/);
    if (this.take(/<</)) return this.dictionary();
    if (this.take(/\[/)) return this.array();
    if (this.take(/\(/)) return this.literal();
    const hex = this.take(/<([0-9a-fA-F\s]*)>/);
    if (hex) return Buffer.from((hex[1] ?? '').replaceAll(/\s/g, ''), 'hex').toString('latin1');
    const name = this.take(/\/([^\s/<>[\]()]*)/);
    if (name)
      return (name[1] ?? '').replaceAll(/#(..)/g, (_, code) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      );
    const ref = this.take(/(\d+) \d+ R\b/);
    if (ref) return { ref: Number(ref[1]) };
    const number = this.take(/[-+]?\d*\.?\d+(?:e-?\d+)?/);
    if (number) return Number(number[0]);
    const word = this.take(/[^\s/<>[\]()]+/)?.[0] ?? '';
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : { operator: word };
  }

  private dictionary(): Dict {
    const entries: [string, Value][] = [];
    while (!this.take(/\s*>>/)) entries.push([this.value() as string, this.value() as Value]);
    return Object.fromEntries(entries);
  }

  private array(): readonly Value[] {
    const values: Value[] = [];
    while (!this.take(/\s*\]/)) values.push(this.value() as Value);
    return values;
  }

  private literal(): string {
    let all = '';
    for (let depth = 1; depth > 0; ) {
      const found = this.take(/\\(\d{1,3}|.)|[^\\()]+|[()]/);
      const sign = found?.[0] ?? '';
      if (!found) throw new Error(`A string that does not end, at ${this.at}`);
      if (sign === '(') depth += 1;
      if (sign === ')') depth -= 1;
      if (depth > 0) all += found[1] === undefined ? sign : unescaped(found[1]);
    }
    return all;
  }

  get isAtEnd(): boolean {
    this.take(/\s*/);
    return this.at >= this.text.length;
  }
}

const unescaped = (code: string): string =>
  /^\d/.test(code)
    ? String.fromCharCode(Number.parseInt(code, 8))
    : (({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' } as Record<string, string>)[code] ?? code);

const textOf = (raw: string): string =>
  raw.startsWith('þÿ') ? Buffer.from(raw.slice(2), 'latin1').swap16().toString('utf16le') : raw;

/** Which letters a glyph stands for, by its number. */
type Letters = ReadonlyMap<number, string>;

function cmapOf(cmap: string): Letters {
  const letters = new Map<number, string>();
  for (const [, first = '', entries = ''] of cmap.matchAll(/<(\w{4})> <\w{4}> \[(.*?)\]/gs)) {
    const all = [...entries.matchAll(/<([\w ]*)>/g)].map(([, codes = '']) =>
      String.fromCharCode(...codes.split(' ').map((code) => Number.parseInt(code, 16))),
    );
    for (const [at, letter] of all.entries()) letters.set(Number.parseInt(first, 16) + at, letter);
  }
  return letters;
}

type PageText = {
  readonly marked: ReadonlyMap<number, string>;
  readonly artifacts: readonly string[];
  readonly loose: readonly string[];
};

const painting = ['TJ', 'Tj', 'f', 'S', 'Do'];

function pageText(content: string, fonts: Readonly<Record<string, Letters>>): PageText {
  const marked = new Map<number, string>();
  const artifacts: string[] = [];
  const loose: string[] = [];
  const open: (number | 'artifact' | 'none')[] = [];
  const reader = new Reader(content);
  let values: Value[] = [];
  let letters: Letters = new Map();
  while (!reader.isAtEnd) {
    const value = reader.value();
    if (!(typeof value === 'object' && value !== null && 'operator' in value)) {
      values.push(value as Value);
      continue;
    }
    const operator = String(value.operator);
    if (operator === 'Tf') letters = fonts[String(values[0])] ?? new Map();
    if (operator === 'BDC' || operator === 'BMC') {
      const id = operator === 'BDC' ? (values[1] as Dict).MCID : undefined;
      open.push(typeof id === 'number' ? id : values[0] === 'Artifact' ? 'artifact' : 'none');
      if (values[0] === 'Artifact') artifacts.push('');
      if (typeof id === 'number') marked.set(id, '');
    }
    if (operator === 'EMC') open.pop();
    if (painting.includes(operator)) {
      const shown = operator === 'TJ' ? glyphs(values[0], letters) : '';
      const into = open.at(-1);
      if (typeof into === 'number') marked.set(into, (marked.get(into) ?? '') + shown);
      else if (into === 'artifact') artifacts.push((artifacts.pop() ?? '') + shown);
      else loose.push(`${operator} ${shown}`);
    }
    values = [];
  }
  return { marked, artifacts: artifacts.filter(Boolean), loose };
}

const glyphs = (value: Value | undefined, letters: Letters): string =>
  (Array.isArray(value) ? value : [])
    .filter((part): part is string => typeof part === 'string')
    .map((part) =>
      [...Buffer.from(part, 'latin1').swap16().toString('utf16le')]
        .map((glyph) => letters.get(glyph.codePointAt(0) ?? 0) ?? '�')
        .join(''),
    )
    .join('');
