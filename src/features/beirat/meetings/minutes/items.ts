import { labelOf } from '../../../../core/case-number.ts';
import type { PaperBlock, PaperSection } from '../../../../core/ports/papers.ts';
import { type Language, wordsIn } from '../../../../core/text.ts';
import { shortDay } from '../../board/words.ts';
import { itemQuorum, type Standing, standingOf } from '../attendance.ts';
import { guestBlocks } from '../guests.ts';
import type { Held, Item, Resolution } from '../model.ts';
import { closedMark } from '../papers/closed.ts';
import { chairOfItem, orderOf } from '../presence.ts';
import { isChanging, movesText } from './attendance.ts';

/** The agenda, numbered as in the invitation. */
export function agendaSection({ plan }: Held, language: Language): PaperSection {
  const say = wordsIn(language);
  return {
    heading: say('Tagesordnung', 'Agenda'),
    blocks: [
      {
        kind: 'table',
        caption: say('Tagesordnungspunkte', 'Items of the agenda'),
        head: [
          say('TOP', 'Item'),
          say('Gegenstand', 'Subject'),
          say('Teil', 'Part'),
          say('Art', 'Kind'),
          say('Bericht', 'Presented by'),
        ],
        rows: plan.items.map((item, at) => [
          String(at + 1),
          item.title,
          item.public ? say('öffentlich', 'public') : say('nicht öffentlich', 'not public'),
          item.kind === 'decision' ? say('Beschluss', 'decision') : say('Information', 'information'),
          item.rapporteur ?? '–',
        ]),
      },
    ],
  };
}

/** What was discussed and resolved, the public items apart from the others. */
export function itemSections(
  meeting: Held,
  language: Language,
  mayRead: (item: Item) => boolean = () => true,
): readonly PaperSection[] {
  const say = wordsIn(language);
  const part = (isPublic: boolean, heading: string): readonly PaperSection[] => {
    const items = meeting.plan.items.filter((item) => item.public === isPublic);
    if (items.length === 0) return [];
    // Pages of their own, so that the parts can be filed apart.
    const watermark = !isPublic && items.some(mayRead) ? closedMark[language] : undefined;
    const sections = [
      { heading, blocks: [] },
      ...items.map((item) =>
        mayRead(item) ? itemSection(meeting, item, language) : closedSection(meeting, item, language),
      ),
    ];
    return sections.map((section) => ({ ...section, watermark }));
  };
  return [
    ...part(true, say('Öffentlicher Teil', 'Public part')),
    ...part(false, say('Nicht öffentlicher Teil', 'Part that is not public')),
  ];
}

/** An item that is not for this reader: its number only. */
function closedSection(meeting: Held, item: Item, language: Language): PaperSection {
  const say = wordsIn(language);
  const n = meeting.plan.items.indexOf(item) + 1;
  return {
    heading: say(`TOP ${n} (nicht öffentlich)`, `Item ${n} (not public)`),
    level: 2,
    blocks: [
      {
        kind: 'text',
        text: say(
          'Dieser Teil ist für Sie nicht bestimmt, weil Sie daran nicht mitgewirkt haben.',
          'This part is not meant for you because you took no part in it.',
        ),
      },
    ],
  };
}

function itemSection(meeting: Held, item: Item, language: Language): PaperSection {
  const say = wordsIn(language);
  const n = meeting.plan.items.indexOf(item) + 1;
  const resolutions = meeting.resolutions.filter((one) => one.item === item.id);
  const note = meeting.session.notes[item.id];
  const blocks: readonly PaperBlock[] = [
    ...papersOf(item, language),
    ...roomBlocks(meeting, item, language),
    ...guestBlocks(meeting, item, language),
    ...conflictBlocks(meeting, item, language),
    ...(note ? [{ kind: 'text' as const, text: note }] : []),
    ...resolutions.flatMap((one) => resolutionBlocks(meeting, one, language)),
  ];
  const nothing = say(
    'Zu diesem Punkt ist nichts weiter vermerkt.',
    'Nothing further is recorded for this item.',
  );
  return {
    heading: `${say('TOP', 'Item')} ${n}: ${item.title}`,
    level: 2,
    blocks: note || resolutions.length > 0 ? blocks : [...blocks, { kind: 'text', text: nothing }],
  };
}

const papersOf = ({ links }: Item, language: Language): readonly PaperBlock[] =>
  links.length === 0
    ? []
    : [
        {
          kind: 'text',
          text: `${wordsIn(language)('Unterlagen', 'Papers')}: ${links.map(({ title }) => title).join(', ')}`,
        },
      ];

/** Who came and went before it, who was there then, and who chaired where it was somebody else. */
function roomBlocks(meeting: Held, item: Item, language: Language): readonly PaperBlock[] {
  const say = wordsIn(language);
  const { session } = meeting;
  const moves = movesText(meeting, language, item.id);
  const { there, needed, isReached } = itemQuorum(meeting, item.id, session);
  const count =
    isChanging(meeting, item.id) || item.repeats || moves.length > 0
      ? [
          isReached
            ? say(
                `Anwesend ${there} stimmberechtigte Sitze, nötig ${needed}.`,
                `${there} voting seats present, ${needed} needed.`,
              )
            : say(
                `Anwesend ${there} stimmberechtigte Sitze, nötig ${needed}: zu diesem Punkt nicht beschlussfähig.`,
                `${there} voting seats present, ${needed} needed: no quorum for this item.`,
              ),
        ]
      : [];
  const again = item.repeats
    ? [
        say(
          `Dieser Punkt ist zum zweiten Mal aufgerufen; die Sitzung ${labelOf({ id: item.repeats.meeting })} war dazu nicht beschlussfähig.`,
          `This item comes up for a second time; meeting ${labelOf({ id: item.repeats.meeting })} had no quorum for it.`,
        ),
      ]
    : [];
  const chair = chairOfItem(session, item.id, orderOf(meeting));
  const chaired =
    chair && chair.party !== session.chairedBy
      ? [say(`Leitung: ${chair.name}.`, `Chaired by ${chair.name}.`)]
      : [];
  const text = [...again, ...moves, ...count, ...chaired].join(' ');
  return text ? [{ kind: 'text', text }] : [];
}

/** Who took no part, and what that means for the quorum of the item. */
function conflictBlocks(meeting: Held, item: Item, language: Language): readonly PaperBlock[] {
  const say = wordsIn(language);
  const { attendance, conflicts } = meeting.session;
  const here = conflicts.filter((one) => one.item === item.id);
  if (here.length === 0) return [];
  const names = here.map(({ party, note }) => {
    const name = attendance.find((one) => one.party === party)?.name ?? party;
    return note ? `${name} (${note})` : name;
  });
  const { there, needed, isReached } = itemQuorum(meeting, item.id, meeting.session);
  const finding = isReached
    ? say('Zu diesem Punkt beschlussfähig', 'Quorum for this item')
    : say('Zu diesem Punkt nicht beschlussfähig', 'No quorum for this item');
  return [
    {
      kind: 'text',
      text: say(
        `Wegen Befangenheit (§ 22 GemO) ohne Mitwirkung an Beratung und Abstimmung: ${names.join(', ')}. ${finding}: ${there} stimmberechtigte Sitze anwesend, nötig ${needed}.`,
        `No part in discussion and vote because of a conflict of interest (§ 22 GemO): ${names.join(', ')}. ${finding}: ${there} voting seats present, ${needed} needed.`,
      ),
    },
  ];
}

/** A resolution as minutes and lists state it: number, wording, votes, who carries it out. */
export function resolutionBlocks(
  meeting: Held,
  resolution: Resolution,
  language: Language,
): readonly PaperBlock[] {
  const say = wordsIn(language);
  const standing = standingOf(meeting, resolution);
  const tasks = taskOf(resolution, language);
  return [
    { kind: 'text', text: `${say('Beschluss', 'Resolution')} ${resolution.number}:` },
    { kind: 'wording', text: resolution.wording },
    { kind: 'text', text: `${say('Abstimmung', 'Vote')}: ${votesOf(resolution, language, standing)}.` },
    ...(tasks ? [{ kind: 'text' as const, text: tasks }] : []),
  ];
}

/** "5 Ja, 1 Nein, 0 Enthaltungen: angenommen" */
export function votesOf(
  { votes, isAdopted }: Resolution,
  language: Language,
  standing: Standing = 'good',
): string {
  const say = wordsIn(language);
  const { yes, no, abstain, none = 0 } = votes;
  const counts = say(
    `${yes} Ja, ${no} Nein, ${abstain} ${abstain === 1 ? 'Enthaltung' : 'Enthaltungen'}`,
    `${yes} yes, ${no} no, ${abstain} ${abstain === 1 ? 'abstention' : 'abstentions'}`,
  );
  const without = none > 0 ? say(`, ${none} nicht abgestimmt`, `, ${none} did not vote`) : '';
  if (standing === 'no-quorum')
    return say(
      `${counts}${without}: ohne Beschlussfähigkeit, kein wirksamer Beschluss`,
      `${counts}${without}: without a quorum, not a valid resolution`,
    );
  if (standing === 'votes-wrong')
    return say(
      `${counts}${without}: mehr Stimmen, als Anwesende abstimmen durften; zu berichtigen`,
      `${counts}${without}: more votes than people present could cast; to be corrected`,
    );
  const unanimous = isAdopted && no === 0 && abstain === 0 ? say('einstimmig ', 'unanimously ') : '';
  const result = isAdopted ? say('angenommen', 'adopted') : say('abgelehnt', 'rejected');
  return `${counts}${without}: ${unanimous}${result}`;
}

/** The votes with the mark of what came of them, as cards show it. */
export function votesLine(meeting: Held, one: Resolution, language: Language): string {
  const standing = standingOf(meeting, one);
  const mark = standing !== 'good' ? '!' : one.isAdopted ? '✓' : '✕';
  return `${mark} ${votesOf(one, language, standing)}`;
}

/** "Zuständig: Amt 80, bis 31.01.2027"; "Empfehlung an den Stadtvorstand, Antwort erbeten bis …" */
export function taskOf({ owner, dueDay, addressee }: Resolution, language: Language): string {
  const say = wordsIn(language);
  if (addressee) {
    const by = dueDay
      ? say(
          `, Antwort erbeten bis ${shortDay(dueDay, 'de')}`,
          `, answer asked for by ${shortDay(dueDay, 'en')}`,
        )
      : '';
    const also = owner ? ` · ${say('Zuständig', 'In charge')}: ${owner}` : '';
    return `${say('Empfehlung an', 'Recommendation to')}: ${addressee.name[language]}${by}${also}`;
  }
  const until = dueDay ? say(`bis ${shortDay(dueDay, language)}`, `by ${shortDay(dueDay, language)}`) : '';
  const who = owner ? `${say('Zuständig', 'In charge')}: ${owner}` : '';
  if (!who) return until && `${say('Umsetzung', 'Implementation')} ${until}`;
  return until ? `${who}, ${until}` : who;
}
