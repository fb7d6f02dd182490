import { labelOf } from '../core/case-number.ts';
import { Refusal } from '../core/refusal.ts';
import type { Text } from '../core/text.ts';

/** What the machine itself says about cases of every kind. */

export const unclear = (id: string): Text => ({
  de: `Was soll mit ${labelOf({ id })} geschehen? Was jetzt möglich ist, zeigt die Karte.`,
  en: `What shall be done with ${labelOf({ id })}? The card shows what is possible now.`,
});

export const wordy = (id: string): Text => ({
  de: `Ich habe nichts getan: Mit Zusatz geht das nicht. Bitte schreiben Sie ${labelOf({ id })} und nur das Wort.`,
  en: `I have done nothing: this takes no further words. Please type ${labelOf({ id })} and the word alone.`,
});

export const notOrdered: Text = {
  de: 'Ich habe nichts getan, denn das klang nicht nach einem Auftrag. Was möglich ist, zeigt die Karte.',
  en: 'I have done nothing, because this did not sound like an order. The card shows what is possible.',
};

export const unreadable = () =>
  new Refusal('unreadable', {
    de: 'Diese Karte kann ich nicht mehr lesen. Schreiben Sie bitte die Nummer des Vorgangs, dann kommt die neue.',
    en: 'I can no longer read this card. Please type the number of the case to get the new one.',
  });
