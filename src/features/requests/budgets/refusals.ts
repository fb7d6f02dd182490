import { Refusal } from '../../../core/refusal.ts';
import type { Language } from '../../../core/text.ts';
import { type Budget, nameOf } from './model.ts';

/** The expected no about money, each with what to do instead. */

export const onlyBudgetKeepers = () =>
  new Refusal('only-10.50-budget', {
    de: 'Die Budgets führt das Strategische IT-Management (10.50); nur dort sind sie zu sehen und zu ändern. Ob das Geld für Ihren Antrag reicht, sagt Ihnen 10.50.',
    en: 'Strategic IT Management (10.50) keeps the budgets; only they see and change them. They will tell you whether there is money for your request.',
  });

export const noSuchBudget = (name: string, known: readonly Budget[] = []) => {
  const list = (language: Language) => known.map((budget) => nameOf(budget, language)).join(', ') || '–';
  return new Refusal('no-such-budget', {
    de: `Ein Budget „${name}“ gibt es nicht. Vorhanden: ${list('de')}. „Budget“ zeigt alle und legt neue an.`,
    en: `There is no budget “${name}”. There are: ${list('en')}. “Budgets” shows all and adds new ones.`,
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
