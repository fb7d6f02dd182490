import { Button } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { Ask, TableBlock } from '../core/tab.ts';
import { Begin } from './begin.tsx';
import { csvOf, saveFile } from './saved-file.ts';
import type { Words } from './words.ts';

type Props = {
  readonly block: TableBlock;
  readonly words: Words;
  readonly onAsk: (ask: Ask) => void;
};

/** As many rows are drawn at once; searching looks at all. */
const step = 20;
/** Characters of a cell that stays on one line. */
const brief = 12;

/** A table that can be searched and saved; the first cell of a row opens what the row is about. */
export function Table({ block, words: w, onAsk }: Props) {
  const { title, text, empty, file, folded, begin } = block;
  const { head, rows } = withoutEmpty(block);
  // "Amt 61" is not broken to make room for a column that is nearly empty.
  const isShort = head.map((_, column) => rows.every(({ cells }) => (cells[column] ?? '').length <= brief));
  const [query, setQuery] = useState('');
  const [most, setMost] = useState(step);
  const id = useId();
  const found = rows.filter(({ cells }) => fits(cells, query));
  const shown = found.slice(0, most);
  const body = (
    <>
      {text && <p className="subtle">{text}</p>}
      <Begin asks={begin} onAsk={onAsk} />
      {rows.length > 8 && (
        <div className="tools">
          <label htmlFor={id} className="hidden">{`${title}: ${w.search}`}</label>
          <input
            id={id}
            type="search"
            placeholder={w.search}
            value={query}
            onChange={(e) => setQuery(e.target.value)}
          />
          <span className="subtle" aria-live="polite">
            {w.count(found.length, rows.length)}
          </span>
          {file && (
            <Button onClick={() => saveFile(file, csvOf([head, ...found.map(({ cells }) => cells)]))}>
              {w.save}
            </Button>
          )}
        </div>
      )}
      {rows.length === 0 ? (
        <p className="empty">{empty}</p>
      ) : found.length === 0 ? (
        <p className="empty">{w.nothingFound}</p>
      ) : (
        <div className="rows">
          <table aria-label={title}>
            <thead>
              <tr>
                {head.map((cell) => (
                  <th key={cell} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map(({ cells, ask, tone = 'plain' }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows may be alike in every cell
                <tr key={`${cells[0]} ${at}`} className={tone}>
                  {cells.map((cell, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells of a row stay where they are
                    <td key={column} data-head={head[column]} className={lookOf(cell, isShort[column])}>
                      {column === 0 && ask ? (
                        <button type="button" className="link" onClick={() => onAsk(ask)}>
                          {cell}
                        </button>
                      ) : (
                        cell
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.length > most && (
        <Button onClick={() => setMost(most + step)}>{w.more(Math.min(step, found.length - most))}</Button>
      )}
    </>
  );
  return folded ? (
    <details className="folded">
      <summary>
        {title} <span className="subtle">({rows.length})</span>
      </summary>
      {body}
    </details>
  ) : (
    <section>
      <h2>{title}</h2>
      {body}
    </section>
  );
}

const lookOf = (cell: string, isShort = false): string | undefined =>
  cell === '–' ? 'none' : isShort ? 'brief' : undefined;

/** A column in which nothing stands says nothing. */
function withoutEmpty({ head, rows }: TableBlock): Pick<TableBlock, 'head' | 'rows'> {
  const isUsed = head.map((_, column) =>
    rows.some(({ cells }) => !['', '–', undefined].includes(cells[column])),
  );
  if (rows.length === 0 || isUsed.every(Boolean)) return { head, rows };
  const used = <T,>(cells: readonly T[]): readonly T[] => cells.filter((_, column) => isUsed[column]);
  return { head: used(head), rows: rows.map((row) => ({ ...row, cells: used(row.cells) })) };
}

/** Every word of a query stands somewhere in the texts. */
export function fits(texts: readonly string[], query: string): boolean {
  const all = texts.join(' ').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
