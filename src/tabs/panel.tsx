import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  OverlayDrawer,
  ProgressBar,
} from '@fluentui/react-components';
import { type SyntheticEvent, useEffect, useMemo, useRef, useState } from 'react';
import { labelOf } from '../core/case-number.ts';
import { formTitle } from '../core/form-title.ts';
import type { Ask, Block } from '../core/tab.ts';
import { Blocks, type Using } from './blocks.tsx';
import { Card } from './card.tsx';
import type { Theme } from './card-look.ts';
import type { Words } from './words.ts';

/** What is open beside the page: a card, and more about the thing it shows. */
export type Opened = {
  readonly card?: object | undefined;
  /** What the card says, in one line. */
  readonly summary?: string | undefined;
  readonly about?: string | undefined;
  readonly detail: readonly Block[];
  readonly notice?: string | undefined;
};

type Props = {
  readonly opened: Opened | undefined;
  /** Address of the chat with Lotse. */
  readonly chat: string | undefined;
  readonly words: Words;
  readonly theme: Theme;
  readonly isBusy: boolean;
  readonly onAsk: (ask: Ask) => void;
  readonly onClose: () => void;
  readonly files: Using['files'];
  /** Something was added to what is open. */
  readonly onDone: () => void;
  /** It is gone from the page. */
  readonly onClosed: () => void;
};

export function Panel(props: Props) {
  const { opened, chat, words: w, theme, isBusy, files, onAsk, onDone, onClose, onClosed } = props;
  const typing = useTyping(opened?.card);
  const [isAsking, setAsking] = useState(false);
  const asked = useRef<HTMLDivElement>(null);
  /** The field that somebody was in when they closed it. */
  const from = useRef<Element>(null);
  useEffect(() => {
    if (isAsking) asked.current?.querySelector('button')?.focus();
  }, [isAsking]);
  const goOn = () => {
    setAsking(false);
    // The card may have been drawn anew since.
    const field = from.current?.isConnected ? from.current : document.querySelector('.panel .card');
    if (field instanceof HTMLElement) field.focus();
  };
  const leave = () => {
    setAsking(false);
    typing.forget();
    onClose();
  };
  const close = () => {
    if (!typing.isTyped) return leave();
    // Pressed once more it is no answer: only a button gives up what was typed.
    if (isAsking) return goOn();
    from.current = document.activeElement;
    setAsking(true);
  };
  const [first, ...rest] = opened?.detail ?? [];
  const heading = first?.kind === 'heading' ? first : undefined;
  const detail = heading ? rest : (opened?.detail ?? []);
  const isNumber = /\d/.test(opened?.about ?? '');
  const named = useMemo(() => formTitle(opened?.card), [opened?.card]);
  const form = heading || isNumber ? undefined : named;
  const title = heading?.text ?? (isNumber ? readAs(opened?.about ?? '') : (form?.title ?? w.answerOf));
  const card = form?.rest ?? opened?.card;
  return (
    <OverlayDrawer
      className="panel"
      position="end"
      open={opened !== undefined}
      aria-label={title}
      onOpenChange={(_, { open }) => open || close()}
      surfaceMotion={{
        onMotionFinish: (_, { direction }) => void (direction === 'exit' && setTimeout(onClosed, 0)),
      }}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          heading={{ as: 'h2' }}
          action={
            <Button appearance="subtle" onClick={close}>
              {w.close}
            </Button>
          }
        >
          {title}
        </DrawerHeaderTitle>
        {isAsking && (
          <div ref={asked}>
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{w.notSent}</MessageBarBody>
              <MessageBarActions>
                <Button appearance="primary" onClick={goOn}>
                  {w.goOn}
                </Button>
                <Button onClick={leave}>{w.discard}</Button>
              </MessageBarActions>
            </MessageBar>
          </div>
        )}
      </DrawerHeader>
      <DrawerBody onInput={typing.onInput} onChange={typing.onInput}>
        {isBusy && <ProgressBar aria-label={w.working} />}
        <div aria-live="polite">
          {opened?.notice && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{opened.notice}</MessageBarBody>
            </MessageBar>
          )}
        </div>
        {card && (
          <Card card={card} summary={opened?.summary ?? title} theme={theme} isBusy={isBusy} onAsk={onAsk} />
        )}
        {detail.length > 0 && (
          <Blocks
            blocks={detail}
            words={w}
            theme={theme}
            highlighted={[]}
            files={files}
            onAsk={onAsk}
            onDone={onDone}
          />
        )}
        {chat && isNumber && (
          <p>
            <a
              href={`${chat}&message=${encodeURIComponent(opened?.about ?? '')}`}
              target="_blank"
              rel="noreferrer"
            >
              {w.inChat}
            </a>
          </p>
        )}
      </DrawerBody>
    </OverlayDrawer>
  );
}

/**
 * Whether something was entered that nobody has yet. A form that comes back with what is wrong still holds it; a card that
 * shows what came of it does not.
 */
function useTyping(card: object | undefined) {
  const [isTyped, setTyped] = useState(false);
  const before = useRef<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    const now = valuesIn(card);
    const known = before.current;
    before.current = now;
    const cameBack = [...now].some(([id, value]) => value !== '' && known.has(id) && known.get(id) !== value);
    setTyped((was) => was && cameBack);
  }, [card]);
  return {
    isTyped,
    forget: () => setTyped(false),
    onInput: ({ target }: SyntheticEvent) => {
      // A chosen file is sent at once, and a search enters nothing.
      if (!(target instanceof HTMLInputElement && ['file', 'search'].includes(target.type))) setTyped(true);
    },
  };
}

/** What stands in the fields of a card, by their ids. */
function valuesIn(part: unknown, found = new Map<string, string>()): Map<string, string> {
  if (typeof part !== 'object' || part === null) return found;
  const { type, id, value } = part as {
    readonly type?: unknown;
    readonly id?: unknown;
    readonly value?: unknown;
  };
  if (typeof type === 'string' && type.startsWith('Input.')) found.set(String(id), String(value ?? ''));
  for (const inner of Object.values(part)) valuesIn(inner, found);
  return found;
}

/** The number of a case as people read it; other things are called by their id. */
const readAs = (id: string): string => (/^[A-Z]{1,3}-\d{4}-\d+$/.test(id) ? labelOf({ id }) : id);
