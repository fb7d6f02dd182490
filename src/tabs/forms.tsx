import { Button, Checkbox, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { Ask, Field, FormsBlock } from '../core/tab.ts';
import type { CameOf, Using } from './blocks.tsx';
import type { Words } from './words.ts';

type Form = FormsBlock['forms'][number];
export type Value = Field['value'];

/** Forms on one screen: what is entered in one stays while another is sent. */
export function Forms({ block, words, onAsk, sayQuietly, onDone }: { readonly block: FormsBlock } & Using) {
  return (
    <section>
      <h2>{block.title}</h2>
      {block.text && <p className="subtle">{block.text}</p>}
      {block.forms.map((form) => (
        <One
          key={form.id}
          form={form}
          words={words}
          send={async (ask) => {
            if (!sayQuietly) {
              onAsk(ask);
              return { text: '', isDone: true };
            }
            const came = await sayQuietly(ask).catch(() => ({ text: words.failed, isDone: false }));
            if (came.isDone) void onDone?.();
            return came;
          }}
          onAsk={onAsk}
        />
      ))}
    </section>
  );
}

type OneProps = {
  readonly form: Form;
  readonly words: Words;
  readonly send: (ask: Ask) => Promise<CameOf>;
  readonly onAsk: (ask: Ask) => void;
};

function One({ form, words: w, send, onAsk }: OneProps) {
  const { title, lines, fields, asks } = form;
  const [entered, setEntered] = useState<Readonly<Record<string, Value>>>({});
  const [came, setCame] = useState<CameOf>();
  const [isBusy, setBusy] = useState(false);
  const id = useId();
  const press = async (ask: Ask) => {
    // Words that show something need no fields.
    if ('text' in ask) return onAsk(ask);
    setBusy(true);
    const sent = Object.fromEntries(
      fields.map((field) => [field.id, written(entered[field.id] ?? field.value)]),
    );
    const result = await send({ verb: ask.verb, data: { ...sent, ...ask.data } });
    setCame(result);
    if (result.isDone) setEntered({});
    setBusy(false);
  };
  return (
    <form className="sheet" aria-labelledby={id} onSubmit={(event) => event.preventDefault()}>
      <h3 id={id}>{title}</h3>
      {lines.map(({ text, tone }) => (
        <p key={text} className={`line ${tone}`}>
          <span className={`dot ${tone}`} aria-hidden="true" /> {text}
        </p>
      ))}
      {fields.map((field) => (
        <Entry
          key={field.id}
          id={`${id}-${field.id}`}
          field={field}
          value={entered[field.id] ?? field.value}
          isBusy={isBusy}
          onChange={(value) => setEntered({ ...entered, [field.id]: value })}
        />
      ))}
      <div className="asks">
        {asks.map(({ title: name, ask }, at) => (
          <Button
            key={name}
            appearance={at === 0 ? 'primary' : 'secondary'}
            disabledFocusable={isBusy}
            onClick={() => void press(ask)}
          >
            {name}
          </Button>
        ))}
      </div>
      <div aria-live="polite">
        {came && (
          <MessageBar intent={came.isDone ? 'success' : 'error'} layout="multiline">
            <MessageBarBody>{came.isDone ? w.saved : came.text}</MessageBarBody>
          </MessageBar>
        )}
      </div>
    </form>
  );
}

const inputOf = {
  number: { type: 'number', min: 0, max: 999, step: 1 },
  day: { type: 'date' },
  text: { type: 'text', maxLength: 400 },
} as const;

export const written = (value: Value): string | number =>
  typeof value === 'object' ? value.join(',') : value;

export type EntryProps = {
  readonly id: string;
  readonly field: Field;
  readonly value: Value;
  readonly isBusy: boolean;
  /** What is wrong with it. */
  readonly problem?: string | undefined;
  readonly onChange: (value: Value) => void;
};

export function Entry({ id, field, value, isBusy, problem, onChange }: EntryProps) {
  if (field.kind === 'several') {
    const chosen = typeof value === 'object' ? value : [];
    return (
      <fieldset disabled={isBusy}>
        <legend>{field.label}</legend>
        {field.options.map(({ title, value: one }) => (
          <Checkbox
            key={one}
            label={title}
            checked={chosen.includes(one)}
            onChange={(_, { checked }) =>
              onChange(checked ? [...chosen, one] : chosen.filter((other) => other !== one))
            }
          />
        ))}
      </fieldset>
    );
  }
  const wrong = problem ? { 'aria-invalid': true, 'aria-describedby': `${id}-problem` } : {};
  return (
    <div className={'isShort' in field ? `${field.kind} short` : field.kind}>
      <label htmlFor={id}>{field.label}</label>
      {field.kind === 'choice' ? (
        <select
          id={id}
          disabled={isBusy}
          value={String(value)}
          onChange={(event) => onChange(event.target.value)}
        >
          {field.options.map(({ title, value: one }) => (
            <option key={one} value={one}>
              {title}
            </option>
          ))}
        </select>
      ) : field.kind === 'words' ? (
        <textarea
          id={id}
          rows={2}
          maxLength={4000}
          {...wrong}
          disabled={isBusy}
          value={String(value)}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <input
          id={id}
          {...inputOf[field.kind]}
          {...wrong}
          disabled={isBusy}
          value={String(value)}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {problem && (
        <p id={`${id}-problem`} className="problem">
          ⚠ {problem}
        </p>
      )}
    </div>
  );
}
