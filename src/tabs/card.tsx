import { AdaptiveCard, ExecuteAction, HostConfig, OpenUrlAction, SubmitAction } from 'adaptivecards';
import { useEffect, useRef } from 'react';
import type { Ask } from '../core/tab.ts';
import { hostConfig, type Theme } from './card-look.ts';
import { markdownIn } from './markdown.ts';

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownIn(text);
  result.didProcess = true;
};

type Props = {
  readonly card: object;
  /** What it says in one line: read out when the focus comes to it. */
  readonly summary: string;
  readonly theme: Theme;
  readonly isBusy: boolean;
  readonly onAsk: (ask: Ask) => void;
};

/** A card as in the chat; what is pressed says the same as there. */
export function Card({ card, summary, theme, isBusy, onAsk }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const pressed = useRef(onAsk);
  pressed.current = onAsk;
  const shown = useRef<{ readonly card: object; readonly drawn: AdaptiveCard }>(null);
  useEffect(() => {
    // Drawn in other colours it is the same card, with what was typed in it.
    const before = shown.current?.card === card ? typedIn(shown.current.drawn) : undefined;
    const drawn = new AdaptiveCard();
    drawn.hostConfig = new HostConfig(hostConfig(theme));
    drawn.onExecuteAction = (action) => {
      if (action instanceof OpenUrlAction) {
        if (action.url) openLink(action.url);
      } else if (action instanceof ExecuteAction || action instanceof SubmitAction) {
        const { data = {} } = action as { data?: object };
        const verb = action instanceof ExecuteAction ? action.verb : undefined;
        pressed.current({ verb: verb ?? '', data: data as Record<string, unknown> });
      }
    };
    drawn.parse(before ? withTyped(card, before) : card);
    shown.current = { card, drawn };
    const element = drawn.render();
    place.current?.replaceChildren(...(element ? [element] : []));
  }, [card, theme]);
  useEffect(() => {
    // The button that was pressed is gone: whoever works without a mouse goes on at what came of it.
    if (!isBusy && card && document.activeElement === document.body) place.current?.focus();
  }, [card, isBusy]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; most cards have none
    <div ref={place} className="card" role="group" aria-label={summary} tabIndex={-1} inert={isBusy} />
  );
}

const typedIn = (drawn: AdaptiveCard): ReadonlyMap<string, unknown> =>
  new Map(drawn.getAllInputs().map(({ id = '', value }) => [id, value]));

/** The card with these values in its fields. */
function withTyped(part: unknown, typed: ReadonlyMap<string, unknown>): unknown {
  if (Array.isArray(part)) return part.map((one) => withTyped(one, typed));
  if (typeof part !== 'object' || part === null) return part;
  const inner = Object.fromEntries(Object.entries(part).map(([name, one]) => [name, withTyped(one, typed)]));
  const { type, id } = inner as { readonly type?: unknown; readonly id?: unknown };
  const isField = typeof type === 'string' && type.startsWith('Input.') && typeof id === 'string';
  return isField && typed.has(id) ? { ...inner, value: typed.get(id) } : inner;
}

/** A link of the browser itself: nothing opens by script in Teams. */
function openLink(url: string): void {
  if (!/^(https?|mailto|tel):/i.test(url)) return;
  const link = document.createElement('a');
  link.href = url;
  link.target = '_blank';
  link.rel = 'noreferrer';
  link.click();
}
