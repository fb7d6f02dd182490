import { Button, Input, Spinner } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { Ask, TabPage } from '../core/tab.ts';
import type { Words } from './words.ts';

type Props = {
  readonly words: Words;
  readonly isBusy: boolean;
  readonly examples: TabPage['examples'];
  readonly onAsk: (ask: Ask) => void;
};

/** A line to write to Lotse as in the chat, and what can be written there. */
export function SayBar({ words: w, isBusy, examples, onAsk }: Props) {
  const [text, setText] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() && !isBusy) onAsk({ text: text.trim() });
  };
  return (
    <section className="say" aria-label={w.ask}>
      <form onSubmit={send}>
        <Input
          className="grow"
          value={text}
          maxLength={4000}
          aria-label={w.ask}
          placeholder={w.ask}
          onChange={(_, { value }) => setText(value)}
        />
        <Button type="submit" appearance="primary" disabled={isBusy || !text.trim()}>
          {w.send}
        </Button>
      </form>
      {isBusy && <Spinner size="tiny" label={w.working} className="busy" />}
      {examples.length > 0 && (
        <details>
          <summary>{w.examples}</summary>
          <ul className="examples">
            {examples.map(({ title, text: example }) => (
              <li key={example}>
                <Button size="small" onClick={() => onAsk({ text: example })} disabled={isBusy}>
                  {example}
                </Button>
                <span className="subtle">{title}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
