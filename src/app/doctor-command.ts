import { type Config, ConfigError, type Environment, readConfig } from './config.ts';
import { inGerman } from './config-words.ts';
import { fine, no, type Terminal } from './directory-command.ts';
import { type Check, checksOf } from './doctor-checks.ts';
import type { Finding } from './doctor-finding.ts';

/** How a finding begins: the state as a word, for those who do not see signs. */
const signs: Readonly<Record<Finding['state'], string>> = {
  well: 'in Ordnung',
  doubtful: 'PRÜFEN    ',
  wrong: 'FEHLER    ',
};

/** Node from which on Lotse runs. */
const oldestNode = [22, 18] as const;

/**
 * `npm run doctor`: looks at everything that Lotse needs, changes nothing, and says what is wrong and what to do.
 * @returns 0 when nothing is wrong
 */
export async function runDoctor(
  args: readonly string[],
  terminal: Terminal,
  checks: (config: Config) => readonly Check[] = (config) => checksOf(config, terminal.now),
  node = process.versions.node,
): Promise<number> {
  const findings: Finding[] = [nodeFinding(node)];
  const config = read(terminal.env, args[0] ?? 'production', findings);
  say(terminal, 'Programm', findings);
  for (const { name, run } of config ? checks(config) : []) {
    const found = await run().catch((error: Error): readonly Finding[] => [
      { state: 'wrong', what: error.message, remedy: 'Das ist unerwartet: bitte mit dieser Zeile melden.' },
    ]);
    say(terminal, name, found);
    findings.push(...found);
  }
  const count = (state: Finding['state']) => findings.filter((finding) => finding.state === state).length;
  const [bad, odd] = [count('wrong'), count('doubtful')];
  terminal.print('');
  terminal.print(
    bad === 0 && odd === 0
      ? 'Alles in Ordnung.'
      : `${bad === 1 ? '1 Fehler' : `${bad} Fehler`}, ${odd} Mal bitte prüfen.`,
  );
  return bad === 0 ? fine : no;
}

function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]);
  return isOld
    ? {
        state: 'wrong',
        what: `Node ${version} ist zu alt.`,
        remedy: 'npm ci bringt das richtige mit; mit --omit=dev braucht es Node ab 22.18 auf dem Rechner.',
      }
    : { state: 'well', what: `Node ${version}` };
}

function read(env: Environment, mode: string, findings: Finding[]): Config | undefined {
  try {
    const config = readConfig(env, mode);
    findings.push({ state: 'well', what: `Die Einstellungen sind vollständig (${mode}).` });
    return config;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const problem of error.problems)
      findings.push({
        state: 'wrong',
        what: inGerman(problem),
        remedy: 'In .env berichtigen; .env.example erklärt jede Variable.',
      });
    return undefined;
  }
}

function say({ print }: Terminal, name: string, findings: readonly Finding[]): void {
  if (findings.length > 0) print(`\n${name}`);
  for (const { state, what, remedy } of findings) {
    print(`  ${signs[state]}  ${what.replaceAll('\n', '\n              ')}`);
    if (remedy) print(`              → ${remedy}`);
  }
}
