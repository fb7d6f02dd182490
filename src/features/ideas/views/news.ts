import { dayIn, momentIn } from '../../../core/day.ts';
import type { Addressee, Notice } from '../../../core/notice.ts';
import { type Language, quoted, type Text, wordsIn } from '../../../core/text.ts';
import type { Context } from '../context.ts';
import { outcomeWords, sentenceOf, stateWords } from '../labels.ts';
import { type Idea, isOver, revisionOf } from '../model.ts';
import { mayReadPlace } from '../policy.ts';
import { mergedInto } from './parts.ts';

/** Several events of one card: more would be a history, and that is on the whole card. */
const mostTold = 3;

/**
 * What happened, with the reason or the result in words; the newest first, as the card shows the idea as it is now.
 * @param numbers of the entries, the oldest first
 */
export function newsOf(
  idea: Idea,
  numbers: readonly number[],
  to: Pick<Addressee, 'id' | 'language'>,
  context: Context,
): string | undefined {
  const told = numbers.toReversed().flatMap((number) => eventOf(idea, number, to, context) ?? []);
  return told.slice(0, mostTold).join(' ') || undefined;
}

function eventOf(
  idea: Idea,
  number: number,
  { id, language }: Pick<Addressee, 'id' | 'language'>,
  context: Context,
): string | undefined {
  const entry = idea.history[number - 1];
  if (!entry) return undefined;
  const sentence =
    entry.act === 'on-agenda'
      ? placed(idea, entry.facts, id, context)[language]
      : (special(entry.act, entry.facts, language) ?? sentenceOf(entry, language));
  const outcome = entry.facts?.outcome as keyof typeof outcomeWords | undefined;
  const result = outcome
    ? ` ${wordsIn(language)('Ergebnis', 'Result')}: ${outcomeWords[outcome][language]}.`
    : '';
  const note = entry.note ? ` ${quoted(entry.note, language)}` : '';
  const into =
    entry.act === 'merged' && entry.facts?.into ? ` ${mergedInto(String(entry.facts.into))[language]}` : '';
  return `${sentence}${result}${note}${into}`;
}

/** Which item of which meeting it is, is for those who may read the agenda. */
function placed({ place }: Idea, facts: Notice['facts'] = {}, viewer: string, context: Context): Text {
  const { meeting, item, day } = facts;
  const isThere = place?.meetingLabel === meeting && place?.day === day;
  if (place && isThere && mayReadPlace(place, viewer, context))
    return {
      de: `Die Idee steht auf der Tagesordnung des Digitalen Beirats: ${meeting} TOP ${item}.`,
      en: `The idea is on the agenda of the Digital Advisory Board: ${meeting} item ${item}.`,
    };
  return {
    de: `Der Digitale Beirat befasst sich am ${dayIn('de', String(day))} mit der Idee.`,
    en: `The Digital Advisory Board will deal with the idea on ${dayIn('en', String(day))}.`,
  };
}

/** What other parts of the program brought about is told as what happened, not as what Lotse did. */
function special(act: string, facts: Notice['facts'] = {}, language: Language): string | undefined {
  const t = wordsIn(language);
  const { request, from, idea } = facts;
  if (act === 'took-in')
    return t(
      `${from} sagt dasselbe und ist in dieser Idee aufgegangen. Wer jene unterstützt hat, unterstützt jetzt diese.`,
      `${from} says the same and has become part of this idea. Whoever supported it supports this one now.`,
    );
  if (act === 'let-go')
    return t(
      `${idea} ist wieder eine Idee für sich; wer nur jene wollte, unterstützt wieder nur sie.`,
      `${idea} is an idea of its own again; whoever wanted only that one supports only it again.`,
    );
  if (act === 'unmerged')
    return t(
      'Die Zusammenführung ist zurückgenommen. Die Idee wird wieder für sich geprüft.',
      'The merge was undone. The idea is reviewed on its own again.',
    );
  if (act === 'handed-over')
    return t(
      `Aus der Idee ist der Antrag ${request} geworden.`,
      `The idea has become the request ${request}.`,
    );
  if (act === 'given-back')
    return t(
      `Der Antrag ${request} ist nicht zum Ziel gekommen. Wie es weitergeht, wird neu entschieden.`,
      `The request ${request} did not succeed. How it goes on will be decided anew.`,
    );
  if (act === 'done')
    return t(
      `Der Antrag ${request} ist erledigt, die Idee ist umgesetzt.`,
      `The request ${request} is done, the idea has come true.`,
    );
  return undefined;
}

/**
 * What to say to somebody whose click came too late: what happened to the revision that the card was drawn for.
 * `undefined` when the click was for the present one: then it was a repetition.
 */
export function lateRemark(idea: Idea, revision: number | undefined): Text | undefined {
  if (revision === undefined || revision === revisionOf(idea)) return undefined;
  const since = idea.history.findLast(({ facts, act }) => facts?.visit === revision && act !== 'scored');
  if (!since) return movedOn;
  return {
    de: `Inzwischen ist etwas geschehen (${momentIn('de', since.at)}): ${sentenceOf(since, 'de')}`,
    en: `Something has happened meanwhile (${momentIn('en', since.at)}): ${sentenceOf(since, 'en')}`,
  };
}

const movedOn: Text = {
  de: 'Die Idee ist inzwischen weiter. Hier sehen Sie, wo sie jetzt steht.',
  en: 'The idea has moved on meanwhile. This is where it stands now.',
};

/** What to say to somebody who wants something of an idea that has ended; `undefined` while it has not. */
export function overRemark(idea: Idea): Text | undefined {
  if (!isOver(idea)) return undefined;
  const { duplicateOf, state } = idea;
  if (duplicateOf)
    return {
      de: `Diese Idee ist in ${duplicateOf} aufgegangen; hier lässt sich nichts mehr ändern. Soll sie wieder für sich stehen, kann sie die Stelle trennen, die sie prüft.`,
      en: `This idea has become part of ${duplicateOf}; nothing can be changed here any more. Whoever reviews it can separate it again.`,
    };
  return {
    de: `Diese Idee ist beendet (${stateWords[state].de}); daran lässt sich nichts mehr ändern.`,
    en: `This idea has ended (${stateWords[state].en}); nothing can be changed any more.`,
  };
}
