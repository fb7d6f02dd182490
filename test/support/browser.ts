import { type Browser, chromium } from 'playwright-core';
import { needChromium } from './chromium.ts';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];
const quiet = ['--disable-background-networking', '--disable-component-update'];

/** A browser that calls nobody by itself. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: needChromium(), args: [...flags, ...quiet] });
