import { dayIn, momentIn } from '../../../core/day.ts';
import type { HistoryEntry } from '../../../core/history.ts';
import { euros } from '../../../core/money.ts';
import { type Language, nameWithMark, quoted, wordsIn } from '../../../core/text.ts';

/** What an entry in the history of a budget says: "Limit 250.000,00 € (davor 200.000,00 €)". */
export function movementText({ act, facts = {} }: HistoryEntry, language: Language): string {
  const t = wordsIn(language);
  const money = (fact: string) => euros(language, Number(facts[fact]));
  const request = String(facts.request ?? '');
  const of = facts.for === undefined ? '' : t(` für ${facts.for}`, ` for ${facts.for}`);
  switch (act) {
    case 'opened':
      return t(`angelegt mit Limit ${money('limit')}`, `added with limit ${money('limit')}`);
    case 'limit-changed':
      return t(
        `Limit ${money('limit')} (davor ${money('before')})`,
        `limit ${money('limit')} (before ${money('before')})`,
      );
    case 'committed':
      return t(`${money('cents')} gebunden für ${request}`, `${money('cents')} committed for ${request}`);
    case 'spent':
      return t(`${money('cents')} ausgegeben für ${request}`, `${money('cents')} spent on ${request}`);
    case 'freed':
      return facts.to === undefined
        ? t(`${money('cents')} frei von ${request}`, `${money('cents')} freed by ${request}`)
        : t(
            `${money('cents')} für ${request} umgebucht auf ${facts.to}`,
            `${money('cents')} for ${request} rebooked to ${facts.to}`,
          );
    case 'invoiced':
      return t(
        `${request} abgerechnet mit ${money('cents')}, bewilligt ${money('granted')}`,
        `${request} invoiced at ${money('cents')}, granted ${money('granted')}`,
      );
    case 'carried-out':
      return t(
        `${money('cents')}${of} übertragen nach ${yearOf(facts.to)}`,
        `${money('cents')}${of} carried over to ${yearOf(facts.to)}`,
      );
    case 'carried-in':
      return t(
        `${money('cents')}${of} übertragen aus ${yearOf(facts.from)}`,
        `${money('cents')}${of} carried over from ${yearOf(facts.from)}`,
      );
    case 'year-closed':
      return t(
        `Jahr abgeschlossen am ${dayIn(language, String(facts.day))}`,
        `year closed on ${dayIn(language, String(facts.day))}`,
      );
    case 'year-reopened':
      return t('Jahr wieder geöffnet', 'year reopened');
    case 'words-erased':
      return t('Namen und Worte gelöscht', 'names and words erased');
    default:
      return act;
  }
}

/** Money goes to the budget of the same name in the next year: `2027-it-budget`. */
const yearOf = (budget: unknown): string => String(budget).slice(0, 4);

/** The same with moment, person and reason. */
export function movementLine(entry: HistoryEntry, language: Language): string {
  const who = nameWithMark(entry.byName, entry.onBehalfOf, language);
  const reason = entry.note ? `: ${quoted(entry.note, language)}` : '';
  return `${momentIn(language, entry.at)} · ${who} · ${movementText(entry, language)}${reason}`;
}
