import { Button, MessageBar, MessageBarActions, MessageBarBody, Spinner } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { timeOf } from '../core/day.ts';
import { type Ask, type Block, type TabName, type TabPage, tabNames } from '../core/tab.ts';
import { type Api, Failed, type Said, type Trouble } from './api.ts';
import { Blocks } from './blocks.tsx';
import type { Theme } from './card-look.ts';
import type { Host } from './host.ts';
import { type Opened, Panel } from './panel.tsx';
import { SayBar } from './say-bar.tsx';
import { words } from './words.ts';

type Props = { readonly host: Host; readonly api: Api; readonly theme: Theme };

/** One tab: what stands on it, a line to ask, and a panel for what is opened. */
export function App({ host, api, theme }: Props) {
  const { tab } = host;
  const [page, setPage] = useState<TabPage>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [isLoading, setLoading] = useState(true);
  const [isStale, setStale] = useState(false);
  const [opened, setOpened] = useState<Opened>();
  const [isBusy, setBusy] = useState(false);
  const goBack = useWayBack(opened !== undefined);
  const language = page?.language ?? host.language;
  const w = useMemo(() => words(language), [language]);

  const load = useCallback(async () => {
    setLoading(true);
    try {
      const loaded = await api.page(tab);
      setPage(loaded);
      setStale(false);
      setTrouble(undefined);
      document.documentElement.lang = loaded.language;
      host.ready();
    } catch (error) {
      const why = error instanceof Failed ? error.trouble : 'failed';
      setTrouble(why);
      host.ready(why);
    } finally {
      setLoading(false);
    }
  }, [api, host, tab]);

  const say = useCallback(
    async (ask: Ask, opening?: string): Promise<string | undefined> => {
      setBusy(true);
      try {
        const said = await api.say(ask);
        const about = opening ?? said.about;
        const detail = about === undefined ? [] : await api.detail(tab, about).catch(() => []);
        setOpened((before) =>
          said.notice && before?.card
            ? { ...before, notice: said.summary }
            : {
                card: said.card,
                summary: said.nothingDone ?? said.summary,
                about,
                detail: about === undefined ? (before?.detail ?? []) : detail,
              },
        );
        setTrouble(undefined);
        void load();
        return said.summary;
      } catch (error) {
        const why = error instanceof Failed ? error.trouble : 'failed';
        setTrouble(why);
        setOpened((before) => before && { ...before, notice: trouble_(why, w) });
        return undefined;
      } finally {
        setBusy(false);
      }
    },
    [api, tab, load, w],
  );

  const open = useCallback(
    async (id: string, ask?: Ask) => {
      if (ask) return void say(ask, id);
      const detail = await api.detail(tab, id).catch((): readonly Block[] => []);
      setOpened({ about: id, detail });
    },
    [api, tab, say],
  );

  useLookingAgain(isBusy || isStale ? undefined : page, api, () => {
    setStale(true);
    // The panel covers the page.
    setOpened((before) => before && { ...before, notice: w.stale });
  });
  const files = useMemo(() => ({ get: api.file, add: api.addFile }), [api]);
  /** What is open has got something more. */
  const refresh = useCallback(async () => {
    const about = opened?.about;
    if (about === undefined) return;
    const detail = await api.detail(tab, about).catch(() => undefined);
    if (detail) setOpened((before) => (before?.about === about ? { ...before, detail } : before));
    void load();
  }, [api, tab, opened, load]);

  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) return;
    isFirst.current = false;
    void load();
    host.onResume(() => void load());
    addEventListener('online', () => void load());
    const { place = '' } = host;
    // A deep link opens something; it never does anything.
    if (/^[A-Z]{1,3}-[\dA-Z/-]{1,20}$/.test(place)) void say({ text: place }, place);
    else if (/^[a-z-]{3,40}$/.test(place)) void open(place);
  }, [host, load, say, open]);

  const title = w.tabs[tab];
  useEffect(() => {
    document.title = `${title} · Lotse`;
  }, [title]);

  return (
    <div className="frame">
      {!host.isTeams && <Pages tab={tab} label={w.pages} names={w.tabs} />}
      <header className="head">
        <h1>{title}</h1>
        <span className="asOf" aria-live="polite">
          {page && w.asOf(timeOf(page.at))}
        </span>
        <Button appearance="subtle" onClick={() => void load()} disabledFocusable={isLoading}>
          {w.reload}
        </Button>
      </header>
      <SayBar words={w} isBusy={isBusy} examples={page?.examples ?? []} onAsk={(ask) => void say(ask)} />
      <main aria-busy={isLoading}>
        {trouble && (
          <MessageBar intent={trouble === 'offline' ? 'warning' : 'error'} className="bar" layout="multiline">
            <MessageBarBody>
              {trouble === 'unknown' && !host.isTeams ? w.unknownHere : trouble_(trouble, w)}
            </MessageBarBody>
            <MessageBarActions>
              {trouble === 'unknown' && host.isTeams ? (
                <Button onClick={() => void host.token(true).then(load, () => undefined)}>{w.signIn}</Button>
              ) : (
                <Button onClick={() => void load()}>{w.again}</Button>
              )}
            </MessageBarActions>
          </MessageBar>
        )}
        {isStale && (
          <MessageBar intent="info" className="bar" layout="multiline">
            <MessageBarBody>{w.stale}</MessageBarBody>
            <MessageBarActions>
              <Button onClick={() => void load()}>{w.reload}</Button>
            </MessageBarActions>
          </MessageBar>
        )}
        {!page && isLoading && <Spinner label={w.loading} className="waiting" />}
        {page && (
          <Blocks
            blocks={page.blocks}
            words={w}
            theme={theme}
            highlighted={rolesOf(opened?.card)}
            onAsk={(ask) => void say(ask)}
            onOpen={(id, ask) => void open(id, ask)}
            sayQuietly={async (ask) => cameOf(await api.say(ask))}
            onDone={load}
          />
        )}
      </main>
      <Panel
        opened={opened}
        chat={page?.chat}
        words={w}
        theme={theme}
        isBusy={isBusy}
        onAsk={(ask) => void say(ask, opened?.about)}
        files={files}
        onDone={() => void refresh()}
        onClose={() => setOpened(undefined)}
        onClosed={goBack}
      />
    </div>
  );
}

/** Between two looks whether something has changed, in milliseconds. */
const lookAgain = 60_000;

/**
 * Looks now and then, and when somebody comes back to the window, whether what they see is still so. It is said and not
 * replaced: they may be in the middle of something.
 */
function useLookingAgain(page: TabPage | undefined, api: Api, changed: () => void): void {
  const told = useRef(changed);
  told.current = changed;
  useEffect(() => {
    if (!page) return undefined;
    let isOver = false;
    const look = async () => {
      if (document.hidden) return;
      const stale = await api.isStale(page.tab, page.state).catch(() => false);
      if (stale && !isOver) told.current();
    };
    const onFocus = () => void look();
    const timer = setInterval(onFocus, lookAgain);
    addEventListener('focus', onFocus);
    return () => {
      isOver = true;
      clearInterval(timer);
      removeEventListener('focus', onFocus);
    };
  }, [page, api]);
}

/** When the panel closes, whoever works without a mouse goes on where they opened it. */
function useWayBack(isOpen: boolean): () => void {
  const from = useRef<Element>(null);
  useEffect(() => {
    if (isOpen) return undefined;
    const remember = () => {
      const { activeElement } = document;
      if (!activeElement?.closest('[role=dialog]')) from.current = activeElement;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, [isOpen]);
  return useCallback(() => {
    const { current } = from;
    if (current instanceof HTMLElement || current instanceof SVGElement) current.focus();
  }, []);
}

/** What is said where no card is opened. */
const cameOf = ({ summary, notice, nothingDone }: Said) => ({
  text: nothingDone ?? summary,
  isDone: !notice && nothingDone === undefined,
});

const trouble_ = (trouble: Trouble, w: ReturnType<typeof words>): string =>
  ({ offline: w.offline, unknown: w.unknown, 'too-fast': w.tooFast, failed: w.failed })[trouble];

/** The roles that an answer names, wherever in it they stand. */
function rolesOf(card: unknown): readonly string[] {
  if (typeof card !== 'object' || card === null) return [];
  const { roles } = (card as { data?: { roles?: unknown } }).data ?? {};
  if (Array.isArray(roles) && roles.length > 0) return roles.map(String);
  for (const inner of Object.values(card)) {
    const found = rolesOf(inner);
    if (found.length > 0) return found;
  }
  return [];
}

/** The way between the pages; in Teams its own tabs are it. */
function Pages({ tab, label, names }: { tab: TabName; label: string; names: Record<TabName, string> }) {
  return (
    <nav aria-label={label} className="pages">
      {tabNames.map((name) => (
        <a
          key={name}
          href={`/tab/${name}${location.search}`}
          aria-current={name === tab ? 'page' : undefined}
        >
          {names[name]}
        </a>
      ))}
    </nav>
  );
}
