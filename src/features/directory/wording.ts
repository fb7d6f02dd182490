import type { Text } from '../../core/text.ts';
import type { Relation, Role, Task } from './model.ts';

/** The opening line of an answer, by what the role does with the matter. */
export const leads: Readonly<Record<Task['relation'], Text>> = {
  steers: { de: 'Gesteuert wird das von', en: 'This is steered by' },
  decides: { de: 'Die Entscheidung trifft', en: 'The decision is taken by' },
  approves: { de: 'Bewilligt wird das von', en: 'Approved by' },
  'co-decides': { de: 'Es entscheidet mit', en: 'Co-deciding is' },
  'is-involved': { de: 'Gegebenenfalls zu beteiligen', en: 'To be involved where necessary' },
  prepares: { de: 'Erarbeitet wird das von', en: 'This is worked out by' },
  operates: { de: 'Den Betrieb verantwortet', en: 'Operation is the responsibility of' },
  provides: { de: 'Das leistet', en: 'This is provided by' },
  'sets-up': { de: 'Aufgebaut wird das von', en: 'This is set up by' },
  supports: { de: 'Hilfe und Betreuung leistet', en: 'Help and support comes from' },
  advises: { de: 'Es berät', en: 'Advice comes from' },
  assesses: { de: 'Bewertet wird das von', en: 'This is assessed by' },
  leads: { de: 'Federführend ist', en: 'In the lead is' },
  manages: { de: 'Verantwortlich ist', en: 'Responsible is' },
  administers: { de: 'Fachlich betreut wird das von', en: 'Professionally looked after by' },
  represents: { de: 'Ansprechstelle ist', en: 'The point of contact is' },
};

export const overview: Text = { de: 'Die Rolle im Überblick', en: 'The role at a glance' };
export const deputyLead: Text = { de: 'Vertreten wird', en: 'Deputies for' };

/** In what capacity somebody has a role, in the middle of a line. */
export const asWords: Readonly<Record<'holder' | 'deputy', Text>> = {
  holder: { de: 'Inhaber/in', en: 'holder' },
  deputy: { de: 'Vertretung', en: 'deputy' },
};

/** When everything is down nobody reads about tasks. */
export const urgentLead: Text = { de: 'Bitte rufen Sie sofort an', en: 'Please call at once' };

export const nobodyThen = (day: string): Text => ({
  de: `Für den ${day} ist im Verzeichnis niemand eingetragen.`,
  en: `The directory names nobody for ${day}.`,
});
export const nobodyAfter: Text = {
  de: 'Wer danach kommt, ist im Verzeichnis noch nicht eingetragen.',
  en: 'The directory does not say yet who comes after.',
};
/** What is not entered is not said, and is no answer either. */
export const noTermEntered: Readonly<Record<'since' | 'until', Text>> = {
  since: { de: 'Seit wann, steht nicht im Verzeichnis.', en: 'The directory does not say since when.' },
  until: { de: 'Ein Ende ist nicht eingetragen.', en: 'No end is entered.' },
};
export const beginningUnknown: Text = {
  de: 'Ein Beginn ist nicht eingetragen: Ob das damals schon galt, sagt das Verzeichnis nicht.',
  en: 'No beginning is entered: the directory does not say whether this held back then.',
};
export const nothingBefore: Text = {
  de: 'Von der Zeit davor weiß das Verzeichnis nichts.',
  en: 'The directory knows nothing of the time before.',
};

/** The opening line when somebody asks for the role at a place: "Zuständig für Amt 61". */
export const placeLead = (place: string): Text => ({
  de: `Zuständig für ${place}`,
  en: `Responsible for ${place}`,
});

export const levels: Readonly<Record<Role['level'], Text>> = {
  strategic: { de: 'Strategische Ebene', en: 'Strategic level' },
  operative: { de: 'Operative Ebene', en: 'Operative level' },
  preparing: { de: 'Erarbeitet Entscheidungen', en: 'Works out decisions' },
  units: { de: 'In den Ämtern und Eigenbetrieben', en: 'Inside the offices and municipal enterprises' },
  advisory: { de: 'Beratende Ebene', en: 'Advisory level' },
};

/** In the order of the diagram. */
export const roleLevels: readonly Role['level'][] = [
  'strategic',
  'operative',
  'preparing',
  'units',
  'advisory',
];

type Kind = Relation['kind'];

/** How a role stands to another, told from its own side … */
export const outgoing: Readonly<Record<Kind, (other: string) => Text>> = {
  leads: (other) => ({
    de: `Hier führt ein Mitglied den Vorsitz: ${other}`,
    en: `A member chairs it: ${other}`,
  }),
  manages: (other) => ({ de: `Führt die Geschäfte: ${other}`, en: `Manages: ${other}` }),
  supports: (other) => ({
    de: `Unterstützt bei Bedarf den Vorsitz: ${other}`,
    en: `Supports the chair where needed: ${other}`,
  }),
  advises: (other) => ({ de: `Berät: ${other}`, en: `Advises: ${other}` }),
  'is-involved-with': (other) => ({
    de: `Ggf. zu beteiligen neben: ${other}`,
    en: `To be involved where necessary beside: ${other}`,
  }),
  'splits-into': (other) => ({ de: `Gibt Aufgaben an: ${other}`, en: `Splits tasks into: ${other}` }),
  'sends-experts-to': (other) => ({
    de: `Stellt Fachleute für: ${other}`,
    en: `Provides experts for: ${other}`,
  }),
};

/** … and from the other's. */
export const incoming: Readonly<Record<Kind, Text>> = {
  leads: { de: 'Ein Mitglied führt hier den Vorsitz', en: 'One of its members holds the chair here' },
  manages: { de: 'Führt hier die Geschäfte', en: 'Manages the affairs here' },
  supports: { de: 'Unterstützt hier den Vorsitz bei Bedarf', en: 'Supports the chair here where needed' },
  advises: { de: 'Berät diese Rolle', en: 'Advises this role' },
  'is-involved-with': { de: 'Ist hier ggf. zu beteiligen', en: 'To be involved here where necessary' },
  'splits-into': { de: 'Gibt Aufgaben an diese Rolle ab', en: 'Splits off tasks to this role' },
  'sends-experts-to': { de: 'Stellt hier Fachleute', en: 'Provides experts here' },
};
