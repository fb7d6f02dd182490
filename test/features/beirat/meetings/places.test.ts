import { expect, test } from '@jest/globals';
import type { Collection } from '../../../../src/core/ports/store.ts';
import { mayRead } from '../../../../src/core/readers.ts';
import type { Meeting } from '../../../../src/features/beirat/meetings/model.ts';
import { createPlaces } from '../../../../src/features/beirat/meetings/places.ts';
import { createRoleDirectory } from '../../../../src/features/directory/role-directory.ts';
import { demoDirectory } from '../../../support/directory-builder.ts';
import { openRecorded } from './record/recording.ts';

const idea = { kind: 'idea', id: 'ID-2026-0001' };
const demo = await demoDirectory();
const directory = createRoleDirectory(() => demo);

/** The place of an idea whose item was resolved on. */
async function placeOf(isPublic: boolean) {
  const meeting = await (await openRecorded()).meeting();
  const items = meeting.plan.items.map((item, at) =>
    at === 1 ? { ...item, ref: idea, public: isPublic } : item,
  );
  const known = { ...meeting, plan: { ...meeting.plan, items } };
  const meetings = { list: async () => [known] } as unknown as Collection<Meeting>;
  return (await createPlaces({ meetings })())(idea);
}

const readersOf = (readers: 'everybody' | readonly string[] | undefined) =>
  ['vorsitz-beirat', 'beirat-wissenschaft', 'digitallotse', 'lead-10.50', 'staff-61'].filter((who) =>
    mayRead(readers as never, who, directory, '2026-12-11'),
  );

test('what an item that is not public came to is handed over for the Beirat and its office', async () => {
  const place = await placeOf(false);
  expect(place).toMatchObject({ item: 2, resolution: { wording: 'Der Beirat empfiehlt den Antrag.' } });
  expect(readersOf(place?.readers)).toEqual(['vorsitz-beirat', 'beirat-wissenschaft', 'digitallotse']);
});

test('a public item is for everybody', async () => {
  expect((await placeOf(true))?.readers).toBe('everybody');
});
