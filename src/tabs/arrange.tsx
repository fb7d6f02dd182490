import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { type PointerEvent, useEffect, useId, useRef, useState } from 'react';
import type { ArrangeBlock, Ask, EntryForm, Press } from '../core/tab.ts';
import type { CameOf, Using } from './blocks.tsx';
import { Entry, type Value, written } from './forms.tsx';

type Item = ArrangeBlock['items'][number];
type Entered = Readonly<Record<string, Value>>;

/** The form for something new, beside the ids of items. */
const newOne = '+';
/** Where the focus goes when the page has been read again: a button of an item. */
type Next = { readonly item: string; readonly button: 'up' | 'down' | 'edit' | 'add' };

/**
 * Things in an order: moved by dragging their handle, or with the buttons up and down, which keep the focus. Each act is
 * sent at once and the page is read again after it, also after one that came to nothing: what is shown is how it stands. What
 * is being entered stays.
 */
export function Arrange({ block, words: w, sayQuietly, onDone }: { readonly block: ArrangeBlock } & Using) {
  const { items, add, offers } = block;
  const [open, setOpen] = useState<string>();
  const [asked, setAsked] = useState<string>();
  const [entered, setEntered] = useState<Readonly<Record<string, Entered>>>({});
  const [said, setSaid] = useState('');
  const [came, setCame] = useState<CameOf & { readonly at: string }>();
  const [isBusy, setBusy] = useState(false);
  const [next, setNext] = useState<Next>();
  const list = useRef<HTMLOListElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const id = useId();

  useEffect(() => {
    if (isBusy || !next) return;
    frame.current?.querySelector<HTMLElement>(`[data-of="${next.item} ${next.button}"] button`)?.focus();
    setNext(undefined);
  }, [isBusy, next]);

  /** @param at where it is said when it came to nothing. @returns whether it was done */
  const send = async (ask: Press, at: string, then: Next, done: string): Promise<boolean> => {
    setBusy(true);
    setSaid('');
    const result = (await sayQuietly?.(ask).catch(() => undefined)) ?? { text: w.failed, isDone: false };
    await onDone?.();
    setCame(result.isDone ? undefined : { ...result, at });
    setSaid(result.isDone ? done : '');
    setBusy(false);
    setNext(then);
    return result.isDone;
  };

  const move = (item: Item, by: number) => {
    const at = items.indexOf(item);
    const to = Math.min(Math.max(at + by, 0), items.length - 1);
    const button = by < 0 ? 'up' : 'down';
    if (to === at) return setSaid(by < 0 ? w.isFirst(item.title) : w.isLast(item.title));
    const { verb, data } = item[button];
    const ask = { verb, data: { ...data, places: Math.abs(to - at) } };
    void send(ask, item.id, { item: item.id, button }, w.nowAt(item.title, to + 1, items.length));
  };

  const remove = (item: Item) => {
    const at = items.indexOf(item);
    const neighbour = items[at + 1] ?? items[at - 1];
    setAsked(undefined);
    const then: Next = neighbour ? { item: neighbour.id, button: 'edit' } : { item: newOne, button: 'add' };
    void send(item.remove, item.id, then, w.isRemoved(item.title));
  };

  const save = async (key: string, form: EntryForm) => {
    const typed = entered[key] ?? {};
    const fields = Object.fromEntries(
      form.fields.map((one) => [one.id, written(typed[one.id] ?? one.value)]),
    );
    const ask = { verb: form.ask.verb, data: { ...form.ask.data, ...fields } };
    const then: Next = key === newOne ? { item: newOne, button: 'add' } : { item: key, button: 'edit' };
    if (!(await send(ask, key, then, w.isTaken(String(fields.title ?? ''))))) return;
    setOpen(undefined);
    setEntered(({ [key]: _, ...others }) => others);
  };

  const { dragged, over, handle } = useDragging(list, isBusy, (from, to) => {
    const item = items[from];
    if (item) move(item, to - from);
  });

  const editing = (key: string, form: EntryForm, note?: string) => (
    <Editing
      form={form}
      typed={entered[key] ?? {}}
      note={note}
      came={came?.at === key ? came : undefined}
      isBusy={isBusy}
      words={w}
      onChange={(typed) => setEntered({ ...entered, [key]: typed })}
      onSave={() => void save(key, form)}
      onCancel={(isDiscarded) => {
        setOpen(undefined);
        setCame(undefined);
        // Only who says so gives up what they typed; opened again it is still there.
        if (isDiscarded) setEntered(({ [key]: _, ...others }) => others);
        setNext(key === newOne ? { item: newOne, button: 'add' } : { item: key, button: 'edit' });
      }}
    />
  );
  const isGone = open !== undefined && open !== newOne && !items.some((item) => item.id === open);

  const body = (
    <div ref={frame}>
      {block.text && <p className="subtle">{block.text}</p>}
      {items.length === 0 && <p className="subtle">{block.empty}</p>}
      <ol className="arrange" ref={list}>
        {items.map((item, at) => (
          <li key={item.id} className={markOf(at, dragged, over)}>
            <div className="arranged">
              <span className="handle" title={w.drag} aria-hidden="true" {...handle(at)}>
                ⠿
              </span>
              <span className="number">{at + 1}.</span>
              <div className="what">
                <h3>{item.title}</h3>
                <p className="subtle">{item.text}</p>
              </div>
              <div className="does">
                {(
                  [
                    ['up', '↑', w.up, at === 0, () => move(item, -1)],
                    ['down', '↓', w.down, at === items.length - 1, () => move(item, 1)],
                  ] as const
                ).map(([button, sign, name, isEnd, press]) => (
                  <span key={button} data-of={`${item.id} ${button}`}>
                    <Button
                      appearance="subtle"
                      aria-label={w.naming(name, item.title)}
                      title={name}
                      disabledFocusable={isBusy || isEnd}
                      onClick={press}
                    >
                      {sign}
                    </Button>
                  </span>
                ))}
                <span data-of={`${item.id} edit`}>
                  <Button
                    aria-label={w.naming(w.edit, item.title)}
                    aria-expanded={open === item.id}
                    disabledFocusable={isBusy}
                    onClick={() => setOpen(open === item.id ? undefined : item.id)}
                  >
                    {w.edit}
                  </Button>
                </span>
                <Button
                  appearance="subtle"
                  aria-label={w.naming(w.remove, item.title)}
                  disabledFocusable={isBusy}
                  onClick={() => setAsked(asked === item.id ? undefined : item.id)}
                >
                  {w.remove}
                </Button>
              </div>
            </div>
            {asked === item.id && (
              <div className="asks">
                <Button appearance="primary" disabledFocusable={isBusy} onClick={() => remove(item)}>
                  {w.reallyRemove}
                </Button>
                <Button onClick={() => setAsked(undefined)}>{w.keep}</Button>
              </div>
            )}
            {came?.at === item.id && open !== item.id && <Came text={came.text} />}
            {open === item.id && editing(item.id, item.edit)}
          </li>
        ))}
      </ol>
      {isGone && editing(open, add, w.isGone)}
      {offers && (
        <>
          <h3>{offers.title}</h3>
          <div className="asks">
            {offers.asks.map(({ title, ask }) => (
              <Button
                key={title}
                disabledFocusable={isBusy}
                onClick={() =>
                  void send(pressOf(ask), newOne, { item: newOne, button: 'add' }, w.isTaken(title))
                }
              >
                + {title}
              </Button>
            ))}
          </div>
        </>
      )}
      <div className="asks" data-of={`${newOne} add`}>
        <Button
          appearance="primary"
          aria-expanded={open === newOne}
          disabledFocusable={isBusy}
          onClick={() => setOpen(open === newOne ? undefined : newOne)}
        >
          {w.addOne}
        </Button>
      </div>
      {open === newOne && editing(newOne, add)}
      {came?.at === newOne && open !== newOne && <Came text={came.text} />}
      <p className="hidden" aria-live="polite">
        {said || came?.text}
      </p>
    </div>
  );
  return block.folded ? (
    <details className="folded">
      <summary>
        <h2 id={id}>{block.title}</h2>
      </summary>
      {body}
    </details>
  ) : (
    <section aria-labelledby={id}>
      <h2 id={id}>{block.title}</h2>
      {body}
    </section>
  );
}

const pressOf = (ask: Ask): Press => ('verb' in ask ? ask : { verb: '', data: {} });

const Came = ({ text }: { readonly text: string }) => (
  <MessageBar intent="warning" layout="multiline">
    <MessageBarBody>{text}</MessageBarBody>
  </MessageBar>
);

type EditingProps = {
  readonly form: EntryForm;
  readonly typed: Entered;
  readonly note?: string | undefined;
  readonly came?: CameOf | undefined;
  readonly isBusy: boolean;
  readonly words: Using['words'];
  readonly onChange: (typed: Entered) => void;
  readonly onSave: () => void;
  readonly onCancel: (isDiscarded: boolean) => void;
};

/** The form of one thing. What is wrong is said at its field before anything is sent. */
function Editing({ form, typed, note, came, isBusy, words: w, onChange, onSave, onCancel }: EditingProps) {
  const [isChecked, setChecked] = useState(false);
  const id = useId();
  const place = useRef<HTMLFormElement>(null);
  const problems = new Map(
    form.fields.flatMap((field) => {
      const must = 'must' in field ? field.must : undefined;
      const lines = String(typed[field.id] ?? field.value).split('\n');
      return must && !lines.every((line) => new RegExp(must.match).test(line)) ? [[field.id, must.text]] : [];
    }),
  );
  useEffect(() => {
    place.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, []);
  return (
    <form
      ref={place}
      className="sheet"
      aria-label={form.title}
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        const [wrong] = problems.keys();
        if (wrong === undefined) return onSave();
        document.getElementById(`${id}-${wrong}`)?.focus();
      }}
      onKeyDown={({ key }) => void (key === 'Escape' && onCancel(false))}
    >
      {note && <p className="problem">⚠ {note}</p>}
      {form.fields.map((field) => (
        <Entry
          key={field.id}
          id={`${id}-${field.id}`}
          field={field}
          value={typed[field.id] ?? field.value}
          isBusy={isBusy}
          problem={isChecked ? problems.get(field.id) : undefined}
          onChange={(value) => onChange({ ...typed, [field.id]: value })}
        />
      ))}
      {came && <Came text={came.text} />}
      <div className="asks">
        <Button appearance="primary" type="submit" disabledFocusable={isBusy}>
          {w.take}
        </Button>
        <Button onClick={() => onCancel(true)}>{w.cancel}</Button>
      </div>
    </form>
  );
}

const markOf = (at: number, dragged: number | undefined, over: number | undefined): string | undefined => {
  if (dragged === undefined || over === undefined) return undefined;
  if (at === dragged) return 'dragged';
  return at === over ? (over < dragged ? 'before' : 'after') : undefined;
};

/** Dragging by pointer, so that it works with a finger too. @param dropped from which place to which */
function useDragging(
  list: { readonly current: HTMLOListElement | null },
  isBusy: boolean,
  dropped: (from: number, to: number) => void,
) {
  const [dragged, setDragged] = useState<number>();
  const [over, setOver] = useState<number>();
  const placeOf = (y: number): number => {
    const rows = [...(list.current?.children ?? [])];
    const at = rows.findIndex((row) => y < row.getBoundingClientRect().bottom);
    return at < 0 ? rows.length - 1 : at;
  };
  const end = () => {
    setDragged(undefined);
    setOver(undefined);
  };
  const handle = (at: number) => ({
    onPointerDown: (event: PointerEvent) => {
      if (isBusy || event.button !== 0) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      setDragged(at);
      setOver(at);
    },
    onPointerMove: ({ clientY }: PointerEvent) => {
      if (dragged === at) setOver(placeOf(clientY));
    },
    onPointerUp: ({ clientY }: PointerEvent) => {
      if (dragged !== at) return;
      const to = placeOf(clientY);
      end();
      if (to !== at) dropped(at, to);
    },
    onPointerCancel: end,
  });
  return { dragged, over, handle };
}
