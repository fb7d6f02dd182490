import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { openPostgresStore } from '../../src/adapters/store/postgres/postgres.ts';
import { runDoctor } from '../../src/app/doctor-command.ts';
import { startMailServer } from '../support/mail-server.ts';
import { newDatabase } from '../support/postgres.ts';

const root = mkdtempSync(join(tmpdir(), 'lotse-doctor-'));
afterAll(() => rmSync(root, { recursive: true }));

async function run(
  env: Record<string, string>,
  mode = 'dev',
  more: Parameters<typeof runDoctor>[2] | undefined = undefined,
  node = '24.1.0',
) {
  const said: string[] = [];
  const code = await runDoctor(
    [mode],
    {
      print: (line) => said.push(line),
      complain: (line) => said.push(line),
      confirm: async () => undefined,
      now: () => new Date(),
      env,
      programFolder: process.cwd(),
    },
    more,
    node,
  );
  return { code, said: said.join('\n') };
}

describe('npm run doctor', () => {
  test('says what is well: settings, data, directory', async () => {
    const { code, said } = await run({ DATA_DIR: join(root, 'none'), DIRECTORY_DIR: 'data/demo' });
    expect(said).toMatch(/in Ordnung {2}Die Einstellungen sind vollständig/);
    expect(said).toMatch(/entsteht beim ersten Start/);
    expect(said).toMatch(/data\/demo“: \d+ Personen/);
    expect(said).toMatch(/PRÜFEN +Es ist kein Mailserver eingerichtet[\s\S]*→/);
    expect(code).toBe(0);
  });

  test('names every setting that is missing, and what to do', async () => {
    const { code, said } = await run({ PORT: 'x' }, 'production');
    expect(said).toMatch(/FEHLER.*PORT: eine Portnummer/);
    expect(said).toMatch(/FEHLER.*MICROSOFT_APP_ID: .*\n.*→ In \.env/);
    expect(code).toBe(1);
  });

  test('finds a damaged data file, and how to save it', async () => {
    const folder = join(root, 'damaged');
    cpSync('test/fixtures/stored-2026-11/data', folder, { recursive: true });
    expect((await run({ DATA_DIR: folder })).said).toMatch(/Die Daten sind ganz: \d+ Dokumente/);
    writeFileSync(join(folder, 'lotse.jsonl'), 'something else\n');
    const { code, said } = await run({ DATA_DIR: folder });
    expect([code, said]).toEqual([1, expect.stringMatching(/beschädigt.*\n.*npm run store -- salvage/)]);
  });

  test('greets the mail server without sending, and says why it could not', async () => {
    const server = await startMailServer();
    const env = { DATA_DIR: join(root, 'none'), MAIL_FROM: 'Lotse <lotse@example.org>' };
    expect((await run({ ...env, SMTP_URL: server.url })).said).toMatch(/nimmt die Anmeldung an/);
    await server.close();
    const { code, said } = await run({ ...env, SMTP_URL: server.url });
    expect([code, said]).toEqual([1, expect.stringMatching(/FEHLER.*ECONNREFUSED/)]);
  });

  test('looks at a database without touching it', async () => {
    const url = await newDatabase();
    const look = async (storeUrl: string) => run({ STORE_URL: storeUrl });
    expect((await look(url)).said).toMatch(/antwortet; die Tabellen entstehen beim ersten Start/);
    expect((await look(url)).said).toMatch(/die Tabellen entstehen beim ersten Start/);
    const { store } = await openPostgresStore({ url });
    await store.close();
    expect((await look(url)).said).toMatch(/antwortet: 0 Dokumente/);
    const { code, said } = await look(url.replace('lotse:lotse@', 'lotse:falsch@'));
    expect([code, said]).toEqual([1, expect.stringMatching(/FEHLER.*password.*\n.*STORE_URL prüfen/)]);
    expect(said).not.toContain('falsch');
  });

  test('finds an error in a file that people keep, and a folder that cannot be made', async () => {
    const own = join(root, 'own');
    cpSync('data/demo', own, { recursive: true });
    writeFileSync(join(own, 'partners.yaml'), '- nonsense: 1\n');
    const { code, said } = await run({ DIRECTORY_DIR: own, DATA_DIR: join(own, 'partners.yaml', 'lotse') });
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(/FEHLER.*Stellen außerhalb[\s\S]*partners\.yaml/),
    ]);
    expect(said).toMatch(/FEHLER.*Den Datenordner „.*\/lotse“ gibt es nicht/);
  });

  test('refuses a Node that is too old', async () => {
    expect((await run({ DIRECTORY_DIR: 'data/demo' }, 'dev', () => [], '20.11.0')).said).toMatch(
      /Node 20\.11\.0 ist zu alt/,
    );
  });

  test('goes on when one look breaks', async () => {
    const { said, code } = await run({}, 'dev', () => [
      { name: 'Eins', run: async () => Promise.reject(new Error('kaputt')) },
      { name: 'Zwei', run: async () => [{ state: 'well', what: 'da' }] },
    ]);
    expect([code, said]).toEqual([1, expect.stringMatching(/kaputt[\s\S]*in Ordnung {2}da[\s\S]*1 Fehler/)]);
  });
});
