import { labelOf } from '../../../../core/case-number.ts';
import type { Reply } from '../../../../core/reply.ts';
import { type Language, shortened, wordsIn } from '../../../../core/text.ts';
import { type Context, today } from '../../board/context.ts';
import { longDay, shortDay } from '../../board/words.ts';
import { mayRelease } from '../acts/minutes.ts';
import { type MinutesLinks, minutesButtons } from '../links.ts';
import { quorumText } from '../minutes/attendance.ts';
import { votesLine } from '../minutes/items.ts';
import { type Held, isDraft as isUnsent } from '../model.ts';
import { mayReadItem } from '../policy.ts';

/** Card `beirat/minutes`: the minutes as a member gets them, with the way to object. */
export type MinutesView = {
  readonly roles: readonly [];
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly remark?: string | undefined;
  readonly finding: string;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  readonly resolutions: readonly { readonly title: string; readonly text: string; readonly votes: string }[];
  readonly none?: string | undefined;
  readonly more?: string | undefined;
  /** Own objections with their answers. */
  readonly objections: readonly string[];
  /** Waits for this reader's yes. */
  readonly canRelease: boolean;
  readonly record: number;
  readonly canObject?: string | undefined;
  readonly typed: string;
};

const most = 8;

export function minutesReply(
  meeting: Held,
  party: string,
  context: Context,
  language: Language,
  { remark, typed = '' }: { readonly remark?: string | undefined; readonly typed?: string | undefined } = {},
): Reply {
  const say = wordsIn(language);
  const { plan, session, resolutions } = meeting;
  const until = session.objectionsUntil;
  const isPossible = meeting.state === 'held' && until !== undefined && today(context) <= until;
  const left = resolutions.length - most;
  const view: MinutesView = {
    roles: [],
    id: meeting.id,
    title: isUnsent(meeting)
      ? say(`Entwurf der Niederschrift ${labelOf(meeting)}`, `Draft of the minutes ${labelOf(meeting)}`)
      : say(`Niederschrift der Sitzung ${labelOf(meeting)}`, `Minutes of meeting ${labelOf(meeting)}`),
    subtitle: `${context.rules.name[language]} · ${longDay(plan.day, language)}`,
    remark,
    finding: quorumText(meeting, language),
    facts: [
      { title: say('Ort', 'Place'), value: plan.place },
      { title: say('Vorsitz', 'Chair'), value: session.chairedByName },
      { title: say('Schriftführung', 'Minute taker'), value: session.minutesByName },
    ],
    resolutions: resolutions
      .filter((one) => mayReadItem(meeting, one.item, party, context))
      .slice(0, most)
      .map((one) => ({
        title: `${say('Beschluss', 'Resolution')} ${one.number}`,
        text: shortened(one.wording, 300),
        votes: votesLine(meeting, one, language),
      })),
    none: resolutions.length === 0 ? say('Keine Beschlüsse.', 'No resolutions.') : undefined,
    more: left > 0 ? say(`… und ${left} weitere Beschlüsse`, `… and ${left} more resolutions`) : undefined,
    objections: ownObjections(meeting, party, language),
    canRelease: mayRelease(meeting, party, context),
    record: session.draft,
    canObject:
      isPossible && until
        ? say(
            `Einwendungen sind bis ${shortDay(until, language)} möglich. Ist alles richtig, müssen Sie nichts tun.`,
            `Objections are possible until ${shortDay(until, language)}. If everything is right, there is nothing you have to do.`,
          )
        : undefined,
    typed,
  };
  return { card: 'beirat/minutes', data: view, summary: `${view.title}, ${view.subtitle}`, language };
}

const ownObjections = ({ session }: Held, party: string, language: Language): readonly string[] => {
  const say = wordsIn(language);
  return session.objections
    .filter(({ by }) => by === party)
    .slice(-4)
    .map(
      ({ text, answer }) =>
        `${say('Ihre Einwendung', 'Your objection')}: ${shortened(text, 300)} – ${answer ? `${say('Behandlung', 'How it was dealt with')}: ${shortened(answer, 300)}` : say('wird geprüft', 'is being examined')}`,
    );
};

/** Card `beirat/minutes-links`: where the minutes can be read, as personal links. */
export function minutesLinksReply(
  meeting: Held,
  links: MinutesLinks,
  days: number,
  language: Language,
): Reply {
  const say = wordsIn(language);
  const isDraft = meeting.session.sentDraft !== meeting.session.draft;
  const title = isDraft
    ? say(`Entwurf der Niederschrift ${labelOf(meeting)}`, `Draft of the minutes ${labelOf(meeting)}`)
    : say(`Niederschrift ${labelOf(meeting)}`, `Minutes ${labelOf(meeting)}`);
  const text = say(
    `Diese Links gehören nur Ihnen und gelten ${days} Tage. Bitte geben Sie sie nicht weiter.`,
    `These links are yours only and work for ${days} days. Please do not pass them on.`,
  );
  const buttons = minutesButtons(links, language);
  return {
    card: 'beirat/minutes-links',
    data: {
      roles: [],
      id: meeting.id,
      title,
      text,
      // A row of buttons has room for five.
      links: buttons.slice(0, 3),
      lists: buttons.slice(3),
    },
    summary: title,
    language,
  };
}
