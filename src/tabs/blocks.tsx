import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { Ask, Block, TimelineBlock } from '../core/tab.ts';
import type { Kept } from './api.ts';
import { Arrange } from './arrange.tsx';
import { Bars } from './bars.tsx';
import { Begin } from './begin.tsx';
import type { Theme } from './card-look.ts';
import { Cases } from './cases.tsx';
import { Files } from './files.tsx';
import { Forms } from './forms.tsx';
import { RoleMap } from './role-map.tsx';
import { Table } from './table.tsx';
import type { Words } from './words.ts';

/** What came of something that was said, in one line. */
export type CameOf = { readonly text: string; readonly isDone: boolean };

/** What a block may need to be of use. */
export type Using = {
  readonly words: Words;
  readonly theme: Theme;
  /** Roles that the latest answer names. */
  readonly highlighted: readonly string[];
  readonly onAsk: (ask: Ask) => void;
  /** Opens one thing of the tab. */
  readonly onOpen?: ((id: string, ask?: Ask) => void) | undefined;
  /** Says something without opening its card: several at once. @returns what came of it */
  readonly sayQuietly?: ((ask: Ask) => Promise<CameOf>) | undefined;
  readonly onDone?: (() => void | Promise<void>) | undefined;
  /** Gets and brings files of cases. */
  readonly files?:
    | {
        readonly get: (of: string, id: string) => Promise<Blob>;
        readonly add: (of: string, file: File) => Promise<Kept>;
      }
    | undefined;
};

/** Draws what stands on a tab, block by block. */
export function Blocks({ blocks, ...using }: { readonly blocks: readonly Block[] } & Using) {
  return blocks.map((block, at) => <One key={keyOf(block, at)} block={block} {...using} />);
}

const keyOf = (block: Block, at: number): string => ('id' in block ? block.id : `${block.kind} ${at}`);

function One({ block, ...using }: { readonly block: Block } & Using) {
  switch (block.kind) {
    case 'heading':
      return <h2>{block.text}</h2>;
    case 'text':
      return <p className={block.subtle ? 'subtle' : undefined}>{block.text}</p>;
    case 'quote':
      return (
        <figure className="quote">
          <blockquote>{block.text}</blockquote>
          <figcaption className="subtle">{block.source}</figcaption>
        </figure>
      );
    case 'note':
      return (
        <MessageBar intent={block.tone === 'hint' ? 'info' : 'warning'} layout="multiline" className="bar">
          <MessageBarBody>{block.text}</MessageBarBody>
        </MessageBar>
      );
    case 'asks':
      return <Begin asks={block.asks} isFirst onAsk={using.onAsk} />;
    case 'figures':
      return (
        <section aria-label={block.title}>
          <h2>{block.title}</h2>
          <dl className="figures">
            {block.figures.map(({ label, value, text, tone = 'plain' }) => (
              <div key={label} className={`figure ${tone}`}>
                <dt>{label}</dt>
                <dd>{value}</dd>
                {text && <dd className="subtle">{text}</dd>}
              </div>
            ))}
          </dl>
        </section>
      );
    case 'bars':
      return <Bars block={block} {...using} />;
    case 'table':
      return <Table block={block} {...using} />;
    case 'cases':
      return <Cases block={block} {...using} />;
    case 'timeline':
      return <Timeline block={block} words={using.words} />;
    case 'forms':
      return <Forms block={block} {...using} />;
    case 'arrange':
      return <Arrange block={block} {...using} />;
    case 'files':
      return <Files block={block} {...using} />;
    case 'map':
      return <RoleMap block={block} {...using} />;
    default:
      return block satisfies never;
  }
}

function Timeline({ block, words: w }: { readonly block: TimelineBlock; readonly words: Words }) {
  const said = { past: w.earlier, now: w.now, ahead: w.ahead };
  return (
    <section>
      <h2>{block.title}</h2>
      <ol className="timeline">
        {block.entries.map(({ title, text, when, tone, at }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries of a history are in order and only added to
          <li key={index} className={`${tone} ${at}`}>
            <span className="hidden">{said[at]}: </span>
            <strong>{title}</strong>
            {when && <span className="subtle">{when}</span>}
            {text && <p>{text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
