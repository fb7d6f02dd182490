import { openCases } from '../../case/cases.ts';
import type { World } from '../../case/world.ts';
import { eachByItself } from '../../core/each.ts';
import type { Feature, Job } from '../../core/feature.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type { Links } from '../../core/ports/links.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import type { Collection, Store, Stored } from '../../core/ports/store.ts';
import type { YearFigures } from '../../core/ports/year-figures.ts';
import { withRefusal } from '../../core/with-refusal.ts';
import type { Holidays } from '../../core/working-days.ts';
import { askActions, askIntent } from './ask.ts';
import type { Field } from './field.ts';
import { mentoringFigures } from './figures.ts';
import { findActions, findIntent } from './find/show.ts';
import { listActions, listIntents } from './lists.ts';
import { AskForm, askFormCollection, Book, bookRef, Feedback, feedbackCollection } from './model.ts';
import { mentoringNotices } from './notices.ts';
import { mentoringPage } from './page.ts';
import { profileActions, profileIntent } from './profiles/chat.ts';
import { profileNotices } from './profiles/notices.ts';
import { profilePage } from './profiles/page.ts';
import { profileType } from './profiles/type.ts';
import type { Service } from './service.ts';
import { mentoringType } from './type.ts';

export type MentorsPorts = {
  readonly store: Store;
  readonly ids: Ids;
  readonly directory: RoleDirectory;
  readonly holidays: Holidays;
  readonly links: Links;
  readonly fields: () => readonly Field[];
};

/** With what is counted for the annual report of the Beirat. */
export type MentorsFeature = Feature & { readonly figures: YearFigures };

/** Finds digital mentors, brings them together with those who ask, and keeps their profiles up to date. */
export function createMentorsFeature({ store, ids, holidays, ...ports }: MentorsPorts): MentorsFeature {
  const { directory, fields } = ports;
  const contextAt = (now: string): World => ({ now, directory, holidays, digest: ids.digest });
  const books = store.collection(bookRef.collection, Book);
  const profiles = openCases(profileType(fields), { store, directory, contextAt });
  const mentorings = openCases(mentoringType({ profiles, books, fields }, ids.next), {
    store,
    directory,
    contextAt,
  });
  const service: Service = {
    ...ports,
    mentorings,
    profiles,
    books,
    forms: store.collection(askFormCollection, AskForm),
    feedback: store.collection(feedbackCollection, Feedback),
    digest: ids.digest,
    newId: ids.next,
  };
  const intents = [
    findIntent(service),
    askIntent(service),
    mentorings.intent({
      id: 'mentors.case',
      title: { de: 'Ein Mentoring nach seiner Nummer', en: 'A mentoring by its number' },
      examples: {
        de: ['M-2026-0003', 'M-2026-0003 annehmen', 'M-2026-0003 Rückmeldung: ja, sehr'],
        en: ['M-2026-3', 'M-2026-0003 accept', 'M-2026-0003 feedback: yes, a lot'],
      },
    }),
    profileIntent(service),
    ...listIntents(service),
  ];
  return {
    id: 'mentors',
    topic: { de: 'Mentoren', en: 'Mentors' },
    // The menu of Teams has room for the search alone; the help card shows all.
    intents: intents.map((intent) => ({
      ...intent,
      inMenu: intent.id === 'mentors.find',
      handle: (turn) => withRefusal(turn, () => intent.handle(turn)),
    })),
    actions: [
      ...mentorings.actions,
      ...findActions(service),
      ...askActions(service),
      ...profileActions(service),
      ...listActions(service),
    ],
    notices: [...mentoringNotices(service), ...profileNotices(service)],
    cases: [...mentorings.cards, ...profiles.cards],
    jobs: [
      mentorings.job('mentors.waiting'),
      profiles.job('mentors.profiles'),
      mentorings.keeping('mentors.kept'),
      profiles.keeping('mentors.profiles-kept'),
      forgetting(service),
    ],
    pages: [profilePage(service), mentoringPage(service)],
    figures: mentoringFigures(service),
  };
}

/** Forms that were sent, and feedback, go when their time is over. */
const forgetting = ({ forms, feedback }: Pick<Service, 'forms' | 'feedback'>): Job => ({
  id: 'mentors.forget',
  run: (now) => eachByItself([() => forget(forms, now), () => forget(feedback, now)], (work) => work()),
});

async function forget<T extends Stored>(collection: Collection<T>, now: Date): Promise<void> {
  const leaseUntil = new Date(now.getTime() + 60_000).toISOString();
  const due = await collection.claim({ now: now.toISOString(), leaseUntil, limit: 200 });
  await eachByItself(due, ({ id }) => collection.remove(id));
}
