import type { Text } from '../../core/text.ts';
import { parseAsk } from '../../language/asks.ts';
import type { Role } from './model.ts';
import type { Finding, Located } from './problem.ts';
import { nearest } from './suggest.ts';

/**
 * What the lines of "asks" must hold so that questions can be understood with them.
 * @param roles ids of all roles in the file; a line names them as `r:kgrz`
 * @param concepts what the vocabulary knows
 */
export function checkAsks(
  rows: readonly Located<Role>[],
  roles: ReadonlySet<string>,
  concepts: ReadonlySet<string>,
): readonly Finding[] {
  const known = new Set([...concepts, ...[...roles].map((id) => `r:${id}`)]);
  const lines = rows.flatMap(({ value, path }) =>
    value.tasks.flatMap(({ asks }, task) =>
      asks.map((line, index) => ({ line, path: [...path, 'tasks', task, 'asks', index] })),
    ),
  );
  return lines.flatMap(({ line, path }) => wrongIn(line, known).map((text) => ({ path, text })));
}

function wrongIn(line: string, known: ReadonlySet<string>): readonly Text[] {
  const named = conceptsIn(line);
  if (!named) return [asksNothing(line)];
  return [...new Set(named)]
    .filter((id) => !known.has(id))
    .map((id) => unknown(id, line, nearest(id, known)));
}

function conceptsIn(line: string): readonly string[] | undefined {
  try {
    const { slots, without } = parseAsk(line, '');
    return [...slots.flat(), ...without];
  } catch {
    return undefined;
  }
}

const asksNothing = (line: string): Text => ({
  de: `„${line}“ nennt keinen Begriff, der in der Frage stehen muss. Schreiben Sie einen davor, z. B. „device ${line}“.`,
  en: `"${line}" names no concept that must be in the question. Write one before it, e.g. "device ${line}".`,
});

const unknown = (id: string, line: string, near: string | undefined): Text => ({
  de: `Den Begriff „${id}“ kennt der Wortschatz nicht (Zeile „${line}“). ${
    near
      ? `Meinten Sie „${near}“?`
      : 'Schreiben Sie einen Begriff aus data/lexicon.yaml oder eine Rolle, z. B. „r:kgrz“.'
  }`,
  en: `The vocabulary does not know the concept "${id}" (line "${line}"). ${
    near ? `Did you mean "${near}"?` : 'Write a concept of data/lexicon.yaml or a role, e.g. "r:kgrz".'
  }`,
});
