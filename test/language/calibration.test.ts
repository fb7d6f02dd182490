import { expect, test } from '@jest/globals';
import { questions, roleFor } from './seed.ts';

/**
 * Floors below which the quality must not fall, a little under what was measured when they were set.
 * `npm run bench -- understanding` prints the figures by role.
 */
const floors = {
  tuning: { macro: 0.98, wronglyNamed: 0.015, outOfScope: 0.25 },
  // Nothing is tuned on these: they show what new questions get.
  check: { macro: 0.94, wronglyNamed: 0.02, outOfScope: 0.1 },
};

for (const [set, floor] of Object.entries(floors)) {
  const rows = questions(set).map(({ q, expect: roles }) => ({ roles, got: roleFor(q) }));
  const share = (of: typeof rows): number =>
    of.filter(({ roles, got }) => roles.includes(got)).length / of.length;

  test(`the ${set} questions are answered right, averaged over the roles`, () => {
    const classes = [...new Set(rows.map(({ roles }) => roles[0]))];
    const shares = classes.map((role) => share(rows.filter(({ roles }) => roles[0] === role)));
    expect(classes).toHaveLength(11);
    expect(shares.reduce((sum, one) => sum + one, 0) / shares.length).toBeGreaterThanOrEqual(floor.macro);
  });

  test(`of the ${set} questions that the role model does not regulate hardly any gets a role`, () => {
    const none = rows.filter(({ roles }) => roles[0] === 'NONE');
    expect(none.length).toBeGreaterThan(rows.length * floor.outOfScope);
    expect(1 - share(none)).toBeLessThanOrEqual(floor.wronglyNamed);
  });
}
