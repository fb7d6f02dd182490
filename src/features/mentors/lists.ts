import { command } from '../../core/command.ts';
import type { Action, Intent } from '../../core/feature.ts';
import { isGranted } from '../../core/refusal.ts';
import type { Reply } from '../../core/reply.ts';
import type { Text } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import { isOffice, onlyOffice } from './policy.ts';
import { showOverview } from './profiles/service.ts';
import type { Service } from './service.ts';
import { feedbackReply, listReply } from './views/lists.ts';

type Show = (service: Service, turn: Turn) => Promise<Reply>;
type List = {
  readonly name: string;
  readonly title: Text;
  readonly typed: Text;
  readonly show: Show;
  readonly isForOffice?: true;
};

/** What is shown by one word or button, without anything else to say. */
const lists: readonly List[] = [
  {
    name: 'mentors.mine',
    title: { de: 'Ihre Mentorings', en: 'Your mentorings' },
    typed: { de: 'Meine Mentorings', en: 'My mentorings' },
    show: showMine,
  },
  {
    name: 'mentors.all',
    title: { de: 'Alle Mentorings (Digitallotse)', en: 'All mentorings (Digitallotse)' },
    typed: { de: 'Alle Mentorings', en: 'All mentorings' },
    show: showAll,
    isForOffice: true,
  },
  {
    name: 'mentors.profiles',
    title: { de: 'Profile pflegen (Digitallotse)', en: 'Manage profiles (Digitallotse)' },
    typed: { de: 'Mentorenprofile', en: 'Mentor profiles' },
    show: showOverview,
    isForOffice: true,
  },
  {
    name: 'mentors.feedback',
    title: { de: 'Rückmeldungen (Digitallotse)', en: 'Feedback (Digitallotse)' },
    typed: { de: 'Rückmeldungen zu Mentorings', en: 'Feedback about mentorings' },
    show: showFeedback,
    isForOffice: true,
  },
];

export const listIntents = (service: Service): readonly Intent[] =>
  lists.map(({ name, title, typed, show, isForOffice }) => ({
    id: name,
    title,
    examples: { de: [typed.de], en: [typed.en] },
    match: command(typed.de, typed.en),
    usefulTo: (turn) => !isForOffice || isGranted(() => requireOffice(service, turn)),
    handle: (turn) => show(service, turn),
  }));

export const listActions = (service: Service): readonly Action[] =>
  lists.map(({ name, show }) => ({ verb: name, handle: (turn) => show(service, turn) }));

/** Mentorings in which somebody asks or is asked. */
async function showMine({ mentorings }: Service, turn: Turn): Promise<Reply> {
  const viewer = mentorings.viewerOf(turn);
  const asking = await mentorings.collection.list({ where: { askedBy: viewer.id } });
  const asked = await mentorings.collection.list({ where: { askedOf: viewer.id } });
  return listReply([...asking, ...asked], viewer, 'mine', turn.language);
}

/** @throws {Refusal} when somebody else than the Digitallotse asks */
function requireOffice({ mentorings }: Service, turn: Turn): void {
  if (!isOffice(mentorings.viewerOf(turn).id, mentorings.contextAt(turn.at))) throw onlyOffice();
}

async function showAll(service: Service, turn: Turn): Promise<Reply> {
  requireOffice(service, turn);
  const { mentorings } = service;
  return listReply(await mentorings.collection.list(), mentorings.viewerOf(turn), 'all', turn.language);
}

async function showFeedback(service: Service, turn: Turn): Promise<Reply> {
  requireOffice(service, turn);
  return feedbackReply(await service.feedback.list(), turn.language);
}
