import { today } from '../../../case/world.ts';
import type { Addressee } from '../../../core/notice.ts';
import type { Links } from '../../../core/ports/links.ts';
import type { Block, Form, Page, Field as PageField, PageRoute, Visit } from '../../../core/ports/pages.ts';
import { type Language, wordsIn } from '../../../core/text.ts';
import type { Field } from '../field.ts';
import { languageName } from '../labels.ts';
import { morningAfter } from '../rhythm.ts';
import type { Service } from '../service.ts';
import { longest, type ParsedProfile, parseProfile } from './entry.ts';
import { isMentor, languages } from './model.ts';
import { keep } from './service.ts';
import { profileState, type Typed, typedOf } from './view.ts';

/** Where mentors without Teams keep their profile. */
export const profilePath = '/mentors/profil';

/** Open for as long as an unconfirmed profile is asked for, and a month beyond. */
export const profileLink = (
  links: Links,
  to: Pick<Addressee, 'id' | 'language'>,
  now: string,
): Promise<string> =>
  links.make({
    page: profilePath,
    subject: { person: to.id, language: to.language },
    expiresAt: morningAfter(now, 60),
  });

/** A mentor confirms or changes the own profile, without Teams. Opening the page changes nothing. */
export const profilePage = (service: Service): PageRoute => ({
  path: profilePath,
  get: (visit) => shown(service, visit),
  async post(visit, form) {
    const person = visit.subject.person ?? '';
    const at = visit.now.toISOString();
    const context = service.profiles.contextAt(at);
    const t = wordsIn(visit.language);
    if (!isMentor(person, context)) return shown(service, visit);
    const name = service.directory.person(person)?.name ?? person;
    const by = { id: person, name, via: 'mail' } as const;
    if (form.act === 'confirm') {
      await service.profiles.act(by, person, 'confirm', {}, at);
      return shown(service, visit, {
        note: t(
          'Bestätigt. Vielen Dank; in einem halben Jahr fragen wir wieder.',
          'Confirmed. Thank you; we will ask again in half a year.',
        ),
      });
    }
    const parsed = parseProfile(filledIn(form, service), service.fields(), today(context));
    if (!parsed.entry) return shown(service, visit, { parsed });
    await keep(service, by, person, parsed.entry, at);
    return shown(service, visit, {
      note: t('Gespeichert und bestätigt. Vielen Dank.', 'Saved and confirmed. Thank you.'),
    });
  },
});

/** Boxes that were ticked become lists. */
const filledIn = (form: Form, service: Service): Typed => ({
  fields: service
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

async function shown(service: Service, { subject, now, language }: Visit, more: Shown = {}): Promise<Page> {
  const t = wordsIn(language);
  const person = subject.person ?? '';
  const context = service.profiles.contextAt(now.toISOString());
  const title = t(
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
          text: t(
            'Sie sind im Verzeichnis der Stadt nicht mehr als Mentorin oder Mentor eingetragen. Ihr Profil wird nicht mehr gezeigt und nach einem halben Jahr gelöscht.',
            'The directory of the city does not list you as a mentor any more. Your profile is not shown any more and will be deleted after half a year.',
          ),
        },
      ],
    };
  const profile = await service.profiles.collection.get(person);
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
          { title: t('Name', 'Name'), value: service.directory.person(person)?.name ?? person },
          { title: t('Stand', 'State'), value: profileState(profile, context, language) },
        ],
      },
      ...(profile && !parsed && !more.note ? confirming(language) : []),
      { kind: 'heading', text: t('Angaben', 'Details') },
      profileForm(service.fields(), typed, parsed, language),
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
    text: wordsIn(language)(
      'Stimmt alles, was unten steht? Dann genügt ein Klick. Sonst ändern Sie es und speichern.',
      'Is everything below right? Then one click is enough. Otherwise change it and save.',
    ),
  },
  {
    kind: 'form',
    fields: [],
    buttons: [
      { title: wordsIn(language)('Ja, alles stimmt', 'Yes, all is right'), name: 'act', value: 'confirm' },
    ],
  },
];

/** The form on the page: what stands in the profile, or what was typed with the errors at it. */
function profileForm(
  known: readonly Field[],
  typed: Typed,
  parsed: ParsedProfile | undefined,
  language: Language,
): Block {
  const t = wordsIn(language);
  const errorOf = (field: keyof Typed) =>
    parsed?.errors.find((error) => error.field === field)?.text[language];
  const ticked = (list: string, id: string) => list.split(',').includes(id);
  const first = <T>(index: number, value: T) => (index === 0 ? value : undefined);
  const fields: readonly PageField[] = [
    ...known.map(({ id, name }, index) => ({
      kind: 'check' as const,
      name: `field-${id}`,
      label: `${t('Feld', 'Field')}: ${name[language]}`,
      value: ticked(typed.fields, id) ? 'yes' : undefined,
      error: first(index, errorOf('fields')),
    })),
    {
      kind: 'text',
      name: 'experience',
      label: t('Erfahrung in ein bis drei Sätzen', 'Experience in one to three sentences'),
      help: t(
        'Das sehen alle, die eine Mentorin oder einen Mentor suchen.',
        'Everybody who looks for a mentor sees this.',
      ),
      lines: 5,
      maxLength: longest.experience,
      required: true,
      value: typed.experience,
      error: errorOf('experience'),
    },
    ...languages.map((id, index) => ({
      kind: 'check' as const,
      name: `language-${id}`,
      label: `${t('Sprache', 'Language')}: ${languageName(id)[language]}`,
      value: ticked(typed.languages, id) ? 'yes' : undefined,
      error: first(index, errorOf('languages')),
    })),
    {
      kind: 'text',
      name: 'capacity',
      label: t('Wie viele Mentorings gleichzeitig?', 'How many mentorings at a time?'),
      help: t('0 heißt: zurzeit keine Anfragen.', '0 means: no questions at present.'),
      maxLength: 2,
      required: true,
      value: typed.capacity,
      error: errorOf('capacity'),
    },
    {
      kind: 'text',
      name: 'contact',
      label: t('Wie möchten Sie erreicht werden?', 'How would you like to be contacted?'),
      help: t('Das sieht nur, wem Sie zugesagt haben.', 'Only those whom you have accepted see this.'),
      maxLength: longest.contact,
      required: true,
      value: typed.contact,
      error: errorOf('contact'),
    },
    {
      kind: 'text',
      input: 'date',
      name: 'pausedUntil',
      label: t('Pause bis einschließlich', 'Pause up to and including'),
      value: typed.pausedUntil,
      error: errorOf('pausedUntil'),
    },
  ];
  return {
    kind: 'form',
    fields,
    buttons: [{ title: t('Speichern und bestätigen', 'Save and confirm'), name: 'act', value: 'save' }],
  };
}
