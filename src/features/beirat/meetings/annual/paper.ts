import { labelOf } from '../../../../core/case-number.ts';
import { dayIn } from '../../../../core/day.ts';
import type { Paper, PaperBlock, PaperSection } from '../../../../core/ports/papers.ts';
import type { Figures } from '../../../../core/ports/year-figures.ts';
import { type Language, wordsIn } from '../../../../core/text.ts';
import { type Context, today } from '../../board/context.ts';
import { quorumOfMeeting, seatsThere } from '../attendance.ts';
import { type Held, isHeld, type Meeting } from '../model.ts';
import { isWaiting, recommendationsIn } from '../recommendations.ts';
import { stateOf } from '../views/resolutions.ts';

/**
 * What the Beirat did in a year: sittings, quorum, what was resolved and what became of it. The report may be read by
 * everybody: no name, no figure on one person, and of what is not public only how much there was.
 */
export function annualReport(
  year: string,
  all: readonly Meeting[],
  others: readonly Figures[],
  context: Context,
  language: Language,
): Paper {
  const say = wordsIn(language);
  const name = context.rules.name[language];
  const title = say(`Jahresbericht ${year}`, `Annual report ${year}`);
  const of = all
    .filter(({ plan }) => plan.day.startsWith(year))
    .toSorted((a, b) => a.plan.day.localeCompare(b.plan.day));
  // What was never opened may still come, or has no record yet: it is not told as a sitting.
  const held = of.filter(isHeld);
  const last = today(context) < `${year}-12-31` ? today(context) : `${year}-12-31`;
  return {
    title: `${title} · ${name}`,
    subtitle: name,
    author: name,
    language,
    footer: `${title} · ${name}`,
    facts: [
      {
        title: say('Zeitraum', 'Period'),
        value: `${dayIn(language, `${year}-01-01`)} – ${dayIn(language, last)}`,
      },
      { title: say('Stand', 'As of'), value: dayIn(language, today(context)) },
    ],
    sections: [
      sittings(held, of, language),
      ...resolutions(held, today(context), language),
      recommendations(held, language),
      ...others.map((figures) => counts(figures, language)),
      {
        heading: say('Zu diesem Bericht', 'About this report'),
        blocks: [
          {
            kind: 'text',
            text: say(
              'Gezählt ist, was am Tag des Berichts gespeichert ist. Der Bericht nennt niemanden; was nicht öffentlich ist, steht nur als Anzahl darin.',
              'What is stored on the day of the report was counted. The report names nobody; of what is not public it gives the number only.',
            ),
          },
        ],
      },
    ],
  };
}

function sittings(held: readonly Held[], of: readonly Meeting[], language: Language): PaperSection {
  const say = wordsIn(language);
  const able = held.filter(({ session }) => session.hasQuorum).length;
  const off = of.filter(({ state, issue }) => state === 'cancelled' && issue > 0).length;
  const sent = held.filter(({ session }) => session.sentAt !== undefined).length;
  const sum = say(
    `Gehaltene Sitzungen: ${held.length}, davon zu Beginn beschlussfähig: ${able}. Nach der Einladung abgesagt: ${off}. Niederschriften versandt: ${sent} von ${held.length}.`,
    `Meetings held: ${held.length}, with a quorum at the beginning: ${able}. Called off after the invitation: ${off}. Minutes sent: ${sent} of ${held.length}.`,
  );
  const table: PaperBlock = {
    kind: 'table',
    caption: say('Sitzungen', 'Meetings'),
    head: [
      say('Sitzung', 'Meeting'),
      say('Tag', 'Day'),
      say('Stimmberechtigte Sitze anwesend (nötig)', 'Voting seats present (needed)'),
      say('Beschlussfähig zu Beginn', 'Quorum at the beginning'),
      say('Punkte, davon öffentlich', 'Items, of them public'),
      say('Beschlüsse gefasst', 'Put to the vote'),
    ],
    rows: held.map((meeting) => [
      labelOf(meeting),
      dayIn(language, meeting.plan.day),
      `${seatsThere(meeting.session.attendance)} (${quorumOfMeeting(meeting).needed})`,
      meeting.session.hasQuorum ? say('ja', 'yes') : say('nein', 'no'),
      `${meeting.plan.items.length}, ${meeting.plan.items.filter((item) => item.public).length}`,
      String(meeting.resolutions.length),
    ]),
  };
  return {
    heading: say('Sitzungen und Beschlussfähigkeit', 'Meetings and quorum'),
    blocks: [{ kind: 'text', text: sum }, ...(held.length > 0 ? [table] : [])],
  };
}

/** Of released minutes: a draft is nobody's report. */
function resolutions(held: readonly Held[], day: string, language: Language): readonly PaperSection[] {
  const say = wordsIn(language);
  const rows = held
    .filter(({ session }) => session.sentAt !== undefined)
    .flatMap((meeting) =>
      meeting.resolutions.map((one) => ({
        one,
        meeting,
        isPublic: meeting.plan.items.find(({ id }) => id === one.item)?.public === true,
      })),
    );
  const open = rows.filter(({ isPublic }) => isPublic);
  const closed = rows.length - open.length;
  const sum = say(
    `Beschlüsse aus versandten Niederschriften: ${rows.length}, davon nicht öffentlich: ${closed}.`,
    `Resolutions of minutes that were sent: ${rows.length}, of them not public: ${closed}.`,
  );
  const table: PaperBlock = {
    kind: 'table',
    caption: say('Öffentliche Beschlüsse', 'Public resolutions'),
    head: [say('Nummer', 'Number'), say('Wortlaut', 'Wording'), say('Was daraus wurde', 'What became of it')],
    rows: open.map(({ one, meeting }) => [
      one.number,
      one.wording,
      stateOf(meeting, one, language, day, true),
    ]),
  };
  return [
    {
      heading: say('Beschlüsse und was daraus wurde', 'Resolutions and what became of them'),
      blocks: [{ kind: 'text', text: sum }, ...(open.length > 0 ? [table] : [])],
    },
  ];
}

function recommendations(held: readonly Held[], language: Language): PaperSection {
  const say = wordsIn(language);
  const all = recommendationsIn(held);
  const taken = all.filter(({ answer }) => answer?.isTakenUp === true).length;
  const turned = all.filter(({ answer }) => answer?.isTakenUp === false).length;
  return counts(
    {
      title: { de: 'Empfehlungen an andere', en: 'Recommendations to others' },
      rows: [
        { label: { de: 'ausgesprochen', en: 'made' }, count: all.length },
        { label: { de: 'aufgegriffen', en: 'taken up' }, count: taken },
        { label: { de: 'abgelehnt', en: 'rejected' }, count: turned },
        {
          label: { de: 'noch ohne Antwort', en: 'without an answer yet' },
          count: all.filter(isWaiting).length,
        },
      ],
    },
    language,
    say('Empfehlungen', 'Recommendations'),
  );
}

function counts({ title, note, rows }: Figures, language: Language, caption = title[language]): PaperSection {
  const say = wordsIn(language);
  const table: PaperBlock = {
    kind: 'table',
    caption,
    head: [say('Was', 'What'), say('Anzahl', 'Number')],
    rows: rows.map(({ label, count }) => [label[language], String(count)]),
  };
  return {
    heading: title[language],
    blocks: [
      ...(note ? [{ kind: 'text' as const, text: note[language] }] : []),
      ...(rows.length > 0 ? [table] : []),
    ],
  };
}
