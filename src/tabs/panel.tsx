import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  MessageBar,
  MessageBarBody,
  OverlayDrawer,
  ProgressBar,
} from '@fluentui/react-components';
import { labelOf } from '../core/case-number.ts';
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
  const [first, ...rest] = opened?.detail ?? [];
  const heading = first?.kind === 'heading' ? first : undefined;
  const detail = heading ? rest : (opened?.detail ?? []);
  const isNumber = /\d/.test(opened?.about ?? '');
  return (
    <OverlayDrawer
      className="panel"
      position="end"
      open={opened !== undefined}
      aria-label={heading?.text ?? (isNumber ? readAs(opened?.about ?? '') : w.answerOf)}
      onOpenChange={(_, { open }) => open || onClose()}
      surfaceMotion={{
        onMotionFinish: (_, { direction }) => void (direction === 'exit' && setTimeout(onClosed, 0)),
      }}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          heading={{ as: 'h2' }}
          action={
            <Button appearance="subtle" onClick={onClose}>
              {w.close}
            </Button>
          }
        >
          {heading?.text ?? (isNumber ? readAs(opened?.about ?? '') : w.answerOf)}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        {isBusy && <ProgressBar aria-label={w.working} />}
        <div aria-live="polite">
          {opened?.notice && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{opened.notice}</MessageBarBody>
            </MessageBar>
          )}
        </div>
        {opened?.card && (
          <Card
            card={opened.card}
            summary={opened.summary ?? w.answerOf}
            theme={theme}
            isBusy={isBusy}
            onAsk={onAsk}
          />
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

/** The number of a case as people read it; other things are called by their id. */
const readAs = (id: string): string => (/^[A-Z]{1,3}-\d{4}-\d+$/.test(id) ? labelOf({ id }) : id);
