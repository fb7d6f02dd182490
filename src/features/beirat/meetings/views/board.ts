import { dayIn } from '../../../../core/day.ts';
import type { Reply } from '../../../../core/reply.ts';
import { type Language, wordsIn } from '../../../../core/text.ts';
import { type Context, today } from '../../board/context.ts';
import { composition, type Filled, type Member, seatless } from '../../board/members.ts';
import { quorumOf } from '../../board/quorum.ts';

/** Card `beirat/board`: the seats of the Beirat and who holds them. */
export type BoardView = {
  readonly roles: readonly ['digitaler-beirat'];
  readonly title: string;
  readonly summary: string;
  readonly seats: readonly {
    readonly title: string;
    readonly text: string;
    readonly isVacant: boolean;
    readonly isFilled: boolean;
  }[];
  readonly caution?: string | undefined;
};

export function boardReply(context: Context, language: Language): Reply {
  const t = wordsIn(language);
  const day = today(context);
  const seats = composition(context, day);
  const { of, needed } = quorumOf(seats, context.rules, false);
  const title = context.rules.name[language];
  const lost = seatless(context, day).map(({ name }) => name);
  const view: BoardView = {
    roles: ['digitaler-beirat'],
    title,
    summary: t(
      `${of} stimmberechtigte Sitze, beschlussfähig ab ${needed}. Wer auf welchem Sitz sitzt, steht im Verzeichnis (10.50).`,
      `${of} voting seats, quorum from ${needed}. Who holds which seat is kept in the directory (10.50).`,
    ),
    seats: seats.map((filled) => seatOf(filled, language)),
    caution:
      lost.length > 0
        ? t(
            `Ohne gültigen Sitz im Verzeichnis: ${lost.join(', ')}.`,
            `Without a valid seat in the directory: ${lost.join(', ')}.`,
          )
        : undefined,
  };
  return { card: 'beirat/board', data: view, summary: title, language };
}

function seatOf({ seat, holder, deputies }: Filled, language: Language): BoardView['seats'][number] {
  const t = wordsIn(language);
  const vote = seat.vote === 'voting' ? t('stimmberechtigt', 'voting') : t('beratend', 'advisory');
  const held = holder ? memberText(holder, language) : t('nicht besetzt', 'vacant');
  const stand = deputies.map((one) => memberText(one, language));
  const deputy = stand.length > 0 ? ` · ${t('Vertretung', 'Deputy')}: ${stand.join(', ')}` : '';
  return {
    title: `${seat.name[language]} · ${vote}`,
    text: `${held}${deputy}`,
    isVacant: holder === undefined,
    isFilled: holder !== undefined,
  };
}

/** "Werkleitung KGRZ (Teams), bis 30.06.2029" */
function memberText({ person, until, absentUntil }: Member, language: Language): string {
  const t = wordsIn(language);
  const way = person.teamsId ? 'Teams' : person.email ? 'E-Mail' : t('nicht erreichbar', 'not reachable');
  const term = until ? `, ${t('bis', 'until')} ${dayIn(language, until)}` : '';
  const absent = absentUntil ? `, ${t('abwesend bis', 'absent until')} ${dayIn(language, absentUntil)}` : '';
  return `${person.name} (${way})${term}${absent}`;
}
