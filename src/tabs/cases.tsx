import { Button, Checkbox, ProgressBar, Select, Tab, TabList } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import type { CaseRow, CasesBlock } from '../core/tab.ts';
import { Begin } from './begin.tsx';
import type { Using } from './blocks.tsx';
import { csvOf, saveFile } from './saved-file.ts';
import { fits } from './table.tsx';
import type { Words } from './words.ts';

type Props = { readonly block: CasesBlock } & Using;

/** How many rows are drawn at once. */
const step = 40;
const openOnes = '(open)';

/** Cases in lists, to be searched, filtered and opened; what several have in common can be done with them at once. */
export function Cases({ block, words: w, onAsk, onOpen, sayQuietly, onDone }: Props) {
  const { title, groups, rows, empty, file, begin } = block;
  const filled = groups.filter(({ id }) => rows.some((row) => row.groups.includes(id)));
  const [picked, setPicked] = useState<string>();
  const group = picked ?? filled[0]?.id ?? groups[0]?.id ?? '';
  const [query, setQuery] = useState('');
  const [state, setState] = useState('');
  const [most, setMost] = useState(step);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const searchId = useId();
  const inGroup = rows.filter((row) => row.groups.includes(group));
  const states = [...new Set(inGroup.map((row) => row.state))].sort();
  const found = inGroup.filter(
    (row) =>
      (state === '' || (state === openOnes ? !row.isOver : row.state === state)) &&
      fits([row.label, row.title, row.state, ...row.facts], query),
  );
  const shown = found.slice(0, most);
  const actable = shown.filter(({ acts }) => acts.length > 0);
  const picks = rows.filter(({ id }) => chosen.has(id));
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <section>
      <h2>{title}</h2>
      <Begin asks={begin} isFirst onAsk={onAsk} />
      {groups.length > 1 && (
        <TabList
          className="groups"
          selectedValue={group}
          onTabSelect={(_, { value }) => {
            setPicked(String(value));
            setChosen(new Set());
            setMost(step);
          }}
        >
          {groups.map(({ id, title: name }) => (
            <Tab key={id} value={id}>
              {`${name} (${rows.filter((row) => row.groups.includes(id) && !row.isOver).length})`}
            </Tab>
          ))}
        </TabList>
      )}
      {inGroup.length > 0 && (
        <div className="tools">
          <label htmlFor={searchId} className="hidden">{`${title}: ${w.search}`}</label>
          <input
            id={searchId}
            type="search"
            placeholder={w.search}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
          <Select aria-label={w.state} value={state} onChange={(_, { value }) => setState(value)}>
            <option value="">{w.allStates}</option>
            <option value={openOnes}>{w.open}</option>
            {states.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </Select>
          <span className="subtle" aria-live="polite">
            {w.count(found.length, inGroup.length)}
          </span>
          <Button onClick={() => saveFile(file, csvOf(linesOf(found, w)))}>{w.save}</Button>
        </div>
      )}
      {sayQuietly && (
        <Together
          rows={picks}
          words={w}
          sayQuietly={sayQuietly}
          onDone={() => {
            setChosen(new Set());
            void onDone?.();
          }}
        />
      )}
      {inGroup.length === 0 ? (
        <p className="empty">{empty}</p>
      ) : found.length === 0 ? (
        <p className="empty">{w.nothingFound}</p>
      ) : (
        <>
          {actable.length > 1 && (
            <Checkbox
              label={w.chooseAll}
              checked={actable.every(({ id }) => chosen.has(id)) || (picks.length > 0 && 'mixed')}
              onChange={(_, { checked }) =>
                setChosen(new Set(checked === true ? actable.map(({ id }) => id) : []))
              }
            />
          )}
          <ul className="cases">
            {shown.map((row) => (
              <Row
                key={row.id}
                row={row}
                words={w}
                isChosen={chosen.has(row.id)}
                onChoose={actable.length > 1 && row.acts.length > 0 ? (on) => toggle(row.id, on) : undefined}
                onOpen={() => (onOpen ? onOpen(row.id, row.open) : onAsk(row.open))}
              />
            ))}
          </ul>
          {found.length > most && (
            <Button onClick={() => setMost(most + step)}>
              {w.more(Math.min(step, found.length - most))}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

type RowProps = {
  readonly row: CaseRow;
  readonly words: Words;
  readonly isChosen: boolean;
  readonly onChoose: ((on: boolean) => void) | undefined;
  readonly onOpen: () => void;
};

function Row({ row, words: w, isChosen, onChoose, onOpen }: RowProps) {
  return (
    <li className={`case ${row.tone}`}>
      {onChoose && (
        <Checkbox
          aria-label={w.choose(row.label)}
          checked={isChosen}
          onChange={(_, { checked }) => onChoose(checked === true)}
        />
      )}
      <button type="button" className="caseBody" onClick={onOpen}>
        <span className="caseTitle">{row.title}</span>
        <span className="caseState">
          <span className={`dot ${row.tone}`} aria-hidden="true" />
          {row.state}
        </span>
        <span className="subtle caseFacts">
          {[row.label, ...row.facts, ...(row.due ? [`${w.due} ${dayOf(row.due)}`] : [])].join(' · ')}
        </span>
      </button>
    </li>
  );
}

const dayOf = (day: string): string => day.split('-').reverse().join('.');

const linesOf = (rows: readonly CaseRow[], w: Words): readonly (readonly string[])[] => [
  [w.number, w.subject, w.state, w.details, w.due, w.changed],
  ...rows.map((row) => [
    row.label,
    row.title,
    row.state,
    row.facts.join(' · '),
    row.due ?? '',
    row.changedAt.slice(0, 10),
  ]),
];

type TogetherProps = {
  readonly rows: readonly CaseRow[];
  readonly words: Words;
  readonly sayQuietly: NonNullable<Using['sayQuietly']>;
  readonly onDone: () => void;
};

type Came = { readonly label: string; readonly text: string };

/** What all chosen cases offer, done with one after the other; what came of each is said. */
function Together({ rows, words: w, sayQuietly, onDone }: TogetherProps) {
  const [progress, setProgress] = useState<{ readonly at: number; readonly all: number }>();
  const [results, setResults] = useState<readonly Came[]>([]);
  const cameRef = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone: whoever works without a mouse goes on at what came of it.
  useEffect(() => {
    if (results.length > 0 && document.activeElement === document.body) cameRef.current?.focus();
  }, [results]);
  const [first] = rows;
  const shared = (first?.acts ?? []).filter(({ id, title }) =>
    rows.every(({ acts }) => acts.some((act) => act.id === id && act.title === title)),
  );
  const run = async (id: string) => {
    const came: Came[] = [];
    for (const [at, row] of rows.entries()) {
      setProgress({ at, all: rows.length });
      const act = row.acts.find((one) => one.id === id);
      const text =
        act &&
        (await sayQuietly(act.ask)
          .then((one) => one.text)
          .catch(() => undefined));
      came.push({ label: row.label, text: text ?? w.failed });
    }
    setProgress(undefined);
    setResults(came);
    onDone();
  };
  return (
    <div aria-live="polite">
      {rows.length > 0 && !progress && (
        <div className="together">
          <strong>{w.chosen(rows.length)}</strong>
          {shared.map(({ id, title }) => (
            <Button key={id} onClick={() => void run(id)}>
              {title}
            </Button>
          ))}
        </div>
      )}
      {progress && (
        <div className="together">
          <span>{w.doing(progress.at, progress.all)}</span>
          <ProgressBar
            value={progress.at}
            max={progress.all}
            aria-label={w.doing(progress.at, progress.all)}
          />
        </div>
      )}
      {results.length > 0 && (
        <div className="came" ref={cameRef} tabIndex={-1}>
          <strong>{w.result}</strong>
          <ul>
            {results.map(({ label, text }) => (
              <li key={label}>{text.includes(label) ? text : `${label}: ${text}`}</li>
            ))}
          </ul>
          <Button size="small" onClick={() => setResults([])}>
            {w.close}
          </Button>
        </div>
      )}
    </div>
  );
}
