import type { Acting } from '../../../case/case-type.ts';
import { firstWrite } from '../../../case/cases.ts';
import { today } from '../../../case/world.ts';
import type { Wrong } from '../../../core/at-field.ts';
import { AlreadyExists } from '../../../core/ports/store.ts';
import type { Reply } from '../../../core/reply.ts';
import { type Text, wordsIn } from '../../../core/text.ts';
import type { Turn } from '../../../core/turn.ts';
import { isOffice, onlyOffice } from '../policy.ts';
import type { Service } from '../service.ts';
import { created } from './acts.ts';
import { parseProfile } from './entry.ts';
import type { ProfileEntry } from './model.ts';
import { requireOwner, requireTeller } from './policy.ts';
import { overviewReply, profileReply, type Typed, typedOf } from './view.ts';

type Shown = {
  readonly typed?: Typed | undefined;
  readonly errors?: readonly Wrong<keyof Typed>[] | undefined;
  readonly remark?: string | undefined;
};

/** The form of a profile, also where there is none yet. @throws {Refusal} as {@link requireTeller} */
export async function showProfile(
  { profiles, directory, fields }: Service,
  turn: Turn,
  person: string,
  more: Shown = {},
): Promise<Reply> {
  const viewer = profiles.viewerOf(turn);
  const context = profiles.contextAt(turn.at);
  requireTeller(viewer, person, context);
  const profile = await profiles.collection.get(person);
  const known = directory.person(person) ?? { id: person, name: person };
  const canConfirm = profile !== undefined && profiles.offered(profile, viewer, context).includes('confirm');
  return profileReply({ person: known, profile, fields: fields(), context, canConfirm, ...more }, viewer);
}

/** Takes a filled-in form: back with every error, or kept. */
export async function saveForm(service: Service, turn: Turn, person: string, data: unknown): Promise<Reply> {
  const { profiles, fields } = service;
  const viewer = profiles.viewerOf(turn);
  const context = profiles.contextAt(turn.at);
  requireTeller(viewer, person, context);
  const { typed, entry, errors } = parseProfile(data, fields(), today(context));
  if (!entry) {
    return showProfile(service, turn, person, { typed, errors });
  }
  await keep(service, { ...viewer, via: 'teams' }, person, entry, turn.at);
  const words = viewer.id === person ? keptOwn : keptForThem;
  return showProfile(service, turn, person, { remark: words[turn.language] });
}

/** Some parts changed by typing; the others stay. */
export async function saveParts(
  service: Service,
  turn: Turn,
  person: string,
  parts: Partial<Typed>,
): Promise<Reply> {
  const profile = await service.profiles.collection.get(person);
  const known = profile ? typedOf(profile) : { languages: 'de', capacity: '2' };
  return saveForm(service, turn, person, { ...known, ...parts });
}

const keptOwn: Text = {
  de: 'Gespeichert und bestätigt. Vielen Dank.',
  en: 'Saved and confirmed. Thank you.',
};
const keptForThem: Text = {
  de: 'Gespeichert. Die Mentorin oder der Mentor wird gebeten, das Profil zu bestätigen; vor der ersten Bestätigung wird es niemandem gezeigt.',
  en: 'Saved. The mentor is asked to confirm the profile; before the first confirmation it is shown to nobody.',
};

/** Keeps what was filled in. */
export async function keep(
  { profiles }: Service,
  by: Acting,
  person: string,
  entry: ProfileEntry,
  at: string,
): Promise<void> {
  const context = profiles.contextAt(at);
  if (!(await profiles.collection.get(person))) {
    const { doc, also } = firstWrite(profiles.type, created(person, entry, by, context), context);
    try {
      await profiles.collection.add(doc, also);
      return;
    } catch (error) {
      if (!(error instanceof AlreadyExists)) throw error;
    }
  }
  await profiles.act(by, person, 'save', entry, at);
}

/** The mentor confirms by card or typed command. */
export async function confirmOwn(service: Service, turn: Turn): Promise<Reply> {
  const { profiles } = service;
  const viewer = profiles.viewerOf(turn);
  requireTeller(viewer, viewer.id, profiles.contextAt(turn.at));
  const { isChanged } = await profiles.act({ ...viewer, via: 'teams' }, viewer.id, 'confirm', {}, turn.at);
  const remark = (isChanged ? confirmedWords : confirmedBefore)[turn.language];
  return showProfile(service, turn, viewer.id, { remark });
}

const confirmedWords: Text = {
  de: 'Bestätigt. In einem halben Jahr frage ich wieder.',
  en: 'Confirmed. I will ask again in half a year.',
};
const confirmedBefore: Text = { de: 'Das ist schon bestätigt.', en: 'This is confirmed already.' };

/** Deletes a profile, also one whose person is no mentor any more. */
export async function removeProfile(service: Service, turn: Turn, person: string): Promise<Reply> {
  const { profiles } = service;
  const viewer = profiles.viewerOf(turn);
  const context = profiles.contextAt(turn.at);
  requireOwner(viewer, person, context);
  await profiles.collection.remove(person);
  if (isOffice(viewer.id, context)) return showOverview(service, turn);
  const remark = wordsIn(turn.language)(
    'Ihr Profil ist gelöscht. Sie werden nicht mehr vorgeschlagen.',
    'Your profile is deleted. You are not proposed any more.',
  );
  return showProfile(service, turn, person, { remark });
}

/** All profiles, for the Digitallotse. */
export async function showOverview({ profiles, directory }: Service, turn: Turn): Promise<Reply> {
  const context = profiles.contextAt(turn.at);
  if (!isOffice(profiles.viewerOf(turn).id, context)) throw onlyOffice();
  const nameOf = (id: string) => directory.person(id)?.name ?? id;
  return overviewReply(await profiles.collection.list(), context, nameOf, turn.language);
}
