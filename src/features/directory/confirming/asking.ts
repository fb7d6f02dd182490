import { dayOf, daysBefore, timeOf } from '../../../core/day.ts';
import { eachByItself } from '../../../core/each.ts';
import type { Job } from '../../../core/feature.ts';
import type { Digest } from '../../../core/history.ts';
import { type Notice, type NoticeKind, owed } from '../../../core/notice.ts';
import { AlreadyExists, type Collection, type Store } from '../../../core/ports/store.ts';
import { type Text, wordsIn } from '../../../core/text.ts';
import type { Directory } from '../model.ts';
import { askable, type Confirmation, entryOf, type Rounds, roundOn, seenText } from './round.ts';

export type ConfirmPorts = {
  readonly directory: () => Directory;
  readonly rounds: () => Rounds;
  readonly confirmations: Collection<Confirmation>;
  readonly leads: Store['leads'];
  readonly digest: Digest;
};

const kind = 'directory.confirm';
/** From this time of the day on, Koblenz. */
const askAt = '08:00';

/** On the day of a round, or as long after it as answers are waited for; whoever comes later is asked in the next one. */
export const askToConfirm = ({ directory, rounds, confirmations, leads }: ConfirmPorts): Job => {
  let done = '';
  return {
    id: kind,
    async run(now) {
      const at = now.toISOString();
      const day = dayOf(at);
      if (done === day || timeOf(at) < askAt) return;
      const round = roundOn(rounds(), day);
      if (round !== undefined && daysBefore(day, rounds().within) <= round) {
        if (!(await leads(kind))) return;
        await ask(round, day, at);
      }
      await forgetLeft(day);
      done = day;
    },
  };

  async function ask(round: string, day: string, at: string): Promise<void> {
    const known = new Map((await confirmations.list()).map((one) => [one.id, one]));
    const asked = [...known.values()].some((one) => one.asked === round);
    // A round is asked once, as a whole: whoever was given a role since knows what stands there.
    const people = asked
      ? askable(directory(), round).filter((id) => known.get(id)?.asked !== round)
      : askable(directory(), day);
    await eachByItself(people, async (person) => {
      if ((known.get(person)?.confirmed ?? '') >= round) return;
      const notice: Notice = {
        id: `${kind} ${round} ${person}`,
        recipient: person,
        kind,
        ref: round,
        urgency: 'act',
        createdAt: at,
      };
      try {
        await confirmations.add({ id: person, asked: round }, [owed(notice)]);
      } catch (error) {
        if (!(error instanceof AlreadyExists)) throw error;
        await confirmations.change(person, (current) =>
          current.asked === round ? undefined : { doc: { ...current, asked: round }, also: [owed(notice)] },
        );
      }
    });
  }

  /** Of people who have left nothing is kept. */
  async function forgetLeft(day: string): Promise<void> {
    const here = new Set(directory().persons.map(({ id }) => id));
    const long = daysBefore(day, keptDays);
    for (const { id, asked = '', confirmed = '' } of await confirmations.list())
      if (!here.has(id) || (asked < long && confirmed < long)) await confirmations.remove(id);
  }
};

/** Days after which it says nothing any more. */
const keptDays = 730;

/** A fingerprint of what stands there: what a card was drawn for. */
export const seenOf = (
  ports: Pick<ConfirmPorts, 'directory' | 'digest'>,
  person: string,
  day: string,
): string => ports.digest(seenText(ports.directory(), person, day)).slice(0, 16);

/** Somebody says that what stands there is right. */
export async function confirm(
  confirmations: Collection<Confirmation>,
  person: string,
  day: string,
): Promise<void> {
  try {
    await confirmations.add({ id: person, confirmed: day });
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
    await confirmations.change(person, (current) =>
      current.confirmed === day ? undefined : { doc: { ...current, confirmed: day } },
    );
  }
}

const title: Text = { de: 'Stimmt Ihr Eintrag noch?', en: 'Is your entry still right?' };
const mostLines = 3;

/** Said from what stands there at the moment of sending; whoever has confirmed meanwhile is not asked. */
export const confirmNotice = (ports: ConfirmPorts): NoticeKind => ({
  kind,
  title,
  repeatable: true,
  async say({ ref, recipient }, { language }, now) {
    const day = dayOf(now.toISOString());
    const entry = entryOf(ports.directory(), recipient, day, language);
    const known = await ports.confirmations.get(recipient);
    if (!entry || entry.rows.length === 0 || (known?.confirmed ?? '') >= ref) return undefined;
    const t = wordsIn(language);
    const left = entry.lines.length - mostLines;
    const lines = [
      ...entry.lines.slice(0, mostLines),
      ...(left > 0 ? [t(`… und ${left} weitere`, `… and ${left} more`)] : []),
      entry.contact,
    ];
    const heading = title[language];
    return {
      reply: {
        card: 'directory/confirm',
        data: { roles: [], title: heading, lines, seen: seenOf(ports, recipient, day) },
        summary: heading,
        language,
      },
      letter: { subject: heading, paragraphs: [lines.join('\n'), byMail[language]] },
    };
  },
});

const byMail: Text = {
  de: 'In Teams antworten Sie mit einem Druck. Stimmt etwas nicht, schreiben Sie Lotse dort „Mein Eintrag“.',
  en: 'In Teams one press answers. If something is not right, write “My entry” to Lotse there.',
};
