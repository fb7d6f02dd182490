import { describe, expect, test } from '@jest/globals';
import { type CaseKind, outdated } from '../../../src/core/notice.ts';
import type { Chat } from '../../../src/core/ports/messenger.ts';
import type { Reply } from '../../../src/core/reply.ts';
import { copiesPerPerson } from '../../../src/features/notices/copies.ts';
import { chatOf, openPostOffice, type PostOffice } from '../../support/post-office.ts';

/** A case that is nothing but its state, and who may see it. */
type State = { text: string; hiddenFrom?: string; broken?: boolean };

async function openCase(): Promise<{
  office: PostOffice;
  state: State;
  kind: CaseKind;
  change(text: string): Promise<void>;
}> {
  const state: State = { text: 'v1' };
  let version = 1;
  const kind: CaseKind = {
    kind: 'case',
    show: async (id, viewer) => {
      if (state.broken) throw new Error('cannot be drawn');
      if (state.hiddenFrom === viewer.id) return undefined;
      const summary = `${id} ${state.text} for ${viewer.id} in ${viewer.language}`;
      return { card: 'test/case', data: {}, summary, language: viewer.language, about: { kind: 'case', id } };
    },
  };
  const office = await openPostOffice({ cases: [kind] });
  const changes = office.store.collection('test-changes', {
    parse: (data) => data as { id: string; version: number },
  });
  return {
    office,
    state,
    kind,
    async change(text) {
      state.text = text;
      version += 1;
      await changes.add({ id: `${version}` }, [
        outdated({ kind: 'case', id: 'IT-1' }, version, office.now()),
      ]);
    },
  };
}

/** The door has shown the case to somebody. */
async function shown(
  { office }: { office: PostOffice },
  party: string,
  messageId: string,
  more: {
    about?: string | null;
    conversationId?: string;
    language?: 'de' | 'en';
    drawnAt?: string;
  } = {},
): Promise<void> {
  const { about = 'IT-1', conversationId = `a:${party}`, language = 'de' } = more;
  const person = office.directory.person(party);
  await office.encounters.showed({
    actor: { id: person?.teamsId ?? '', name: person?.name ?? '' },
    conversationId,
    messageId,
    about: about === null ? undefined : { kind: 'case', id: about },
    language,
    drawnAt: more.drawnAt ?? office.now(),
  });
}

const minute = (office: PostOffice, minutes = 1) =>
  office.moveTo(new Date(Date.parse(office.now()) + minutes * 60_000).toISOString());

const updates = ({ sent }: PostOffice) =>
  sent.flatMap(({ replaces, said }) => (replaces ? [`${replaces}: ${said}`] : []));

describe('when a case changes', () => {
  test('every message that shows it is updated, for each person as that person may see it', async () => {
    const given = await openCase();
    await shown(given, 'itb-61', 'm1');
    await shown(given, 'staff-61', 'm2', { language: 'en' });
    minute(given.office);
    await given.change('v2');
    await given.office.run();
    expect(updates(given.office).sort()).toEqual([
      'm1: IT-1 v2 for itb-61 in de',
      'm2: IT-1 v2 for staff-61 in en',
    ]);
  });

  test('three times in a row, only the last state is shown', async () => {
    const given = await openCase();
    await shown(given, 'itb-61', 'm1');
    minute(given.office);
    for (const text of ['v2', 'v3', 'v4']) await given.change(text);
    await given.office.run();
    await given.office.run();
    expect(updates(given.office)).toEqual(['m1: IT-1 v4 for itb-61 in de']);
  });

  test('the pressed card is updated too, because the answer to a click does not last', async () => {
    const given = await openCase();
    await given.change('v2');
    await shown(given, 'itb-61', 'm1');
    await given.office.run();
    expect(updates(given.office)).toEqual(['m1: IT-1 v2 for itb-61 in de']);
  });

  test('a message that was drawn after the change is left alone', async () => {
    const given = await openCase();
    await given.change('v2');
    minute(given.office);
    await shown(given, 'itb-61', 'm1');
    await given.office.run();
    expect(updates(given.office)).toEqual([]);
  });

  test('a message that was drawn before, and known only after the others were updated, is updated too', async () => {
    const given = await openCase();
    const drawnAt = given.office.now();
    minute(given.office);
    await given.change('v2');
    await given.office.run();
    minute(given.office);
    await shown(given, 'itb-61', 'm1', { drawnAt });
    await given.office.run();
    expect(updates(given.office)).toEqual(['m1: IT-1 v2 for itb-61 in de']);
  });

  test('whoever may not see it any more sees that, once', async () => {
    const given = await openCase();
    await shown(given, 'itb-61', 'm1');
    given.state.hiddenFrom = 'itb-61';
    minute(given.office);
    await given.change('v2');
    await given.office.run();
    minute(given.office);
    await given.change('v3');
    await given.office.run();
    expect(given.office.sent.map(({ reply }) => reply.card)).toEqual(['notices/hidden']);
  });
});

describe('what the outbox has sent', () => {
  test('is kept up to date when it shows a case', async () => {
    const given = await openCase();
    await given.office.owe({ id: 'n1', ref: 'IT-1', facts: { case: true } });
    await given.office.run();
    minute(given.office);
    await given.change('v2');
    await given.office.run();
    expect(updates(given.office)).toEqual(['m1: IT-1 v2 for itb-61 in de']);
  });
});

describe('a case that changes while its card is being sent', () => {
  test('is caught up, although its cards were updated before that one was known', async () => {
    const given = await openCase();
    const { office } = given;
    const arrived = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const updated: string[] = [];
    const messenger = {
      send: async () => {
        begun.resolve();
        await arrived.promise;
        return { outcome: 'sent', messageId: 'slow' } as const;
      },
      update: async (_chat: Chat, _id: string, { summary }: Reply) => {
        updated.push(summary);
        return { outcome: 'sent' } as const;
      },
    };
    const cases = [given.kind];
    const sender = await openPostOffice({ store: office.store, messenger, cases, now: office.now() });
    await office.owe({ id: 'n1', ref: 'IT-1', facts: { case: true } });
    const run = sender.run();
    await begun.promise;
    minute(office);
    await given.change('v2');
    await office.run();
    arrived.resolve();
    await run;
    expect(updated).toEqual(['IT-1 v2 for itb-61 in de']);
  });
});

describe('the messages that are kept up to date', () => {
  test('are the newest of a person', async () => {
    const given = await openCase();
    const ids = ['m1', 'm2', 'm3', 'm4', 'm5'];
    for (const id of ids) await shown(given, 'itb-61', id);
    await shown(given, 'staff-61', 'm6');
    minute(given.office);
    await given.change('v2');
    await given.office.run();
    const updated = given.office.sent.map(({ replaces }) => replaces).sort();
    expect(updated).toEqual([...ids.slice(-copiesPerPerson), 'm6'].sort());
  });

  test('do not include one that shows something else by now: a form that somebody fills in', async () => {
    const given = await openCase();
    await shown(given, 'itb-61', 'm1');
    await shown(given, 'itb-61', 'm1', { about: null });
    minute(given.office);
    await given.change('v2');
    await given.office.run();
    expect(updates(given.office)).toEqual([]);
  });

  test('follow a message that shows another case by now', async () => {
    const given = await openCase();
    await shown(given, 'itb-61', 'm1');
    await shown(given, 'itb-61', 'm1', { about: 'IT-2' });
    minute(given.office);
    await given.change('v2');
    await given.office.run();
    expect(updates(given.office)).toEqual([]);
  });

  test('are never in a group: there is one person’s view, and everybody would read it', async () => {
    const given = await openCase();
    await shown(given, 'itb-61', 'm1', { conversationId: 'a:group' });
    minute(given.office);
    await given.change('v2');
    await given.office.run();
    expect(given.office.sent).toEqual([]);
    const copies = given.office.store.collection('copies', {
      parse: (data) => data as { id: string; version: number },
    });
    expect(await copies.list()).toEqual([]);
  });
});

describe('a message in a group that a former version kept up to date', () => {
  const old = async (given: { office: PostOffice }) => {
    const { office } = given;
    const copy = {
      conversationId: 'a:group',
      messageId: 'm1',
      party: 'itb-61',
      language: 'de',
      chat: { conversationId: 'a:group', serviceUrl: 'https://x' },
      drawnAt: office.now(),
    };
    const about = { kind: 'case', id: 'IT-1' };
    const kept = office.store.collection('copies', {
      parse: (data) => data as { id: string; version: number; copies: unknown[] },
    });
    await kept.add({ id: 'case IT-1', about, copies: [copy] } as never, [
      { collection: 'messages', doc: { id: 'a:group m1', shows: 'case IT-1', at: office.now() } },
    ]);
    minute(office);
    return kept;
  };

  test('says once that the case is not shown there, whatever becomes of it later', async () => {
    const given = await openCase();
    const kept = await old(given);
    await given.change('v2');
    await given.office.run();
    minute(given.office);
    await given.change('v3');
    await given.office.run();
    expect(given.office.sent).toMatchObject([
      { to: 'group', replaces: 'm1', reply: { card: 'notices/elsewhere', data: { roles: [] } } },
    ]);
    expect(JSON.stringify(given.office.sent)).not.toMatch(/IT-1|v2|v3/);
    expect((await kept.get('case IT-1'))?.copies ?? []).toEqual([]);
  });

  test('says so later when it cannot be reached for now', async () => {
    const given = await openCase();
    await old(given);
    await given.change('v2');
    given.office.answer({ outcome: 'later' });
    await given.office.run();
    await given.office.runUntil('2026-11-24T12:00:00Z');
    expect(given.office.sent.map(({ reply }) => reply.card)).toEqual(['notices/elsewhere']);
  });
});

describe('when a message cannot be updated', () => {
  test('because it is gone, it is forgotten', async () => {
    const given = await openCase();
    await shown(given, 'itb-61', 'm1');
    minute(given.office);
    await given.change('v2');
    given.office.answer({ outcome: 'gone' });
    await given.office.run();
    minute(given.office);
    await given.change('v3');
    await given.office.run();
    expect(updates(given.office)).toEqual([]);
  });

  test.each([{ outcome: 'later' }, { outcome: 'unsure' }] as const)(
    'for now (%j), it is tried again',
    async (fate) => {
      const given = await openCase();
      await shown(given, 'itb-61', 'm1');
      await shown(given, 'staff-61', 'm2');
      minute(given.office);
      await given.change('v2');
      minute(given.office);
      given.office.answer(fate);
      await given.office.run();
      await given.office.runUntil('2026-11-24T12:00:00Z');
      const last = updates(given.office);
      expect(last).toContain('m1: IT-1 v2 for itb-61 in de');
      // The other one had got through at once and is not updated again.
      expect(last.filter((update) => update.startsWith('m2'))).toHaveLength(1);
    },
  );

  test('because its case cannot be drawn, the others are updated all the same', async () => {
    const given = await openCase();
    await shown(given, 'itb-61', 'm1');
    minute(given.office);
    given.state.broken = true;
    await given.change('v2');
    await given.office.run();
    given.state.broken = false;
    await given.office.runUntil('2026-11-24T12:00:00Z');
    expect(updates(given.office)).toEqual(['m1: IT-1 v2 for itb-61 in de']);
  });

  test('because our credentials are refused, it waits until they are good again', async () => {
    const given = await openCase();
    await shown(given, 'itb-61', 'm1');
    minute(given.office);
    await given.change('v2');
    given.office.answer({ outcome: 'locked-out' });
    await given.office.run();
    await given.office.run();
    expect(updates(given.office)).toEqual([]);
    await given.office.runUntil('2026-11-24T12:00:00Z');
    expect(updates(given.office)).toEqual(['m1: IT-1 v2 for itb-61 in de']);
  });
});

describe('where a person is reached', () => {
  test('is the newest chat; the same one again writes nothing', async () => {
    const { office } = await openCase();
    const chats = office.store.collection('chats', {
      parse: (data) => data as { id: string; version: number },
    });
    const id = office.directory.person('itb-61')?.teamsId?.toLowerCase() ?? '';
    await office.meet('itb-61');
    expect(await chats.get(id)).toMatchObject({ version: 1, chat: chatOf('itb-61') });
    const moved = { ...chatOf('itb-61'), serviceUrl: 'https://elsewhere' };
    await office.encounters.met({ id: id.toUpperCase(), name: 'IT-Beauftragte Amt 61' }, moved);
    expect(await chats.get(id)).toMatchObject({ version: 2, chat: moved });
  });

  test('is remembered once when two notices of one installation come at the same moment', async () => {
    const office = await openPostOffice({ known: [] });
    await Promise.all([office.meet('itb-61'), office.meet('itb-61')]);
    await office.owe({ id: 'n1' });
    await office.run();
    expect(office.sent).toHaveLength(1);
  });

  test('is nowhere in Teams once the bot was removed', async () => {
    const { office } = await openCase();
    const person = office.directory.person('itb-61');
    await office.encounters.left({ id: person?.teamsId ?? '', name: '' });
    await office.owe({ id: 'n1' });
    await office.run();
    expect(office.sent).toEqual([]);
    expect(office.mails).toHaveLength(1);
  });
});
