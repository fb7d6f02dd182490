import type { Block, Form, Page, PageRoute, Visit } from '../../../core/ports/pages.ts';
import type { Language } from '../../../core/text.ts';
import { today } from '../context.ts';
import { contextAt, type Desk } from '../desk.ts';
import { type ParsedProfile, parseProfile } from '../profile/entry.ts';
import { confirm, keep } from '../profile/profile-desk.ts';
import { isMentor, languages } from '../profile.ts';
import { profileState, type Typed, typedOf } from '../view/profile-view.ts';
import { profilePath } from './links.ts';
import { profileForm } from './profile-form.ts';

const sayIn = (language: Language) => (de: string, en: string) => (language === 'de' ? de : en);

/** A mentor confirms or changes the own profile, without Teams. Opening the page changes nothing. */
export const profilePage = (desk: Desk): PageRoute => ({
  path: profilePath,
  get: (visit) => shown(desk, visit),
  async post(visit, form) {
    const person = visit.subject.person ?? '';
    const at = visit.now.toISOString();
    const say = sayIn(visit.language);
    if (!isMentor(person, contextAt(desk, at))) return shown(desk, visit);
    const name = desk.directory.person(person)?.name ?? person;
    const teller = { id: person, name, isSelf: true };
    if (form.act === 'confirm') {
      await confirm(desk, teller, at);
      return shown(desk, visit, {
        note: say(
          'Bestätigt. Vielen Dank; in einem halben Jahr fragen wir wieder.',
          'Confirmed. Thank you; we will ask again in half a year.',
        ),
      });
    }
    const parsed = parseProfile(filledIn(form, desk), desk.fields(), today(contextAt(desk, at)));
    if (!parsed.entry) return shown(desk, visit, { parsed });
    await keep(desk, teller, person, parsed.entry, at);
    return shown(desk, visit, {
      note: say('Gespeichert und bestätigt. Vielen Dank.', 'Saved and confirmed. Thank you.'),
    });
  },
});

/** Boxes that were ticked become lists. */
const filledIn = (form: Form, desk: Desk): Typed => ({
  fields: desk
    .fields()
    .map(({ id }) => id)
    .filter((id) => form[`field-${id}`] === 'yes')
    .join(','),
  languages: languages.filter((id) => form[`language-${id}`] === 'yes').join(','),
  experience: form.experience ?? '',
  capacity: form.capacity ?? '',
  contact: form.contact ?? '',
  pausedUntil: form.pausedUntil ?? '',
});

type Shown = { readonly note?: string | undefined; readonly parsed?: ParsedProfile | undefined };

async function shown(desk: Desk, { subject, now, language }: Visit, more: Shown = {}): Promise<Page> {
  const say = sayIn(language);
  const person = subject.person ?? '';
  const context = contextAt(desk, now.toISOString());
  const title = say(
    'Ihr Profil als Digitale Mentorin oder Digitaler Mentor',
    'Your profile as a digital mentor',
  );
  if (!isMentor(person, context))
    return {
      status: 409,
      title,
      language,
      body: [
        {
          kind: 'note',
          tone: 'hint',
          text: say(
            'Sie sind im Verzeichnis der Stadt nicht mehr als Mentorin oder Mentor eingetragen. Ihr Profil wird nicht mehr gezeigt und nach einem halben Jahr gelöscht.',
            'The directory of the city does not list you as a mentor any more. Your profile is not shown any more and will be deleted after half a year.',
          ),
        },
      ],
    };
  const profile = await desk.profiles.get(person);
  const typed = more.parsed?.typed ?? (profile ? typedOf(profile) : none);
  const { parsed } = more;
  return {
    ...(parsed ? { status: 422 } : {}),
    title,
    language,
    body: [
      ...(more.note ? [{ kind: 'note' as const, tone: 'done' as const, text: more.note }] : []),
      {
        kind: 'facts',
        facts: [
          { title: say('Name', 'Name'), value: desk.directory.person(person)?.name ?? person },
          { title: say('Stand', 'State'), value: profileState(profile, context, language) },
        ],
      },
      ...(profile && !parsed && !more.note ? confirming(language) : []),
      { kind: 'heading', text: say('Angaben', 'Details') },
      profileForm(desk.fields(), typed, parsed, language),
    ],
  };
}

const none: Typed = {
  fields: '',
  experience: '',
  languages: 'de',
  capacity: '2',
  contact: '',
  pausedUntil: '',
};

const confirming = (language: Language): readonly Block[] => [
  {
    kind: 'text',
    text: sayIn(language)(
      'Stimmt alles, was unten steht? Dann genügt ein Klick. Sonst ändern Sie es und speichern.',
      'Is everything below right? Then one click is enough. Otherwise change it and save.',
    ),
  },
  {
    kind: 'form',
    fields: [],
    buttons: [
      { title: sayIn(language)('Ja, alles stimmt', 'Yes, all is right'), name: 'act', value: 'confirm' },
    ],
  },
];
