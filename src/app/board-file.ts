import { labelOf } from '../core/case-number.ts';
import { dayIn } from '../core/day.ts';
import type { Paper, PaperBlock, PaperSection } from '../core/ports/papers.ts';
import { circulationStateWords } from '../features/beirat/circulations/labels.ts';
import type { Circulation } from '../features/beirat/circulations/model.ts';
import { tallyOf } from '../features/beirat/circulations/tally.ts';
import { stateWords as meetingStates } from '../features/beirat/meetings/labels.ts';
import type { Item, Meeting } from '../features/beirat/meetings/model.ts';
import { stateWords as ideaStates, outcomeWords, scopeWords } from '../features/ideas/labels.ts';
import type { Idea } from '../features/ideas/model.ts';

/*
 * What stands in the file of a meeting, a resolution by circulation or an idea for those who check. What is not public says its
 * number only, unless the reader has that right; minutes count from their release on.
 */

type Read = {
  readonly name?: string | undefined;
  readonly title?: string | undefined;
  readonly facts: Paper['facts'];
  readonly sections: readonly PaperSection[];
};

const table = (caption: string, head: readonly string[], rows: readonly (readonly string[])[]): PaperBlock =>
  rows.length === 0 ? { kind: 'text', text: 'Keine.' } : { kind: 'table', caption, head, rows };

export function ofMeeting(meeting: Meeting, closed: boolean): Read {
  const { plan, session, quorum } = meeting;
  const mayRead = (item: Item | undefined): boolean => closed || item?.public === true;
  const released = session?.released;
  const place = (id: string): number => plan.items.findIndex((item) => item.id === id) + 1;
  const resolutions = released
    ? meeting.resolutions.map(({ number, item, wording, votes, isAdopted, addressee, answer, done }) => {
        const known = plan.items.find(({ id }) => id === item);
        const counted = `${votes.yes} : ${votes.no} : ${votes.abstain}`;
        if (!mayRead(known)) return [number, `TOP ${place(item)}`, 'nicht öffentlich', counted, '–'];
        const then = answer
          ? `${addressee?.name.de ?? ''}: ${answer.isTakenUp ? 'aufgegriffen' : 'abgelehnt'}${answer.text ? `, ${answer.text}` : ''}`
          : done
            ? `erledigt am ${dayIn('de', done.at.slice(0, 10))}`
            : '–';
        return [number, `TOP ${place(item)}`, `${wording}${isAdopted ? '' : ' (abgelehnt)'}`, counted, then];
      })
    : [];
  const there = (session?.attendance ?? []).map(({ name, seat, presence, for: whose }) => [
    name,
    seat,
    presences[presence],
    whose ? 'in Vertretung' : '–',
  ]);
  return {
    title: `Sitzung am ${dayIn('de', plan.day)}`,
    facts: [
      { title: 'Nummer', value: labelOf(meeting) },
      { title: 'Stand', value: meetingStates[meeting.state].de },
      { title: 'Tag und Ort', value: `${dayIn('de', plan.day)}, ${plan.time} Uhr, ${plan.place}` },
      ...(quorum ? [{ title: 'Stimmberechtigt, nötig', value: `${quorum.of}, ${quorum.needed}` }] : []),
      ...(session ? [{ title: 'Beschlussfähig', value: session.hasQuorum ? 'ja' : 'nein' }] : []),
      {
        title: 'Niederschrift',
        value: released
          ? `freigegeben von ${released.byName}`
          : 'noch nicht freigegeben; was beschlossen wurde, steht erst danach hier',
      },
    ],
    sections: [
      {
        heading: 'Tagesordnung',
        blocks: [
          table(
            'Punkte der Tagesordnung',
            ['TOP', 'Titel', 'Öffentlich', 'Art'],
            plan.items.map((item, at) => [
              String(at + 1),
              mayRead(item) ? item.title : 'nicht öffentlich',
              item.public ? 'ja' : 'nein',
              item.kind === 'decision' ? 'Beschluss' : 'Information',
            ]),
          ),
        ],
      },
      ...(released
        ? [
            {
              heading: 'Anwesenheit',
              blocks: [table('Wer da war', ['Wer', 'Sitz', 'Wie', 'Vertretung'], there)],
            },
            {
              heading: 'Beschlüsse',
              blocks: [
                table(
                  'Was beschlossen wurde',
                  ['Nummer', 'TOP', 'Wortlaut', 'Ja : Nein : Enthaltung', 'Danach'],
                  resolutions,
                ),
              ],
            },
          ]
        : []),
    ],
  };
}

const presences = {
  'in-person': 'vor Ort',
  online: 'online',
  excused: 'entschuldigt',
  absent: 'nicht da',
} as const;

export function ofCirculation(circulation: Circulation, closed: boolean): Read {
  const { yes, no, abstain } = tallyOf(circulation);
  const { title, wording, reasons, until, quorum, approval } = circulation;
  return {
    title: closed ? title : 'Umlaufbeschluss',
    facts: [
      { title: 'Nummer', value: labelOf(circulation) },
      { title: 'Stand', value: circulationStateWords[circulation.state].de },
      ...(until ? [{ title: 'Abstimmung bis', value: dayIn('de', until) }] : []),
      ...(quorum ? [{ title: 'Stimmberechtigt, nötig', value: `${quorum.of}, ${quorum.needed}` }] : []),
      { title: 'Ja : Nein : Enthaltung', value: `${yes} : ${no} : ${abstain}` },
      ...(approval ? [{ title: 'Freigegeben von', value: approval.byName }] : []),
    ],
    sections: [
      {
        heading: 'Beschluss',
        blocks: closed
          ? [wording, reasons].flatMap((text) => (text ? [{ kind: 'text' as const, text }] : []))
          : [{ kind: 'text', text: 'Der Wortlaut ist nicht öffentlich.' }],
      },
    ],
  };
}

export function ofIdea(idea: Idea, closed: boolean): Read {
  const { evaluation, place, request, submitter, company } = idea;
  const isOpen = closed || place?.readers === 'everybody';
  return {
    title: idea.title,
    facts: [
      { title: 'Nummer', value: idea.id },
      { title: 'Stand', value: ideaStates[idea.state].de },
      { title: 'Für', value: scopeWords[idea.scope].de },
      { title: 'Eingereicht von', value: company ? `${submitter.name} für ${company}` : submitter.name },
      ...(place
        ? [
            {
              title: 'Im Beirat',
              value: `${place.meetingLabel}, ${dayIn('de', place.day)}${place.resolution ? `: ${isOpen ? `${place.resolution.number} ${place.resolution.wording}` : 'nicht öffentlich'}` : ''}`,
            },
          ]
        : []),
      ...(evaluation
        ? [
            {
              title: 'Ergebnis',
              value: `${outcomeWords[evaluation.outcome].de} (${evaluation.byName}, ${dayIn('de', evaluation.at.slice(0, 10))})${isOpen || !evaluation.withBeirat ? `: ${evaluation.way}` : ''}`,
            },
          ]
        : []),
      ...(request ? [{ title: 'Wurde zum Antrag', value: request.id }] : []),
    ],
    sections: [
      {
        heading: 'Vorschlag',
        blocks: [
          { kind: 'text', text: idea.problem },
          { kind: 'text', text: idea.benefit },
        ],
      },
    ],
  };
}
