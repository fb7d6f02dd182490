import { z } from 'zod';
import { enteredNumber } from '../../../core/entered.ts';
import type { Reply } from '../../../core/reply.ts';
import type { Text } from '../../../core/text.ts';
import type { Turn } from '../../../core/turn.ts';
import { requireOffice } from '../decide/rights.ts';
import { contextAt, viewerOf } from '../desk.ts';
import { labelOf } from '../meeting.ts';
import { createdOnce } from '../numbered.ts';
import type { CirculationText } from './act.ts';
import { circulationCollection } from './circulation.ts';
import { drafted } from './decide.ts';
import { actOnCirculation, type CirculationDesk, circulationCard, visibleCirculation } from './desk.ts';
import { noSuchCirculation } from './refusals.ts';

/** Card `beirat/circulation-form`: title, wording, reasons and how long is voted. */
export type CirculationFormView = {
  readonly roles: readonly [];
  /** Empty for a new one. */
  readonly id: string;
  readonly draft: number;
  readonly form: string;
  readonly heading: string;
  readonly remark?: string | undefined;
  readonly title: string;
  readonly wording: string;
  readonly reasons: string;
  /** Not a number when none was entered. */
  readonly days: number;
};

type Entries = Omit<CirculationFormView, 'roles' | 'heading' | 'remark'>;

function formReply(entries: Entries, { language }: Pick<Turn, 'language'>, remark?: string): Reply {
  const number = labelOf(entries);
  const heading = entries.id
    ? language === 'de'
      ? `Umlaufbeschluss ${number} bearbeiten`
      : `Edit the circular resolution ${number}`
    : language === 'de'
      ? 'Neuer Umlaufbeschluss'
      : 'New circular resolution';
  const view: CirculationFormView = { roles: [], heading, remark, ...entries };
  return { card: 'beirat/circulation-form', data: view, summary: heading, language };
}

/** The form of a new circulation, or of a draft. @throws {Refusal} unless the office asks */
export async function openCirculationForm(desk: CirculationDesk, turn: Turn, id = ''): Promise<Reply> {
  const context = contextAt(desk, turn.at);
  const by = viewerOf(turn, desk);
  requireOffice(by, context);
  const form = desk.newId();
  if (!id) {
    const { days } = context.rules.circulation;
    return formReply({ id: '', draft: 0, form, title: '', wording: '', reasons: '', days }, turn);
  }
  const { draft, title, wording, reasons = '', days } = await visibleCirculation(desk, id, by.id, turn.at);
  return formReply({ id, draft, form, title, wording, reasons, days }, turn);
}

const word = (most: number) => z.string().max(most).trim().catch('');
const Entered = z.object({
  id: word(40),
  draft: z.coerce.number().int().min(0).catch(0),
  form: z.string().regex(/^[\w-]{1,60}$/),
  title: word(120),
  wording: word(2000),
  reasons: word(2000),
  days: z
    .unknown()
    .optional()
    .transform((value) => enteredNumber(value) ?? Number.NaN),
});

/** Takes a filled-in form: back with what is wrong, or on to the circulation. */
export async function saveCirculation(
  desk: CirculationDesk,
  turn: Turn,
  data: Readonly<Record<string, unknown>>,
): Promise<Reply> {
  const read = Entered.safeParse(data);
  if (!read.success) return openCirculationForm(desk, turn);
  const entries = read.data;
  requireOffice(viewerOf(turn, desk), contextAt(desk, turn.at));
  const problem = problemIn(entries);
  if (problem) return formReply(entries, turn, problem[turn.language]);
  if (!entries.id) return newCirculation(desk, turn, entries.form, entries);
  const by = viewerOf(turn, desk);
  const act = { kind: 'edit', draft: entries.draft, text: entries } as const;
  const circulation = await actOnCirculation(desk, by, entries.id, act, turn.at);
  return circulationCard(circulation, by, contextAt(desk, turn.at));
}

function problemIn({ title, wording, days }: Entries): Text | undefined {
  if (!title || !wording)
    return {
      de: 'Bitte geben Sie Titel und Wortlaut an. Über den Wortlaut wird abgestimmt.',
      en: 'Please enter title and wording. The wording is what is voted on.',
    };
  if (!(Number.isInteger(days) && days >= 1 && days <= 60))
    return {
      de: 'Geben Sie an, wie viele Tage abgestimmt wird, zwischen 1 und 60.',
      en: 'Enter how many days the voting lasts, between 1 and 60.',
    };
  return undefined;
}

/** Creates a draft, once for each form. */
export async function newCirculation(
  desk: CirculationDesk,
  turn: Turn,
  form: string,
  text: CirculationText,
): Promise<Reply> {
  const context = contextAt(desk, turn.at);
  const by = viewerOf(turn, desk);
  requireOffice(by, context);
  const id = await createdOnce(desk.forms, 'U', { form, by: by.id, at: turn.at }, (number) => {
    const { doc, also = [] } = drafted(number, text, by, context);
    return [{ collection: circulationCollection, doc: { ...doc } }, ...also];
  });
  const circulation = await desk.circulations.get(id);
  if (!circulation) throw noSuchCirculation(id);
  return circulationCard(circulation, by, context);
}
