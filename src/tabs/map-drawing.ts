import type { MapBlock, Tone } from '../core/tab.ts';

type Role = MapBlock['levels'][number]['roles'][number];

/** Where everything of the picture stands, in units of its view box. Pure: the same block gives the same picture. */
export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly levels: readonly {
    readonly title: string;
    readonly y: number;
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

/** @param columns how many roles stand side by side at most */
export function drawingOf({ levels, relations }: MapBlock, columns: number): Drawing {
  const width = columns === 1 ? 360 : 960;
  let y = 0;
  const placed = levels.map(({ title, roles }) => {
    const across = Math.min(columns, roles.length);
    const wide = (width - gap * (across + 1)) / across;
    const letters = Math.floor((wide - 60) / 7.4);
    const boxes = roles.map((role) => ({
      role,
      name: wrapped(role.name, letters, 3),
      holders: wrapped(role.holders, Math.floor((wide - 60) / 6.6), 2),
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
    const level = { title, y, height: top - y, roles: rows };
    y = top + 26;
    return level;
  });
  const byId = new Map(placed.flatMap(({ roles }) => roles).map((box) => [box.role.id, box]));
  return {
    width,
    height: Math.max(0, y - 26),
    levels: placed,
    lines: relations.flatMap(({ from, to, text }) => {
      const [a, b] = [byId.get(from), byId.get(to)];
      return a && b && a.y !== b.y ? [{ id: `${from} ${to} ${text}`, path: between(a, b) }] : [];
    }),
  };
}

/** From the edge of one box to the facing edge of the other. */
function between(a: Placed, b: Placed): string {
  const [up, down] = a.y < b.y ? [a, b] : [b, a];
  const [x1, y1] = [up.x + up.width / 2, up.y + up.height];
  const [x2, y2] = [down.x + down.width / 2, down.y];
  const middle = (y1 + y2) / 2;
  return `M ${x1} ${y1} C ${x1} ${middle}, ${x2} ${middle}, ${x2} ${y2}`;
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
