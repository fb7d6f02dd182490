import { Refusal } from '../../../core/refusal.ts';
import type { Language, Text } from '../../../core/text.ts';

type Named = { readonly name: Text; readonly year: number };
const nameOf = ({ name, year }: Named, language: Language): string => `${name[language]} ${year}`;

/** The expected no about money, each with what to do instead. */

export const onlyBudgetKeepers = () =>
  new Refusal('only-10.50-budget', {
    de: 'Die Budgets führt das Strategische IT-Management (10.50); nur dort sind sie zu sehen und zu ändern. Ob das Geld für Ihren Antrag reicht, sagt Ihnen 10.50.',
    en: 'Strategic IT Management (10.50) keeps the budgets; only they see and change them. They will tell you whether there is money for your request.',
  });

export const noSuchBudget = (name: string, known: readonly Named[] = []) => {
  const list = (language: Language) => known.map((budget) => nameOf(budget, language)).join(', ') || '–';
  return new Refusal('no-such-budget', {
    de: `Ein Budget „${name}“ gibt es nicht. Vorhanden: ${list('de')}. „Budget“ zeigt alle und legt neue an.`,
    en: `There is no budget “${name}”. There are: ${list('en')}. “Budgets” shows all and adds new ones.`,
  });
};

/** Several budgets end with the year: each is closed by itself. */
export const whichBudget = (year: number, open: readonly Named[]) => {
  const list = (language: Language) => open.map(({ name }) => name[language]).join(', ') || '–';
  const first = (language: Language) =>
    open[0]?.name[language] ?? (language === 'de' ? 'IT-Budget' : 'IT budget');
  return new Refusal('which-budget', {
    de: `Jedes Budget wird für sich abgeschlossen: „Budget ${year} ${first('de')} abschließen“. Offen sind für ${year}: ${list('de')}.`,
    en: `Each budget is closed by itself: “Budget ${year} ${first('en')} close”. Open for ${year}: ${list('en')}.`,
  });
};

export const amountMissing = () =>
  new Refusal('amount-missing', {
    de: 'Bitte nennen Sie einen Betrag in Euro, z. B. „1.250,00“.',
    en: 'Please give an amount in euros, e.g. “1,250.00”.',
  });

export const notForFunding = () =>
  new Refusal('not-for-funding', {
    de: 'Geld aus einem Budget bindet nur die Bewilligung durch 10.50. Bitte stimmen Sie hier ohne Betrag zu.',
    en: 'Only the approval by 10.50 commits money of a budget. Please agree without an amount here.',
  });

export const noWayToTheBoard = () =>
  new Refusal('over-limit', {
    de: 'Der Betrag ist höher als das, was im Budget frei ist, und diese Antragsart führt nicht über den Stadtvorstand. Nehmen Sie ein anderes Budget oder ändern Sie zuerst das Limit („Budget“).',
    en: 'The amount is more than what is free in the budget, and this type of request does not lead to the Executive Board. Take another budget or change the limit first (“Budgets”).',
  });

export const yearClosed = (budget: Named) =>
  new Refusal('year-closed', {
    de: `${nameOf(budget, 'de')} ist abgeschlossen; dort bewegt sich nichts mehr. Nehmen Sie ein Budget eines offenen Jahres, oder öffnen Sie es mit einem Grund wieder („Budget ${budget.year} ${budget.name.de}“).`,
    en: `${nameOf(budget, 'en')} is closed; nothing moves there any more. Take a budget of an open year, or reopen it with a reason (“Budget ${budget.year} ${budget.name.en}”).`,
  });

export const belowBound = () =>
  new Refusal('limit-below-bound', {
    de: 'Das Limit läge unter dem, was gebunden und ausgegeben ist. Bitte nennen Sie den Grund.',
    en: 'The limit would lie below what is committed and spent. Please give the reason.',
  });

export const moneyReasonMissing = () =>
  new Refusal('money-reason-missing', {
    de: 'Bitte nennen Sie den Grund; er steht in der Historie des Budgets, z. B. „Rechnung 4711 vom 12.01.“.',
    en: 'Please give the reason; it stands in the history of the budget, e.g. “invoice 4711 of 12 Jan”.',
  });

export const notSpent = () =>
  new Refusal('not-spent', {
    de: 'Abgerechnet wird, was aus einem Budget bewilligt und erledigt ist. Für diesen Antrag ist nichts ausgegeben.',
    en: 'What was granted from a budget and is done can be invoiced. Nothing is spent for this request.',
  });

export const stillCommitted = () =>
  new Refusal('still-committed', {
    de: 'Es ist noch etwas gebunden, inzwischen auch Neues. Schließen Sie noch einmal ab: Was gebunden ist, geht dann ins nächste Jahr.',
    en: 'Something is still committed, new things too meanwhile. Close once more: what is committed then goes to the next year.',
  });

export const sameBudget = () =>
  new Refusal('same-budget', {
    de: 'Der Betrag steht schon in diesem Budget. Nennen Sie ein anderes, z. B. „umbuchen auf IT-Budget 2027: Lieferung erst im Januar“.',
    en: 'The amount is in this budget already. Name another one, e.g. “rebook to IT budget 2027: delivery in January”.',
  });

export const nothingFunded = () =>
  new Refusal('nothing-funded', {
    de: 'Für diesen Antrag ist kein Geld aus einem Budget gebunden.',
    en: 'No money of a budget is committed for this request.',
  });

export const yearMissing = () =>
  new Refusal('year-missing', {
    de: 'Bitte schreiben Sie das Haushaltsjahr mit vier Ziffern, z. B. „2026“.',
    en: 'Please write the budget year with four digits, e.g. “2026”.',
  });

export const nameMissing = () =>
  new Refusal('budget-name-missing', {
    de: 'Bitte nennen Sie das Budget mit höchstens 40 Zeichen, z. B. „IT-Budget“.',
    en: 'Please name the budget in at most 40 characters, e.g. “IT budget”.',
  });
