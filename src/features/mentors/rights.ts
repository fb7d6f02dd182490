import { Refusal } from '../../core/refusal.ts';
import { type Context, today } from './context.ts';
import type { Mentoring } from './mentoring.ts';

export type Standing = 'asker' | 'mentor' | 'office';

/** The Digitallotse and the deputy keep the profiles and see to it that mentorings come about. */
export const isOffice = (party: string, context: Context): boolean =>
  context.directory.holdsRole(party, 'digitallotse-wirtschaft', {}, today(context));

/** Whom the office's notices go to today; nobody when the position is vacant and nobody stands in. */
export const officeOf = (context: Context): string | undefined => {
  const acting = context.directory.actingPerson('digitallotse-wirtschaft', {}, today(context));
  return acting && acting.as !== 'role-above' ? acting.person.id : undefined;
};

/** What somebody has to do with a mentoring; `undefined` when it is none of their business. */
export function standingOf(mentoring: Mentoring, party: string, context: Context): Standing | undefined {
  if (mentoring.asker.id === party) return 'asker';
  if (mentoring.mentor.id === party) return 'mentor';
  return isOffice(party, context) ? 'office' : undefined;
}

/** The same no whether there is none or it is not for this person: a number tells nothing. */
export const noSuchMentoring = (id: string) =>
  new Refusal('no-such-mentoring', {
    de: `Ein Mentoring ${id}, an dem Sie beteiligt sind, finde ich nicht. Ihre eigenen zeigt „Meine Mentorings“.`,
    en: `I find no mentoring ${id} that concerns you. “My mentorings” shows your own.`,
  });

export const onlyOffice = () =>
  new Refusal('only-digitallotse', {
    de: 'Das kann nur der Digitallotse Wirtschaft oder seine Vertretung. „Mentoren“ zeigt, wen Sie fragen können.',
    en: 'Only the Digitallotse Wirtschaft or the deputy can do this. “Mentors” shows whom you can ask.',
  });
