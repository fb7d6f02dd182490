import { Refusal } from '../../../core/refusal.ts';
import { circulationStateWords } from './labels.ts';
import type { CirculationState } from './model.ts';

export const notNowFor = (state: CirculationState) =>
  new Refusal('not-now', {
    de: `Das geht jetzt nicht: Der Umlaufbeschluss ist ${circulationStateWords[state].de}. Die Karte zeigt, was jetzt möglich ist.`,
    en: `This is not possible now: the circular resolution is ${circulationStateWords[state].en}. The card shows what is possible now.`,
  });
export const noCirculation = () =>
  new Refusal('no-circulation', {
    de: 'Die Geschäftsordnung des Digitalen Beirats sieht keine Beschlüsse im Umlauf vor. Setzen Sie die Sache auf die Tagesordnung der nächsten Sitzung.',
    en: 'The rules of procedure of the Digital Advisory Board provide for no resolutions by circulation. Put the matter on the agenda of the next meeting.',
  });
export const exceptionMissing = () =>
  new Refusal('exception-missing', {
    de: 'Ein Beschluss im Umlauf ist die Ausnahme: Schreiben Sie in die Begründung, warum die Sache nicht bis zur nächsten Sitzung warten kann.',
    en: 'A resolution by circulation is the exception: write into the reasons why the matter cannot wait for the next meeting.',
  });
export const wordingMissing = () =>
  new Refusal('wording-missing', {
    de: 'Ein Umlaufbeschluss braucht einen Titel und den Wortlaut, über den abgestimmt wird.',
    en: 'A circular resolution needs a title and the wording that is voted on.',
  });
export const notAVoter = () =>
  new Refusal('not-a-voter', {
    de: 'Hier stimmen die stimmberechtigten Mitglieder des Digitalen Beirats ab; eine Vertretung nur, solange das Mitglied laut Verzeichnis abwesend ist.',
    en: 'Here the voting members of the Digital Advisory Board vote; a deputy only while the directory has the member away.',
  });
export const memberVoted = () =>
  new Refusal('member-voted', {
    de: 'Das Mitglied, das Sie vertreten, hat schon selbst abgestimmt. Seine Stimme gilt.',
    en: 'The member for whom you deputise has voted already. That vote counts.',
  });
export const votingOver = () =>
  new Refusal('voting-over', {
    de: 'Die Abstimmung ist beendet; Stimmen und Widersprüche zählen nicht mehr. Die Karte zeigt, wie sie ausging.',
    en: 'The voting is over; votes and objections no longer count. The card shows how it ended.',
  });
export const onlyTheWord = () =>
  new Refusal('only-the-word', {
    de: 'Bitte schreiben Sie dahinter nichts weiter, z. B. nur „U-2026/1 ja“. Eine Stimme kann keine Bedingung tragen; wer etwas anderes beschließen möchte, widerspricht dem Umlaufverfahren, dann wird in der Sitzung beraten.',
    en: 'Please type nothing after it, e.g. just “U-2026/1 yes”. A vote cannot carry a condition; whoever wants something else objects to the procedure, then it is discussed in the meeting.',
  });
