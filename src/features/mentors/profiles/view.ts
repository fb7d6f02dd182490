import { today, type World } from '../../../case/world.ts';
import { type ErrorsAt, errorsAt, pleaseCheck, type Wrong } from '../../../core/at-field.ts';
import { dayIn } from '../../../core/day.ts';
import type { Addressee } from '../../../core/notice.ts';
import type { Reply } from '../../../core/reply.ts';
import { type Language, wordsIn } from '../../../core/text.ts';
import type { Field } from '../field.ts';
import { dayText, languageName, pauseWords } from '../labels.ts';
import { languages, mentorsOf, type Profile, type ProfileEntry, pauseOf, profileCase } from './model.ts';

type Choice = { readonly value: string; readonly title: string };

/** Card `mentors/profile`. */
export type ProfileView = {
  readonly roles: readonly string[];
  readonly person: string;
  readonly title: string;
  readonly state: string;
  readonly remark?: string | undefined;
  /** Said above the form when something is wrong at a field. */
  readonly isWrong?: string | undefined;
  readonly errors: ErrorsAt<keyof Typed>;
  readonly fieldChoices: readonly Choice[];
  readonly fields: string;
  readonly experience: string;
  readonly languageChoices: readonly Choice[];
  readonly languages: string;
  readonly capacity: string;
  readonly contact: string;
  readonly pausedUntil: string;
  readonly canConfirm: boolean;
  readonly canRemove: boolean;
};

/** What stands in the form: as typed, so that an error does not lose it. */
export type Typed = Readonly<
  Record<'fields' | 'experience' | 'languages' | 'capacity' | 'contact' | 'pausedUntil', string>
>;

const profileFields = ['fields', 'experience', 'languages', 'capacity', 'contact', 'pausedUntil'] as const;

export const typedOf = (entry: ProfileEntry): Typed => ({
  fields: entry.fields.join(','),
  experience: entry.experience,
  languages: entry.languages.join(','),
  capacity: String(entry.capacity),
  contact: entry.contact,
  pausedUntil: entry.pausedUntil ?? '',
});

export type ProfileDrawing = {
  readonly person: { readonly id: string; readonly name: string; readonly email?: string | undefined };
  readonly profile?: Profile | undefined;
  readonly typed?: Typed | undefined;
  readonly errors?: readonly Wrong<keyof Typed>[] | undefined;
  readonly remark?: string | undefined;
  readonly fields: readonly Field[];
  readonly context: World;
  readonly canConfirm: boolean;
};

export function profileReply(drawing: ProfileDrawing, viewer: Addressee): Reply {
  const { language } = viewer;
  const { person, profile } = drawing;
  const typed = drawing.typed ?? (profile ? typedOf(profile) : emptyFor(person));
  const t = wordsIn(language);
  const title =
    person.id === viewer.id
      ? t('Ihr Profil als Mentorin oder Mentor', 'Your profile as a mentor')
      : t(`Profil: ${person.name}`, `Profile: ${person.name}`);
  const view: ProfileView = {
    roles: [],
    person: person.id,
    title,
    state: profileState(profile, drawing.context, language),
    remark: drawing.remark,
    isWrong: drawing.errors?.length ? pleaseCheck[language] : undefined,
    errors: errorsAt(profileFields, drawing.errors ?? [], language),
    fieldChoices: drawing.fields.map(({ id, name }) => ({ value: id, title: name[language] })),
    languageChoices: languages.map((id) => ({ value: id, title: languageName(id)[language] })),
    ...typed,
    canConfirm: drawing.canConfirm,
    canRemove: profile !== undefined,
  };
  const summary = `${title}: ${view.state}`;
  return {
    card: 'mentors/profile',
    data: view,
    summary,
    language,
    about: { kind: profileCase, id: person.id },
  };
}

const emptyFor = ({ email }: ProfileDrawing['person']): Typed => ({
  fields: '',
  experience: '',
  languages: 'de',
  capacity: '2',
  contact: email ? `E-Mail: ${email}` : '',
  pausedUntil: '',
});

/** Where a profile stands, in one line. */
export function profileState(profile: Profile | undefined, context: World, language: Language): string {
  const t = wordsIn(language);
  if (!profile) return t('Noch kein Profil angelegt', 'No profile yet');
  const pause = pauseOf(profile, context);
  const until = profile.pausedUntil;
  if (pause === 'unconfirmed' && profile.isUnseen && profile.askedAt)
    return t(
      `Bestätigung erbeten am ${dayText(profile.askedAt, 'de')}; bis dahin sieht das Profil niemand`,
      `Asked to confirm on ${dayText(profile.askedAt, 'en')}; until then nobody sees the profile`,
    );
  if (pause === 'paused' && until && until >= today(context))
    return t(`Pausiert bis ${dayIn('de', until)}`, `Paused until ${dayIn('en', until)}`);
  if (pause) return capital(pauseWords[pause][language]);
  const asked = profile.askedAt;
  if (asked)
    return t(
      `Wird vorgeschlagen, Bestätigung erbeten am ${dayText(asked, 'de')}`,
      `Proposed, asked to confirm on ${dayText(asked, 'en')}`,
    );
  const confirmed = profile.confirmedAt ?? profile.createdAt;
  return t(
    `Wird vorgeschlagen, bestätigt am ${dayText(confirmed, 'de')}`,
    `Proposed, confirmed on ${dayText(confirmed, 'en')}`,
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Card `mentors/profiles`: everybody who is a mentor, and those whose profile is left. */
export function overviewReply(
  profiles: readonly Profile[],
  context: World,
  nameOf: (id: string) => string,
  language: Language,
): Reply {
  const listed = mentorsOf(context).map(({ person }) => person.id);
  const left = profiles.map(({ id }) => id).filter((id) => !listed.includes(id));
  const people = [...new Set([...listed, ...left])].map((id) => ({
    id,
    name: nameOf(id),
    state: profileState(
      profiles.find((profile) => profile.id === id),
      context,
      language,
    ),
  }));
  const t = wordsIn(language);
  const title = t('Profile der Mentorinnen und Mentoren', 'Profiles of the mentors');
  const none = t(
    'Im Verzeichnis ist niemand als Digitale Mentorin oder Digitaler Mentor eingetragen. Das Strategische IT-Management (10.50) pflegt das Verzeichnis.',
    'The directory lists nobody as a digital mentor. Strategic IT Management (10.50) keeps the directory.',
  );
  const view = { roles: [], title, people, none: people.length === 0 ? none : undefined };
  return { card: 'mentors/profiles', data: view, summary: `${title}: ${people.length}`, language };
}
