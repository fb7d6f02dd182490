import type { Ask, BarsBlock } from '../core/tab.ts';
import { Begin } from './begin.tsx';
import type { Words } from './words.ts';

type Props = {
  readonly block: BarsBlock;
  readonly words: Words;
  readonly onAsk: (ask: Ask) => void;
};

/** Bars side by side, with what they stand for written beside and a table behind. */
export function Bars({ block, words: w, onAsk }: Props) {
  const { title, text, parts, bars, empty, begin } = block;
  const totals = bars.map(({ values }) =>
    parts.reduce((sum, { id }) => sum + Math.max(0, values[id]?.value ?? 0), 0),
  );
  const most = Math.max(1, ...totals);
  const used = parts.filter(({ id }) => bars.some(({ values }) => values[id]));
  return (
    <section>
      <h2>{title}</h2>
      {text && <p className="subtle">{text}</p>}
      <Begin asks={begin} onAsk={onAsk} />
      {bars.length === 0 ? (
        <p className="empty">{empty}</p>
      ) : (
        <>
          {used.length > 1 && (
            <ul className="legend" aria-hidden="true">
              {used.map(({ id, label, tone }) => (
                <li key={id}>
                  <span className={`swatch ${tone}`} /> {label}
                </li>
              ))}
            </ul>
          )}
          <div className="bars" aria-hidden="true">
            {bars.map(({ label, values }) => (
              <div key={label} className="barRow">
                <span className="barLabel">{label}</span>
                <span className="barLine">
                  {used.map(({ id, tone }) => {
                    const one = values[id];
                    return one && one.value > 0 ? (
                      <span
                        key={id}
                        className={`barPart ${tone}`}
                        style={{ width: `${(100 * one.value) / most}%` }}
                      />
                    ) : null;
                  })}
                </span>
                <span className="barText">{writtenOf(used, values)}</span>
              </div>
            ))}
          </div>
          <details className="folded">
            <summary>
              {w.asTable}
              <span className="hidden">: {title}</span>
            </summary>
            <div className="rows">
              <table aria-label={title}>
                <thead>
                  <tr>
                    <th scope="col">{w.what}</th>
                    {used.map(({ id, label }) => (
                      <th key={id} scope="col">
                        {label}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {bars.map(({ label, values }) => (
                    <tr key={label}>
                      <td data-head={w.what}>{label}</td>
                      {used.map(({ id, label: part }) => (
                        <td key={id} data-head={part}>
                          {values[id]?.text ?? '–'}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </details>
        </>
      )}
    </section>
  );
}

/** What there is something of; the whole list is in the table. */
function writtenOf(parts: BarsBlock['parts'], values: BarsBlock['bars'][number]['values']): string {
  const there = parts.flatMap(({ id, label }) => {
    const one = values[id];
    return one && one.value > 0 ? [parts.length > 1 ? `${label}: ${one.text}` : one.text] : [];
  });
  return there.join(' · ') || (Object.values(values)[0]?.text ?? '');
}
