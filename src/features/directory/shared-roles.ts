/** Committees and split roles: several people hold these at the same time, the first one is the contact. */
export const shared: ReadonlySet<string> = new Set([
  'stadtvorstand',
  'stadtrat-hufa',
  'digitalisierungsbuero',
  'digitaler-beirat',
  'digitale-mentoren',
]);
