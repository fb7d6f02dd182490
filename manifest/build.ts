import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { commandsOf } from './commands.ts';
import { listedIntents } from './intents.ts';
import { packageOf } from './package.ts';
import { ManifestError, readSettings } from './settings.ts';

/** `npm run manifest -- [--out FILE]`: writes the Teams app package for the place that the environment names. */
const { values } = parseArgs({ options: { out: { type: 'string', default: 'appPackage/lotse.zip' } } });
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

try {
  const settings = readSettings(process.env);
  mkdirSync(dirname(values.out), { recursive: true });
  writeFileSync(values.out, packageOf(settings, commandsOf(await listedIntents()), version));
  console.log(`${values.out} is ready: upload it in the Teams admin center under "Manage apps".`);
} catch (error) {
  if (!(error instanceof ManifestError)) throw error;
  console.error(`${error.message}\nThe variables are explained in .env.example.`);
  process.exitCode = 1;
}
