import { dayOf } from '../../core/day.ts';
import type { Reply } from '../../core/reply.ts';
import type { Language, Text } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import { isAngry } from '../../language/anger.ts';
import type { Asking } from './asking.ts';
import type { Finding } from './finding.ts';
import { gapKey, withoutPersonalData } from './gaps.ts';
import { choicesView } from './other-views.ts';
import { commandFor, lineFor, offerFor } from './own-matters.ts';
import type { AnswerRef, LineView, NoneView, SayView } from './views.ts';

/** What can be pressed for a function of Lotse; nothing for what has no command. */
export const sayFor = (label: string, language: Language): SayView | undefined => {
  const say = commandFor[label]?.[language];
  const title = offerFor[label]?.[language];
  return say === undefined || title === undefined ? undefined : { title, say };
};

const saysFor = (labels: readonly string[], language: Language): readonly SayView[] =>
  labels.flatMap((label) => sayFor(label, language) ?? []);

export function choicesReply(
  refs: readonly AnswerRef[],
  others: readonly string[],
  turn: Turn & { readonly text?: string },
  { current, ids, offer, partners }: Asking,
): Reply {
  const { language } = turn;
  const view = choicesView(refs, others, {
    directory: current(dayOf(turn.at)).directory,
    language,
    answerId: ids.next(),
    text: turn.text ?? '',
    offer,
    partners: partners(),
  });
  const summary = language === 'de' ? 'Was davon meinen Sie?' : 'Which of these do you mean?';
  return { card: 'directory/choices', data: view, summary, language, anywhere: true };
}

/** A line in the place of a card, with where to go on. */
export const lineCard = (
  line: string,
  language: Language,
  answerId: string,
  offers: readonly SayView[] = [],
): Reply => {
  const data: LineView = { roles: [], answerId, line, offers };
  return { card: 'directory/line', data, summary: line, language, anywhere: true };
};

/** "Nein", "ja", "Abbrechen" when nothing was asked. */
const isShortAnswer = /^\W*(?:nein|nö|ja|jo|jep|ok|okay|abbrechen|stop|stopp|yes|no|nope|cancel)\W*$/iu;
const nothingOpen: Text = {
  de: 'In Ordnung. Es ist nichts offen; ich habe nichts geändert.',
  en: 'All right. Nothing is pending, and I have changed nothing.',
};

export function lineReply(
  { language, actor, text }: Turn & { readonly text?: string },
  answerId: string,
  thanks: boolean,
): Reply {
  const name = actor.name ? `, ${actor.name}` : '';
  if (isShortAnswer.test(text ?? ''))
    return lineCard(nothingOpen[language], language, answerId, saysFor(firstOffers, language));
  const line = thanks
    ? { de: 'Gern geschehen. Fragen Sie jederzeit wieder.', en: 'You are welcome. Ask me again any time.' }
    : {
        de: `Guten Tag${name}! Fragen Sie mich, wer für IT und Digitalisierung zuständig ist.`,
        en: `Hello${name}! Ask me who is responsible for IT and digital matters.`,
      };
  return lineCard(line[language], language, answerId, thanks ? [] : saysFor(firstOffers, language));
}

const firstOffers = ['own:start-request', 'own:my-requests', 'own:help'];

/** What is answered with words: who Lotse is, what it stores, how long a request takes. */
export function ownLine(label: string, turn: Turn & { readonly text?: string }, answerId: string): Reply {
  const { language } = turn;
  if (label === 'own:smalltalk' && isAngry(turn.text ?? ''))
    return lineCard(sorry[language], language, answerId, saysFor(afterAnger, language));
  const known = lineFor[label] ?? lineFor['own:smalltalk'];
  return lineCard(known?.line[language] ?? '', language, answerId, saysFor(known?.offers ?? [], language));
}

/** Whoever is angry is not greeted. */
const afterAnger = ['own:start-request', 'own:my-requests', 'own:help'];
const sorry: Text = {
  de: 'Da konnte ich Ihnen nicht helfen, das tut mir leid. Sagen Sie mir in einem Satz, worum es geht, oder wählen Sie hier. Den User Support erreichen Sie über „Störung melden“.',
  en: 'I could not help you there, and I am sorry. Tell me in one sentence what it is about, or choose here. “Report an incident” takes you to user support.',
};

export const goneReply = (language: Language, answerId: string): Reply =>
  lineCard(gone[language], language, answerId);

const gone: Text = {
  de: 'Diese Rolle steht nicht mehr im Verzeichnis. Bitte fragen Sie noch einmal.',
  en: 'This role is no longer in the directory. Please ask again.',
};

/** "👍" and "???" ask nothing. */
export const wordlessReply = ({ language }: Turn, answerId: string): Reply =>
  lineCard(wordless[language], language, answerId, saysFor(firstOffers, language));

const wordless: Text = {
  de: 'Schreiben Sie mir Ihre Frage bitte in Worten, zum Beispiel „Wer ist mein IT-Beauftragter?“.',
  en: 'Please write your question in words, for example “Who is my IT officer?”.',
};

/** One of the honest noes, before and after the question was passed on. */
export function noneReply(
  no: { readonly understood: boolean; readonly question: string; readonly thanks?: string | undefined },
  { language }: Turn,
  answerId: string,
): Reply {
  const title = (no.understood ? notRegulated : notUnderstood)[language];
  const data: NoneView = {
    roles: [],
    answerId,
    title,
    text: no.understood ? undefined : sayOtherwise[language],
    question: withoutPersonalData(no.question),
    isAskable: no.thanks === undefined && gapKey(no.question) !== '',
    offers: no.understood ? examples[language] : saysFor(nearest, language),
    thanks: no.thanks,
  };
  return { card: 'directory/none', data, summary: title, language, anywhere: true };
}

const nearest = ['own:start-request', 'own:my-requests', 'own:chart', 'own:help'];

/** The matter of a body outside the role model: said, but never as the answer of the role model. */
export function partnerReply(
  { ids, asksDuty }: Extract<Finding, { kind: 'partner' }>,
  turn: Turn & { readonly text?: string },
  { partners, ids: newIds }: Asking,
): Reply {
  const { language } = turn;
  const named = ids.flatMap((id) => partners().find((partner) => partner.id === id) ?? []);
  const whose = named.map(({ name, matters }) => `${name[language]} (${matters[language]})`).join('; ');
  const data: NoneView = {
    roles: [],
    answerId: newIds.next(),
    title: notRegulated[language],
    text: (asksDuty ? dutyOf : matterOf)(whose)[language],
    question: withoutPersonalData(turn.text ?? ''),
    isAskable: gapKey(turn.text ?? '') !== '',
    offers: [],
    thanks: undefined,
  };
  return {
    card: 'directory/none',
    data,
    summary: `${notRegulated[language]} ${data.text}`,
    language,
    anywhere: true,
  };
}

const notRegulated: Text = {
  de: 'Das regelt das IT-Rollenmodell nicht.',
  en: 'The IT role model does not cover this.',
};
const notUnderstood: Text = {
  de: 'Das habe ich nicht verstanden.',
  en: 'I did not understand that.',
};
const sayOtherwise: Text = {
  de: 'Bitte sagen Sie es mit anderen Worten. Das kann ich für Sie tun:',
  en: 'Please put it in other words. This is what I can do for you:',
};
const matterOf = (whose: string): Text => ({
  de: `Das ist eine Sache für: ${whose}.`,
  en: `That is a matter of: ${whose}.`,
});
const dutyOf = (whose: string): Text => ({
  de: `Ob und wie diese Stelle zu beteiligen ist, sagt das Rollenmodell nicht. Fragen Sie dort nach: ${whose}.`,
  en: `Whether and how this body has to be involved is not said in the role model. Please ask there: ${whose}.`,
});

const asExamples = (texts: readonly string[]): readonly SayView[] =>
  texts.map((say) => ({ title: say, say }));

const examples: Readonly<Record<Language, readonly SayView[]>> = {
  de: asExamples([
    'Wer bewilligt einen EDV-Arbeitsplatz?',
    'Mein Drucker druckt nicht',
    'Wer ist mein IT-Beauftragter?',
  ]),
  en: asExamples([
    'Who approves a computer workplace?',
    'My printer does not print',
    'Who is my IT officer?',
  ]),
};
