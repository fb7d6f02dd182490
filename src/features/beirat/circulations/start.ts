import { type Cases, firstWrite } from '../../../case/cases.ts';
import { createdOnce } from '../../../case/create.ts';
import { command } from '../../../core/command.ts';
import type { Action, Intent } from '../../../core/feature.ts';
import { Refusal } from '../../../core/refusal.ts';
import { inPlace, type Reply } from '../../../core/reply.ts';
import type { TextTurn, Turn } from '../../../core/turn.ts';
import { withRefusal } from '../../../core/with-refusal.ts';
import type { Context } from '../board/context.ts';
import { type BoardDesk, contextAt, viewerOf } from '../board/desk.ts';
import { isOffice } from '../board/members.ts';
import { requireOffice } from '../board/rights.ts';
import { type CirculationText, drafted, requireAllowed } from './acts/draft.ts';
import { type Entries, formReply, readForm, wrongIn } from './draft-form.ts';
import { type Circulation, circulationCollection } from './model.ts';
import { circulationsReply } from './views/list.ts';

export type StartDesk = BoardDesk & { readonly circulations: Cases<Circulation, Context> };

const words =
  /^\s*(?:neuer\s+)?(?:umlaufbeschluss|circular resolution)(?:[\s?!.]*$|[\s:]+(?<title>[^:?]{2,120}):\s*(?<wording>\S.*)$)/is;

export const startIntents = (desk: StartDesk): readonly Intent[] => [
  {
    id: 'beirat.circulation',
    title: { de: 'Einen Beschluss im Umlauf fassen', en: 'Resolve something by circulation' },
    examples: {
      de: ['Umlaufbeschluss', 'Umlaufbeschluss Logo: Der Beirat stimmt dem Entwurf zu.'],
      en: ['Circular resolution', 'Circular resolution Logo: The board agrees to the draft.'],
    },
    acts: (typed) => Boolean(words.exec(typed)?.groups?.title),
    match: (typed) => words.test(typed),
    inMenu: false,
    usefulTo: (turn) => isOffice(viewerOf(turn, desk).id, contextAt(desk, turn.at)),
    handle: (turn) => withRefusal(turn, () => typedStart(desk, turn)),
  },
  {
    id: 'beirat.circulations',
    title: { de: 'Ihre Umlaufbeschlüsse', en: 'Your circular resolutions' },
    examples: { de: ['Umlaufbeschlüsse'], en: ['Circular resolutions'] },
    match: command(
      'umlaufbeschlüsse',
      'meine umlaufbeschlüsse',
      'circular resolutions',
      'my circular resolutions',
    ),
    inMenu: false,
    handle: (turn) => circulationsReply(desk.circulations, turn),
  },
];

export const startActions = (desk: StartDesk): readonly Action[] => [
  { verb: 'beirat.circulation-new', form: true, handle: (turn) => openForm(desk, turn) },
  {
    verb: 'beirat.circulation-save',
    handle: async (turn) => inPlace(await saved(desk, turn, turn.data)),
  },
];

async function typedStart(desk: StartDesk, turn: TextTurn): Promise<Reply> {
  const { title = '', wording = '' } = words.exec(turn.text)?.groups ?? {};
  if (!title) return openForm(desk, turn);
  const { days } = contextAt(desk, turn.at).rules.circulation;
  // The same message delivered twice makes one draft.
  const form = desk.digest(JSON.stringify(['circulation', turn.id, turn.actor.id, turn.text])).slice(0, 40);
  const written = { title: title.trim(), wording: wording.trim().slice(0, 2000), days };
  return created(desk, turn, form, written);
}

/** The form of a new circulation, or of a draft. @throws {Refusal} unless the office asks */
export async function openForm(desk: StartDesk, turn: Turn, id = ''): Promise<Reply> {
  const context = contextAt(desk, turn.at);
  const by = viewerOf(turn, desk);
  requireOffice(by, context);
  const form = desk.newId();
  if (!id) {
    requireAllowed(context);
    const { days } = context.rules.circulation;
    return formReply({ id: '', draft: 0, form, title: '', wording: '', reasons: '', days }, turn);
  }
  const found = await desk.circulations.visible(id, by.id, turn.at);
  const { draft, title, wording, reasons = '', days } = found;
  return formReply({ id, draft, form, title, wording, reasons, days }, turn);
}

/** Takes a filled-in form: back with what is wrong, or on to the circulation. */
async function saved(desk: StartDesk, turn: Turn, data: Readonly<Record<string, unknown>>): Promise<Reply> {
  const entries = readForm(data);
  if (!entries) return openForm(desk, turn);
  const by = viewerOf(turn, desk);
  requireOffice(by, contextAt(desk, turn.at));
  const wrong = wrongIn(entries);
  if (wrong.length > 0) return formReply(entries, turn, { wrong });
  return entries.id ? edited(desk, turn, entries) : created(desk, turn, entries.form, entries);
}

/** What cannot be changed any more is said in the form, and what was typed stays in it. */
async function edited({ circulations, ...desk }: StartDesk, turn: Turn, entries: Entries): Promise<Reply> {
  const by = { ...viewerOf(turn, desk), via: 'teams' as const };
  try {
    await circulations.act(by, entries.id, 'edit', entries, turn.at);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return formReply(entries, turn, { remark: error.text[turn.language] });
  }
  return circulations.show(turn, entries.id);
}

/** Creates a draft, once for each form. */
async function created(desk: StartDesk, turn: Turn, form: string, text: CirculationText): Promise<Reply> {
  const { circulations, forms } = desk;
  const context = contextAt(desk, turn.at);
  const by = viewerOf(turn, desk);
  requireOffice(by, context);
  const sending = { form, by: by.id, at: turn.at };
  const id = await createdOnce(forms, { letter: 'U', counter: 'circulations' }, sending, (number) => {
    const { doc, also = [] } = firstWrite(circulations.type, drafted(number, text, by, context), context);
    return [{ collection: circulationCollection, doc: { ...doc } }, ...also];
  });
  return circulations.show(turn, id);
}
