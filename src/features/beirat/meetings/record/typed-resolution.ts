import { readDayTime } from '../../board/day-time.ts';
import { verbOf } from '../chat/commands.ts';

export type ResolutionWords = {
  readonly wording: string;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly owner?: string | undefined;
  readonly dueDay?: string | undefined;
};

/** "5:1:0: Wortlaut; zuständig: Amt 80; bis: 31.01.2027" */
export function resolutionIn(text: string): ResolutionWords {
  const [whole = '', yes = '0', no = '0', abstain = '0'] =
    /^\s*(\d{1,3})\s*[:/-]\s*(\d{1,3})\s*[:/-]\s*(\d{1,3})\s*[:,–\s]\s*/.exec(text) ?? [];
  const [wording = '', ...more] = text
    .slice(whole.length)
    .split(/;\s*(?=(?:zuständig|zustaendig|bis|owner|due)\s*:)/i);
  const field = (names: string): string | undefined =>
    more.map((one) => new RegExp(`^(?:${names})\\s*:\\s*(.*)$`, 'is').exec(one)?.[1]?.trim()).find(Boolean);
  const until = field('bis|due');
  return {
    wording: wording.trim(),
    yes: Number(yes),
    no: Number(no),
    abstain: Number(abstain),
    ...(field('zuständig|zustaendig|owner') ? { owner: field('zuständig|zustaendig|owner') } : {}),
    ...(until ? { dueDay: readDayTime(until)?.day ?? until } : {}),
  };
}

/** "B-2026/1-03 erledigt: Bericht liegt vor": a resolution by its number. */
export type ResolutionCommand = {
  /** `B-2026-1` and `B-2026/1-03` */
  readonly meeting: string;
  readonly number: string;
  readonly command:
    | { readonly kind: 'show' }
    | { readonly kind: 'done'; readonly note: string }
    | ({ readonly kind: 'correct' } & ResolutionWords);
  readonly language?: 'de' | 'en' | undefined;
};

const numbered =
  /^\s*b\s*[-\s/]\s*(\d{4})\s*[-\s/]\s*0*(\d{1,3})\s*-\s*0*(\d{1,3})(?!\d)\s*[.:,!?]*\s*(.*)$/is;

export function readResolutionCommand(text: string): ResolutionCommand | undefined {
  const [, year, n, count = '', rest = ''] = numbered.exec(text) ?? [];
  if (!year || !n) return undefined;
  const named = { meeting: `B-${year}-${n}`, number: `B-${year}/${n}-${count.padStart(2, '0')}` };
  const done = verbOf('(?<de>erledigt|umgesetzt)|done|carried out').exec(rest.trim());
  if (done)
    return {
      ...named,
      command: { kind: 'done', note: done.groups?.note ?? '' },
      language: done.groups?.de ? 'de' : 'en',
    };
  const fixed = verbOf('(?<de>berichtigen)|correct').exec(rest.trim());
  if (fixed)
    return {
      ...named,
      command: { kind: 'correct', ...resolutionIn(fixed.groups?.note ?? '') },
      language: fixed.groups?.de ? 'de' : 'en',
    };
  return { ...named, command: { kind: 'show' } };
}
