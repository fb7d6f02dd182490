import { openBeiratRules } from '../../../../../src/app/beirat-rules.ts';
import { createRoleDirectory } from '../../../../../src/features/directory/role-directory.ts';
import { demoDirectory, filledWith, holder, person, unit } from '../../../../support/directory-builder.ts';

export const count = 300;
export const start = '2026-11-24T09:00:00.000Z';
export const id = 'B-2026-1';
export const members = Array.from({ length: count }, (_, at) => `m-${String(at).padStart(3, '0')}`);
export const teamsIdOf = (at: number) => `00000000-0000-4000-8000-${String(at + 1).padStart(12, '0')}`;
export const hasTeams = (at: number) => at % 3 !== 1;
const hasMail = (at: number) => at % 3 !== 0;

const usual = await openBeiratRules();
export const rules = {
  ...usual,
  seats: members.map((seat, at) => ({
    id: seat,
    kind: at === 0 ? ('chair' as const) : ('expert' as const),
    vote: 'voting' as const,
    name: { de: `Sitz ${at}`, en: `seat ${at}` },
  })),
};
const city = filledWith(await demoDirectory(), {
  units: [unit('80.2')],
  persons: [
    person('digitallotse', { unit: '80.2' }),
    ...members.map((member, at) =>
      person(member, {
        unit: '80.2',
        ...(hasTeams(at) ? { teamsId: teamsIdOf(at) } : {}),
        ...(hasMail(at) ? { email: `${member}@example.org` } : {}),
      }),
    ),
  ],
  assignments: [
    holder('digitallotse-wirtschaft', 'digitallotse'),
    ...members.map((member) => holder('digitaler-beirat', member, { seat: member })),
  ],
});
export const directory = createRoleDirectory(() => city);
