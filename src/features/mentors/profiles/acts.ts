import { z } from 'zod';
import { actsOf } from '../../../case/case-type.ts';
import { changed, type Decision, deciding, notified, recorded, without } from '../../../case/decision.ts';
import type { World } from '../../../case/world.ts';
import type { Party } from '../../../core/party.ts';
import { type Profile, ProfileEntry } from './model.ts';
import { requireTeller } from './policy.ts';

const act = actsOf<Profile, World>();

/** A new profile. One that the Digitallotse filled in is shown to the mentor, who is asked to confirm it. */
export function created(id: string, entry: ProfileEntry, by: Party, context: World): Decision<Profile> {
  const { now } = context;
  const empty: Profile = { ...entry, id, version: 0, history: [], createdAt: now, changedAt: now };
  const isUnseen = by.id !== id;
  return told(deciding(isUnseen ? { ...empty, isUnseen } : empty), 'created', by, context);
}

/** The profile with other content. The form, the page and typed parts read what was filled in, see `entry.ts`. */
export const save = act({
  kind: 'save',
  title: { de: 'Profil speichern', en: 'Save the profile' },
  input: ProfileEntry,
  buttons: {},
  typed: [],
  probe: () => undefined,
  decide(profile, entry, by, context) {
    requireTeller(by, profile.id, context);
    if (isSame(profile, entry)) return by.id === profile.id ? confirmed(profile, by, context) : undefined;
    return told(changed(without(deciding(profile), 'pausedUntil'), entry), 'changed', by, context);
  },
});

/** The mentor says that it is right; saying so twice a day is one confirmation, and nobody else says it. */
export const confirm = act({
  kind: 'confirm',
  title: { de: 'Profil bestätigen', en: 'Confirm the profile' },
  input: z.object({}),
  buttons: {},
  typed: [],
  probe: () => ({}),
  decide(profile, _nothing, by, context) {
    requireTeller(by, profile.id, context);
    return by.id === profile.id ? confirmed(profile, by, context) : undefined;
  },
});

function confirmed(profile: Profile, by: Party, context: World): Decision<Profile> | undefined {
  const isFresh = profile.confirmedAt?.slice(0, 10) === context.now.slice(0, 10);
  if (isFresh && !profile.askedAt && !profile.lapsedAt) return undefined;
  return told(deciding(profile), 'confirmed', by, context);
}

/** The mentor's own word confirms it; anybody else's must be confirmed. */
function told(profile: Decision<Profile>, what: string, by: Party, { now }: World): Decision<Profile> {
  const { id, askedAt } = profile.doc;
  const entry = { by: by.id, byName: by.name, act: what };
  if (by.id === id)
    return recorded(
      changed(without(profile, 'askedAt', 'lapsedAt', 'isUnseen'), { confirmedAt: now }),
      entry,
    );
  return notified(recorded(changed(profile, { askedAt: askedAt ?? now }), entry), [id], { name: 'profile' });
}

const isSame = (profile: Profile, entry: ProfileEntry): boolean =>
  JSON.stringify(contentOf(profile)) === JSON.stringify(contentOf(entry));

const contentOf = (entry: ProfileEntry) => [
  [...entry.fields].sort(),
  entry.experience,
  [...entry.languages].sort(),
  entry.capacity,
  entry.contact,
  entry.pausedUntil ?? '',
];
