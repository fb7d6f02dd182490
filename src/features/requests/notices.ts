import { caseNotice } from '../../case/notice.ts';
import type { Addressee, Letter, Notice, NoticeKind } from '../../core/notice.ts';
import { quoted, type Text, wordsIn } from '../../core/text.ts';
import type { NoticeName } from './flow.ts';
import { sentenceOf, stateWords } from './labels.ts';
import type { Context, Request } from './model.ts';
import type { Requests } from './type.ts';
import { factsOf } from './views/fields.ts';

/** What one kind of notice says; `undefined` when the request has moved on and there is nothing left to say. */
type Wording = (request: Request, notice: Notice, to: Addressee) => string | undefined;

const inLanguage =
  (text: Text): Wording =>
  (_request, _notice, { language }) =>
    text[language];

const ifWaiting =
  (text: Text): Wording =>
  (request, notice, to) =>
    request.waitsFor.includes(to.id) ? inLanguage(text)(request, notice, to) : undefined;

const wordings: Readonly<
  Record<NoticeName, { readonly title: Text; readonly says: Wording; readonly repeatable: boolean }>
> = {
  decide: {
    title: { de: 'Bitte um Bearbeitung', en: 'Something to be dealt with' },
    says: ifWaiting({ de: 'Dieser Antrag wartet auf Sie.', en: 'This request waits for you.' }),
    repeatable: true,
  },
  question: {
    title: { de: 'Rückfrage zu einem Antrag', en: 'Question about a request' },
    says: ifWaiting({
      de: 'Zu Ihrem Antrag gibt es eine Rückfrage. Er geht weiter, sobald Sie geantwortet haben.',
      en: 'There is a question about your request. It goes on as soon as you have answered.',
    }),
    repeatable: true,
  },
  reminder: {
    title: { de: 'Erinnerung an einen Antrag', en: 'Reminder of a request' },
    says: (request, notice, to) => reminderFor(request, Number(notice.facts?.stage), to.id)?.[to.language],
    repeatable: false,
  },
  news: {
    title: { de: 'Neues zu einem Antrag', en: 'News about a request' },
    says: (request, notice, { language }) => {
      const entry = request.history[Number(notice.facts?.entry) - 1];
      if (!entry) return undefined;
      const note = entry.note ? ` ${quoted(entry.note, language)}` : '';
      return `${sentenceOf(entry, language)}${note}`;
    },
    repeatable: true,
  },
  informed: {
    title: { de: 'Antrag zur Kenntnis', en: 'Request for your information' },
    says: inLanguage({
      de: 'Zur Kenntnis: Sie müssen nichts tun.',
      en: 'For your information: there is nothing you have to do.',
    }),
    repeatable: true,
  },
  alarm: {
    title: { de: 'Ein Antrag kommt nicht weiter', en: 'A request does not move on' },
    says: (request, notice, { language }) =>
      request.open ? (notice.facts?.why === 'vacant' ? vacant : late)[language] : undefined,
    repeatable: true,
  },
};

/** Whoever has nothing to do with it any more is not reminded. */
function reminderFor(request: Request, stage: number, party: string): Text | undefined {
  if (request.question?.by === party) return remind.unanswered;
  if (!request.waitsFor.includes(party)) return undefined;
  if (request.state === 'returned') return remind.answer;
  return stage >= 2 ? remind.again : remind.first;
}

const remind = {
  answer: {
    de: 'Erinnerung: Zu diesem Antrag fehlt noch Ihre Antwort auf eine Rückfrage. Ohne sie geht er nicht weiter.',
    en: 'Reminder: your answer to a question about this request is still missing. It cannot go on without it.',
  },
  unanswered: {
    de: 'Auf Ihre Rückfrage ist bisher keine Antwort gekommen; die antragstellende Person wurde erinnert.',
    en: 'Your question has not been answered so far; the person who made the request has been reminded.',
  },
  first: {
    de: 'Erinnerung: Die Frist für diesen Antrag ist vorbei. Bitte kümmern Sie sich darum.',
    en: 'Reminder: this request is overdue. Please see to it.',
  },
  again: {
    de: 'Erneute Erinnerung: Dieser Antrag wartet schon länger. Die Vertretung oder die nächsthöhere Rolle ist jetzt auch gefragt.',
    en: 'Reminder: this request has been waiting for long. The deputy or the role above has been asked as well.',
  },
};
const vacant = {
  de: 'Für diesen Schritt ist im Verzeichnis niemand da, der die Rolle innehat oder vertritt. Es handelt die nächsthöhere Rolle. Bitte prüfen Sie die Zuordnung.',
  en: 'The directory has nobody who holds the role of this step or deputises for it. The role above acts. Please check the assignment.',
};
const late = {
  de: 'Dieser Antrag ist trotz Erinnerungen überfällig. Sie können jemanden beauftragen oder selbst entscheiden („Eingreifen“).',
  en: 'This request is overdue in spite of reminders. You can put somebody in charge or decide yourself (“Intervene”).',
};

/** What requests say by way of the outbox. */
export const requestNotices = (requests: Requests): readonly NoticeKind[] =>
  Object.entries(wordings).map(([name, { title, says, repeatable }]) =>
    caseNotice(requests, {
      kind: `requests.${name}`,
      title,
      repeatable,
      subject: (words, { id, title: of }) => `${words}: ${id} ${of}`,
      concerns: (request, to, _context, notice) => says(request, notice, to) !== undefined,
      async say(request, to, context, notice) {
        const remark = says(request, notice, to) ?? '';
        const reply = await requests.draw(request, to, context, { remark });
        return { reply, letter: letterOf(request, remark, to, context) };
      },
    }),
  );

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
      `${request.id} · ${request.title}\n${request.requester.name}, ${unit}\n${stateWords[request.state][language]}`,
      facts.map(({ title, value }) => `${title}: ${value}`).join('\n'),
      t(
        `Zum Antworten und Entscheiden schreiben Sie Lotse in Microsoft Teams: ${request.id}`,
        `To answer or decide, write to Lotse in Microsoft Teams: ${request.id}`,
      ),
    ],
  };
}
