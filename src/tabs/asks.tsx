import { Button } from '@fluentui/react-components';
import type { Ask, Titled } from '../core/tab.ts';

type Props = {
  readonly asks: readonly Titled<object>[] | undefined;
  readonly onAsk: (ask: Ask) => void;
};

/** Buttons in a row, the usual one first. */
export const Asks = ({ asks = [], onAsk }: Props) =>
  asks.length === 0 ? null : (
    <div className="asks">
      {asks.map(({ title, ask }, at) => (
        <Button key={title} appearance={at === 0 ? 'primary' : 'secondary'} onClick={() => onAsk(ask)}>
          {title}
        </Button>
      ))}
    </div>
  );
