import { z } from 'zod';
import { command } from '../../../core/command.ts';
import { eachByItself } from '../../../core/each.ts';
import type { Action, Intent, Job } from '../../../core/feature.ts';
import { isGranted } from '../../../core/refusal.ts';
import { inPlace, type Reply } from '../../../core/reply.ts';
import type { ActionTurn } from '../../../core/turn.ts';
import { withRefusal } from '../../../core/with-refusal.ts';
import {
  checkForm,
  discardDraft,
  editDraft,
  type FormDesk,
  latestDraft,
  openForm,
  submitDraft,
} from './forms.ts';

const begins = command(
  'idee',
  'idee einreichen',
  'neue idee',
  'idee melden',
  'ich habe eine idee',
  'ich hab eine idee',
  'ich habe einen vorschlag',
  'ich hab einen vorschlag',
  'vorschlag',
  'vorschlag machen',
  'idea',
  'new idea',
  'submit an idea',
  'submit idea',
  'i have an idea',
  'i have a suggestion',
  'suggestion',
);

/** "Idee: Sperrmüll online anmelden", "Ich habe eine Idee: …" */
const named =
  /^\s*(?:(?:ich habe?|i have) (?:eine idee|einen vorschlag|an idea|a suggestion)|idee|neue idee|vorschlag|idea|new idea|suggestion)\s*:\s*(?<title>\S.*)$/is;

/** What people type to hand in an idea. */
export const formIntents = (desk: FormDesk): readonly Intent[] => [
  {
    id: 'ideas.new',
    title: { de: 'Eine Idee einreichen', en: 'Submit an idea' },
    examples: {
      de: ['Idee', 'Ich habe eine Idee', 'Idee: Sperrmüll online anmelden'],
      en: ['Idea', 'I have an idea', 'Idea: book bulky waste collection online'],
    },
    match: (text) => begins(text) || named.test(text),
    handle: async (turn) => openForm(desk, turn, { title: named.exec(turn.text)?.groups?.title?.trim() }),
  },
  {
    id: 'ideas.submit',
    inMenu: false,
    usefulTo: (turn) => isGranted(() => latestDraft(desk, turn)),
    title: { de: 'Die geprüfte Idee einreichen', en: 'Submit the checked idea' },
    examples: { de: ['Idee absenden'], en: ['Send idea'] },
    acts: true,
    match: command('idee absenden', 'idee abschicken', 'send idea', 'send the idea'),
    handle: (turn) =>
      withRefusal(turn, async () => submitDraft(desk, turn, (await latestDraft(desk, turn)).id)),
  },
  {
    id: 'ideas.discard',
    inMenu: false,
    usefulTo: (turn) => isGranted(() => latestDraft(desk, turn)),
    title: { de: 'Den Entwurf einer Idee verwerfen', en: 'Discard the draft of an idea' },
    examples: { de: ['Idee verwerfen'], en: ['Discard idea'] },
    acts: true,
    match: command('idee verwerfen', 'ideenentwurf verwerfen', 'discard idea', 'discard the idea'),
    handle: (turn) =>
      withRefusal(turn, async () => discardDraft(desk, turn, (await latestDraft(desk, turn)).id)),
  },
];

const Named = z.object({ draft: z.string().max(80).catch('') });

/** What can be pressed on the cards of forms. */
export const formActions = (desk: FormDesk): readonly Action[] => {
  const onDraft =
    (work: (desk: FormDesk, turn: ActionTurn, draft: string) => Promise<Reply>) =>
    async (turn: ActionTurn): Promise<Reply> =>
      inPlace(await work(desk, turn, Named.parse(turn.data).draft));
  return [
    { verb: 'ideas.new', form: true, handle: async (turn) => openForm(desk, turn, {}) },
    { verb: 'ideas.check', handle: async (turn) => inPlace(await checkForm(desk, turn)) },
    { verb: 'ideas.edit', handle: onDraft(editDraft) },
    { verb: 'ideas.submit', handle: onDraft(submitDraft) },
    { verb: 'ideas.discard', handle: onDraft(discardDraft) },
  ];
};

const atOnce = 100;

/** Deletes drafts that nobody came back to (data minimisation). */
export const forgetDrafts = ({ drafts }: Pick<FormDesk, 'drafts'>): Job => ({
  id: 'ideas.drafts',
  async run(now) {
    const leaseUntil = new Date(now.getTime() + 60_000).toISOString();
    const expired = await drafts.claim({ now: now.toISOString(), leaseUntil, limit: atOnce });
    await eachByItself(expired, ({ id }) => drafts.remove(id));
  },
});
