import type { MapBlock, Tone } from '../core/tab.ts';

type Role = MapBlock['levels'][number]['roles'][number];

/** Where everything of the picture stands, in units of its view box. Pure: the same block gives the same picture. */
export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly levels: readonly {
    readonly title: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly roles: readonly Placed[];
  }[];
  readonly lines: readonly Line[];
};

/** A relation, drawn from the role that it is said of to the other. */
export type Line = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly path: string;
  /** What it is, beside its upper end. */
  readonly text: string;
  readonly x: number;
  readonly y: number;
};

type Placed = {
  readonly role: Role;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly name: readonly string[];
  readonly holders: readonly string[];
  readonly marks: readonly { readonly text: string; readonly tone: Tone }[];
};

const gap = 16;
const line = 18;
/** Between two levels. */
const between = 34;
/** At both edges, for lines that pass a level. */
const edgeWidth = 26;
/** Below the last level, so that its border is drawn whole. */
const rim = 2;
/** Below the boxes of a level, for what its lines are. */
const below = 24;

/** @param columns how many roles stand side by side at most */
export function drawingOf({ levels, relations }: MapBlock, columns: number): Drawing {
  const isNarrow = columns === 1;
  const width = isNarrow ? 360 : 1000;
  const edge = isNarrow ? 0 : edgeWidth;
  const inner = width - 2 * edge;
  let y = 0;
  const placed = levels.map(({ title, roles }) => {
    const across = Math.min(columns, roles.length);
    const wide = (inner - gap * (across + 1)) / across;
    const letters = Math.floor((wide - 56) / 8.9);
    const boxes = roles.map((role) => ({
      role,
      name: wrapped(role.name, letters, 3),
      holders: wrapped(role.holders, Math.floor((wide - 60) / 7), 2),
      marks: role.marks.map(({ text, tone }) => ({ text: wrapped(text, letters, 1)[0] ?? text, tone })),
    }));
    let top = y + 34;
    const rows: Placed[] = [];
    for (let at = 0; at < boxes.length; at += across) {
      const row = boxes.slice(at, at + across);
      const tall = Math.max(
        ...row.map(({ name, holders, marks }) => 18 + line * (name.length + holders.length + marks.length)),
      );
      rows.push(
        ...row.map((box, column) => ({
          ...box,
          x: edge + gap + column * (wide + gap),
          y: top,
          width: wide,
          height: tall,
        })),
      );
      top += tall + gap;
    }
    const height = top - y + (isNarrow ? 0 : below - gap);
    const level = { title, x: edge, y, width: inner, height, roles: rows };
    y += height + (isNarrow ? gap : between);
    return level;
  });
  const last = placed.at(-1);
  return {
    width,
    height: last ? last.y + last.height + rim : 0,
    levels: placed,
    lines: isNarrow ? [] : linesOf(relations, placed, width),
  };
}

/**
 * Relations between levels as lines at right angles, never through a box: between the levels, and past a level at an
 * edge; those that lead down at the right, those that lead up at the left. Lines that have the same lower end run
 * together, so that many make one trunk.
 */
function linesOf(
  relations: MapBlock['relations'],
  levels: Drawing['levels'],
  width: number,
): Drawing['lines'] {
  const places = new Map(
    levels.flatMap((level, at) => level.roles.map((box) => [box.role.id, { box, level, at }] as const)),
  );
  const trunks: string[] = [];
  return pairsOf(relations).flatMap(({ from, to, text }) => {
    const [a, b] = [places.get(from), places.get(to)];
    if (!a || !b || a.at === b.at) return [];
    const isDown = a.at < b.at;
    const [up, down] = isDown ? [a, b] : [b, a];
    const trunk = `${isDown} ${down.box.role.id}`;
    if (!trunks.includes(trunk)) trunks.push(trunk);
    const track = 8 + (trunks.indexOf(trunk) % 3) * 9;
    const x1 = Math.round(up.box.x + up.box.width * (isDown ? 0.07 : 0.62));
    const x2 = Math.round(down.box.x + down.box.width * (isDown ? 0.66 : 0.5));
    const top = up.box.y + up.box.height;
    const leaves = up.level.y + up.level.height + track;
    const edge = isDown ? width - 8 - (track - 8) / 2 : 8 + (track - 8) / 2;
    const isNext = down.at - up.at === 1;
    const arrives = isNext ? leaves : down.level.y - between + track;
    const points = [
      [x1, top],
      [x1, leaves],
      ...(isNext
        ? []
        : [
            [edge, leaves],
            [edge, arrives],
          ]),
      [x2, arrives],
      [x2, down.box.y],
    ];
    const path = `M ${(isDown ? points : points.toReversed()).map((point) => point.join(' ')).join(' L ')}`;
    return [{ id: `${from} ${to}`, from, to, path, text, x: x1 + 8, y: top + 16 }];
  });
}

/** Two roles have one line, whatever they are to each other. */
function pairsOf(relations: MapBlock['relations']): MapBlock['relations'] {
  const pairs = new Map<string, MapBlock['relations'][number]>();
  for (const one of relations) {
    const key = `${one.from} ${one.to}`;
    const other = pairs.get(key);
    pairs.set(key, other ? { ...one, text: `${other.text} · ${one.text}` } : one);
  }
  return [...pairs.values()];
}

/** A text in lines of so many letters; what does not fit ends in "…". */
function wrapped(text: string, letters: number, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, most);
  const isCut = lines.length > most;
  return kept.map((one, at) => {
    const cut = one.length > letters ? `${one.slice(0, letters - 1)}…` : one;
    return isCut && at === most - 1 ? `${cut.slice(0, letters - 1).trimEnd()} …` : cut;
  });
}
