import { dayIn, dayOf } from '../../../core/day.ts';
import type { Intent } from '../../../core/feature.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { Reply } from '../../../core/reply.ts';
import { wordsIn } from '../../../core/text.ts';
import type { Turn } from '../../../core/turn.ts';
import { withRefusal } from '../../../core/with-refusal.ts';
import { edited } from '../changes/edit.ts';
import { editLines } from '../changes/labels.ts';
import type { ConfirmPorts } from '../confirming/asking.ts';
import { entryReply, refOf } from '../confirming/chat.ts';
import { assignmentsOfPerson, personSignedIn } from '../lookup.ts';
import type { Assignment, Directory } from '../model.ts';
import { isThere } from '../validity.ts';
import { personCalled, readSaid, type Said } from './form.ts';
import { type Handover, handoverSaid, rowsMeant, saysHandover } from './said.ts';
import { formReply, type ProposalDesk } from './start.ts';

/** "Ich gebe mein Amt zum 1.3. ab": the form of a proposal, filled in with what was understood. Nothing is done yet. */
export const handoverIntent = (desk: ProposalDesk, entry: ConfirmPorts): Intent => ({
  id: 'directory.handover',
  title: {
    de: 'Ein Amt abgeben, eine Vertretung eintragen lassen',
    en: 'Hand over a role, have a deputy entered',
  },
  examples: {
    de: ['Ich gebe mein Amt zum 1.3. ab', 'Bitte Vertretung eintragen: IT-Beauftragte Amt 66'],
    en: ['I step down on 1 March', 'Please enter a deputy: IT officer of office 66'],
  },
  match: saysHandover,
  handle: (turn) =>
    withRefusal(turn, async () => {
      const said = handoverSaid(turn.text, dayOf(turn.at));
      if (!said) throw noRow();
      return handoverReply(desk, entry, turn, said);
    }),
  usefulTo: (turn) => {
    const person = personSignedIn(desk.directory(), turn.actor.id);
    return person !== undefined && assignmentsOfPerson(desk.directory(), person.id).length > 0;
  },
  inMenu: false,
});

async function handoverReply(
  desk: ProposalDesk,
  entry: ConfirmPorts,
  turn: Turn,
  said: Handover,
): Promise<Reply> {
  const directory = desk.directory();
  const day = dayOf(turn.at);
  const person = personSignedIn(directory, turn.actor.id);
  const own = person ? assignmentsOfPerson(directory, person.id).filter((row) => isThere(row, day)) : [];
  const rows = meant(directory, own, said, day);
  const [only, ...more] = rows;
  if (!only) throw noRow();
  if (more.length > 0)
    return entryReply(entry, turn, whichOne[turn.language], (row) =>
      rows.includes(row) ? { ...filled(said, row, directory, turn) } : undefined,
    );
  const given = filled(said, only, directory, turn);
  return formReply(desk, turn, refOf(only), desk.ids.next(), {
    ...given,
    understood: understoodOf(directory, only, given, turn),
  });
}

/** What is the person's own goes first; whoever names a place means that one. */
function meant(
  directory: Directory,
  own: readonly Assignment[],
  { what, of }: Handover,
  day: string,
): readonly Assignment[] {
  const mine = rowsMeant(directory, what === 'end' ? own : own.filter(({ as }) => as === 'holder'), of);
  if (mine.length > 0 || what === 'end' || !of.trim()) return mine;
  const there = directory.assignments.filter((row) => row.as === 'holder' && isThere(row, day));
  const named = rowsMeant(directory, there, of);
  return named.length === there.length ? [] : named;
}

/** As the form takes it. */
function filled({ what, name, from }: Handover, row: Assignment, directory: Directory, turn: Turn): Said {
  return {
    what: what === 'end' ? `end ${row.person}` : what,
    right: name && (personCalled(directory, name)?.name ?? name),
    from: from === undefined ? '' : turn.language === 'de' ? dayIn('de', from) : from,
  };
}

/** "Das ändert sich: ~ IT-Beauftragte (61): … bis (leer) → 28.02.2027"; nothing where something is missing. */
function understoodOf(directory: Directory, row: Assignment, given: Said, turn: Turn): string | undefined {
  const { language, at } = turn;
  const t = wordsIn(language);
  try {
    const { edit, from } = readSaid(directory, refOf(row), given, dayOf(at), language);
    const after = edit && edited(directory, edit, from ?? dayOf(at));
    const lines = after?.ok ? editLines(directory, after.directory, language) : [];
    return lines.length > 0
      ? t(
          `So habe ich Sie verstanden. Das ändert sich: ${lines.join(' · ')}`,
          `This is how I understood you. What changes: ${lines.join(' · ')}`,
        )
      : undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return undefined;
  }
}

const whichOne = {
  de: 'Sie haben mehrere Aufgaben. Drücken Sie „Stimmt nicht?“ bei der, die Sie meinen; was Sie geschrieben haben, steht dann schon im Formular.',
  en: 'You have several tasks. Press “Not right?” at the one that you mean; what you wrote is in the form then.',
};

const noRow = () =>
  new Refusal('no-row-to-hand-over', {
    de: 'Im Verzeichnis finde ich keine Aufgabe, die Sie meinen könnten. „Mein Eintrag“ zeigt, was dort über Sie steht; ist etwas anderes gemeint, nennen Sie Rolle und Amt, z. B. „Bitte Vertretung für IT-Beauftragte Amt 61 eintragen: NAME“.',
    en: 'I find no task in the directory that you could mean. “My entry” shows what stands there of you; if you mean something else, name role and office, e.g. “Please enter a deputy for IT officers office 61: NAME”.',
  });
