import type { Notice } from '../../../core/notice.ts';
import type { Language } from '../../../core/text.ts';
import { quoted } from '../../../core/text.ts';
import type { Idea } from '../idea.ts';
import { outcomeWords, sentenceOf } from './words.ts';

/** What happened, with the reason or the result in words. */
export function newsOf(idea: Idea, number: number, language: Language): string | undefined {
  const entry = idea.history[number - 1];
  if (!entry) return undefined;
  const sentence = special(entry.act, entry.facts, language) ?? sentenceOf(entry, language);
  const outcome = entry.facts?.outcome as keyof typeof outcomeWords | undefined;
  const result = outcome
    ? ` ${language === 'de' ? 'Ergebnis' : 'Result'}: ${outcomeWords[outcome][language]}.`
    : '';
  const note = entry.note ? ` ${quoted(entry.note, language)}` : '';
  return `${sentence}${result}${note}`;
}

/** What other parts of the program brought about is told as what happened, not as what Lotse did. */
function special(act: string, facts: Notice['facts'] = {}, language: Language): string | undefined {
  const de = language === 'de';
  const { meeting, item, request } = facts;
  if (act === 'on-agenda')
    return de
      ? `Die Idee steht auf der Tagesordnung des Digitalen Beirats: ${meeting} TOP ${item}.`
      : `The idea is on the agenda of the Digital Advisory Board: ${meeting} item ${item}.`;
  if (act === 'handed-over')
    return de
      ? `Aus der Idee ist der Antrag ${request} geworden.`
      : `The idea has become the request ${request}.`;
  if (act === 'given-back')
    return de
      ? `Der Antrag ${request} ist nicht zum Ziel gekommen. Wie es weitergeht, wird neu entschieden.`
      : `The request ${request} did not succeed. How it goes on will be decided anew.`;
  if (act === 'done')
    return de
      ? `Der Antrag ${request} ist erledigt, die Idee ist umgesetzt.`
      : `The request ${request} is done, the idea has come true.`;
  return undefined;
}
