import type { MapBlock, Tone } from '../core/tab.ts';

type Role = MapBlock['levels'][number]['roles'][number];

/** Where everything of the picture stands, in units of its view box. Pure: the same block gives the same picture. */
export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly levels: readonly {
    readonly title: string;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly roles: readonly Placed[];
  }[];
  readonly lines: readonly { readonly id: string; readonly path: string }[];
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
const between = 30;
/** At the right edge, for lines that pass a level. */
const edgeWidth = 40;

/** @param columns how many roles stand side by side at most */
export function drawingOf({ levels, relations }: MapBlock, columns: number): Drawing {
  const width = columns === 1 ? 360 : 1000;
  const inner = columns === 1 ? width : width - edgeWidth;
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
          x: gap + column * (wide + gap),
          y: top,
          width: wide,
          height: tall,
        })),
      );
      top += tall + gap;
    }
    const level = { title, y, width: inner, height: top - y, roles: rows };
    y = top + between;
    return level;
  });
  return {
    width,
    height: Math.max(0, y - between),
    levels: placed,
    lines: columns === 1 ? [] : linesOf(relations, placed, width),
  };
}

/**
 * Relations between levels as lines at right angles: they run between the levels and, past a level, at the right edge,
 * never through a box.
 */
function linesOf(
  relations: MapBlock['relations'],
  levels: Drawing['levels'],
  width: number,
): Drawing['lines'] {
  const places = new Map(
    levels.flatMap((level, at) => level.roles.map((box) => [box.role.id, { box, level, at }] as const)),
  );
  const ends = new Map<string, number>();
  /** Lines that meet at a box lie beside each other. */
  const spread = (id: string): number => {
    const count = ends.get(id) ?? 0;
    ends.set(id, count + 1);
    return count * 9;
  };
  return relations.flatMap(({ from, to, text }, index) => {
    const [a, b] = [places.get(from), places.get(to)];
    if (!a || !b || a.at === b.at) return [];
    const [up, down] = a.at < b.at ? [a, b] : [b, a];
    const track = 5 + (index % 6) * 4;
    const x1 = up.box.x + up.box.width * 0.62 + spread(up.box.role.id);
    const x2 = down.box.x + down.box.width * 0.72 + spread(down.box.role.id);
    const below = up.level.y + up.level.height + track;
    const above = down.level.y - between + track;
    const edge = width - edgeWidth + 6 + (index % 6) * 5;
    const across = down.at - up.at === 1 ? `H ${x2}` : `H ${edge} V ${above} H ${x2}`;
    const path = `M ${x1} ${up.box.y + up.box.height} V ${below} ${across} V ${down.box.y}`;
    return [{ id: `${from} ${to} ${text}`, path }];
  });
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
