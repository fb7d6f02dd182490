import type { Party } from '../../../core/party.ts';
import { AlreadyExists } from '../../../core/ports/store.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { Reply } from '../../../core/reply.ts';
import type { Turn } from '../../../core/turn.ts';
import { today } from '../context.ts';
import { contextAt, type Desk, viewerOf } from '../desk.ts';
import { isMentor, type Profile, type ProfileEntry } from '../profile.ts';
import { isOffice, onlyOffice } from '../rights.ts';
import { overviewReply, profileReply, type Typed, typedOf } from '../view/profile-view.ts';
import { parseProfile } from './entry.ts';
import { confirmed, created, saved, type Teller } from './save.ts';

/**
 * Who may say something about the profile of a person: the mentor themselves and the Digitallotse.
 * @throws {Refusal} for everybody else, and when the person is no mentor
 */
export async function tellerFor(desk: Desk, by: Party, person: string, at: string): Promise<Teller> {
  const context = contextAt(desk, at);
  const isSelf = by.id === person;
  if (!isSelf && !isOffice(by.id, context)) throw onlyOffice();
  if (!isMentor(person, context)) throw noMentor(isSelf);
  return { id: by.id, name: by.name, isSelf };
}

const noMentor = (isSelf: boolean) =>
  isSelf
    ? new Refusal('no-mentor', {
        de: 'Sie sind im Verzeichnis nicht als Digitale Mentorin oder Digitaler Mentor eingetragen. Möchten Sie es werden, sprechen Sie mit dem Digitallotsen Wirtschaft.',
        en: 'The directory does not list you as a digital mentor. If you would like to become one, talk to the Digitallotse Wirtschaft.',
      })
    : new Refusal('no-mentor', {
        de: 'Diese Person ist im Verzeichnis nicht als Digitale Mentorin oder Digitaler Mentor eingetragen. Das Verzeichnis pflegt 10.50.',
        en: 'The directory does not list this person as a digital mentor. The directory is kept by 10.50.',
      });

type Shown = {
  readonly typed?: Typed | undefined;
  readonly errors?: readonly string[] | undefined;
  readonly remark?: string | undefined;
};

/** The form of a profile. @throws {Refusal} as {@link tellerFor} */
export async function showProfile(desk: Desk, turn: Turn, person: string, more: Shown = {}): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  await tellerFor(desk, viewer, person, turn.at);
  return profileCard(desk, viewer, person, turn.at, more);
}

/** The form as somebody sees it; who may see it has been checked. */
export async function profileCard(
  desk: Desk,
  viewer: Parameters<typeof profileReply>[1],
  person: string,
  at: string,
  more: Shown = {},
): Promise<Reply> {
  const known = desk.directory.person(person) ?? { id: person, name: person };
  const profile = await desk.profiles.get(person);
  const context = contextAt(desk, at);
  return profileReply({ person: known, profile, fields: desk.fields(), context, ...more }, viewer);
}

/** Takes a filled-in form: back with every error, or kept. */
export async function saveForm(desk: Desk, turn: Turn, person: string, data: unknown): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  const teller = await tellerFor(desk, viewer, person, turn.at);
  const { typed, entry, errors } = parseProfile(data, desk.fields(), today(contextAt(desk, turn.at)));
  if (!entry) {
    return showProfile(desk, turn, person, { typed, errors: errors.map(({ text }) => text[turn.language]) });
  }
  await keep(desk, teller, person, entry, turn.at);
  return showProfile(desk, turn, person, { remark: keptWords(teller)[turn.language] });
}

/** Some parts changed by typing; the others stay. */
export async function saveParts(
  desk: Desk,
  turn: Turn,
  person: string,
  parts: Partial<Typed>,
): Promise<Reply> {
  const profile = await desk.profiles.get(person);
  const known = profile ? typedOf(profile) : { languages: 'de', capacity: '2' };
  return saveForm(desk, turn, person, { ...known, ...parts });
}

const keptWords = ({ isSelf }: Teller) =>
  isSelf
    ? { de: 'Gespeichert und bestätigt. Vielen Dank.', en: 'Saved and confirmed. Thank you.' }
    : {
        de: 'Gespeichert. Die Mentorin oder der Mentor wird gebeten, das Profil zu bestätigen.',
        en: 'Saved. The mentor is asked to confirm the profile.',
      };

/** Keeps what was filled in. */
export async function keep(
  desk: Desk,
  teller: Teller,
  person: string,
  entry: ProfileEntry,
  at: string,
): Promise<void> {
  const context = contextAt(desk, at);
  if (!(await desk.profiles.get(person))) {
    const { doc, also } = created(person, entry, teller, context);
    try {
      await desk.profiles.add(doc, also);
      return;
    } catch (error) {
      if (!(error instanceof AlreadyExists)) throw error;
    }
  }
  await desk.profiles.change(person, (profile) => saved(profile, entry, teller, context));
}

/** The mentor says that everything is right. @returns whether it was news */
export async function confirm(desk: Desk, teller: Teller, at: string): Promise<boolean> {
  if (!(await desk.profiles.get(teller.id))) throw noProfile();
  let isNews = false;
  await desk.profiles.change(teller.id, (profile: Profile) => {
    const change = confirmed(profile, teller, contextAt(desk, at));
    isNews = change !== undefined;
    return change;
  });
  return isNews;
}

/** The mentor confirms by card or typed command. */
export async function confirmOwn(desk: Desk, turn: Turn): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  const teller = await tellerFor(desk, viewer, viewer.id, turn.at);
  const isNews = await confirm(desk, teller, turn.at);
  const words = isNews ? confirmedWords : confirmedBefore;
  return showProfile(desk, turn, viewer.id, { remark: words[turn.language] });
}

const confirmedWords = {
  de: 'Bestätigt. In einem halben Jahr frage ich wieder.',
  en: 'Confirmed. I will ask again in half a year.',
};
const confirmedBefore = { de: 'Das ist schon bestätigt.', en: 'This is confirmed already.' };

const noProfile = () =>
  new Refusal('no-profile', {
    de: 'Es gibt noch kein Profil, das Sie bestätigen könnten. „Mein Mentorenprofil“ öffnet das Formular.',
    en: 'There is no profile yet that you could confirm. “My mentor profile” opens the form.',
  });

/** Deletes a profile, also one whose person is no mentor any more. */
export async function removeProfile(desk: Desk, turn: Turn, person: string): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  const context = contextAt(desk, turn.at);
  if (viewer.id !== person && !isOffice(viewer.id, context)) throw onlyOffice();
  await desk.profiles.remove(person);
  if (isOffice(viewer.id, context)) return showOverview(desk, turn);
  const remark =
    turn.language === 'de'
      ? 'Ihr Profil ist gelöscht. Sie werden nicht mehr vorgeschlagen.'
      : 'Your profile is deleted. You are not proposed any more.';
  return showProfile(desk, turn, person, { remark });
}

/** All profiles, for the Digitallotse. */
export async function showOverview(desk: Desk, turn: Turn): Promise<Reply> {
  const context = contextAt(desk, turn.at);
  if (!isOffice(viewerOf(turn, desk).id, context)) throw onlyOffice();
  const nameOf = (id: string) => desk.directory.person(id)?.name ?? id;
  return overviewReply(await desk.profiles.list(), context, nameOf, turn.language);
}
