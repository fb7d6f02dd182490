import {
  bySystem,
  changed,
  type Decision,
  deciding,
  notified,
  recorded,
  without,
} from '../../../case/decision.ts';
import type { World } from '../../../case/world.ts';
import { officeOf } from '../policy.ts';
import { confirming, morningAfter } from '../rhythm.ts';
import { isMentor, type Profile } from './model.ts';

/** Once a week, because the directory may have changed; earlier when something falls due. */
export function profileDueAt(profile: Profile, context: World): string {
  const nextWeek = morningAfter(context.now, confirming.lookAgain);
  const due = isMentor(profile.id, context) ? confirmationDue(profile) : undefined;
  return due !== undefined && due < nextWeek ? due : nextWeek;
}

/** When the mentor is to be asked, or the profile is not proposed any more; `undefined` when that has happened. */
function confirmationDue({ askedAt, lapsedAt, confirmedAt, createdAt }: Profile): string | undefined {
  if (lapsedAt) return undefined;
  return askedAt
    ? morningAfter(askedAt, confirming.grace)
    : morningAfter(confirmedAt ?? createdAt, confirming.every);
}

/** What time and the directory make of a profile: asked every half year, not proposed a month after an unanswered question. */
export function profileOnTime(profile: Profile, context: World): Decision<Profile> | undefined {
  if (!isMentor(profile.id, context))
    return profile.goneSince ? undefined : changed(deciding(profile), { goneSince: context.now });
  const back = profile.goneSince ? without(deciding(profile), 'goneSince') : deciding(profile);
  const due = confirmationDue(profile);
  if (due !== undefined && context.now >= due)
    return profile.askedAt ? lapsed(back, context) : asked(back, context);
  return profile.goneSince ? back : undefined;
}

const asked = (profile: Decision<Profile>, { now }: World): Decision<Profile> =>
  notified(
    recorded(changed(profile, { askedAt: now }), { ...bySystem, act: 'confirmation-asked' }),
    [profile.doc.id],
    { name: 'confirm' },
  );

const lapsed = (profile: Decision<Profile>, context: World): Decision<Profile> =>
  notified(
    recorded(changed(profile, { lapsedAt: context.now }), { ...bySystem, act: 'lapsed' }),
    [officeOf(context)],
    { name: 'lapsed' },
  );
