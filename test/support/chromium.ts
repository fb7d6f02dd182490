import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { posix } from 'node:path';

/** Names of browsers that speak the Chromium protocol, as Linux calls them. */
const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const usual: Readonly<Record<string, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

export type Machine = {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (file: string) => boolean;
};

const thisMachine: Machine = { platform: process.platform, env: process.env, exists: existsSync };

/** The browser that the browser tests drive: `CHROMIUM_PATH`, or one that is installed; Edge will do. */
export function findChromium({ platform, env, exists }: Machine = thisMachine): string | undefined {
  if (env.CHROMIUM_PATH) return exists(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
  const folders = platform === 'linux' ? (env.PATH ?? '').split(':').filter(Boolean) : [];
  const onPath = folders.flatMap((folder) => commands.map((command) => posix.join(folder, command)));
  return [...onPath, ...(usual[platform] ?? [])].find(exists);
}

/** One line that says how to get a browser. */
export function howToGetChromium({ platform, env }: Machine = thisMachine): string {
  if (env.CHROMIUM_PATH) return `CHROMIUM_PATH names ${env.CHROMIUM_PATH}, which is not there: correct it.`;
  const install = platform === 'linux' ? 'run "sudo apt-get install chromium"' : 'install Chrome or Edge';
  return `The browser tests need Chromium: ${install}, or set CHROMIUM_PATH to a Chromium, Chrome or Edge.`;
}

/**
 * The browser's path; on Debian as root it is installed when it is missing.
 * @throws Error with the one line that says what to do.
 */
export function needChromium(): string {
  const path = findChromium() ?? installed();
  if (!path) throw new Error(howToGetChromium());
  return path;
}

function installed(): string | undefined {
  const root = process.getuid?.() === 0;
  if (process.env.CHROMIUM_PATH || !root || !existsSync('/etc/debian_version')) return undefined;
  console.log('The browser tests need Chromium: installing it with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', 'chromium'],
  ]) {
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return findChromium();
}

if (import.meta.main) {
  try {
    needChromium();
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
