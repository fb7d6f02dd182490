import { labelOf } from '../../../../core/case-number.ts';
import { dayOf } from '../../../../core/day.ts';
import type { HistoryEntry } from '../../../../core/history.ts';
import { type Language, type Text, wordsIn } from '../../../../core/text.ts';
import { type Context, today } from '../../board/context.ts';
import { composition } from '../../board/members.ts';
import { noticePeriod } from '../../board/notice-period.ts';
import { quorumOf } from '../../board/quorum.ts';
import { longDay, shortDay } from '../../board/words.ts';
import { timesOf } from '../labels.ts';
import type { Invitee, Item, Meeting } from '../model.ts';
import { supplementText } from '../supplements.ts';
import { toFindSentence } from '../urgency.ts';
import { itemDetail } from '../views/agenda.ts';

/** Sentences that cards, letters and pages share. */

/** "1. Sitzung 2026 des Digitalen Beirats" */
export function meetingName({ id }: Pick<Meeting, 'id'>, language: Language): string {
  const [, year = '', number = ''] = /^B-(\d+)-(\d+)$/.exec(id) ?? [];
  return wordsIn(language)(
    `${number}. Sitzung ${year} des Digitalen Beirats`,
    `Meeting ${number}/${year} of the Digital Advisory Board`,
  );
}

/** What it is to this member now: the word that headings and subjects begin with. */
export function headingOf(meeting: Meeting, one: Invitee | undefined, language: Language): string {
  if (one?.releasedAt) return headings.released[language];
  if (meeting.state === 'cancelled' || meeting.state === 'postponed')
    return headings[meeting.state][language];
  return headings[changesFor(meeting, one).length > 0 ? 'changed' : 'invited'][language];
}

const headings: Readonly<Record<'released' | 'cancelled' | 'postponed' | 'changed' | 'invited', Text>> = {
  released: { de: 'Nicht mehr nötig', en: 'No longer needed' },
  cancelled: { de: 'Abgesagt', en: 'Cancelled' },
  postponed: { de: 'Verschoben', en: 'Postponed' },
  changed: { de: 'Geänderte Einladung', en: 'Changed invitation' },
  invited: { de: 'Einladung', en: 'Invitation' },
};

/** For whom a deputy steps in, or why nobody needs to any more. */
export function introOf({ invitees }: Meeting, one: Invitee, language: Language): readonly string[] {
  const isGerman = language === 'de';
  const t = wordsIn(language);
  const member = one.for && invitees.find(({ party }) => party === one.for)?.name;
  if (!one.releasedAt) {
    if (!member) return [];
    return [
      t(
        `Sie sind als Vertretung eingeladen: ${member} kann nicht teilnehmen.`,
        `You are invited as deputy: ${member} cannot take part.`,
      ),
    ];
  }
  if (one.as === 'deputy')
    return [
      isGerman
        ? `Ihre Vertretung${member ? ` für ${member}` : ''} wird nicht mehr gebraucht. Danke für Ihre Bereitschaft.`
        : `You need not deputise${member ? ` for ${member}` : ''} any more. Thank you for being ready to.`,
    ];
  return [
    t(
      'Sie haben im Digitalen Beirat keinen Sitz mehr; die Einladung gilt deshalb nicht mehr.',
      'You have no seat in the Digital Advisory Board any more, so the invitation no longer applies.',
    ),
  ];
}

const changeActs = ['moved', 'relocated', 'amended', 'postponed', 'cancelled'];

/** What has changed since a member was invited, the newest first. */
export function changesFor({ history }: Meeting, one: Invitee | undefined): readonly HistoryEntry[] {
  if (!one) return [];
  const joined =
    history.findLast(({ act, facts }) => joinActs.includes(act) && facts?.who === one.party) ??
    history.find(({ act }) => act === 'invited');
  return history.filter(({ act, n }) => changeActs.includes(act) && n > (joined?.n ?? 0)).reverse();
}

const joinActs = ['joined', 'deputy-invited'];

/** What changed and why. */
export function changeSentence(meeting: Meeting, entry: HistoryEntry, language: Language): string {
  const what = (language === 'de' ? germanChange : englishChange)(entry, meeting);
  const why = entry.note ? wordsIn(language)(` Grund: ${entry.note}`, ` Reason: ${entry.note}`) : '';
  return `${what}${why}`;
}

function germanChange(entry: HistoryEntry, meeting: Meeting): string {
  const { facts = {}, act } = entry;
  switch (act) {
    case 'moved':
      return `Neuer Termin: ${dayAndTime(`${facts.day} ${facts.time}`, 'de')} statt ${dayAndTime(String(facts.before), 'de')}.`;
    case 'relocated':
      return `Neuer Ort oder Zugang: ${facts.place}.`;
    case 'amended':
      return ['Die Tagesordnung ist ergänzt.', supplementText(entry, meeting, 'de')]
        .filter(Boolean)
        .join(' ');
    case 'postponed':
      return `Der Termin am ${dayAndTime(dateTaken(meeting, entry), 'de')} ist aufgehoben, ein neuer folgt.`;
    default:
      return `Die Sitzung am ${dayAndTime(dateTaken(meeting, entry), 'de')} fällt aus.`;
  }
}

function englishChange(entry: HistoryEntry, meeting: Meeting): string {
  const { facts = {}, act } = entry;
  switch (act) {
    case 'moved':
      return `New date: ${dayAndTime(`${facts.day} ${facts.time}`, 'en')} instead of ${dayAndTime(String(facts.before), 'en')}.`;
    case 'relocated':
      return `New place or access: ${facts.place}.`;
    case 'amended':
      return ['The agenda has been supplemented.', supplementText(entry, meeting, 'en')]
        .filter(Boolean)
        .join(' ');
    case 'postponed':
      return `The date ${dayAndTime(dateTaken(meeting, entry), 'en')} is off, a new one will follow.`;
    default:
      return `The meeting on ${dayAndTime(dateTaken(meeting, entry), 'en')} will not take place.`;
  }
}

/** "2026-12-10 14:00" → "Donnerstag, 10. Dezember 2026, 14:00 Uhr" */
export function dayAndTime(written: string, language: Language): string {
  const [day = '', time = ''] = written.split(' ');
  return `${longDay(day, language)}, ${time}${wordsIn(language)(' Uhr', '')}`;
}

/** The date that an entry took back, "2026-12-10 14:00": what the plan said then. */
export function dateTaken({ history, plan }: Meeting, { n, act }: Pick<HistoryEntry, 'n' | 'act'>): string {
  const next =
    act === 'postponed' ? history.find((entry) => entry.n > n && entry.act === 'moved') : undefined;
  return typeof next?.facts?.before === 'string' ? next.facts.before : `${plan.day} ${plan.time}`;
}

/** What an invitation must state: a shortened notice with its reason, the lower quorum of a second meeting. */
export function statements(meeting: Meeting, context: Context, language: Language): readonly string[] {
  if (meeting.state === 'cancelled' || meeting.state === 'postponed') return [];
  return [
    ...urgencyStatement(meeting, context, language),
    ...toFindSentence(meeting, context, language),
    ...secondStatement(meeting, context, language),
  ];
}

/** § 34 (3) GemO: the shortening must be stated in the invitation. */
function urgencyStatement(meeting: Meeting, context: Context, language: Language): readonly string[] {
  const { plan, history } = meeting;
  const sent = history.findLast(({ act }) => act === 'invited' || act === 'moved');
  const sentDay = sent ? dayOf(sent.at) : today(context);
  const { isKept, asked } = noticePeriod(plan.day, sentDay, context.rules, context.holidays);
  if (!plan.urgency || isKept) return [];
  return [
    wordsIn(language)(
      `Verkürzte Ladungsfrist: Zwischen Einladung und Sitzung liegen weniger als ${asked} volle Kalendertage, weil die Angelegenheit dringlich ist. Begründung: ${plan.urgency}`,
      `Shortened notice: fewer than ${asked} full calendar days lie between invitation and meeting because the matter is urgent. Reason: ${plan.urgency}`,
    ),
  ];
}

/** § 39 (1) GemO: the invitation to a second meeting must say expressly how many are enough, and for what. */
function secondStatement(meeting: Meeting, context: Context, language: Language): readonly string[] {
  const { secondOf, quorum } = meeting;
  if (!secondOf) return [];
  const first = labelOf({ id: secondOf });
  const t = wordsIn(language);
  const again = meeting.plan.items.flatMap(({ repeats }, at) => (repeats ? [at + 1] : []));
  // Invited to by an earlier version, which had one quorum for everything.
  if (again.length === 0)
    return quorum && quorum.second === undefined && quorum.needed <= context.rules.quorum.second
      ? [
          t(
            `Ausdrücklicher Hinweis: Die Sitzung ${first} war nicht beschlussfähig. Diese zweite Sitzung zu denselben Punkten ist beschlussfähig mit ${quorum.needed} anwesenden stimmberechtigten Mitgliedern.`,
            `Express notice: meeting ${first} had no quorum. This second meeting on the same items has a quorum with ${quorum.needed} voting members present.`,
          ),
        ]
      : [];
  const { needed, second } = quorum ?? quorumOf(composition(context, today(context)), context.rules, true);
  const items = again.map((n) => `${t('TOP', 'item')} ${n}`).join(', ');
  const more = meeting.plan.items.length > again.length;
  return [
    t(
      `Ausdrücklicher Hinweis (§ 39 Abs. 1 GemO): Zu ${items} laden wir zum zweiten Mal ein, weil die Sitzung ${first} dazu nicht beschlussfähig war. Dazu ist der Beirat mit ${second ?? needed} anwesenden stimmberechtigten Mitgliedern beschlussfähig${more ? `, zu allen anderen Punkten mit ${needed}` : ''}.`,
      `Express notice (§ 39 (1) GemO): we invite a second time to ${items}, because meeting ${first} had no quorum for it. For that ${second ?? needed} voting members present are a quorum${more ? `, for all other items ${needed}` : ''}.`,
    ),
  ];
}

/** Day, time and place as letters and pages state them. */
export function whenAndWhere(meeting: Meeting, language: Language) {
  const { plan, state } = meeting;
  const t = wordsIn(language);
  const date = `${longDay(plan.day, language)}, ${timesOf(meeting, language)}`;
  const isOff = state === 'postponed';
  return [
    {
      title: t('Wann', 'When'),
      value: isOff ? `${t('noch offen, bisher', 'still open, so far')} ${date}` : date,
    },
    { title: t('Wo', 'Where'), value: plan.place },
    ...(plan.onlineUrl && !isOff ? [{ title: 'Online', value: plan.onlineUrl }] : []),
  ];
}

/** Until when an answer is asked for; nothing while there is no date to answer to. */
export const replyByFact = ({ plan, state }: Meeting, language: Language) =>
  state === 'postponed'
    ? []
    : [{ title: wordsIn(language)('Antwort bis', 'Answer by'), value: shortDay(plan.replyBy, language) }];

/** One item with its details and what it is about, on lines of its own; without its number. */
export const itemLines = (item: Item, language: Language): string =>
  [item.title, itemDetail(item, language), ...(item.text ? [item.text] : [])].join('\n');

/** "TOP 4 (nicht öffentlich)": all that leaves the safe ways of an item that is not public. */
export const closedItem = (n: number, language: Language): string =>
  wordsIn(language)(`TOP ${n} (nicht öffentlich)`, `Item ${n} (not public)`);

/**
 * The agenda of a letter, a paragraph for each item. Mails and calendars are read by others than members: what is not
 * public stands on the personal page only.
 */
export const agendaParagraphs = ({ plan }: Meeting, language: Language): readonly string[] => [
  `${wordsIn(language)('Tagesordnung', 'Agenda')}:`,
  ...plan.items.map((item, at) =>
    item.public ? `${at + 1}. ${itemLines(item, language)}` : closedItem(at + 1, language),
  ),
];

/** The agenda as the text of a calendar entry. */
export const agendaText = ({ plan }: Meeting, language: Language): string =>
  [
    wordsIn(language)('Tagesordnung', 'Agenda'),
    ...plan.items.map((item, at) =>
      item.public
        ? `${at + 1}. ${itemLines(item, language).replaceAll('\n', '\n    ')}`
        : closedItem(at + 1, language),
    ),
  ].join('\n');

/** The attachments of the public items, named after their item. */
export const publicAttachments = (meeting: Meeting, language: Language) =>
  attachments(
    { ...meeting, plan: { ...meeting.plan, items: meeting.plan.items.map(withoutClosedLinks) } },
    language,
  );

const withoutClosedLinks = (item: Item): Item => (item.public ? item : { ...item, links: [] });

/** The attachments of all items: for the personal page. */
export const attachments = ({ plan }: Meeting, language: Language) =>
  plan.items.flatMap((item, at) =>
    item.links.map(({ title, url }) => ({
      title: `${wordsIn(language)('TOP', 'Item')} ${at + 1}: ${title}`,
      url,
    })),
  );

/** Members must know what is not for the public. */
export const confidentiality = ({ plan }: Meeting, language: Language): readonly string[] =>
  plan.items.every((item) => item.public)
    ? []
    : [
        wordsIn(language)(
          'Punkte mit dem Vermerk „nicht öffentlich“ sind vertraulich; ihr Inhalt steht auf Ihrer persönlichen Seite und in Teams, nicht in E-Mails und Kalendern.',
          'Items marked “not public” are confidential; their content is on your personal page and in Teams, not in mails and calendars.',
        ),
      ];
