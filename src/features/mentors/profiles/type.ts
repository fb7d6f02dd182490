import type { CaseType } from '../../../case/case-type.ts';
import type { World } from '../../../case/world.ts';
import type { Field } from '../field.ts';
import { confirm, save } from './acts.ts';
import { profileDueAt, profileOnTime } from './deadlines.ts';
import { type Profile, profileCase } from './model.ts';
import { profileSeenAs } from './policy.ts';
import { profileRecord } from './record.ts';
import { profileReply } from './view.ts';

/** What a mentor offers. It has no number: what is said and pressed about it names the person, see `chat.ts`. */
export const profileType = (fields: () => readonly Field[]): CaseType<Profile, World> => ({
  name: 'mentors.profile',
  record: profileRecord,
  missing: () => ({
    de: 'Dieses Profil gibt es noch nicht oder nicht mehr. „Mein Mentorenprofil“ öffnet das Formular.',
    en: 'There is no such profile, not yet or not any more. “My mentor profile” opens the form.',
  }),
  views: {
    form: {
      card: profileCase,
      refresh: [],
      reply: (profile, viewer, context, { remark, can }) =>
        profileReply(
          {
            person: context.directory.person(profile.id) ?? { id: profile.id, name: profile.id },
            profile,
            fields: fields(),
            context,
            remark,
            canConfirm: can('confirm'),
          },
          viewer,
        ),
    },
  },
  seenAs: profileSeenAs,
  acts: [save, confirm],
  noticesOf: ({ id }) => `${profileCase} ${id}`,
  onTime: profileOnTime,
  dueAt: profileDueAt,
});
