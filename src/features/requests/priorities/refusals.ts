import { Refusal } from '../../../core/refusal.ts';

/** The expected no about the order of work, each with what to do instead. */

export const notForPlan = () =>
  new Refusal('only-10.50-or-kgrz', {
    de: 'Die Prioritäten sehen das Strategische IT-Management (10.50) und das KGRZ. Wie Ihr Antrag steht, zeigt „Meine Anträge“.',
    en: 'Strategic IT Management (10.50) and the KGRZ see the priorities. “My requests” shows where yours stands.',
  });
export const onlyKeeperPlans = () =>
  new Refusal('only-10.50-plans', {
    de: 'Die Reihenfolge und die Kapazität ändert nur das Strategische IT-Management (10.50). Wenden Sie sich mit dem Grund dorthin.',
    en: 'Only Strategic IT Management (10.50) changes the order and the capacity. Please contact them and give the reason.',
  });
export const requestNotOpen = (id: string) =>
  new Refusal('request-not-open', {
    de: `Einen offenen Antrag ${id} gibt es nicht. Bitte prüfen Sie die Nummer.`,
    en: `There is no open request ${id}. Please check the number.`,
  });
export const ratingWrong = () =>
  new Refusal('rating-wrong', {
    de: 'Zum Einordnen brauche ich die Nummer (IT-2026-0042), Nutzen und Dringlichkeit von 1 bis 5 und den Aufwand von 0,5 bis 1.000 Personentagen.',
    en: 'To rank a request I need its number (IT-2026-0042), benefit and urgency from 1 to 5 and the effort from 0.5 to 1,000 person days.',
  });
export const capacityWrong = () =>
  new Refusal('capacity-wrong', {
    de: 'Bitte schreiben Sie das Quartal wie „2026 Q4“ und die Personentage als Zahl, z. B. „120“.',
    en: 'Please write the quarter like “2026 Q4” and the person days as a number, e.g. “120”.',
  });
