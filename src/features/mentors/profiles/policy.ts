import type { World } from '../../../case/world.ts';
import { Refusal } from '../../../core/refusal.ts';
import { isOffice, onlyOffice } from '../policy.ts';
import { isMentor, type Profile } from './model.ts';

export const profileSeenAs = ({ id }: Profile, party: string, context: World): 'form' | undefined =>
  party === id || isOffice(party, context) ? 'form' : undefined;

/**
 * Who may say something about the profile of a person: the mentor themselves and the Digitallotse.
 * @throws {Refusal} for everybody else, and when the person is no mentor
 */
export function requireTeller(by: { readonly id: string }, person: string, context: World): void {
  requireOwner(by, person, context);
  if (!isMentor(person, context)) throw noMentor(by.id === person);
}

/** Whose profile it is, or was. @throws {Refusal} for everybody but the person and the Digitallotse */
export function requireOwner(by: { readonly id: string }, person: string, context: World): void {
  if (by.id !== person && !isOffice(by.id, context)) throw onlyOffice();
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
