import { command } from '../../../core/command.ts';
import { dayOf } from '../../../core/day.ts';
import type { Intent } from '../../../core/feature.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { Reply } from '../../../core/reply.ts';
import type { TextTurn } from '../../../core/turn.ts';
import { withRefusal } from '../../../core/with-refusal.ts';
import { nameOf } from '../budgets/money-view.ts';
import { allBudgets, usable } from '../budgets/open-budgets.ts';
import { noSuchBudget } from '../budgets/refusals.ts';
import { budgetNamed, readMoney } from '../budgets/typed.ts';
import type { Act } from '../decide/act.ts';
import { actOn, contextAt, type Desk, showCase, viewerOf, visibleRequest } from '../desk.ts';
import { stepOf } from '../route.ts';
import { peopleOf, receiversOf } from '../view/possible.ts';
import { readCommand } from './commands.ts';
import { listReply } from './lists.ts';

/** Opens the form again for a request that may be changed. Made by the part that owns the forms. */
export type OpenForm = (turn: TextTurn, id: string, form: 'change' | 'resubmit') => Promise<Reply>;

/** What people type about requests that exist already. */
export function caseIntents(desk: Desk, openForm: OpenForm): readonly Intent[] {
  return [
    {
      id: 'requests.mine',
      title: { de: 'Ihre Anträge und ihr Stand', en: 'Your requests and where they stand' },
      examples: { de: ['Meine Anträge'], en: ['My requests'] },
      match: command('meine anträge', 'meine antraege', 'my requests', 'mein antrag', 'my request'),
      handle: (turn) => listReply(desk, turn, 'mine'),
    },
    {
      id: 'requests.waiting',
      title: { de: 'Was auf Ihre Entscheidung wartet', en: 'What waits for your decision' },
      examples: { de: ['Meine Entscheidungen'], en: ['My decisions'] },
      match: command(
        'meine entscheidungen',
        'meine aufgaben',
        'my decisions',
        'my tasks',
        'was wartet auf mich',
      ),
      handle: (turn) => listReply(desk, turn, 'waiting'),
    },
    {
      id: 'requests.case',
      title: { de: 'Ein Antrag nach seiner Nummer', en: 'A request by its number' },
      examples: { de: ['IT-2026-0042'], en: ['IT-2026-42'] },
      match: (text) => isShowing(text),
      handle: (turn) => withRefusal(turn, () => shown(desk, turn)),
    },
    {
      id: 'requests.act',
      inMenu: false,
      title: { de: 'Entscheiden und antworten per Text', en: 'Decide and answer by typing' },
      examples: {
        de: [
          'IT-2026-0042 zustimmen',
          'IT-2026-0042 ablehnen: Das Budget ist erschöpft',
          'IT-2026-0042 Rückfrage: Wie viele Geräte?',
          'IT-2026-0042 erledigt: Gerät steht bereit',
        ],
        en: [
          'IT-2026-0042 approve',
          'IT-2026-0042 reject: The budget is used up',
          'IT-2026-0042 ask: How many devices?',
          'IT-2026-0042 done: The device is ready',
        ],
      },
      match: (text) => readCommand(text) !== undefined && !isShowing(text),
      handle: (turn) => withRefusal(turn, () => typed(desk, inItsLanguage(turn), openForm)),
    },
  ];
}

function isShowing(text: string): boolean {
  const read = readCommand(text);
  return read !== undefined && !read.act && !read.form;
}

/** A verb says in which language an answer is expected; the note behind it may be in any. */
const inItsLanguage = (turn: TextTurn): TextTurn => ({
  ...turn,
  language: readCommand(turn.text)?.language ?? turn.language,
});

async function shown(desk: Desk, turn: TextTurn): Promise<Reply> {
  const read = readCommand(turn.text);
  return showCase(desk, turn, read?.id ?? '', read?.unclear ? { remark: unclear[turn.language] } : {});
}

const unclear = {
  de: 'Was hinter der Nummer steht, habe ich nicht verstanden. Die Schaltflächen zeigen, was Sie hier tun können.',
  en: 'I did not understand what follows the number. The buttons show what you can do here.',
};

async function typed(desk: Desk, turn: TextTurn, openForm: OpenForm): Promise<Reply> {
  const read = readCommand(turn.text);
  if (!read?.act && !read?.form) return showCase(desk, turn, read?.id ?? '');
  if (read.form) return openForm(turn, read.id, read.form);
  const act =
    read.to === undefined
      ? await withMoney(desk, turn, read.act as Act)
      : await addressed(desk, turn, read.id, read.act as Act, read.to);
  return actOn(desk, turn, read.id, act);
}

/** "zustimmen 1.250 € aus IT-Budget" sets money aside; any other note is a note. */
async function withMoney(desk: Desk, turn: TextTurn, act: Act): Promise<Act> {
  const money = act.kind === 'approve' && act.note ? readMoney(act.note) : undefined;
  if (!money) return act;
  const year = Number(dayOf(turn.at).slice(0, 4));
  const budgets = usable(await allBudgets(desk.budgets), year);
  const found = budgetNamed(money.budget, budgets, year);
  if (!found)
    throw noSuchBudget(
      money.budget,
      budgets.map((budget) => nameOf(budget, turn.language)),
    );
  const { cents, note } = money;
  return { kind: 'approve', ...(note ? { note } : {}), funding: { budget: found.id, cents } };
}

/** Finds the person that was typed, among those whom the step can be given to. */
async function addressed(desk: Desk, turn: TextTurn, id: string, act: Act, to: string): Promise<Act> {
  const viewer = viewerOf(turn, desk);
  const request = await visibleRequest(desk, id, viewer.id, turn.at);
  const step = stepOf(request, request.open?.step);
  const context = contextAt(desk, turn.at);
  const people =
    act.kind === 'assign' || !step
      ? peopleOf(step, request, context)
      : receiversOf(step, request, viewer.id, context);
  const wanted = to.trim().toLowerCase();
  const found =
    people.find(({ title, value }) => [title.toLowerCase(), value.toLowerCase()].includes(wanted)) ??
    people.find(({ title }) => title.toLowerCase().includes(wanted));
  const known = found?.value ?? desk.directory.person(to.trim())?.id;
  if (!known)
    throw unknownPerson(
      to,
      people.map(({ title }) => title),
    );
  return { ...act, to: known } as Act;
}

function unknownPerson(to: string, names: readonly string[]): Refusal {
  const list = names.join(', ') || '–';
  return new Refusal('unknown-person', {
    de: `„${to}“ finde ich hier nicht. Möglich sind: ${list}.`,
    en: `I cannot find “${to}” here. Possible are: ${list}.`,
  });
}
