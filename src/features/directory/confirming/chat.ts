import { z } from 'zod';
import { command } from '../../../core/command.ts';
import { dayIn, dayOf } from '../../../core/day.ts';
import type { Action, Intent } from '../../../core/feature.ts';
import type { Person } from '../../../core/ports/role-directory.ts';
import { Refusal } from '../../../core/refusal.ts';
import { inPlace, type Reply } from '../../../core/reply.ts';
import { wordsIn } from '../../../core/text.ts';
import type { Turn } from '../../../core/turn.ts';
import { personSignedIn } from '../lookup.ts';
import type { Assignment } from '../model.ts';
import { type ConfirmPorts, confirm, seenOf } from './asking.ts';
import { entryOf } from './round.ts';

/** One's own entry: shown, confirmed by one press, and from each line the way to a proposal. */
export const entryIntents = (ports: ConfirmPorts): readonly Intent[] => {
  const usefulTo = (turn: Turn) => hasEntry(ports, turn);
  return [
    {
      id: 'directory.entry',
      title: { de: 'Was im Verzeichnis über mich steht', en: 'What the directory says of me' },
      examples: { de: ['Mein Eintrag'], en: ['My entry'] },
      match: command('mein eintrag', 'meine angaben', 'my entry', 'my details'),
      handle: (turn) => entryReply(ports, turn),
      usefulTo,
      inMenu: false,
    },
    {
      id: 'directory.confirm',
      title: { de: 'Den eigenen Eintrag bestätigen', en: 'Confirm one’s own entry' },
      examples: { de: ['Mein Eintrag stimmt'], en: ['My entry is right'] },
      match: command(
        'mein eintrag stimmt',
        'meine angaben stimmen',
        'my entry is right',
        'my details are right',
      ),
      acts: (text) => !/\?\s*$/.test(text),
      handle: (turn) =>
        /\?\s*$/.test(turn.text) ? entryReply(ports, turn) : confirmed(ports, turn, undefined),
      usefulTo,
      inMenu: false,
    },
  ];
};

const Pressed = z.object({ seen: z.string().max(40).optional().catch(undefined) });

export const entryActions = (ports: ConfirmPorts): readonly Action[] => [
  { verb: 'directory.entry', handle: async (turn) => inPlace(await entryReply(ports, turn)) },
  {
    verb: 'directory.confirm-entry',
    handle: async (turn) => inPlace(await confirmed(ports, turn, Pressed.parse(turn.data).seen ?? '')),
  },
];

const hasEntry = ({ directory }: ConfirmPorts, { actor, at }: Turn): boolean => {
  const person = personSignedIn(directory(), actor.id);
  return person !== undefined && (entryOf(directory(), person.id, dayOf(at), 'de')?.rows.length ?? 0) > 0;
};

/** @throws {Refusal} unless they stand in the directory */
function signedIn({ directory }: ConfirmPorts, { actor }: Turn): Person {
  const person = personSignedIn(directory(), actor.id);
  if (person) return person;
  throw new Refusal('no-own-entry', {
    de: 'Im Verzeichnis stehen Sie nicht. Das Strategische IT-Management (10.50) trägt Sie ein, wenn Sie eine Rolle haben.',
    en: 'You are not in the directory. Strategic IT Management (10.50) enters you when you have a role.',
  });
}

/** @param seen what the card was drawn for; typed words mean what stands there now */
async function confirmed(ports: ConfirmPorts, turn: Turn, seen: string | undefined): Promise<Reply> {
  const person = signedIn(ports, turn);
  const day = dayOf(turn.at);
  const t = wordsIn(turn.language);
  if (seen !== undefined && seen !== seenOf(ports, person.id, day))
    return entryReply(
      ports,
      turn,
      t(
        'Seit dieser Karte hat sich etwas geändert. Bitte sehen Sie noch einmal hin.',
        'Something has changed since this card. Please look once more.',
      ),
    );
  await confirm(ports.confirmations, person.id, day);
  return entryReply(
    ports,
    turn,
    t('Danke, Ihr Eintrag ist bestätigt.', 'Thank you, your entry is confirmed.'),
  );
}

export const refOf = ({ role, unit, application }: Assignment) => ({
  role,
  ...(unit ? { unit } : {}),
  ...(application ? { application } : {}),
});

/** More would not fit; whoever has more roles sees how many. */
const mostRows = 6;

/** What was said of one of the rows, where it is not clear of which. */
type SaidOf = (row: Assignment) => Readonly<Record<'what' | 'right' | 'from', string>> | undefined;

export async function entryReply(
  ports: ConfirmPorts,
  turn: Turn,
  remark?: string,
  saidOf: SaidOf = () => undefined,
): Promise<Reply> {
  const person = signedIn(ports, turn);
  const { language } = turn;
  const t = wordsIn(language);
  const day = dayOf(turn.at);
  const entry = entryOf(ports.directory(), person.id, day, language);
  const known = await ports.confirmations.get(person.id);
  const rows = entry?.rows ?? [];
  const left = rows.length - mostRows;
  const heading = t('Ihr Eintrag im Verzeichnis', 'Your entry in the directory');
  const data = {
    roles: [],
    title: heading,
    name: person.name,
    contact: entry?.contact ?? '',
    remark,
    rows: rows.slice(0, mostRows).map((row, at) => ({
      text: entry?.lines[at] ?? '',
      ref: refOf(row),
      said: saidOf(row) ?? {},
    })),
    none: rows.length === 0 ? t('Sie haben zurzeit keine Rolle.', 'You have no role at present.') : undefined,
    more: left > 0 ? t(`… und ${left} weitere Aufgaben`, `… and ${left} more tasks`) : undefined,
    last: known?.confirmed
      ? t(
          `Zuletzt bestätigt am ${dayIn('de', known.confirmed)}`,
          `Last confirmed on ${dayIn('en', known.confirmed)}`,
        )
      : undefined,
    seen: rows.length > 0 && known?.confirmed !== day ? seenOf(ports, person.id, day) : undefined,
  };
  return { card: 'directory/entry', data, summary: heading, language };
}
