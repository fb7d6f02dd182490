import {
  createDOMRenderer,
  FluentProvider,
  RendererProvider,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createApi } from './api.ts';
import { App } from './app.tsx';
import type { Theme } from './card-look.ts';
import { type Host, openHost } from './host.ts';
import { words } from './words.ts';

const themes = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });

function Page({ host }: { readonly host: Host }) {
  const [theme, setTheme] = useState<Theme>(host.theme);
  useEffect(() => host.onTheme(setTheme), [host]);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={themes[theme]}>
        {/* Not a class of the provider: what lies over the page would get it, too, and cover the page. */}
        <div className="page">
          <App host={host} api={createApi(host)} theme={theme} />
        </div>
      </FluentProvider>
    </RendererProvider>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('the frame has no place for the page');
try {
  const host = await openHost();
  document.documentElement.lang = host.language;
  createRoot(root).render(<Page host={host} />);
} catch {
  // Neither Teams nor a browser of a developer: somebody else's frame.
  root.textContent = `${words('de').failed} / ${words('en').failed}`;
}
