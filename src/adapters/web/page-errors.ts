import type { Page } from '../../core/ports/pages.ts';
import type { Language, Text } from '../../core/text.ts';

type Words = { readonly status: number; readonly title: Text; readonly text: Text };

const closed: Readonly<Record<'unknown' | 'expired' | 'withdrawn', Words>> = {
  unknown: {
    status: 404,
    title: { de: 'Diesen Link gibt es nicht', en: 'This link does not exist' },
    text: {
      de: 'Vielleicht fehlt ein Stück davon: Öffnen Sie ihn bitte noch einmal aus der E-Mail, oder kopieren Sie ihn vollständig. Hilft das nicht, antworten Sie einfach auf die E-Mail.',
      en: 'Part of it may be missing: please open it from the email again, or copy all of it. If that does not help, just reply to the email.',
    },
  },
  expired: {
    status: 410,
    title: { de: 'Dieser Link ist abgelaufen', en: 'This link has expired' },
    text: {
      de: 'Hier kann nichts mehr beantwortet werden. Wenn Sie noch etwas mitteilen möchten, antworten Sie bitte auf die E-Mail, aus der Sie kommen.',
      en: 'Nothing can be answered here any more. If you still want to tell us something, please reply to the email that brought you here.',
    },
  },
  withdrawn: {
    status: 410,
    title: { de: 'Dieser Link gilt nicht mehr', en: 'This link is no longer valid' },
    text: {
      de: 'Er wurde zurückgezogen, zum Beispiel weil es eine neuere E-Mail dazu gibt. Öffnen Sie bitte den Link aus der neuesten E-Mail, oder antworten Sie auf sie.',
      en: 'It was withdrawn, for example because there is a more recent email. Please open the link of the latest email, or reply to it.',
    },
  },
};

const tooOften: Words = {
  status: 429,
  title: { de: 'Bitte einen Augenblick Geduld', en: 'One moment, please' },
  text: {
    de: 'Die Seite wurde sehr oft hintereinander geöffnet. Warten Sie bitte eine Minute und laden Sie sie dann neu. Es ist nichts verloren gegangen.',
    en: 'The page was opened very often in a row. Please wait a minute and reload it. Nothing has been lost.',
  },
};

const unreadable: Words = {
  status: 400,
  title: { de: 'Das konnte nicht gelesen werden', en: 'This could not be read' },
  text: {
    de: 'Ihre Angaben sind nicht angekommen oder zu lang. Gehen Sie bitte zurück, kürzen Sie den Text und senden Sie ihn noch einmal.',
    en: 'Your entries did not arrive or are too long. Please go back, shorten the text and send it again.',
  },
};

const broken = (id: string): Words => ({
  status: 500,
  title: { de: 'Da ist etwas schiefgegangen', en: 'Something went wrong' },
  text: {
    de: `Der Fehler liegt bei uns und ist notiert. Versuchen Sie es bitte gleich noch einmal. Bleibt es dabei, antworten Sie auf die E-Mail und nennen Sie die Fehlernummer ${id}.`,
    en: `The fault is ours and has been recorded. Please try again in a moment. If it happens again, reply to the email and mention the error number ${id}.`,
  },
});

const pageOf = ({ status, title, text }: Words, language: Language): Page => ({
  status,
  title: title[language],
  language,
  body: [{ kind: 'text', text: text[language] }],
});

export const closedPage = (why: keyof typeof closed, language: Language): Page =>
  pageOf(closed[why], language);
export const tooOftenPage = (language: Language): Page => pageOf(tooOften, language);
export const unreadablePage = (status: number, language: Language): Page =>
  pageOf({ ...unreadable, status }, language);
export const brokenPage = (errorId: string, language: Language): Page => pageOf(broken(errorId), language);
