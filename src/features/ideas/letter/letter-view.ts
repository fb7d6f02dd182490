import { dayIn } from '../../../core/day.ts';
import type { Addressee, Letter, Said } from '../../../core/notice.ts';
import { type Language, type Text, wordsIn } from '../../../core/text.ts';
import { lineOf } from '../lists.ts';
import type { Idea } from '../model.ts';
import type { Content } from './letter.ts';

/** Card `ideas/letter`. */
export type LetterView = {
  readonly roles: readonly [];
  readonly title: string;
  readonly intro: string;
  readonly sections: readonly {
    readonly title: string;
    readonly items: readonly { readonly id: string; readonly title: string; readonly text: string }[];
    readonly more?: string | undefined;
  }[];
};

const most = 6;

/** The weekly letter as a card and as a mail. */
export function letterSaid(content: Content, monday: string, { language }: Addressee): Said {
  const title = wordsIn(language)('Ideenbrief', 'Idea letter');
  const day = dayIn(language, monday);
  const sections = (['waiting', 'fresh', 'decided'] as const)
    .filter((name) => content[name].length > 0)
    .map((name) => sectionOf(titles[name], content[name], language));
  const intro = wordsIn(language)(`Die Woche bis zum ${day}`, `The week until ${day}`);
  const view: LetterView = { roles: [], title, intro, sections };
  const summary = `${title}: ${sections.map((one) => one.title).join(', ')}`;
  const reply = { card: 'ideas/letter', data: view, summary, language };
  return { reply, letter: mailOf(view, `${title} · ${day}`, language) };
}

function sectionOf(title: Text, ideas: readonly Idea[], language: Language): LetterView['sections'][number] {
  const left = ideas.length - most;
  return {
    title: title[language],
    items: ideas.slice(0, most).map((idea) => ({
      id: idea.id,
      title: `${idea.id} · ${idea.title}`,
      text: lineOf(idea, language),
    })),
    more: left > 0 ? furtherOnes(left)[language] : undefined,
  };
}

const titles: Readonly<Record<keyof Content, Text>> = {
  waiting: { de: 'Das wartet auf Sie', en: 'Waiting for you' },
  fresh: { de: 'Neue Ideen in Ihrem Feld', en: 'New ideas in your field' },
  decided: { de: 'Entscheidungen der Woche', en: 'Decisions of the week' },
};

const furtherOnes = (count: number): Text => ({
  de: `und ${count} weitere unter „Ideen“`,
  en: `and ${count} more under “Ideas”`,
});

const mailOf = ({ intro, sections }: LetterView, subject: string, language: Language): Letter => ({
  subject,
  paragraphs: [
    intro,
    ...sections.map(({ title, items, more }) =>
      [`${title}:`, ...items.map((item) => `${item.title}\n   ${item.text}`), ...(more ? [more] : [])].join(
        '\n',
      ),
    ),
    wordsIn(language)(
      'Abbestellen: Schreiben Sie Lotse in Microsoft Teams „Ideenbrief aus“.',
      'To unsubscribe, write “idea letter off” to Lotse in Microsoft Teams.',
    ),
  ],
});
