import { caseNotice } from '../../../../case/notice.ts';
import { dayIn } from '../../../../core/day.ts';
import type { Addressee, Letter, Notice, NoticeKind } from '../../../../core/notice.ts';
import { quoted, shortened, type Text, wordsIn } from '../../../../core/text.ts';
import { askedFor, bodyOf } from '../../board/answering.ts';
import { type Context, today } from '../../board/context.ts';
import { isOpen } from '../attendance.ts';
import type { MeetingDesk, Meetings } from '../desk.ts';
import { closedItem } from '../letters/texts.ts';
import { recommendationLink } from '../links.ts';
import type { Meeting, Resolution } from '../model.ts';
import { isKeeper, mayReadItem } from '../policy.ts';
import { answerState, isWaiting, type Recommendation, recommendationsIn } from '../recommendations.ts';
import { isTheirs, recommendationsReply } from '../views/recommendations.ts';
import { openResolutions, resolutionsReply } from '../views/resolutions.ts';
import { subjectOf } from './office.ts';

/*
 * What is said about what was resolved: to the body that a recommendation is for, and to office and chair. A mail never
 * says what is not public.
 */

const named = (meeting: Meeting, { facts }: Notice): Recommendation | undefined =>
  recommendationsIn([meeting]).find(({ number }) => number === facts?.number);

/** What a mail says of it. */
const inMail = (one: Recommendation, { language }: Addressee): string =>
  `${one.number}: ${one.isPublic ? one.wording : closedItem(one.n, language)}`;

/** How whoever answers goes on: on a page of their own, and in Teams if they have it. */
async function where(
  { links, directory }: AnswerDesk,
  one: Recommendation,
  to: Addressee,
  now: string,
): Promise<Pick<Letter, 'paragraphs' | 'links'>> {
  const t = wordsIn(to.language);
  const url = await recommendationLink(links, one, to, now);
  return {
    paragraphs: [
      ...(directory.person(to.id)?.teamsId ? [inTeams(one, to)] : []),
      t(
        'Sie können auf Ihrer persönlichen Seite antworten. Der Link gilt nur für Sie und nur für diese Empfehlung.',
        'You can answer on your personal page. The link is yours alone and for this recommendation only.',
      ),
    ],
    links: [{ title: t('Empfehlung lesen und antworten', 'Read the recommendation and answer'), url }],
  };
}

const inTeams = ({ number }: Pick<Resolution, 'number'>, { language }: Addressee): string =>
  wordsIn(language)(
    `Zum Antworten schreiben Sie Lotse in Microsoft Teams: ${number} aufgegriffen – oder: ${number} abgelehnt, weil …`,
    `To answer, write to Lotse in Microsoft Teams: ${number} taken up – or: ${number} rejected, because …`,
  );

type Wording = (one: Recommendation, to: Addressee, context: Context) => string | undefined;
type Hears = (meeting: Meeting, one: Recommendation, party: string, context: Context) => boolean;

/** @param goesOn what a mail says besides */
const aboutOne =
  (
    hears: Hears,
    goesOn: (
      one: Recommendation,
      to: Addressee,
      now: string,
    ) => Promise<Pick<Letter, 'paragraphs' | 'links'>>,
  ) =>
  (meetings: Meetings, kind: string, title: Text, repeatable: boolean, says: Wording): NoticeKind =>
    caseNotice(meetings, {
      kind,
      title,
      repeatable,
      subject: subjectOf,
      concerns(meeting, to, context, notice) {
        const one = named(meeting, notice);
        return (
          one !== undefined && hears(meeting, one, to.id, context) && says(one, to, context) !== undefined
        );
      },
      async say(meeting, to, context, notice) {
        const one = named(meeting, notice) as Recommendation;
        const remark = says(one, to, context) ?? '';
        const more = await goesOn(one, to, context.now);
        return {
          reply: recommendationsReply([one], to.id, context, to.language, { remark }),
          letter: { ...more, paragraphs: [remark, inMail(one, to), ...more.paragraphs] },
        };
      },
    });

const toBoard = aboutOne(
  (meeting, _one, party, context) => isKeeper(meeting, party, context),
  async () => ({ paragraphs: [] }),
);

/** What a letter with a personal page needs. */
type AnswerDesk = Pick<MeetingDesk, 'meetings' | 'links' | 'directory'>;

export function recommendationNotices(desk: AnswerDesk): readonly NoticeKind[] {
  const { meetings } = desk;
  const toBody = aboutOne(
    (_meeting, one, party, context) => isWaiting(one) && isTheirs(one, party, context),
    (one, to, now) => where(desk, one, to, now),
  );
  return [
    toBody(
      meetings,
      'beirat.recommendation',
      { de: 'Empfehlung des Digitalen Beirats', en: 'Recommendation of the Digital Advisory Board' },
      true,
      ({ dueDay = '' }, { language }) =>
        wordsIn(language)(
          `Der Digitale Beirat empfiehlt etwas. Bitte antworten Sie bis ${dayIn('de', dueDay)}: aufgegriffen, oder abgelehnt mit Grund.`,
          `The Digital Advisory Board recommends something. Please answer by ${dayIn('en', dueDay)}: taken up, or rejected with the reason.`,
        ),
    ),
    toBody(
      meetings,
      'beirat.recommendation-due',
      { de: 'Antwort auf eine Empfehlung fehlt', en: 'Answer to a recommendation is missing' },
      // It is said again two weeks later.
      false,
      ({ dueDay = '' }, { language }, context) =>
        dueDay < today(context)
          ? wordsIn(language)(
              `Diese Empfehlung ist ohne Antwort, erbeten war sie bis ${dayIn('de', dueDay)}. Geschäftsführung und Vorsitz des Beirats wissen davon.`,
              `This recommendation has no answer; it was asked for by ${dayIn('en', dueDay)}. Office and chair of the board know of it.`,
            )
          : wordsIn(language)(
              `Bitte beantworten Sie diese Empfehlung bis ${dayIn('de', dueDay)}.`,
              `Please answer this recommendation by ${dayIn('en', dueDay)}.`,
            ),
    ),
    toBoard(
      meetings,
      'beirat.recommendation-answered',
      { de: 'Antwort auf eine Empfehlung', en: 'Answer to a recommendation' },
      true,
      (one, to, context) => {
        if (!one.answer) return undefined;
        // The words of the answer stand on the card for whoever may read the item; a mail says how it stands.
        const state = answerState(one, today(context), to.language, !one.isPublic);
        return `${one.addressee.name[to.language]}: ${state}`;
      },
    ),
    toBoard(
      meetings,
      'beirat.recommendation-late',
      { de: 'Empfehlung ohne Antwort', en: 'Recommendation without an answer' },
      false,
      (one, { language }, context) => {
        if (!isWaiting(one)) return undefined;
        const name = one.addressee.name[language];
        const body = bodyOf(one.addressee.id, context.rules);
        const t = wordsIn(language);
        if (!body || askedFor(body, context, true).length === 0)
          return t(
            `Für diese Empfehlung (${name}) kann im Verzeichnis niemand antworten. Bitte lassen Sie 10.50 die Zuordnung prüfen.`,
            `The directory has nobody who could answer this recommendation (${name}). Please have 10.50 check the assignments.`,
          );
        if (!one.dueDay || one.dueDay >= today(context)) return undefined;
        return t(
          `${name} hat bis ${dayIn('de', one.dueDay)} nicht geantwortet. Erinnert wird weiter; der Punkt steht auf der nächsten Tagesordnung.`,
          `${name} has not answered by ${dayIn('en', one.dueDay)}. Reminders go on; it will be on the next agenda.`,
        );
      },
    ),
    caseNotice(meetings, {
      kind: 'beirat.resolution-due',
      title: { de: 'Beschluss ist fällig', en: 'Resolution is due' },
      repeatable: false,
      subject: subjectOf,
      concerns: (meeting, to, context, notice) =>
        isKeeper(meeting, to.id, context) && due(meeting, notice) !== undefined,
      async say(meeting, to, context, notice) {
        const one = due(meeting, notice) as Resolution;
        const { dueDay = '', owner } = one;
        const t = wordsIn(to.language);
        const mine = mayReadItem(meeting, one.item, to.id, context);
        const who = owner && mine ? t(` Zuständig: ${owner}.`, ` In charge: ${owner}.`) : '';
        const remark =
          dueDay < today(context)
            ? t(
                `Der Beschluss ${one.number} war bis ${dayIn('de', dueDay)} umzusetzen.${who}`,
                `Resolution ${one.number} was to be carried out by ${dayIn('en', dueDay)}.${who}`,
              )
            : t(
                `Der Beschluss ${one.number} ist bis ${dayIn('de', dueDay)} umzusetzen.${who}`,
                `Resolution ${one.number} is to be carried out by ${dayIn('en', dueDay)}.${who}`,
              );
        const shown = mine ? openResolutions([meeting]).filter(({ number }) => number === one.number) : [];
        const at = meeting.plan.items.findIndex(({ id }) => id === one.item);
        const isPublic = meeting.plan.items[at]?.public === true;
        return {
          reply: resolutionsReply(shown, to.language, { day: today(context), isOffice: true, remark }),
          letter: {
            paragraphs: [
              isPublic ? remark : remark.replace(who, ''),
              isPublic ? quoted(shortened(one.wording, 400), 'de') : closedItem(at + 1, to.language),
              t(
                `Ist er umgesetzt, schreiben Sie Lotse in Microsoft Teams: ${one.number} erledigt: was erreicht wurde`,
                `Once it is carried out, write to Lotse in Microsoft Teams: ${one.number} done: what was achieved`,
              ),
            ],
          },
        };
      },
    }),
  ];
}

const due = (meeting: Meeting, { facts }: Notice): Resolution | undefined =>
  meeting.resolutions.find((one) => one.number === facts?.number && isOpen(meeting, one));
