import { today, type World } from '../../case/world.ts';
import type { Party } from '../../core/party.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Text } from '../../core/text.ts';
import type { Mentoring } from './model.ts';

/** What somebody has to do with a mentoring. */
export type Relation = 'asker' | 'mentor' | 'office';

/** The Digitallotse and the deputy keep the profiles and see to it that mentorings come about. */
export const isOffice = (party: string, context: World): boolean =>
  context.directory.holdsRole(party, 'digitallotse-wirtschaft', {}, today(context));

/** Whom the office's notices go to today; nobody when the position is vacant and nobody stands in. */
export const officeOf = (context: World): string | undefined => {
  const acting = context.directory.actingPerson('digitallotse-wirtschaft', {}, today(context));
  return acting && acting.as !== 'role-above' ? acting.person.id : undefined;
};

/** `undefined` when it is none of their business. */
export function relationOf(mentoring: Mentoring, party: string, context: World): Relation | undefined {
  if (mentoring.asker.id === party) return 'asker';
  if (mentoring.mentor.id === party) return 'mentor';
  return isOffice(party, context) ? 'office' : undefined;
}

export const mentoringSeenAs = (mentoring: Mentoring, party: string, context: World): 'case' | undefined =>
  relationOf(mentoring, party, context) && 'case';

/** @throws {Refusal} when the mentoring is none of their business */
export function requireRelation(mentoring: Mentoring, { id }: Party, context: World): Relation {
  const relation = relationOf(mentoring, id, context);
  if (!relation) throw new Refusal('no-such-mentoring', noSuchMentoring(mentoring.id));
  return relation;
}

/** The same no whether there is none or it is not for this person: a number tells nothing. */
export const noSuchMentoring = (id: string): Text => ({
  de: `Das Mentoring ${id} gibt es nicht, oder Sie haben keinen Zugriff. Ihre Mentorings finden Sie unter „Meine Mentorings“.`,
  en: `I find no mentoring ${id} that concerns you. “My mentorings” shows your own.`,
});

export const onlyOffice = () =>
  new Refusal('only-digitallotse', {
    de: 'Das kann nur der Digitallotse Wirtschaft oder seine Vertretung. „Mentoren“ zeigt, wen Sie fragen können.',
    en: 'Only the Digitallotse Wirtschaft or the deputy can do this. “Mentors” shows whom you can ask.',
  });
