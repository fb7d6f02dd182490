import { Button } from '@fluentui/react-components';
import type { Ask, Titled } from '../core/tab.ts';

type Props = {
  readonly asks: readonly Titled<object>[] | undefined;
  readonly isFirst?: boolean;
  readonly onAsk: (ask: Ask) => void;
};

/** Buttons beside what they are about; where they are what is usually pressed there, the first one stands out. */
export function Begin({ asks = [], isFirst = false, onAsk }: Props) {
  if (asks.length === 0) return null;
  return (
    <div className="asks">
      {asks.map(({ title, ask }, at) => (
        <Button
          key={title}
          appearance={isFirst && at === 0 ? 'primary' : 'secondary'}
          onClick={() => onAsk(ask)}
        >
          {title}
        </Button>
      ))}
    </div>
  );
}
