import type { Text } from '../../../core/text.ts';
import type { Request } from '../model.ts';
import type { Report } from '../types/model.ts';

/*
 * What a request is called in sentences. An application is applied for and granted; a report is reported and seen to.
 * The noun comes from the type, with its article, from which the forms follow that German needs.
 */

/** Forms of the noun, each for the place in a sentence that its German shows: "den Antrag", "einer Störung". */
export type Naming = {
  /** "Antrag" */
  readonly bare: Text;
  /** Nominative: "der Antrag", "dieser Antrag", "ein Antrag". */
  readonly the: Text;
  readonly this: Text;
  readonly a: Text;
  /** Accusative: "den Antrag". */
  readonly object: Text;
  /** Dative: "einem Antrag". */
  readonly about: Text;
  /** What becomes of it in the end. */
  readonly done: Text;
  readonly isReport: boolean;
};

type Gender = 'der' | 'die' | 'das';

const forms: Readonly<Record<Gender, { this: string; a: string; object: string; about: string }>> = {
  der: { this: 'dieser', a: 'ein', object: 'den', about: 'einem' },
  die: { this: 'diese', a: 'eine', object: 'die', about: 'einer' },
  das: { this: 'dieses', a: 'ein', object: 'das', about: 'einem' },
};

const application: Pick<Report, 'called' | 'done'> = {
  called: { de: 'der Antrag', en: 'the request' },
  done: { de: 'erledigt', en: 'done' },
};

export function namingOf({ report }: Pick<Request, 'report'>): Naming {
  const { called, done } = report ?? application;
  const at = called.de.indexOf(' ');
  const form = forms[called.de.slice(0, at) as Gender] ?? forms.der;
  const bare = { de: called.de.slice(at + 1), en: called.en.replace(/^the /, '') };
  return {
    bare,
    the: called,
    this: { de: `${form.this} ${bare.de}`, en: `this ${bare.en}` },
    a: { de: `${form.a} ${bare.de}`, en: `${/^[aeiou]/i.test(bare.en) ? 'an' : 'a'} ${bare.en}` },
    object: { de: `${form.object} ${bare.de}`, en: called.en },
    about: {
      de: `${form.about} ${bare.de}`,
      en: `${/^[aeiou]/i.test(bare.en) ? 'an' : 'a'} ${bare.en}`,
    },
    done,
    isReport: report !== undefined,
  };
}

/** At the beginning of a sentence. */
export const capital = (text: Text): Text => ({ de: raised(text.de), en: raised(text.en) });

const raised = (text: string): string => text.charAt(0).toLocaleUpperCase('de') + text.slice(1);
