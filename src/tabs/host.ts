import { isLoopback } from '../core/loopback.ts';
import { isTabName, placeIn, type TabName } from '../core/tab.ts';
import type { Language } from '../core/text.ts';
import type { Theme } from './card-look.ts';

/** Where the page is shown: in Teams, or in a browser on a developer's machine. */
export type Host = {
  readonly tab: TabName;
  readonly language: Language;
  readonly theme: Theme;
  readonly isTeams: boolean;
  /** The thing that a deep link leads to. */
  readonly place?: string | undefined;
  /** @param ask shows what Entra wants to ask; only after a click. @throws Error when there is none */
  readonly token: (ask?: boolean) => Promise<string | undefined>;
  readonly onTheme: (changed: (theme: Theme) => void) => void;
  /** The page is shown again after a while. */
  readonly onResume: (resumed: () => void) => void;
  /** Tells that the page is drawn, or why not. */
  readonly ready: (problem?: string) => void;
  /** Who a developer wants to be. */
  readonly as?: string | undefined;
};

export async function openHost(): Promise<Host> {
  const tab = tabOf(location.pathname);
  return window.parent === window ? browserHost(tab) : teamsHost(tab);
}

function tabOf(path: string): TabName {
  const name = path.split('/').at(-1) ?? '';
  return isTabName(name) ? name : 'roles';
}

function browserHost(tab: TabName): Host {
  const query = new URLSearchParams(location.search);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const contrast = matchMedia('(forced-colors: active)');
  const theme = (): Theme => (contrast.matches ? 'contrast' : dark.matches ? 'dark' : 'light');
  return {
    tab,
    language: languageFrom(query.get('lang') ?? navigator.language),
    theme: themes[query.get('theme') ?? ''] ?? theme(),
    isTeams: false,
    place: placeIn(location) || undefined,
    token: async () => undefined,
    onTheme(changed) {
      for (const media of [dark, contrast]) media.addEventListener('change', () => changed(theme()));
    },
    onResume: (resumed) => document.addEventListener('visibilitychange', () => document.hidden || resumed()),
    ready: () => undefined,
    as: query.get('as') ?? undefined,
  };
}

/** The library of Teams is loaded only inside of it. */
async function teamsHost(tab: TabName): Promise<Host> {
  const { app, authentication } = await import('./teams.ts');
  const query = new URLSearchParams(location.search);
  // On a developer's machine a page of the same machine plays Teams.
  await app.initialize(isLoopback(location.hostname) ? localHost() : undefined);
  const context = await app.getContext();
  return {
    tab,
    language: languageFrom(context.app.locale),
    theme: themes[context.app.theme] ?? 'light',
    isTeams: true,
    place: context.page.subPageId || undefined,
    token: (ask) => authentication.getAuthToken({ silent: !ask }),
    onTheme: (changed) => app.registerOnThemeChangeHandler((theme) => changed(themes[theme] ?? 'light')),
    onResume(resumed) {
      app.lifecycle.registerBeforeSuspendOrTerminateHandler(async () => undefined);
      app.lifecycle.registerOnResumeHandler(() => {
        resumed();
        app.notifySuccess();
      });
    },
    ready(problem) {
      if (problem) {
        app.notifyFailure({ reason: app.FailedReason.Other, message: problem });
      } else {
        app.notifyAppLoaded();
        app.notifySuccess();
      }
    },
    as: query.get('as') ?? undefined,
  };
}

/** The page around this one, with its port, where it is of this machine. */
function localHost(): string[] {
  const around = URL.parse(document.referrer);
  return around && isLoopback(around.hostname) ? [around.origin] : [];
}

const languageFrom = (locale: string): Language => (/^en\b/i.test(locale) ? 'en' : 'de');

const themes: Readonly<Record<string, Theme>> = {
  light: 'light',
  default: 'light',
  dark: 'dark',
  contrast: 'contrast',
};
