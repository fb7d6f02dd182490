import type { RoleId } from '../../../core/ports/role-directory.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { Text } from '../../../core/text.ts';

export const onlyKeepers = (keeper: RoleId = 'strategisches-it-management') =>
  keeper === 'digitallotse-wirtschaft'
    ? new Refusal('only-office-rules', {
        de: 'Darüber entscheiden der Digitallotse Wirtschaft und die Vertretung. Ihren Vorschlag sehen Sie hier, mit seinem Stand.',
        en: 'The Digitallotse Wirtschaft and the deputy decide about it. You see your proposal here, and where it stands.',
      })
    : new Refusal('only-10.50-directory', {
        de: 'Über Angaben im Verzeichnis entscheidet das Strategische IT-Management (10.50). Ihren Vorschlag sehen Sie hier, mit seinem Stand.',
        en: 'Strategic IT Management (10.50) decides about the directory. You see your proposal here, and where it stands.',
      });

export const ownProposal = (keeper: RoleId = 'strategisches-it-management') =>
  keeper === 'digitallotse-wirtschaft'
    ? new Refusal('own-proposal', {
        de: 'Den eigenen Vorschlag gibt man nicht selbst frei. Das macht der Digitallotse Wirtschaft oder die Vertretung, wer von beiden ihn nicht gestellt hat.',
        en: 'Nobody releases a proposal of their own. The Digitallotse Wirtschaft or the deputy does it, whoever of the two has not made it.',
      })
    : new Refusal('own-proposal', {
        de: 'Den eigenen Vorschlag gibt man nicht selbst frei. Das macht die Leitung oder Vertretung von 10.50, wer von beiden ihn nicht gestellt hat.',
        en: 'Nobody releases a proposal of their own. The head or the deputy of 10.50 does it, whoever of the two has not made it.',
      });

export const onlyProposer = () =>
  new Refusal('only-proposer', {
    de: 'Zurückziehen kann den Vorschlag nur, wer ihn gemacht hat. Sie können ihn ablehnen und sagen, warum.',
    en: 'Only whoever made the proposal can withdraw it. You can reject it and say why.',
  });

export const proposalOver = () =>
  new Refusal('proposal-over', {
    de: 'Dieser Vorschlag ist schon beendet. Stimmt eine Angabe weiter nicht, machen Sie an der Antwort einen neuen.',
    en: 'This proposal has come to its end. If something is still not right, make a new one at the answer.',
  });

export const notReleased = () =>
  new Refusal('not-released', {
    de: 'Eingetragen wird, was freigegeben ist. Geben Sie den Vorschlag zuerst frei oder lehnen Sie ihn ab.',
    en: 'What is released is entered. Release the proposal first, or reject it.',
  });

export const reasonMissing = () =>
  new Refusal('proposal-reason-missing', {
    de: 'Bitte nennen Sie den Grund; wer den Vorschlag gemacht hat, liest ihn.',
    en: 'Please give the reason; whoever made the proposal reads it.',
  });

export const rightMissing = () =>
  new Refusal('right-missing', {
    de: 'Bitte schreiben Sie, was richtig wäre, z. B. „Die Vertretung ist seit 1.11. eine andere Stelle, Telefon 129-1234“.',
    en: 'Please write what would be right, e.g. “The deputy is another position since 1 Nov, phone 129-1234”.',
  });

export const dayUnreadable = () =>
  new Refusal('day-unreadable', {
    de: 'Diesen Tag kann ich nicht lesen. Schreiben Sie ihn so: 1.1.2027.',
    en: 'I cannot read this day. Write it like this: 2027-01-01.',
  });

/** @param why as the check of the directory says it */
export const doesNotFit = (why: Text) => new Refusal('proposal-does-not-fit', why);

export const personUnknown = (said: string) =>
  new Refusal('proposal-person-unknown', {
    de: `„${said}“ finde ich im Verzeichnis nicht genau einmal. Schreiben Sie den Namen, wie er dort steht, oder wählen Sie „Etwas anderes, in Worten“.`,
    en: `I do not find “${said}” exactly once in the directory. Write the name as it stands there, or choose “Something else, in words”.`,
  });

export const phoneUnreadable = () =>
  new Refusal('proposal-phone', {
    de: 'Bitte schreiben Sie die Nummer allein, z. B. +49 261 129-1234.',
    en: 'Please write the number alone, e.g. +49 261 129-1234.',
  });

export const mailUnreadable = () =>
  new Refusal('proposal-mail', {
    de: 'Bitte schreiben Sie die Adresse allein, z. B. amt66@example.org.',
    en: 'Please write the address alone, e.g. office66@example.org.',
  });
