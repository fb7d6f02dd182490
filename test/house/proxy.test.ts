import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { usualLimits } from '../../src/core/files/sent.ts';
import { startProgram } from '../support/program.ts';

/*
 * The example of a proxy lets through what it names. A page that it does not name works everywhere but where it counts.
 */

const proxy = readFileSync('deploy/nginx.conf', 'utf8');
const { features } = await startProgram();
const paths = features.flatMap(({ pages = [] }) => pages.map(({ path }) => path));
const token = 'A'.repeat(43);

/** The locations with a pattern, and what stands in them. */
const locations = [...proxy.matchAll(/location ~ (?<shape>\S+) \{(?<body>[^}]*)\}/g)].map(
  ({ groups = {} }) => ({
    shape: new RegExp(groups.shape ?? ''),
    body: groups.body ?? '',
  }),
);
const logged = new RegExp(/~(?<shape>\^\(\?<page>\S+) \$page;/.exec(proxy)?.groups?.shape ?? '');

describe('behind the proxy of the example', () => {
  test('there are pages to look for', () => {
    expect(paths).toContain('/files/datei');
    expect(paths.length).toBeGreaterThan(15);
  });

  test.each(paths)('%s is let through, with a file, and its key stays out of the log', (path) => {
    const location = locations.find(({ shape }) => shape.test(`${path}/${token}`));
    const megabytes = Number(/client_max_body_size (\d+)m;/.exec(location?.body ?? '')?.[1]);
    expect(megabytes * 1024 * 1024).toBeGreaterThan(usualLimits.bytes + 64 * 1024);
    expect(logged.exec(`${path}/${token}`)?.groups?.page).toBe(path);
  });

  test('the documents for whoever runs it name the same pages', () => {
    const text = readFileSync('docs/betrieb.md', 'utf8');
    for (const folder of new Set(paths.map((path) => path.split('/')[1])))
      expect(text).toContain(`\`/${folder}/…\``);
  });
});
