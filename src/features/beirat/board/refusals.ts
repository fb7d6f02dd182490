import { Refusal } from '../../../core/refusal.ts';

/** What people may run into with everything of the Beirat, with the next step. */

export const onlyOffice = () =>
  new Refusal('only-office', {
    de: 'Das macht die Geschäftsführung des Digitalen Beirats: der Digitallotse Wirtschaft oder seine Vertretung. Bitte wenden Sie sich dorthin.',
    en: 'This is done by the board’s office: the Digitallotse Wirtschaft or the deputy. Please turn to them.',
  });
export const onlyChair = (name: string) =>
  new Refusal('only-chair', {
    de: `Das entscheidet der Vorsitz des Digitalen Beirats (${name}).`,
    en: `The chair of the Digital Advisory Board decides this (${name}).`,
  });
export const reasonMissing = () =>
  new Refusal('reason-missing', {
    de: 'Bitte schreiben Sie kurz den Grund in das Feld, dann geht es weiter.',
    en: 'Please write a short reason into the field, then it goes on.',
  });
export const textMissing = () =>
  new Refusal('text-missing', {
    de: 'Bitte schreiben Sie etwas in das Feld, dann geht es weiter.',
    en: 'Please write something into the field, then it goes on.',
  });
export const noChair = () =>
  new Refusal('no-chair', {
    de: 'Im Verzeichnis hat zurzeit niemand den Vorsitz des Digitalen Beirats inne oder vertritt ihn. Bitte lassen Sie 10.50 den Sitz „Vorsitz“ besetzen.',
    en: 'The directory has nobody who chairs the Digital Advisory Board or deputises at present. Please have 10.50 fill the seat of the chair.',
  });
export const nobodyToInvite = () =>
  new Refusal('nobody-to-invite', {
    de: 'Im Verzeichnis ist kein Sitz des Digitalen Beirats besetzt. Bitte lassen Sie 10.50 die Mitglieder zuordnen.',
    en: 'The directory has nobody on any seat of the Digital Advisory Board. Please have 10.50 assign the members.',
  });
