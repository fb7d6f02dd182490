import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';

const source = readFileSync(
  createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve(
    'axe-core/axe.min.js',
  ),
  'utf8',
);

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

/**
 * What axe finds in a frame, but for the invisible stops by which Fluent hands the focus on: nobody stays on them.
 * Inside of the frame it takes a tenth of the time that its own builder takes, which opens a page for each look.
 */
export async function barriersIn(frame: Frame, rules?: readonly string[]): Promise<readonly string[]> {
  if (!(await frame.evaluate('"axe" in window'))) await frame.evaluate(source);
  const options = { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) };
  const violations = await frame.evaluate<readonly Violation[]>(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
  return violations
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
    .filter((one) => !one.includes('data-tabster-dummy'));
}
