import { z } from 'zod';
import { command } from '../../../core/command.ts';
import type { Action, Intent, Job } from '../../../core/feature.ts';
import type { Reply } from '../../../core/reply.ts';
import type { Language } from '../../../core/text.ts';
import type { ActionTurn } from '../../../core/turn.ts';
import { withRefusal } from '../../../core/with-refusal.ts';
import type { RequestType } from '../types/model.ts';
import { discardDraft, editDraft, latestDraft, submitDraft } from './drafting.ts';
import type { FormDesk } from './form-desk.ts';
import { checkForm, openAgain, openForm } from './forms.ts';

/** Card `requests/start`: what can be applied for. */
export type StartView = {
  readonly roles: readonly [];
  readonly types: readonly { readonly id: string; readonly name: string; readonly description: string }[];
};

const startReply = (types: readonly RequestType[], language: Language): Reply => {
  const view: StartView = {
    roles: [],
    types: types.map(({ id, name, description }) => ({
      id,
      name: name[language],
      description: description[language],
    })),
  };
  const summary = language === 'de' ? 'Was möchten Sie beantragen?' : 'What would you like to apply for?';
  return { card: 'requests/start', data: view, summary, language };
};

/** What people type to begin a request and to send it off. */
export const formIntents = (desk: FormDesk): readonly Intent[] => [
  {
    id: 'requests.new',
    title: { de: 'Etwas beantragen oder melden', en: 'Apply for or report something' },
    examples: { de: ['Antrag'], en: ['Request'] },
    match: command(
      'antrag',
      'anträge',
      'antraege',
      'antrag stellen',
      'neuer antrag',
      'beantragen',
      'formular',
      'formulare',
      'request',
      'requests',
      'new request',
      'apply',
      'form',
      'forms',
    ),
    handle: async ({ language }) => startReply(desk.types(), language),
  },
  {
    id: 'requests.submit',
    inMenu: false,
    title: { de: 'Den geprüften Entwurf einreichen', en: 'Submit the checked draft' },
    examples: { de: ['Antrag einreichen'], en: ['Submit request'] },
    acts: true,
    match: command('antrag einreichen', 'einreichen', 'absenden', 'submit request', 'submit'),
    handle: (turn) =>
      withRefusal(turn, async () => submitDraft(desk, turn, (await latestDraft(desk, turn)).id)),
  },
  {
    id: 'requests.discard',
    inMenu: false,
    title: { de: 'Den Entwurf verwerfen', en: 'Discard the draft' },
    examples: { de: ['Entwurf verwerfen'], en: ['Discard draft'] },
    acts: true,
    match: command('entwurf verwerfen', 'verwerfen', 'discard draft', 'discard'),
    handle: (turn) =>
      withRefusal(turn, async () => discardDraft(desk, turn, (await latestDraft(desk, turn)).id)),
  },
];

const word = z.string().max(2000).catch('');
const Start = z.object({
  type: word,
  text: word,
  roles: z.array(z.string().max(60)).max(10).catch([]),
});
const Named = z.object({ draft: word, id: word });

/** What can be pressed on the cards of forms. */
export const formActions = (desk: FormDesk): readonly Action[] => {
  const onDraft =
    (work: (desk: FormDesk, turn: ActionTurn, draft: string) => Promise<Reply>) =>
    async (turn: ActionTurn): Promise<Reply> => ({
      ...(await work(desk, turn, Named.parse(turn.data).draft)),
      inPlace: true,
    });
  const again = (form: 'change' | 'resubmit') => (turn: ActionTurn) =>
    openAgain(desk, turn, Named.parse(turn.data).id, form);
  return [
    {
      verb: 'requests.start',
      handle: async (turn) => {
        const { type, text, roles } = Start.parse(turn.data);
        return openForm(desk, turn, { type, text: text || undefined, roles });
      },
    },
    { verb: 'requests.start-list', handle: async ({ language }) => startReply(desk.types(), language) },
    { verb: 'requests.check', handle: async (turn) => ({ ...(await checkForm(desk, turn)), inPlace: true }) },
    { verb: 'requests.edit', handle: onDraft(editDraft) },
    { verb: 'requests.submit', handle: onDraft(submitDraft) },
    { verb: 'requests.discard', handle: onDraft(discardDraft) },
    { verb: 'requests.change', handle: again('change') },
    { verb: 'requests.resubmit', handle: again('resubmit') },
  ];
};

const atOnce = 100;

/** Deletes drafts that nobody came back to (data minimisation). */
export const forgetDrafts = ({ drafts }: FormDesk): Job => ({
  id: 'requests.drafts',
  async run(now) {
    const leaseUntil = new Date(now.getTime() + 60_000).toISOString();
    const expired = await drafts.claim({ now: now.toISOString(), leaseUntil, limit: atOnce });
    for (const { id } of expired) await drafts.remove(id);
  },
});
