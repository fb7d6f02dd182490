import { z } from 'zod';
import { type Cases, firstWrite } from '../../../case/cases.ts';
import { createdOnce, type SentForm } from '../../../case/create.ts';
import { unreadable } from '../../../case/words.ts';
import { labelOf } from '../../../core/case-number.ts';
import { command } from '../../../core/command.ts';
import { dayOf } from '../../../core/day.ts';
import { eachByItself } from '../../../core/each.ts';
import type { Action, Intent, Job } from '../../../core/feature.ts';
import type { Ids } from '../../../core/ports/ids.ts';
import type { Collection } from '../../../core/ports/store.ts';
import { Refusal } from '../../../core/refusal.ts';
import { inPlace, type Reply } from '../../../core/reply.ts';
import { type Language, shortened, wordsIn } from '../../../core/text.ts';
import type { Turn } from '../../../core/turn.ts';
import { seatsOf } from '../acting.ts';
import { edited } from '../changes/edit.ts';
import { editLines } from '../changes/labels.ts';
import { personSignedIn } from '../lookup.ts';
import type { Directory } from '../model.ts';
import { placeLabel } from '../places.ts';
import { asWords } from '../wording.ts';
import { proposed, type Saying } from './acts/propose.ts';
import { choicesFor, type Ref, readSaid, type Said, words } from './form.ts';
import { stateText } from './labels.ts';
import { type Context, longestRight, type Proposal, proposalCollection } from './model.ts';
import { isKeeper, keepsSomething } from './policy.ts';
import { doesNotFit } from './refusals.ts';
import type { DirectoryCheck } from './writing.ts';

export type ProposalDesk = {
  /** What the check of the file would say to a change. */
  readonly check?: DirectoryCheck | undefined;
  readonly directory: () => Directory;
  readonly proposals: Cases<Proposal, Context>;
  readonly forms: Collection<SentForm>;
  readonly ids: Ids;
  /** @throws {Refusal} unless 10.50 or its deputy asks */
  readonly keeper: (turn: Turn) => unknown;
};

const short = z.string().max(80).catch('');
const OpenedRef = z.object({ role: short, unit: short.optional(), application: short.optional() });
const Opened = z.object({
  ref: OpenedRef.optional().catch(undefined),
  // Said in a sentence that left open which entry it is about.
  said: z
    .object({
      what: z.string().max(120).catch(words),
      right: z.string().max(500).catch(''),
      from: z.string().max(40).catch(''),
    })
    .optional()
    .catch(undefined),
});
const Sent = z.object({
  form: z
    .string()
    .regex(/^[\w-]{1,60}$/)
    .catch(''),
  role: short,
  unit: short,
  application: short,
  // Cards of before asked for words only.
  what: z.string().max(120).catch(words).default(words),
  right: z.string().max(4000).catch(''),
  from: z.string().max(40).catch('').default(''),
});

/** From an answer: what stands there, and a field for what would be right. */
export const proposalActions = (desk: ProposalDesk): readonly Action[] => [
  {
    verb: 'directory.wrong',
    async handle(turn) {
      const { ref, said } = Opened.parse(turn.data);
      if (!ref) throw unreadable();
      return formReply(desk, turn, ref, desk.ids.next(), said);
    },
  },
  ...(['directory.propose', 'directory.preview-proposal'] as const).map(
    (verb): Action => ({
      verb,
      async handle(turn) {
        const { form, what, right, from, ...ref } = Sent.parse(turn.data);
        const given = { what, right, from };
        const isPreview = verb === 'directory.preview-proposal';
        return inPlace(await send(desk, turn, ref, form || desk.ids.next(), given, isPreview));
      },
    }),
  ),
];

export const proposalsIntent = (desk: ProposalDesk): Intent => ({
  id: 'directory.proposals',
  title: {
    de: 'Vorschläge zum Verzeichnis und zu Regeln (10.50, Digitallotse)',
    en: 'Proposals for the directory and the rules (10.50, Digitallotse)',
  },
  examples: { de: ['Vorschläge zum Verzeichnis'], en: ['Proposals for the directory'] },
  match: command('vorschläge zum verzeichnis', 'vorschlaege zum verzeichnis', 'proposals for the directory'),
  usefulTo: async (turn) => {
    const { viewerOf, contextAt } = desk.proposals;
    return keepsSomething(viewerOf(turn).id, contextAt(turn.at));
  },
  handle: (turn) => listReply(desk, turn),
  inMenu: false,
});

/** What a ref names, and what the directory says of it on a day: who, in what part, and how to reach them. */
export function standing(
  directory: Directory,
  { role: roleId, unit, application }: Ref,
  day: string,
  language: Language,
): { readonly about: string; readonly title: string; readonly stands: string } | undefined {
  const role = directory.roles.find(({ id }) => id === roleId);
  if (!role) return undefined;
  const place = placeLabel(directory, { unit, application }, language);
  const seats = seatsOf(directory, role.id, { unit, application }, day);
  const lines = seats.map(({ person, as }) =>
    [person.name, asWords[as][language], person.phone, person.email].filter(Boolean).join(', '),
  );
  // Whoever holds it for a unit and for a part of it stands there once.
  const stands = [...new Set(lines)].join('; ');
  return {
    about: [role.id, unit, application].filter(Boolean).join(' '),
    title: `${role.shortName[language]}${place ? ` (${place})` : ''}`,
    stands: shortened(stands || wordsIn(language)('niemand', 'nobody'), 400),
  };
}

/** What a form is opened with. */
type Filled = Partial<Said> & { readonly remark?: string; readonly understood?: string | undefined };

export function formReply(
  { directory }: Pick<ProposalDesk, 'directory'>,
  { language, at, actor }: Turn,
  ref: Ref,
  form: string,
  { remark, understood, what = words, right = '', from = '' }: Filled = {},
): Reply {
  const t = wordsIn(language);
  const day = dayOf(at);
  // Whom it is about stands first, else whoever asks.
  const asker = what.split(' ')[1] ?? personSignedIn(directory(), actor.id)?.id;
  const said = standing(directory(), ref, day, language);
  const choices = choicesFor(directory(), ref, day, language, asker);
  const data = {
    roles: [],
    form,
    role: ref.role,
    unit: ref.unit ?? '',
    application: ref.application ?? '',
    heading: understood
      ? t('Vorschlag zum Verzeichnis', 'Proposal for the directory')
      : t('Was stimmt nicht?', 'What is not right?'),
    title: said?.title ?? t('Das Verzeichnis', 'The directory'),
    stands: said?.stands ?? '–',
    choices,
    what: choices.some(({ value }) => value === what) ? what : words,
    right,
    from,
    remark,
    understood,
  };
  return { card: 'directory/propose', data, summary: t('Was stimmt nicht?', 'What is not right?'), language };
}

async function send(
  desk: ProposalDesk,
  turn: Turn,
  ref: Ref,
  form: string,
  given: Said,
  isPreview = false,
): Promise<Reply> {
  const day = dayOf(turn.at);
  const said = standing(desk.directory(), ref, day, turn.language);
  if (!said) return formReply(desk, turn, ref, form, given);
  try {
    const read = readSaid(desk.directory(), placed(ref), given, day, turn.language);
    const { edit, from = day } = read;
    const [wrong] = edit ? ((await desk.check?.((present) => edited(present, edit, from))) ?? []) : [];
    if (wrong) throw doesNotFit(wrong);
    if (isPreview) {
      const after = edit && edited(desk.directory(), edit, from);
      const lines = after?.ok ? editLines(desk.directory(), after.directory, turn.language) : [];
      return formReply(desk, turn, ref, form, { ...given, understood: previewText(lines, turn.language) });
    }
    return await propose(desk, turn, form, { ...said, ...read });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return formReply(desk, turn, ref, form, { ...given, remark: error.text[turn.language] });
  }
}

const previewText = (lines: readonly string[], language: Language): string => {
  const t = wordsIn(language);
  return lines.length > 0
    ? t(`Das ändert sich: ${lines.join(' · ')}`, `What changes: ${lines.join(' · ')}`)
    : t(
        'In der Datei ändert sich dadurch von selbst nichts; 10.50 liest Ihre Worte.',
        'Nothing changes in the file by itself; 10.50 reads your words.',
      );
};

/** A form carries an empty text where there is no place. */
const placed = ({ role, unit, application }: Ref): Ref => ({
  role,
  ...(unit ? { unit } : {}),
  ...(application ? { application } : {}),
});

/** One proposal for each form that was sent. @throws {Refusal} when it would come to nothing */
export async function propose(
  { proposals, forms }: Pick<ProposalDesk, 'proposals' | 'forms'>,
  turn: Turn,
  form: string,
  saying: Saying,
): Promise<Reply> {
  const by = proposals.viewerOf(turn);
  const context = proposals.contextAt(turn.at);
  const why = saying.edit && context.fits(saying.edit, saying.from ?? dayOf(turn.at));
  if (why) throw doesNotFit(why);
  const cut = { ...saying, right: saying.right.slice(0, longestRight) };
  const sending = { form, by: by.id, at: turn.at };
  const id = await createdOnce(forms, { letter: 'V', counter: 'proposals' }, sending, (number) => {
    const { doc, also = [] } = firstWrite(proposals.type, proposed(number, cut, by, context), context);
    return [{ collection: proposalCollection, doc: { ...doc } }, ...also];
  });
  return proposals.show(turn, id);
}

const mostListed = 15;

async function listReply({ proposals, keeper }: ProposalDesk, turn: Turn): Promise<Reply> {
  const viewer = proposals.viewerOf(turn);
  const context = proposals.contextAt(turn.at);
  // Whoever keeps another file only sees what is proposed for that one.
  if (!keepsSomething(viewer.id, context)) keeper(turn);
  const { language } = turn;
  const t = wordsIn(language);
  const all = [
    ...(await proposals.collection.list({ where: { state: 'open' } })),
    ...(await proposals.collection.list({ where: { state: 'released' } })),
  ];
  const found = all
    .filter((one) => isKeeper(one, viewer.id, context))
    .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt));
  const title = t('Vorschläge zum Verzeichnis', 'Proposals for the directory');
  const left = found.length - mostListed;
  const data = {
    roles: [],
    title,
    rows: found.slice(0, mostListed).map((one) => ({
      name: `${labelOf(one)} · ${one.title}`,
      text: `${stateText(one, proposals.contextAt(turn.at), dayOf(turn.at))[language]}: ${shortened(one.right, 120)}`,
    })),
    more: left > 0 ? t(`… und ${left} weitere`, `… and ${left} more`) : undefined,
    empty: found.length === 0 ? t('Zurzeit ist keiner offen.', 'None is open at present.') : undefined,
  };
  return { card: 'directory/list', data, summary: `${title}: ${found.length}`, language };
}

/** Forms that were sent are forgotten when their time is over. */
export const forgetForms = (forms: Collection<SentForm>): Job => ({
  id: 'directory.proposal-forms',
  async run(now) {
    const leaseUntil = new Date(now.getTime() + 60_000).toISOString();
    const due = await forms.claim({ now: now.toISOString(), leaseUntil, limit: 200 });
    await eachByItself(due, ({ id }) => forms.remove(id));
  },
});
