import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import { changed, recorded } from '../../../../case/decision.ts';
import { attaching, detaching } from '../../../../case/files.ts';
import { type FileLimits, usualLimits } from '../../../../core/files/sent.ts';
import type { Context } from '../../board/context.ts';
import { isOffice, officeNow } from '../../board/members.ts';
import { actor, requireOffice } from '../../board/rights.ts';
import { reportsOn } from '../item-files.ts';
import { telling } from '../ledger.ts';
import type { Meeting } from '../model.ts';
import { inviteeFor, requireNotBegun, requireState } from '../policy.ts';
import { fileOnAgenda, noSuchFile, paperIsOffice } from '../refusals.ts';
import { isPrepared } from '../reviews.ts';
import { amended } from './change.ts';
import { edited } from './draft.ts';
import { text } from './input.ts';
import { aboutItem, requiredItem } from './item-words.ts';

const act = actsOf<Meeting, Context>();

/**
 * Files come with a meeting that is still to come: from the office, and from whoever reports on an item, which the office
 * hears of. Nobody else sees them before an item names them.
 */
export const attach = (limits: Pick<FileLimits, 'perCase'> = usualLimits) => {
  const adding = attaching<Meeting, Context>(
    { perCase: Math.max(limits.perCase, mostPapers) },
    // What the other cases are is said by the refusals below.
    () => true,
  );
  return act({
    ...adding,
    title: { de: 'Anlage beilegen', en: 'Add a paper' },
    buttons: {},
    typed: [],
    decide(meeting, input, by, context, beside) {
      const isFromOffice = isOffice(by.id, context);
      if (!isFromOffice && reportsOn(meeting, by.id, context).length === 0) requireOffice(by, context);
      if (isFromOffice) requireState(meeting, 'planned', 'awaiting-approval', 'approved', 'invited');
      else requireState(meeting, 'invited');
      requireNotBegun(meeting, context);
      if (!isFromOffice) inviteeFor(meeting, by.id, context);
      const added = adding.decide(meeting, input, by, context, beside);
      return added && !isFromOffice ? telling(added, 'paper-brought', [officeNow(context)]) : added;
    },
  });
};

/** A meeting has more papers than another case has files. */
const mostPapers = 40;

const removing = detaching<Meeting, Context>((_meeting, { id }, context) => isOffice(id, context), {
  de: 'die Geschäftsführung des Beirats',
  en: 'the board’s office',
});

/** Takes files away again, and off their items as long as nobody is invited; afterwards that is a supplement of its own. */
export const detach = act({
  ...removing,
  title: { de: 'Anlage entfernen', en: 'Remove a paper' },
  buttons: {},
  typed: [],
  decide(meeting, input, by, context, beside) {
    const isGoing = (id: string) => input.files.includes(id);
    const onItem = meeting.plan.items.some(({ files = [] }) => files.some(isGoing));
    if (!isOffice(by.id, context)) {
      if (onItem) throw paperIsOffice();
      return removing.decide(meeting, input, by, context, beside);
    }
    if (!onItem) return removing.decide(meeting, input, by, context, beside);
    if (!isPrepared(meeting)) throw fileOnAgenda();
    const items = meeting.plan.items.map(({ files = [], ...item }) => {
      const left = files.filter((id) => !isGoing(id));
      return { ...item, ...(left.length > 0 ? { files: left } : {}) };
    });
    const off = edited(meeting, { ...meeting.plan, items }, by, context);
    if (!off) return undefined;
    const gone = (meeting.files ?? []).filter(({ id }) => isGoing(id));
    return gone.reduce(
      (told, { id }) => recorded(told, { ...actor(by), act: 'file-removed', facts: { file: id } }),
      changed(off, { files: (meeting.files ?? []).filter(({ id }) => !isGoing(id)) }),
    );
  },
});

const putting = aboutItem('anlage', 'paper');
const taking = aboutItem('keine anlage', 'no paper');

/** Puts a file on an item, or takes it off: before the invitation a change of the draft, afterwards a supplement. */
export const paper = act({
  kind: 'paper',
  title: { de: 'Anlage zu einem Punkt', en: 'Paper of an item' },
  input: z.object({ item: text, note: text, isOff: z.boolean().catch(false) }),
  buttons: {},
  typed: [
    { ...taking, read: (words, meeting) => ({ ...taking.read(words, meeting), isOff: true }) },
    putting,
  ],
  probe: ({ plan, files = [] }) => ({
    item: plan.items[0]?.id ?? '',
    note: files[0]?.name ?? '',
    isOff: false,
  }),
  decide(meeting, { item: id, note, isOff }, by, context) {
    requireOffice(by, context);
    const n = requiredItem(meeting, id);
    const file = fileNamed(meeting, note);
    const items = meeting.plan.items.map((one) => {
      if (one.id !== id) return one;
      const { files = [], ...rest } = one;
      const others = files.filter((known) => known !== file);
      const next = isOff ? others : files.includes(file) ? files : [...files, file];
      return { ...rest, ...(next.length > 0 ? { files: next } : {}) };
    });
    if (meeting.state !== 'invited') return edited(meeting, { ...meeting.plan, items }, by, context);
    // The reason goes out by mail: it does not say what the paper is called.
    const reason = isOff ? `Anlage zu TOP ${n} entfernt` : `Neue Anlage zu TOP ${n}`;
    return amended(meeting, items, reason, by, context);
  },
});

/** @throws {Refusal} when there is none, or several of that name */
function fileNamed({ files = [] }: Meeting, name: string): string {
  const bare = (words: string) =>
    words
      .replaceAll(/[„“”"]/g, '')
      .trim()
      .toLocaleLowerCase('de');
  const said = bare(name);
  const stem = (words: string) => bare(words).replace(/\.[a-z]{3}$/, '');
  const found = files.filter((one) => bare(one.name) === said || stem(one.name) === said);
  const [only] = found;
  if (!only || found.length > 1) throw noSuchFile(files.map((one) => one.name));
  return only.id;
}
