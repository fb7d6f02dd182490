import { daysBefore, timeOf } from '../../../../core/day.ts';
import type { Job } from '../../../../core/feature.ts';
import { type Notice, type NoticeKind, owed } from '../../../../core/notice.ts';
import { AlreadyExists } from '../../../../core/ports/store.ts';
import { noteReply } from '../../../../core/reply.ts';
import { type Text, wordsIn } from '../../../../core/text.ts';
import { isWorkingDay } from '../../../../core/working-days.ts';
import { type Context, today } from '../../board/context.ts';
import { contextAt } from '../../board/desk.ts';
import { chairNow, composition, type Filled, officeNow } from '../../board/members.ts';
import { longDay } from '../../board/words.ts';
import type { RhythmDesk } from './reminding.ts';

/** Terms that end are told before they do, to those whom the rules name: a seat that nobody refills costs the quorum. */

type Ending = {
  readonly seat: Filled['seat'];
  readonly party: string;
  readonly name: string;
  readonly until: string;
};

const endingsIn = (context: Context): readonly Ending[] =>
  composition(context, today(context)).flatMap(({ seat, holder }) =>
    holder?.until ? [{ seat, party: holder.person.id, name: holder.person.name, until: holder.until }] : [],
  );

/** The last of the days before the end that has come, `30`; nothing when none has. */
function stageOf({ until }: Ending, context: Context): number | undefined {
  const days = [...(context.rules.terms?.remindDays ?? [])].sort((a, b) => a - b);
  return days.find((before) => today(context) >= daysBefore(until, before));
}

function told({ party }: Ending, context: Context): readonly string[] {
  const care = context.directory.actingPerson('strategisches-it-management', {}, today(context));
  const who = {
    office: officeNow(context),
    chair: chairNow(context)?.person.id,
    member: party,
    // They keep the directory, where a new term is entered.
    care: care?.person.id,
  };
  return [...new Set((context.rules.terms?.tell ?? []).flatMap((one) => who[one] ?? []))];
}

/** When people are told, the hour in Koblenz. */
const morning = '08:00';

export const termJob = (desk: RhythmDesk): Job => ({
  id: 'beirat.terms',
  async run(now) {
    const context = contextAt(desk, now.toISOString());
    if (!context.rules.terms || !isWorkingDay(today(context), context.holidays)) return;
    if (timeOf(context.now) < morning) return;
    for (const ending of endingsIn(context)) await tell(desk, ending, context);
  },
});

/** Once for each stage; several stages that were slept through are one. */
async function tell(desk: RhythmDesk, ending: Ending, context: Context): Promise<void> {
  const stage = stageOf(ending, context);
  if (stage === undefined) return;
  const { seat, until } = ending;
  // Nobody stands in it: the seat and the day make it the same.
  const id = `term ${seat.id} ${until} ${stage}`;
  if (await desk.reminded.get(id)) return;
  const at = context.now;
  const notices = told(ending, context).map(
    (recipient): Notice => ({
      id: `${id} ${recipient}`,
      recipient,
      kind: 'beirat.term',
      ref: seat.id,
      facts: { until },
      urgency: 'act',
      createdAt: at,
    }),
  );
  try {
    await desk.reminded.add({ id, at }, notices.map(owed));
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
}

const title: Text = {
  de: 'Eine Amtszeit im Digitalen Beirat endet',
  en: 'A term in the Digital Advisory Board ends',
};

export const termNotice = (desk: RhythmDesk): NoticeKind => ({
  kind: 'beirat.term',
  title,
  repeatable: true,
  async say({ ref, facts }, to, now) {
    const context = contextAt(desk, now.toISOString());
    // With a new term, or another person on the seat, nothing is left to say.
    const ending = endingsIn(context).find(({ seat, until }) => seat.id === ref && until === facts?.until);
    if (!ending) return undefined;
    const { seat, name, until, party } = ending;
    const t = wordsIn(to.language);
    const day = longDay(until, to.language);
    const text =
      to.id === party
        ? t(
            `Ihre Amtszeit auf dem Sitz „${seat.name.de}“ endet am ${day}. Ob und wie es weitergeht, sagt Ihnen die Geschäftsführung, der Digitallotse Wirtschaft.`,
            `Your term on the seat “${seat.name.en}” ends on ${day}. The office, the Digitallotse Wirtschaft, will tell you whether and how it goes on.`,
          )
        : t(
            `Die Amtszeit von ${name} auf dem Sitz „${seat.name.de}“ endet am ${day}. Ohne neue Zuordnung im Verzeichnis (10.50) ist der Sitz danach nicht besetzt und zählt bei der Beschlussfähigkeit trotzdem mit.`,
            `The term of ${name} on the seat “${seat.name.en}” ends on ${day}. Without a new assignment in the directory (10.50) the seat is vacant then, and still counts for the quorum.`,
          );
    return {
      reply: noteReply(title[to.language], text, to.language),
      letter: { subject: title[to.language], paragraphs: [text] },
    };
  },
});
