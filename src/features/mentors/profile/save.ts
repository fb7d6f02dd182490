import { appended, type NewEntry } from '../../../core/history.ts';
import { type Notice, outdated, owed } from '../../../core/notice.ts';
import type { Party } from '../../../core/party.ts';
import type { Change, New } from '../../../core/ports/store.ts';
import { type Context, morningAfter } from '../context.ts';
import { isMentor, type Profile, type ProfileEntry, profileCase } from '../profile.ts';
import { officeOf } from '../rights.ts';

/** Days from a confirmation to the next question, from the question to the end of being proposed, and to deletion. */
export const confirming = { every: 182, grace: 30, deleteGone: 183, lookAgain: 7 } as const;

/** Who says something about a profile: the mentor's own word confirms it. */
export type Teller = Party & { readonly isSelf: boolean };

/** A new profile. One that the Digitallotse filled in is shown to the mentor, who is asked to confirm it. */
export function created(id: string, entry: ProfileEntry, by: Teller, context: Context) {
  const { now } = context;
  const empty: Profile = { ...entry, id, version: 1, history: [], createdAt: now, changedAt: now };
  const { doc, also } = written(empty, 'created', by, context);
  const { version: _version, ...fresh } = doc as Profile;
  return { doc: fresh as New<Profile>, also };
}

/** The profile with other content; `undefined` when nothing is different and nothing was to be confirmed. */
export function saved(
  profile: Profile,
  entry: ProfileEntry,
  by: Teller,
  context: Context,
): Change<Profile> | undefined {
  if (same(profile, entry)) return by.isSelf ? confirmed(profile, by, context) : undefined;
  const { pausedUntil: _paused, ...rest } = profile;
  return written({ ...rest, ...entry }, 'changed', by, context);
}

/** The mentor says that it is right; saying so twice a day is one confirmation. */
export function confirmed(profile: Profile, by: Teller, context: Context): Change<Profile> | undefined {
  if (!by.isSelf) return undefined;
  const isFresh = profile.confirmedAt?.slice(0, 10) === context.now.slice(0, 10);
  if (isFresh && !profile.askedAt && !profile.lapsedAt) return undefined;
  return written(profile, 'confirmed', by, context);
}

const same = (profile: Profile, entry: ProfileEntry): boolean =>
  JSON.stringify(contentOf(profile)) === JSON.stringify(contentOf(entry));

const contentOf = (entry: ProfileEntry) => [
  [...entry.fields].sort(),
  entry.experience,
  [...entry.languages].sort(),
  entry.capacity,
  entry.contact,
  entry.pausedUntil ?? '',
];

function written(profile: Profile, act: string, by: Teller, context: Context): Change<Profile> {
  const { now } = context;
  const { askedAt: _asked, lapsedAt: _lapsed, ...rest } = profile;
  const next: Profile = by.isSelf
    ? { ...rest, confirmedAt: now }
    : { ...profile, askedAt: profile.askedAt ?? now };
  const noted = recorded(next, { by: by.id, byName: by.name, act }, context);
  const notices = by.isSelf ? [] : [noticeOf(noted, 'profile', profile.id, context)];
  return asChange(noted, notices, context);
}

const recorded = (profile: Profile, entry: Omit<NewEntry, 'at'>, { now, digest }: Context): Profile => ({
  ...profile,
  history: appended(profile.history, profile.id, { ...entry, at: now }, digest),
});

export type ProfileNotice = 'profile' | 'confirm' | 'lapsed';

const noticeOf = (
  { id, history }: Profile,
  name: ProfileNotice,
  recipient: string,
  { now }: Context,
): Notice => ({
  id: `${profileCase} ${id} ${name} ${history.length} ${recipient}`,
  recipient,
  kind: `mentors.${name}`,
  ref: id,
  urgency: 'act',
  createdAt: now,
});

function asChange(profile: Profile, notices: readonly Notice[], context: Context): Change<Profile> {
  const { leaseUntil: _lease, ...doc } = profile;
  return {
    doc: { ...doc, dueAt: nextLook(profile, context), changedAt: context.now },
    also: [
      ...notices.map(owed),
      outdated({ kind: profileCase, id: profile.id }, profile.version + 1, context.now),
    ],
  };
}

/** Once a week, because the directory may have changed; earlier when something falls due. */
const nextLook = (profile: Profile, { now }: Context): string =>
  [morningAfter(now, confirming.lookAgain), dueOf(profile)].sort()[0] as string;

/** When the mentor is to be asked, or the profile is not proposed any more. */
function dueOf({ askedAt, lapsedAt, confirmedAt, createdAt }: Profile): string {
  if (lapsedAt) return '9';
  return askedAt
    ? morningAfter(askedAt, confirming.grace)
    : morningAfter(confirmedAt ?? createdAt, confirming.every);
}

/** Whether the person has been no mentor for so long that the profile is deleted. */
export const isOver = ({ goneSince }: Profile, { now }: Context): boolean =>
  goneSince !== undefined && now >= morningAfter(goneSince, confirming.deleteGone);

/** What time and the directory make of a profile: asked every half year, not proposed a month after an unanswered question. */
export function lookAt(profile: Profile, context: Context): Change<Profile> {
  const { leaseUntil: _lease, goneSince: _gone, ...rest } = profile;
  if (!isMentor(profile.id, context)) {
    const gone = { ...rest, goneSince: profile.goneSince ?? context.now };
    return { doc: { ...gone, dueAt: morningAfter(context.now, confirming.lookAgain) } };
  }
  if (context.now < dueOf(profile)) return { doc: { ...rest, dueAt: nextLook(rest, context) } };
  if (!profile.askedAt) {
    const asked = recorded(
      { ...rest, askedAt: context.now },
      { ...system, act: 'confirmation-asked' },
      context,
    );
    return asChange(asked, [noticeOf(asked, 'confirm', profile.id, context)], context);
  }
  const lapsed = recorded({ ...rest, lapsedAt: context.now }, { ...system, act: 'lapsed' }, context);
  const office = officeOf(context);
  return asChange(lapsed, office ? [noticeOf(lapsed, 'lapsed', office, context)] : [], context);
}

const system = { by: 'system', byName: 'Lotse' } as const;
