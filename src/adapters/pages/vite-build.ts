import { build, type Plugin } from 'vite';

/**
 * Bundles the tabs. Loaded only where pages are built: the packages are there for development, not for production.
 * @param from folder with `index.html`; @param to folder that gets the result
 */
export async function bundlePages(from: string, to: string): Promise<void> {
  await build({
    root: from,
    base: '/tab/',
    configFile: false,
    logLevel: 'error',
    // The cache would lie in node_modules, which may be read-only.
    cacheDir: `${to}.cache`,
    plugins: [noForeignHost()],
    build: {
      outDir: to,
      emptyOutDir: true,
      assetsDir: 'assets',
      modulePreload: { polyfill: false },
      target: 'es2022',
      chunkSizeWarningLimit: 2000,
      reportCompressedSize: false,
    },
  });
}

const asksHost = /fetch\(\w+,\{signal:\w+\.signal\}\)/;

/**
 * teams-js asks a host of Microsoft for the list of hosts that may show it, and carries the list for when that fails.
 * The carried one will do: the pages ask nobody but their own server.
 */
function noForeignHost(): Plugin {
  return {
    name: 'no-foreign-host',
    transform(code, id) {
      if (!/teams-js.*validOrigins\.js$/.test(id)) return undefined;
      if (!asksHost.test(code))
        throw new Error('teams-js asks for its hosts in another way: look at validOrigins.js');
      return { code: code.replace(asksHost, 'Promise.reject(new Error("the carried list"))'), map: null };
    },
  };
}
