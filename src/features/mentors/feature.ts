import type { Feature } from '../../core/feature.ts';
import type { CaseKind } from '../../core/notice.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type { Links } from '../../core/ports/links.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import type { Store } from '../../core/ports/store.ts';
import type { Holidays } from '../../core/working-days.ts';
import { mentorActions } from './chat/actions.ts';
import { mentorIntents } from './chat/intents.ts';
import { caseFor, contextAt, type Desk } from './desk.ts';
import type { Field } from './field.ts';
import { mentorJobs } from './jobs.ts';
import {
  AskForm,
  askFormCollection,
  Book,
  bookRef,
  Feedback,
  feedbackCollection,
  Mentoring,
  mentoringCase,
  mentoringCollection,
} from './mentoring.ts';
import { mentoringNotices } from './notices.ts';
import { profilePage } from './pages/profile-page.ts';
import { requestPage } from './pages/request-page.ts';
import { profileCard } from './profile/profile-desk.ts';
import { Profile, profileCase, profileCollection } from './profile.ts';
import { profileNotices } from './profile-notices.ts';
import { isOffice, standingOf } from './rights.ts';

export type MentorsPorts = {
  readonly store: Store;
  readonly ids: Ids;
  readonly directory: RoleDirectory;
  readonly holidays: Holidays;
  readonly links: Links;
  readonly fields: () => readonly Field[];
};

/** Finds digital mentors, brings them together with those who ask, and keeps their profiles up to date. */
export function createMentorsFeature({ store, ids, ...ports }: MentorsPorts): Feature {
  const desk: Desk = {
    ...ports,
    mentorings: store.collection(mentoringCollection, Mentoring),
    profiles: store.collection(profileCollection, Profile),
    books: store.collection(bookRef.collection, Book),
    forms: store.collection(askFormCollection, AskForm),
    feedback: store.collection(feedbackCollection, Feedback),
    digest: ids.digest,
    newId: ids.next,
  };
  return {
    id: 'mentors',
    topic: { de: 'Mentoren', en: 'Mentors' },
    intents: mentorIntents(desk),
    actions: mentorActions(desk),
    notices: [...mentoringNotices(desk), ...profileNotices(desk)],
    cases: [mentoringCards(desk), profileCards(desk)],
    jobs: mentorJobs(desk),
    pages: [profilePage(desk), requestPage(desk)],
  };
}

const mentoringCards = (desk: Desk): CaseKind => ({
  kind: mentoringCase,
  async show(id, viewer, now) {
    const at = now.toISOString();
    const mentoring = await desk.mentorings.get(id);
    if (!mentoring || !standingOf(mentoring, viewer.id, contextAt(desk, at))) return undefined;
    return caseFor(desk, mentoring, viewer, at);
  },
});

const profileCards = (desk: Desk): CaseKind => ({
  kind: profileCase,
  async show(id, viewer, now) {
    const at = now.toISOString();
    if (viewer.id !== id && !isOffice(viewer.id, contextAt(desk, at))) return undefined;
    return profileCard(desk, viewer, id, at);
  },
});
