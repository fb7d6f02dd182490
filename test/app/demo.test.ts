import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { isAlive, runDemo, startDemo, stopDemos } from '../support/demo-process.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'lotse-demo-'));
const env = { DATA_DIR: dataDir };
afterEach(stopDemos);
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const staff61 = '0bfd31c5-01a6-421b-8ed5-00e51051d794';
const lead1050 = '4733bff2-8376-40e6-8f28-0ed3326757d6';

/** What the bot answers to a person, as the text of its activities. */
async function ask(bot: string, aadObjectId: string, text: string): Promise<string> {
  const activity = {
    type: 'message',
    id: randomUUID(),
    channelId: 'msteams',
    deliveryMode: 'expectReplies',
    serviceUrl: bot,
    from: { id: '29:1', aadObjectId },
    recipient: { id: '28:1' },
    conversation: { id: `a:${aadObjectId}`, conversationType: 'personal' },
    text,
  };
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify(activity);
  return (await fetch(`${bot}/api/messages`, { method: 'POST', headers, body })).text();
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(20);
}

describe('the demo', () => {
  test('keeps its data when it is killed, and its pages end with it', async () => {
    const first = await startDemo(['staff-61'], env);
    expect(await ask(first.bot, staff61, 'Wer wählt den Papst?')).toContain('regelt das IT-Rollenmodell');
    expect(await (await fetch(first.mails)).text()).toContain('Noch keine E-Mail.');
    expect(first.said()).toContain(`Reiter wie in Teams`);
    const seen = await fetch(`${first.bot}/tab/api/page?tab=care&as=staff-61`);
    expect(first.said()).toContain(`${first.bot}/tab/care?as=staff-61`);
    expect(seen.status).toBe(200);
    expect(first.descendants.length).toBeGreaterThanOrEqual(1);
    await first.stop('SIGKILL');
    await until(() => !first.descendants.some(isAlive));

    const second = await startDemo(['lead-10.50'], env);
    // No words are kept, but that there was no answer is.
    expect(await ask(second.bot, lead1050, 'Lücken')).toMatch(
      /1× (?:Regelt das Rollenmodell nicht|Nicht verstanden|das zuständige)/,
    );
    expect(await second.stop()).toBe(0);
  }, 120_000);

  test('says which page crashed and goes on', async () => {
    const demo = await startDemo(['staff-61'], env);
    const [page = 0] = demo.descendants;
    process.kill(page, 'SIGKILL');
    await until(() => demo.said().includes('abgestürzt'));
    expect(demo.said()).toMatch(/Die Seite von „Sachbearbeitung Amt 61“ ist abgestürzt \(SIGKILL; log: /);
    expect((await fetch(`${demo.bot}/healthz`)).status).toBe(200);
    expect(await demo.stop('SIGINT')).toBe(0);
  });

  test('does not start on taken ports, and says which and how to choose others', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const { code, said } = await runDemo(['staff-61'], {
      ...env,
      PORT: String(port),
      DEMO_PORT: String(port),
    });
    other.close();
    expect(code).toBe(1);
    expect(said).toContain(`Port ${port} ist belegt: der Bot braucht ihn.`);
    expect(said).toContain(`Port ${port} ist belegt: die Seite von „staff-61“ braucht ihn.`);
    expect(said).toMatch(/DEMO_PORT=\d+ npm run demo/);
    expect(said).not.toMatch(/\bat .*\.ts:\d+/);
  });

  test('names persons who are not in the directory, and leaves nothing running', async () => {
    const { code, said } = await runDemo(['staff-61', 'somebody'], env);
    expect(code).toBe(1);
    expect(said).toContain('„somebody“ steht nicht im Verzeichnis.');
  });

  test('wants a port number in DEMO_PORT', async () => {
    const { code, said } = await runDemo([], { ...env, DEMO_PORT: '65535' });
    expect(code).toBe(1);
    expect(said).toContain('DEMO_PORT: write the port of the first page');
  });
});
