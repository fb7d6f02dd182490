import { z } from 'zod';
import { command } from '../../../core/command.ts';
import { eachByItself } from '../../../core/each.ts';
import type { Action, Intent, Job } from '../../../core/feature.ts';
import { isGranted } from '../../../core/refusal.ts';
import type { Reply } from '../../../core/reply.ts';
import { type Language, shortened, wordsIn } from '../../../core/text.ts';
import type { ActionTurn } from '../../../core/turn.ts';
import { withRefusal } from '../../../core/with-refusal.ts';
import type { RequestType } from '../types/model.ts';
import { discardDraft, editDraft, joinInstead, latestDraft, submitDraft } from './drafting.ts';
import { checkForm, openForm } from './forms.ts';
import type { FormPorts } from './ports.ts';

/** Card `requests/start`: what can be applied for. */
export type StartView = {
  readonly roles: readonly [];
  /** What the form starts from. */
  readonly text: string;
  readonly types: readonly { readonly id: string; readonly name: string; readonly description: string }[];
};

/** @param text what the chosen form is filled in from; cards carry little */
export const startReply = (types: readonly RequestType[], language: Language, text = ''): Reply => {
  const view: StartView = {
    roles: [],
    text: shortened(text, 1000),
    types: types
      .filter(({ offered }) => offered)
      .map(({ id, name, description }) => ({
        id,
        name: name[language],
        description: description[language],
      })),
  };
  const summary = wordsIn(language)('Was möchten Sie beantragen?', 'What would you like to apply for?');
  return { card: 'requests/start', data: view, summary, language };
};

/** What people type to begin a request and to send it off. */
export const formIntents = (ports: FormPorts): readonly Intent[] => [
  {
    id: 'requests.new',
    title: { de: 'Etwas beantragen oder melden', en: 'Request or report something' },
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
    handle: async ({ language }) => startReply(ports.types(), language),
  },
  {
    id: 'requests.submit',
    inMenu: false,
    usefulTo: (turn) => isGranted(() => latestDraft(ports, turn)),
    title: { de: 'Den geprüften Entwurf einreichen', en: 'Submit the checked draft' },
    examples: { de: ['Antrag einreichen'], en: ['Submit request'] },
    acts: true,
    match: command('antrag einreichen', 'einreichen', 'absenden', 'submit request', 'submit'),
    handle: (turn) =>
      withRefusal(turn, async () => submitDraft(ports, turn, (await latestDraft(ports, turn)).id)),
  },
  {
    id: 'requests.discard',
    inMenu: false,
    usefulTo: (turn) => isGranted(() => latestDraft(ports, turn)),
    title: { de: 'Den Entwurf verwerfen', en: 'Discard the draft' },
    examples: { de: ['Entwurf verwerfen'], en: ['Discard draft'] },
    acts: true,
    match: command('entwurf verwerfen', 'verwerfen', 'discard draft', 'discard'),
    handle: (turn) =>
      withRefusal(turn, async () => discardDraft(ports, turn, (await latestDraft(ports, turn)).id)),
  },
];

const word = z.string().max(2000).catch('');
const Start = z.object({
  type: word,
  text: word,
  roles: z.array(z.string().max(60)).max(10).catch([]),
});
const Named = z.object({ draft: word });
const Joining = z.object({ draft: word, id: word });

/** What can be pressed on the cards of forms. */
export const formActions = (ports: FormPorts): readonly Action[] => {
  const onDraft =
    (work: (ports: FormPorts, turn: ActionTurn, draft: string) => Promise<Reply>) =>
    async (turn: ActionTurn): Promise<Reply> => ({
      ...(await work(ports, turn, Named.parse(turn.data).draft)),
      inPlace: true,
    });
  return [
    {
      verb: 'requests.start',
      form: true,
      handle: async (turn) => {
        const { type, text, roles } = Start.parse(turn.data);
        return openForm(ports, turn, { type, text: text || undefined, roles });
      },
    },
    { verb: 'requests.start-list', handle: async ({ language }) => startReply(ports.types(), language) },
    {
      verb: 'requests.check',
      handle: async (turn) => ({ ...(await checkForm(ports, turn)), inPlace: true }),
    },
    { verb: 'requests.edit', handle: onDraft(editDraft) },
    { verb: 'requests.submit', handle: onDraft(submitDraft) },
    { verb: 'requests.discard', handle: onDraft(discardDraft) },
    {
      verb: 'requests.join-instead',
      async handle(turn) {
        const { draft, id } = Joining.parse(turn.data);
        return { ...(await joinInstead(ports, turn, draft, id)), inPlace: true };
      },
    },
  ];
};

const atOnce = 100;

/** Deletes drafts that nobody came back to (data minimisation). */
export const forgetDrafts = ({ drafts }: FormPorts): Job => ({
  id: 'requests.drafts',
  async run(now) {
    const leaseUntil = new Date(now.getTime() + 60_000).toISOString();
    const expired = await drafts.claim({ now: now.toISOString(), leaseUntil, limit: atOnce });
    await eachByItself(expired, ({ id }) => drafts.remove(id));
  },
});
