import { describe, expect, test } from '@jest/globals';
import { directory, roleFor } from './seed.ts';

/** Every name of a role leads to it, however it is typed. */
const spellings: Record<string, (name: string) => string> = {
  'as written': (name) => name,
  'in lower case': (name) => name.toLowerCase(),
  'in capitals': (name) => name.toUpperCase(),
  'without umlauts': (name) =>
    name.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss').replace(/Ä/g, 'Ae'),
};

for (const role of directory.roles) {
  const names = [role.name.de, role.name.en, role.shortName.de, role.shortName.en, ...role.aliases];
  describe(role.id, () => {
    for (const [how, write] of Object.entries(spellings)) {
      test(`is reached by each of its names ${how}`, () => {
        const typed = names
          // A name that needs its capitals ("=Rat", "=B1") is not meant in any other spelling.
          .filter((name) => how === 'as written' || !name.startsWith('='))
          .map((name) => write(name.replace(/^=/, '')));
        expect(typed.map((name) => [name, roleFor(name)])).toEqual(typed.map((name) => [name, role.id]));
      });
    }
  });
}
