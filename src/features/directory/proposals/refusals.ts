import { Refusal } from '../../../core/refusal.ts';

export const onlyKeepers = () =>
  new Refusal('only-10.50-directory', {
    de: 'Über Angaben im Verzeichnis entscheidet das Strategische IT-Management (10.50). Ihren Vorschlag sehen Sie hier, mit seinem Stand.',
    en: 'Strategic IT Management (10.50) decides about the directory. You see your proposal here, and where it stands.',
  });

export const ownProposal = () =>
  new Refusal('own-proposal', {
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
