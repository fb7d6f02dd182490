import type { Reply } from '../../../core/reply.ts';
import { type Language, quoted, type Text, wordsIn } from '../../../core/text.ts';
import type { Field } from '../field.ts';
import type { Findings, Proposal } from '../find/propose.ts';
import { isOnlySearch } from '../find/wish.ts';
import { fieldsText, languagesText, placesText } from '../labels.ts';

/** Card `mentors/found`. */
export type FoundView = {
  readonly roles: readonly string[];
  readonly title: string;
  readonly intro: string;
  readonly mentors: readonly {
    readonly id: string;
    readonly name: string;
    readonly why?: string | undefined;
    readonly fields: string;
    readonly experience?: string | undefined;
    readonly places: string;
    readonly languages: string;
    /** Goes into the form. */
    readonly text: string;
  }[];
  readonly more?: string | undefined;
  readonly filter: readonly { readonly value: string; readonly title: string }[];
  readonly field: string;
  readonly text: string;
  /** Offers the overview of the profiles. */
  readonly isOffice: boolean;
  readonly isMentor: boolean;
  readonly hint?: string | undefined;
};

export type Finding = {
  readonly findings: Findings;
  readonly fields: readonly Field[];
  /** Whether any profile has been filled in yet. */
  readonly hasProfiles: boolean;
  readonly text: string;
  readonly field?: string | undefined;
  readonly isOffice: boolean;
  readonly isMentor: boolean;
  /** "Digitallotse Wirtschaft, 80.2, lotse@example.org" */
  readonly office?: string | undefined;
};

const most = 4;
/** Characters that go from the search into the form. */
const longestText = 160;

export function foundReply(finding: Finding, language: Language): Reply {
  const { findings, fields, text, field = '' } = finding;
  const { proposals } = findings;
  const left = proposals.length - most;
  const view: FoundView = {
    roles: ['digitale-mentoren'],
    title: titleOf(finding, language),
    intro: introOf(finding)[language],
    mentors: proposals.slice(0, most).map((proposal) => rowOf(proposal, finding, language)),
    more: left > 0 ? moreWords(left)[language] : undefined,
    filter: finding.hasProfiles ? fields.map(({ id, name }) => ({ value: id, title: name[language] })) : [],
    field,
    text: text.slice(0, longestText),
    isOffice: finding.isOffice,
    isMentor: finding.isMentor,
    hint: findings.hits.length > 0 ? hint[language] : undefined,
  };
  const summary = `${view.title}: ${view.intro}`;
  return { card: 'mentors/found', data: view, summary, language };
}

function titleOf({ findings }: Finding, language: Language): string {
  const names = findings.hits.slice(0, 2).map(({ field }) => field.name[language]);
  const title = wordsIn(language)('Mentorinnen und Mentoren', 'Mentors');
  return names.length > 0 ? `${title}: ${names.join(', ')}` : title;
}

function introOf(finding: Finding): Text {
  const { findings, hasProfiles } = finding;
  if (!hasProfiles) return emptyIntro(finding);
  const { proposals, full, hits } = findings;
  if (proposals.length > 0) return hits.length > 0 ? fitting : all;
  if (full > 0)
    return {
      de: 'Wer dazu Erfahrung hat, hat gerade keinen Platz frei. Fragen Sie in einigen Wochen noch einmal oder wählen Sie ein anderes Feld.',
      en: 'Those who have experience with it have no place free just now. Ask again in a few weeks or choose another field.',
    };
  return {
    de: `Dazu ist zurzeit niemand eingetragen. ${askOffice(finding.office).de}`,
    en: `Nobody is listed for this at present. ${askOffice(finding.office).en}`,
  };
}

function emptyIntro({ isOffice, office }: Finding): Text {
  if (isOffice)
    return {
      de: 'Wer Mentorin oder Mentor ist, steht im Verzeichnis; wozu sie beraten, noch nicht. Legen Sie die Profile an, dann kann hier gefragt werden.',
      en: 'The directory says who is a mentor, but not yet what they advise on. Fill in the profiles, then people can ask here.',
    };
  return {
    de: `Es sind noch keine Profile von Mentorinnen und Mentoren hinterlegt. ${askOffice(office).de}`,
    en: `No profiles of mentors have been filled in yet. ${askOffice(office).en}`,
  };
}

const askOffice = (office: string | undefined): Text => ({
  de: office
    ? `Der Digitallotse Wirtschaft vermittelt: ${office}.`
    : 'Der Digitallotse Wirtschaft vermittelt.',
  en: office ? `The Digitallotse Wirtschaft can help: ${office}.` : 'The Digitallotse Wirtschaft can help.',
});

const fitting: Text = {
  de: 'Diese Mentorinnen und Mentoren können Sie fragen:',
  en: 'You can ask these mentors:',
};
const all: Text = {
  de: 'Diese Mentorinnen und Mentoren haben Plätze frei. Ein Feld engt die Auswahl ein.',
  en: 'These mentors have places free. A field narrows the choice.',
};
const hint: Text = {
  de: 'Mentorinnen und Mentoren beraten, sie entscheiden nicht. Wer zuständig ist, sage ich Ihnen auf „Wer ist zuständig für …?“.',
  en: 'Mentors advise, they do not decide. Ask me “Who is responsible for …?” to learn who is in charge.',
};
const moreWords = (count: number): Text => ({
  de: `${count} weitere. Wählen Sie ein Feld, um die Auswahl einzuengen.`,
  en: `${count} more. Choose a field to narrow the choice.`,
});

function rowOf(
  proposal: Proposal,
  { fields, text }: Finding,
  language: Language,
): FoundView['mentors'][number] {
  const { profile, name, free } = proposal;
  return {
    id: profile.id,
    name,
    why: whyOf(proposal, language),
    fields: fieldsText(profile.fields, fields, language) || '–',
    experience: shortened(profile.experience),
    places: placesText(free, profile.capacity)[language],
    languages: profile.languages.includes(language)
      ? languagesText(profile, language)
      : `${languagesText(profile, language)} ${notYours[language]}`,
    text: isOnlySearch(text) ? '' : text.slice(0, longestText),
  };
}

const notYours: Text = { de: '(nicht Deutsch)', en: '(not English)' };

/** "Vorgeschlagen wegen Ihres Stichworts „Datenschutzfragen“: Feld Datenschutz." */
export function whyOf({ hits, words }: Proposal, language: Language): string | undefined {
  const t = wordsIn(language);
  const listed = (said: readonly string[]) => said.map((word) => quoted(word, language)).join(', ');
  const typed = hits.filter((hit) => hit.words.length > 0);
  const parts = [
    ...typed.map(({ field, words: found }) =>
      t(
        `wegen ${found.length === 1 ? 'Ihres Stichworts' : 'Ihrer Stichworte'} ${listed(found)}: Feld ${field.name.de}`,
        `because you wrote ${listed(found)}: field ${field.name.en}`,
      ),
    ),
    ...(words.length > 0 && typed.length === 0
      ? [t(`aufgrund der Erfahrung: ${listed(words)}`, `because of the experience: ${listed(words)}`)]
      : []),
  ];
  return parts.length > 0 ? `${t('Vorgeschlagen', 'Proposed')} ${parts.join('; ')}.` : undefined;
}

const shortened = (text: string): string => (text.length > 240 ? `${text.slice(0, 239).trimEnd()}…` : text);
