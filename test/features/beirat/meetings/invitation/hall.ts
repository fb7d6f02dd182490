import { createHolidays } from '../../../../../src/adapters/calendar/holidays.ts';
import { randomIds } from '../../../../../src/adapters/clock/random-ids.ts';
import { openBeiratRules } from '../../../../../src/app/beirat-rules.ts';
import { createOutside } from '../../../../../src/app/outside.ts';
import { type Notice, outboxCollection, type Said } from '../../../../../src/core/notice.ts';
import { type Party, partyOfPerson } from '../../../../../src/core/party.ts';
import type { Page } from '../../../../../src/core/ports/pages.ts';
import type { Language } from '../../../../../src/core/text.ts';
import { contextAt } from '../../../../../src/features/beirat/board/desk.ts';
import { Meeting, meetingCollection, type Plan } from '../../../../../src/features/beirat/meetings/model.ts';
import type { Directory } from '../../../../../src/features/directory/model.ts';
import { createRoleDirectory } from '../../../../../src/features/directory/role-directory.ts';
import { demoDirectory } from '../../../../support/directory-builder.ts';
import { actorOf, type Program, startProgram } from '../../../../support/program.ts';
import type { Act } from '../acting.ts';
import { decide, planned, seenOf } from '../acting.ts';

/** Eleven o'clock in Koblenz, sixteen days before the meeting. */
export const start = '2026-11-24T10:00:00.000Z';
export const meetingId = 'B-2026-1';
const idOf = (day: string) => `B-${day.slice(0, 4)}-1`;
const rules = await openBeiratRules();
const model = await demoDirectory();

export const item = (title: string, more: Partial<Plan['items'][number]> = {}): Plan['items'][number] => ({
  id: title.toLowerCase().replaceAll(/\W/g, '-'),
  title,
  kind: 'information',
  public: true,
  links: [],
  ...more,
});

export const plan: Plan = {
  day: '2026-12-10',
  time: '14:00',
  minutes: 120,
  place: 'Rathaus, Sitzungsraum 101',
  onlineUrl: 'https://teams.example.org/beirat',
  items: [
    item('Begrüßung', { minutes: 5 }),
    item('Förderprojekt Stadtlabor', {
      kind: 'decision',
      public: false,
      minutes: 30,
      rapporteur: 'Digitallotse Wirtschaft',
      text: 'Ob sich die Stadt um Mittel des Landes bewirbt.',
      links: [{ title: 'Beschlussvorlage', url: 'https://dms.example.org/vorlage-12.pdf' }],
    }),
  ],
  replyBy: '2026-12-03',
  greeting: 'Ich freue mich auf unseren Austausch.',
};

export type Hall = Awaited<ReturnType<typeof openHall>>;

/** The whole program over one store, with a meeting of the Beirat in it that tests move along by acts. */
export async function openHall(directory: Directory = model, ports: Parameters<typeof startProgram>[1] = {}) {
  const program: Program = await startProgram(directory, ports);
  const { store } = program;
  const roles = createRoleDirectory(() => directory);
  const meetings = store.collection(meetingCollection, Meeting);
  const desk = {
    ...createOutside({ store, publicUrl: () => 'https://lotse.example.org' }),
    meetings,
    directory: roles,
    holidays: createHolidays(),
    rules: ports.beiratRules ?? (() => rules),
    digest: randomIds.digest,
    newId: randomIds.next,
    offers: async () => [],
  };
  const party = (id: string): Party => {
    const person = roles.person(id);
    return person ? partyOfPerson(person) : { id, name: id };
  };
  let id = meetingId;
  const act = async (who: string, what: Act, at = start): Promise<Meeting> =>
    (await meetings.change(id, (meeting) => decide(meeting, what, party(who), contextAt(desk, at)))).doc;
  const plans = async (given: Plan = plan, secondOf?: string) => {
    const { version: _, ...meeting } = planned(
      { plan: given, secondOf },
      party('digitallotse'),
      contextAt(desk, start),
    );
    id = idOf(given.day);
    const counter = { id: `meetings-${given.day.slice(0, 4)}`, last: 1 };
    return meetings.add(meeting, [{ collection: 'counters', doc: counter }]);
  };
  const feature = program.features.find((one) => one.id === 'beirat');
  const hall = {
    ...program,
    desk,
    act,
    plans,
    meeting: async (): Promise<Meeting> => {
      const found = await meetings.get(id);
      if (!found) throw new Error('there is no meeting');
      return found;
    },
    /** Planned, approved by the chair and invited to. */
    invites: async (given?: Plan, at = start, secondOf?: string) => {
      await plans(given, secondOf);
      await act('digitallotse', { kind: 'submit' }, at);
      const seen = seenOf(given ?? plan, contextAt(desk, at)).join(' ');
      await act('vorsitz-beirat', { kind: 'approve', seen }, at);
      return act('digitallotse', { kind: 'invite' }, at);
    },
    /** What was owed to somebody, the oldest first. */
    owedTo: async (recipient: string, name?: string): Promise<readonly Notice[]> => {
      const all = await store
        .collection(outboxCollection, { parse: (data) => data as Notice & { version: number } })
        .list();
      return all
        .filter((notice) => notice.recipient === recipient && (!name || notice.kind === `beirat.${name}`))
        .sort((a, b) => Number(a.facts?.entry) - Number(b.facts?.entry));
    },
    says: async (
      notice: Notice | undefined,
      language: Language = 'de',
      now = start,
    ): Promise<Said | undefined> => {
      if (!notice) throw new Error('nothing is owed');
      const kind = feature?.notices?.find((one) => one.kind === notice.kind);
      const to = { id: notice.recipient, name: party(notice.recipient).name, language };
      return kind?.say(notice, to, new Date(now));
    },
    as: (id: string) => ({ actor: actorOf(directory, id) }),
    /** Opens or sends a page of the program, with what its link was made for. */
    page: async (
      url: string,
      form?: Readonly<Record<string, string>>,
      { at = start, language = 'de' as Language } = {},
    ): Promise<Page> => {
      const path = new URL(url).pathname;
      const cut = path.lastIndexOf('/');
      const link = await desk.links.open(path.slice(0, cut), path.slice(cut + 1), new Date(at));
      if (link.state !== 'valid') throw new Error(link.state);
      const route = feature?.pages?.find((one) => one.path === path.slice(0, cut));
      const visit = { subject: link.subject, now: new Date(at), language };
      return (await (form ? route?.post?.(visit, form) : route?.get(visit))) as Page;
    },
  };
  return hall;
}
