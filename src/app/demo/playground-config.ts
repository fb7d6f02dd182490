import type { Directory } from '../../features/directory/model.ts';
import type { DemoPerson } from './people.ts';

/** Stands for the city: no real tenant has it. */
const tenantId = '00000000-0000-4000-8000-00000000c17e';
const bot = { id: '28:00000000-0000-4000-8000-0000000010f5', name: 'Lotse' };
/** The Playground insists on exactly so many colleagues. */
const colleagueCount = 5;

/**
 * What the Playground of one person must know, in its own format (version 0.1.1).
 * @param persons who may sit in the group chat and the team with them, the most important first
 */
export function playgroundConfig(person: DemoPerson, persons: Directory['persons']): object {
  const unique = new Map(persons.map((other) => [other.id, other]));
  unique.delete(person.id);
  const others = [...unique.values()].map(user);
  const colleagues = [...others, ...strangers].slice(0, colleagueCount);
  return {
    version: '0.1.1',
    tenantId,
    bot,
    currentUser: user(person),
    users: colleagues,
    // Every person talks in conversations of their own, as in Teams: the bot must not mix them up.
    personalChat: { id: `a:${person.id}` },
    groupChat: { id: `19:${person.id}-gruppe@thread.v2`, name: 'Gruppenchat' },
    team: {
      id: `19:${person.id}-team@thread.tacv2`,
      name: 'Team',
      aadGroupId: '00000000-0000-4000-8000-000000007ea3',
      channels: [{ id: `19:${person.id}-kanal@thread.tacv2`, name: 'Kanal' }],
    },
  };
}

type Row = { readonly id: string; readonly name: string; readonly email?: string | undefined };

function user({ id, name, email, teamsId }: Row & { readonly teamsId?: string | undefined }): object {
  const address = email ?? `${id}@example.org`;
  return {
    id: `29:${id}`,
    name,
    userPrincipleName: address,
    aadObjectId: teamsId ?? '00000000-0000-0000-0000-000000000000',
    givenName: name,
    surname: '',
    email: address,
  };
}

/** For a directory with hardly anybody in it. */
const strangers = Array.from({ length: colleagueCount }, (_, index) =>
  user({ id: `colleague-${index + 1}`, name: `Kollegium ${index + 1}` }),
);
