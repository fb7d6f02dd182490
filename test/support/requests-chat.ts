import { createMemoryStore } from '../../src/adapters/store/memory.ts';
import type { Notice } from '../../src/core/notice.ts';
import type { Reply } from '../../src/core/reply.ts';
import { createRouter } from '../../src/core/router.ts';
import type { Language } from '../../src/core/text.ts';
import type { Scope } from '../../src/core/turn.ts';
import { createRequestsFeature } from '../../src/features/requests/feature.ts';
import { Request, requestCollection } from '../../src/features/requests/request.ts';
import type { CaseRef, FormRef } from '../../src/features/requests/views.ts';
import type { World } from '../../src/features/requests/world.ts';
import { createEchoFeature } from './echo-feature.ts';
import { start, types, world as usualWorld } from './requests.ts';

export const names = {
  unit: (id: string, language: Language) => (language === 'de' ? `Amt ${id}` : `Office ${id}`),
  applications: () => [{ id: 'bau', name: 'Bauverfahren', units: ['61'] }],
};

type Say = { readonly language?: Language; readonly scope?: Scope; readonly id?: string };

/** People of the test directory in a chat with the requests feature; a Teams id is "teams-" and the person. */
export function requestsChat(world: World = usualWorld) {
  const store = createMemoryStore();
  let now = start;
  let count = 0;
  const ids = { next: () => `id-${++count}`, of: (...parts: readonly string[]) => parts.join('|') };
  const clock = { now: () => new Date(now) };
  const signedIn: World = {
    ...world,
    directory: {
      ...world.directory,
      personByTeamsId: (id) => world.directory.person(id.replace(/^teams-/, '')),
    },
  };
  const feature = createRequestsFeature({ store, clock, ids, types, names, world: signedIn });
  const router = createRouter([feature, createEchoFeature().feature]);
  const requests = store.collection(requestCollection, Request);
  const base = (person: string, { language = 'de', scope = 'personal', id }: Say) => ({
    id: id ?? `activity-${++count}`,
    actor: { id: `teams-${person}`, name: person },
    scope,
    conversationId: `chat ${person}`,
    language,
    at: now,
  });
  const say = (person: string, text: string, how: Say = {}): Promise<Reply> =>
    router({ ...base(person, how), kind: 'text', text, edited: false });
  const press = (person: string, verb: string, data: object, how: Say = {}): Promise<Reply> =>
    router({ ...base(person, how), kind: 'action', verb, data: { ...data } });

  return {
    feature,
    store,
    requests,
    say,
    press,
    at: (moment: string) => {
      now = moment;
    },
    /** Goes through form and check; the reply shows the number. */
    async submit(person: string, inputs: object = workplaceInputs, type = 'workplace'): Promise<Reply> {
      const form = await press(person, 'requests.start', { type });
      const check = await press(person, 'requests.check', { ref: formOf(form), ...inputs });
      return press(person, 'requests.submit', { ref: formOf(check) });
    },
    /** How a notice of that kind looks to a person. */
    show: (kind: string, recipient: string, ref: string, state: Notice['state'] = 'pending') =>
      feature.show?.[kind]?.({ kind, recipient, ref, state } as Notice),
  };
}

export const formOf = ({ data }: Reply): FormRef => (data as { ref: FormRef }).ref;
export const refOf = ({ data }: Reply): CaseRef => (data as { ref: CaseRef }).ref;

export const workplaceInputs = {
  'f-occasion': 'replacement',
  'f-equipment': 'laptop',
  'f-number': '1',
  'f-needed-by': '2026-12-18',
  'f-justification': 'Defekt',
};
