import { z } from 'zod';
import type { Action, Intent } from '../../../core/feature.ts';
import { Refusal } from '../../../core/refusal.ts';
import { inPlace, type Reply } from '../../../core/reply.ts';
import type { Turn } from '../../../core/turn.ts';
import { isOffice, officeOf } from '../policy.ts';
import { isMentor, mentorsOf } from '../profiles/model.ts';
import { bookOf, type Service } from '../service.ts';
import { foundReply } from '../views/found.ts';
import { propose } from './propose.ts';
import { isLookingForMentor } from './wish.ts';

export const findIntent = (service: Service): Intent => ({
  id: 'mentors.find',
  title: { de: 'Rat von einer Mentorin oder einem Mentor', en: 'Advice from a mentor' },
  examples: {
    de: ['Mentoren', 'Wer kann mich zu KI beraten?', 'Ich brauche eine Mentorin für Datenschutz'],
    en: ['Mentors', 'Who can advise me on AI?', 'I need a mentor for data protection'],
  },
  match: (text) => isLookingForMentor(text, service.fields()),
  handle: (turn) => showFound(service, turn, { text: turn.text }),
});

const Pressed = z.object({
  text: z.string().max(4000).catch(''),
  field: z.string().max(60).catch(''),
});

export const findActions = (service: Service): readonly Action[] => [
  {
    verb: 'mentors.find',
    handle: async (turn) => inPlace(await showFound(service, turn, Pressed.parse(turn.data))),
  },
  { verb: 'mentors.open', handle: (turn) => showFound(service, turn, { text: '' }) },
];

/** Mentors for what somebody wrote, or for a chosen field. */
export async function showFound(
  service: Service,
  turn: Turn,
  { text, field }: { readonly text: string; readonly field?: string | undefined },
): Promise<Reply> {
  const viewer = service.mentorings.viewerOf(turn);
  const context = service.mentorings.contextAt(turn.at);
  const [profiles, book] = [await service.profiles.collection.list(), await bookOf(service)];
  const search = { text, field: field || undefined, without: [viewer.id] };
  const office = service.directory.person(officeOf(context) ?? '');
  return foundReply(
    {
      findings: propose(search, profiles, service.fields(), book, context),
      fields: service.fields(),
      hasProfiles: profiles.length > 0,
      text,
      field,
      isOffice: isOffice(viewer.id, context),
      isMentor: isMentor(viewer.id, context),
      office: office && [office.name, office.email].filter(Boolean).join(', '),
    },
    turn.language,
  );
}

/** The mentor whom somebody typed: an id, a name, or enough of it. @throws {Refusal} naming who is meant by it */
export function mentorNamed(
  service: Service,
  typed: string,
  at: string,
  alsoIds: readonly string[] = [],
): string {
  const wanted = typed.trim().toLowerCase();
  const known = mentorsOf(service.mentorings.contextAt(at)).map(({ person }) => person);
  const people = [...known, ...alsoIds.flatMap((id) => service.directory.person(id) ?? [])];
  const exact = people.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted);
  const fitting = people.filter(({ name }) => wanted !== '' && name.toLowerCase().includes(wanted));
  const found = exact ?? (new Set(fitting.map(({ id }) => id)).size === 1 ? fitting[0] : undefined);
  if (found) return found.id;
  const list = [...new Set(people.map(({ name }) => name))].join(', ') || '–';
  throw new Refusal('which-mentor', {
    de: `Wen meinen Sie mit „${typed.trim()}“? Möglich sind: ${list}.`,
    en: `Whom do you mean by “${typed.trim()}”? Possible are: ${list}.`,
  });
}
