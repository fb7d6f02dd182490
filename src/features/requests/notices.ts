import type { FilesLink } from '../../case/files-page.ts';
import { caseNotice } from '../../case/notice.ts';
import type { HistoryEntry } from '../../core/history.ts';
import type { Addressee, Letter, Notice, NoticeKind } from '../../core/notice.ts';
import { type Language, quoted, type Text, wordsIn } from '../../core/text.ts';
import { earlierVote } from './decided.ts';
import type { NoticeName } from './flow.ts';
import { askedByText, named, readBy, sentenceOf, stateOf } from './labels.ts';
import { type Context, isEnded, openParts, partAt, type Request } from './model.ts';
import {
  afterwards,
  answeredWords,
  confirming,
  headlines,
  lookAgain,
  remind,
  toDo,
  vacant,
} from './notice-words.ts';
import { chosenPart, seenBy } from './parts.ts';
import { concernedBy, hasJoined, mayReopen, thingOf } from './reports/joining.ts';
import { capital, type Naming, namingOf } from './reports/naming.ts';
import { bodyOf, stepOf } from './route.ts';
import { cameBack, isReopened, withAnswer, withDoubt } from './said.ts';
import type { Requests } from './type.ts';
import { isDecision } from './types/model.ts';
import { changesWith } from './views/changes.ts';
import { factsOf } from './views/fields.ts';

/** What one kind of notice says; `undefined` when the request has moved on and there is nothing left to say. */
type Wording = (request: Request, notice: Notice, to: Addressee, context: Context) => string | undefined;

const ifWaiting =
  (text: (of: Naming, request: Request, to: Addressee) => Text): Wording =>
  (request, _notice, to) =>
    request.waitsFor.includes(to.id) ? text(namingOf(request), request, to)[to.language] : undefined;

const wordings: Readonly<
  Record<
    NoticeName,
    {
      readonly title: Text;
      /** What happened, where it can be said in a word or two; the title if not given. */
      readonly headline?: (request: Request, notice: Notice) => Text | undefined;
      readonly says: Wording;
      readonly repeatable: boolean;
    }
  >
> = {
  decide: {
    title: { de: 'Bitte um Bearbeitung', en: 'Action needed' },
    headline: (request, { recipient }) => {
      const { route, open, priority, report } = request;
      const step = route.find(({ id }) => id === open?.step);
      if (!step) return undefined;
      const back = cameBack(request);
      if (back && isDecision(step) && earlierVote(request, step.id)) return confirming;
      if (earlierVote(request, step.id) && !isReopened(request)) return lookAgain;
      if (back?.act === 'answered') return answeredWords;
      if (back?.act === 'changed' && isDecision(step)) return lookAgain;
      if (priority?.alarm) return priority.name;
      if (isReopened(request) && report)
        return { de: `Noch nicht ${report.done.de}`, en: `Not ${report.done.en} yet` };
      const { de, en } = toDo[step.duty];
      const parts = partsOf(request, recipient);
      return parts ? { de: `${de} (${parts.de})`, en: `${en} (${parts.en})` } : toDo[step.duty];
    },
    says: ifWaiting((of, request, to) => {
      if (isReopened(request)) return notYet(of);
      if (request.priority?.alarm) return atOnce;
      const text = withAnswer(waitsForYou(of, partsOf(request, to.id)), cameBack(request));
      return withDoubt(text, request);
    }),
    repeatable: true,
  },
  entered: {
    title: { de: 'Für Sie gestellt', en: 'Made for you' },
    says: (request, _notice, { language }) =>
      isEnded(request) ? undefined : enteredFor(request.requester.name)[language],
    repeatable: true,
  },
  changed: {
    title: { de: 'Geändert', en: 'Changed' },
    headline: (request, { recipient }) =>
      request.waitsFor.includes(recipient) ? (isWork(request) ? lookAgain : confirming) : undefined,
    says: (request, _notice, to) => changedText(request, to)[to.language],
    repeatable: true,
  },
  question: {
    title: { de: 'Rückfrage zu einem Antrag', en: 'Question about a request' },
    headline: (request) => {
      const { about } = namingOf(request);
      return { de: `Rückfrage zu ${about.de}`, en: `Question about ${about.en}` };
    },
    says: ifWaiting(() => ({
      de: 'Es gibt eine Rückfrage an Sie. Sobald Sie geantwortet haben, geht es weiter.',
      en: 'There is a question for you. It goes on as soon as you have answered.',
    })),
    repeatable: true,
  },
  reminder: {
    title: { de: 'Erinnerung', en: 'Reminder' },
    says: (request, notice, to) => reminderFor(request, Number(notice.facts?.stage), to.id)?.[to.language],
    repeatable: false,
  },
  news: {
    title: { de: 'Neues zu einem Antrag', en: 'News about a request' },
    headline: ({ history, report }, { facts }) => {
      const act = history[Number(facts?.entry) - 1]?.act ?? '';
      return act === 'carried-out' && report ? capital(report.done) : headlines[act];
    },
    says: (request, notice, to, context) => {
      const at = Number(notice.facts?.entry);
      // What came after it is told with it, in one card; one that is behind says nothing of its own.
      if (request.requester.id === to.id && laterNews(request, at).length > 0) return undefined;
      const told = [...earlierNews(request, at, to.id), request.history[at - 1]].flatMap((one) => one ?? []);
      return (
        told
          .toReversed()
          .map((entry) => saying(entry, request, to, context))
          .join(' ') || undefined
      );
    },
    repeatable: true,
  },
  informed: {
    title: { de: 'Zur Kenntnis', en: 'For your information' },
    says: (request, { facts }, { id, language }, { directory, partners }) => {
      const step = stepOf(request, String(facts?.step ?? ''));
      // A body without anybody in the directory is not told by telling 10.50.
      const body =
        step?.partner && !speaksFor(step.partner, id, partners) && bodyOf(step, { directory, partners });
      if (body) return passItOn(body)[language];
      return forInformation[language];
    },
    repeatable: true,
  },
  alarm: {
    title: { de: 'Ein Antrag kommt nicht weiter', en: 'A request does not move on' },
    headline: (request) => {
      const { a } = namingOf(request);
      return capital({ de: `${a.de} kommt nicht weiter`, en: `${a.en} does not move on` });
    },
    says: (request, notice, { language }) =>
      request.open && isStillOpen(request, notice)
        ? (notice.facts?.why === 'vacant' ? vacant : late(request))[language]
        : undefined,
    repeatable: true,
  },
  note: {
    title: { de: 'Hinweis an alle Betroffenen', en: 'Note to everybody affected' },
    headline: () => ({ de: 'Hinweis', en: 'Note' }),
    says: (request, { facts }, { id, language }) => {
      const note = request.notes?.[Number(facts?.note) - 1];
      if (!note || !concernedBy(request).includes(id)) return undefined;
      return `${note.byName}: ${quoted(note.text, language)}`;
    },
    repeatable: true,
  },
  'joined-news': {
    title: { de: 'Neues, das Sie auch betrifft', en: 'News that concerns you, too' },
    headline: (request) => stateOf(request),
    says: (request, _notice, { id, language }, { now }) =>
      hasJoined(request, id) && request.closedAt !== undefined
        ? overForThem(request, mayReopen(request, now))[language]
        : undefined,
    repeatable: true,
  },
};

const enteredFor = (name: string): Text => ({
  de: `${name} hat diesen Antrag für Sie gestellt. Wenn Sie ihn nicht möchten, können Sie auf der Karte des Antrags widersprechen.`,
  en: `${name} made this request for you. If you do not want it, you can object on the card of the request.`,
});

/** To whom the words of the first one are not shown: a notice about the thing, not about their title. */
const aboutThing: ReadonlySet<string> = new Set(['note', 'joined-news']);

const waitsForYou = ({ this: named }: Naming, parts: Text | undefined): Text =>
  capital({
    de: `${named.de} wartet auf Sie${parts ? `: ${parts.de}` : ''}.`,
    en: `${named.en} is waiting for you${parts ? `: ${parts.en}` : ''}.`,
  });
/** What of several parts somebody has been asked for, in words. */
function partsOf(request: Request, party: string): Text | undefined {
  const names = openParts(request).flatMap(({ step, asked }) => {
    const name = asked.includes(party) ? stepOf(request, step)?.name : undefined;
    return name ? [name] : [];
  });
  return names.length > 0
    ? { de: names.map(({ de }) => de).join(', '), en: names.map(({ en }) => en).join(', ') }
    : undefined;
}
const notYet = ({ the, done }: Naming): Text => ({
  de: `Bei jemandem ist ${the.de} noch nicht ${done.de}. Bitte sehen Sie noch einmal nach.`,
  en: `For somebody ${the.en} is not ${done.en} yet. Please look into it again.`,
});
const atOnce: Text = {
  de: 'Bitte kümmern Sie sich sofort darum.',
  en: 'Please see to it at once.',
};

function overForThem(request: Request, isOpenToSay: boolean): Text {
  const { the, done } = namingOf(request);
  const said =
    request.state === 'done'
      ? { de: `${the.de} ist ${done.de}.`, en: `${the.en} is ${done.en}.` }
      : { de: `${the.de} wurde zurückgezogen.`, en: `${the.en} was withdrawn.` };
  const ask = isOpenToSay
    ? {
        de: ' Wenn das bei Ihnen anders ist, sagen Sie es bitte hier.',
        en: ' If it is different for you, please say so here.',
      }
    : { de: '', en: '' };
  return capital({ de: said.de + ask.de, en: said.en + ask.en });
}

const forInformation: Text = {
  de: 'Zur Kenntnis: Sie müssen nichts tun.',
  en: 'For your information: there is nothing you have to do.',
};
const passItOn = (body: Text): Text => ({
  de: `Bitte leiten Sie diesen Antrag weiter, zur Kenntnis: ${body.de}.`,
  en: `Please pass this request on, for information: ${body.en}.`,
});

const speaksFor = (partner: string, party: string, partners: Context['partners']): boolean =>
  partners?.some(({ id, people }) => id === partner && people?.includes(party)) === true;

function saying(
  entry: HistoryEntry,
  request: Request,
  { id, language }: Addressee,
  context: Context,
): string {
  const { types, directory } = context;
  const read = readBy(entry, request, id, language) ?? entry;
  const type = types.find((one) => one.id === request.type);
  const put = entry.act === 'corrected' ? changesWith(entry, request, type, directory, language) : [];
  const sentence = sentenceOf(read, language, named(request, context));
  if (!read.note) return `${sentence}${put.map((line) => ` ${line}.`).join('')}`;
  const note = quoted(read.note, language);
  return put.length > 0
    ? `${sentence}${put.map((line) => ` ${line}.`).join('')} ${note}`
    : `${sentence.replace(/\.$/u, '')}: ${note}`;
}

/** Entries that are news in themselves and that the requester is told of, behind one. */
const laterNews = ({ history, requester }: Request, at: number): readonly HistoryEntry[] =>
  history.slice(at).filter(({ act, by }) => act in headlines && by !== requester.id);

const minutesTogether = 10;

/** What happened within minutes before it and was therefore not told by itself. */
function earlierNews({ history, requester }: Request, at: number, to: string): readonly HistoryEntry[] {
  const entry = history[at - 1];
  if (!entry || requester.id !== to) return [];
  const since = new Date(Date.parse(entry.at) - minutesTogether * 60_000).toISOString();
  return history.slice(0, at - 1).filter((one) => one.at >= since && one.act in headlines && one.by !== to);
}

/** Told to everybody who had spoken, whatever becomes of it: their word is not for what is there now. */
function changedText(request: Request, { id }: Addressee): Text {
  if (request.waitsFor.includes(id)) return isWork(request) ? afterwards.work : afterwards.here;
  return request.comesBackTo?.includes(id) ? afterwards.later : afterwards.gone;
}

const isWork = (request: Request): boolean => stepOf(request, request.open?.step)?.duty === 'do';

/** Whoever has nothing to do with it any more is not reminded. */
function reminderFor(request: Request, stage: number, party: string): Text | undefined {
  if (request.question?.by === party) return remind.unanswered;
  if (!request.waitsFor.includes(party)) return undefined;
  if (request.state === 'returned') return remind.answer;
  return stage >= 2 ? remind.again : remind.first;
}

/** What a notice about a step says is over when the step is. */
const isStillOpen = (request: Request, { facts }: Notice): boolean =>
  facts?.step === undefined || partAt(request, String(facts.step)) !== undefined;

/** Work is nothing to decide: 10.50 can give it to somebody else. */
function late({ route, open }: Request): Text {
  const step = route.find(({ id }) => id === open?.step);
  const orDecide = step && isDecision(step);
  return {
    de: `Das ist trotz Erinnerungen überfällig. Sie können jemanden beauftragen${orDecide ? ' oder selbst entscheiden' : ''} („Eingreifen“).`,
    en: `This is overdue in spite of reminders. You can put somebody in charge${orDecide ? ' or decide yourself' : ''} (“Intervene”).`,
  };
}

/** What requests say by way of the outbox. */
export const requestNotices = (requests: Requests, fileLink?: FilesLink): readonly NoticeKind[] =>
  Object.entries(wordings).map(([name, { title, headline, says, repeatable }]) => {
    /** At the part that it is about, or the one of whoever gets it. */
    const seenIn = (request: Request, { recipient, facts }: Notice): Request => {
      const part = partAt(request, String(facts?.step ?? ''));
      return (
        (part && chosenPart(request, part.visit)) ??
        seenBy(request, recipient, requests.contextAt(request.changedAt))
      );
    };
    const thingIn = (request: Request, language: Language): string => {
      const { types, directory } = requests.contextAt(request.changedAt);
      return thingOf(
        request,
        types.find(({ id }) => id === request.type),
        directory,
        language,
      );
    };
    return caseNotice(requests, {
      kind: `requests.${name}`,
      title,
      repeatable,
      subject: (words, request, language, notice) => {
        const what = aboutThing.has(name) ? thingIn(request, language) : request.title;
        return `${headline?.(seenIn(request, notice), notice)?.[language] ?? words}: ${request.id} ${what}`;
      },
      concerns: (request, to, context, notice) =>
        says(seenIn(request, notice), notice, to, context) !== undefined,
      async say(request, to, context, notice) {
        const remark = says(seenIn(request, notice), notice, to, context) ?? '';
        const reply = await requests.draw(request, to, context, { as: 'brief', remark });
        const letter = aboutThing.has(name)
          ? letterToAll(request, remark, thingIn(request, to.language), to.language)
          : letterOf(request, remark, to, context);
        if (!fileLink || aboutThing.has(name)) return { reply, letter };
        return { reply, letter: { ...letter, lateLink: () => fileLink(request.id, to, context.now) } };
      },
    });
  });

/** Nothing of what the first one wrote. */
const letterToAll = (
  request: Request,
  remark: string,
  thing: string,
  language: Language,
): Omit<Letter, 'subject'> => ({
  paragraphs: [
    remark,
    `${request.id} · ${thing}\n${stateOf(request)[language]}`,
    wordsIn(language)(
      `Wenn Sie antworten möchten, schreiben Sie Lotse in Microsoft Teams: ${request.id}`,
      `To answer, write to Lotse in Microsoft Teams: ${request.id}`,
    ),
  ],
});

function letterOf(
  request: Request,
  remark: string,
  { language }: Addressee,
  { directory, types }: Context,
): Omit<Letter, 'subject'> {
  const t = wordsIn(language);
  const type = types.find(({ id }) => id === request.type);
  const facts = factsOf(request.fields, type, directory, language);
  const unit = directory.unitLabel(request.unit, language);
  const { question } = request;
  return {
    paragraphs: [
      remark,
      ...(question ? [`${question.byName}: ${quoted(question.text, language)}`] : []),
      `${request.id} · ${request.title}\n${askedByText(request, language)}, ${unit}\n${stateOf(request)[language]}`,
      facts.map(({ title, value }) => `${title.replace(/\?$/, '')}: ${value}`).join('\n'),
      t(
        `Zum Antworten und Entscheiden schreiben Sie Lotse in Microsoft Teams: ${request.id}`,
        `To answer or decide, write to Lotse in Microsoft Teams: ${request.id}`,
      ),
    ],
  };
}
