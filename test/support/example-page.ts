import type { SentFile } from '../../src/core/files/sent.ts';
import type { Block, Form, Page, PageRoute, Visit } from '../../src/core/ports/pages.ts';
import { Refusal } from '../../src/core/refusal.ts';

/** An invitation that is answered by a web page, with everything that pages can hold. */
export function createExamplePage() {
  const answers: { readonly member: string; readonly answer: string; readonly reason: string }[] = [];
  let looks = 0;
  const answer: PageRoute = {
    path: '/example/answer',
    async get(visit) {
      looks += 1;
      return invitationPage(visit);
    },
    async post(visit, form) {
      if (form.answer === 'crash') throw new Error('secret detail');
      if (form.answer === 'late') {
        throw new Refusal('too-late', { de: 'Die Frist ist vorbei.', en: 'The deadline has passed.' });
      }
      if (form.answer === 'no' && !form.reason) return { ...invitationPage(visit, form, true), status: 422 };
      const { member = '' } = visit.subject;
      if (!answers.some((given) => given.member === member && given.answer === form.answer)) {
        answers.push({ member, answer: form.answer ?? '', reason: form.reason ?? '' });
      }
      return donePage(visit, form);
    },
  };
  const list: PageRoute = {
    path: '/example/list',
    get: async () => ({
      fileName: 'Rückmeldungen.csv',
      type: 'text/csv; charset=utf-8',
      content: '\ufeffName;Größe\r\n',
    }),
  };
  const brought: { readonly title: string; readonly files: readonly SentFile[] }[] = [];
  const proposal = ({ language }: Visit, title?: string): Page => ({
    title: 'Vorschlag',
    language,
    body: [
      {
        kind: 'form',
        fields: [
          { kind: 'text', name: 'title', label: 'Thema', value: title },
          { kind: 'file', name: 'attached', label: 'Bild oder PDF', help: 'Bis 1 KB.' },
        ],
        buttons: [{ title: 'Senden' }],
      },
    ],
  });
  const files: PageRoute = {
    path: '/example/files',
    longestFile: 1000,
    get: async (visit) => proposal(visit),
    async post(visit, form, sent = []) {
      brought.push({ title: form.title ?? '', files: sent });
      return proposal(visit, form.title);
    },
  };
  return { routes: [answer, list, files], answers, brought, looks: () => looks };
}

const donePage = ({ language, subject }: Visit, { answer = '', reason = '' }: Form): Page => ({
  title: 'Ihre Antwort ist da',
  language,
  body: [
    {
      kind: 'note',
      tone: 'done',
      text: `Gespeichert: ${answer} von ${subject.member}. Sie können sie bis zum 25. Februar ändern.`,
    },
    { kind: 'facts', facts: [{ title: 'Ihre Nachricht', value: reason || 'keine' }] },
  ],
});

export const invitationPage = (
  { language }: Pick<Visit, 'language'>,
  form: Form = {},
  wrong = false,
): Page => ({
  title: 'Einladung: 1. Sitzung 2027 des Digitalen Beirats',
  language,
  body: [
    { kind: 'note', tone: 'hint', text: 'Bitte antworten Sie bis Donnerstag, 25. Februar 2027.' },
    {
      kind: 'facts',
      facts: [
        { title: 'Tag und Zeit', value: 'Donnerstag, 4. März 2027, 10:00 bis 12:30 Uhr' },
        { title: 'Ort', value: 'Rathaus, Zimmer 101\nund online' },
      ],
    },
    { kind: 'heading', text: 'Tagesordnung' },
    {
      kind: 'list',
      ordered: true,
      items: ['Begrüßung', 'Bericht des Digitallotsen', 'Förderprojekt\nBeschlussvorlage'],
    },
    { kind: 'links', links: [{ title: 'Beschlussvorlage (PDF)', url: 'https://example.org/vorlage.pdf' }] },
    {
      kind: 'table',
      caption: 'Frühere Sitzungen',
      head: ['Sitzung', 'Tag', 'Beschlüsse'],
      rows: [
        ['2026/2', '10.09.2026', '4'],
        ['2026/1', '05.03.2026', '2'],
      ],
    },
    { kind: 'heading', text: 'Ihre Antwort' },
    answerForm(form, wrong),
  ],
});

const answerForm = (form: Form, wrong: boolean): Block => ({
  kind: 'form',
  fields: [
    { kind: 'hidden', name: 'version', value: '3' },
    {
      kind: 'choice',
      name: 'answer',
      label: 'Nehmen Sie teil?',
      required: true,
      value: form.answer,
      options: [
        { value: 'there', title: 'Ja, vor Ort' },
        { value: 'online', title: 'Ja, online', help: 'Den Zugang finden Sie in der E-Mail.' },
        { value: 'no', title: 'Nein' },
      ],
    },
    {
      kind: 'choice',
      name: 'deputy',
      label: 'Wer vertritt Sie?',
      help: 'Nur wenn Sie absagen.',
      options: Array.from({ length: 8 }, (_, index) => ({
        value: `d${index}`,
        title: `Vertretung ${index + 1}`,
      })),
    },
    {
      kind: 'text',
      name: 'reason',
      label: 'Nachricht an die Geschäftsführung',
      help: 'Bei einer Absage bitte den Grund.',
      lines: 4,
      maxLength: 1000,
      value: form.reason,
      error: wrong ? 'Schreiben Sie bitte kurz, warum Sie absagen.' : undefined,
    },
    { kind: 'text', name: 'phone', label: 'Telefon für Rückfragen', value: form.phone },
    { kind: 'check', name: 'copy', label: 'Bestätigung per E-Mail schicken', value: form.copy },
  ],
  buttons: [{ title: 'Antwort senden' }, { title: 'Später entscheiden', name: 'answer', value: 'undecided' }],
});
