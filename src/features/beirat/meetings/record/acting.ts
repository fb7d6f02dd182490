import { Refusal } from '../../../../core/refusal.ts';
import type { Reply } from '../../../../core/reply.ts';
import type { Turn } from '../../../../core/turn.ts';
import { viewerOf } from '../../board/desk.ts';
import { actOn, type Desk } from '../desk.ts';
import { noSuchResolution } from '../refusals.ts';
import { showMinutes, showResolutions, unchanged } from './showing.ts';

/** A member objects. When words are missing the card asks for them. */
export async function object(desk: Desk, turn: Turn, id: string, words: string): Promise<Reply> {
  const { language } = turn;
  try {
    const act = { kind: 'object', text: words } as const;
    const { hasEffect } = await actOn(desk, viewerOf(turn, desk), id, act, turn.at);
    return await showMinutes(desk, turn, id, { remark: (hasEffect ? received : unchanged)[language] });
  } catch (error) {
    if (!(error instanceof Refusal) || !stays.includes(error.code)) throw error;
    return showMinutes(desk, turn, id, { remark: error.text[language] }, words);
  }
}

/** What is said on the card, beside the words that were typed. */
const stays: readonly string[] = ['text-missing', 'objections-over'];

const received = {
  de: 'Ihre Einwendung ist eingegangen. Die Geschäftsführung kümmert sich darum und antwortet Ihnen.',
  en: 'Your objection has been received. The management will see to it and answer you.',
};

/** The office reports a resolution as done. @param number `B-2026/1-03` */
export async function reportDone(desk: Desk, turn: Turn, number: string, note: string): Promise<Reply> {
  const { language } = turn;
  const [, year, n] = /^B-(\d{4})\/(\d{1,3})-\d{2,3}$/.exec(number) ?? [];
  if (!year) throw noSuchResolution(number);
  const act = { kind: 'resolution-done', number, ...(note.trim() ? { note } : {}) } as const;
  const { hasEffect } = await actOn(desk, viewerOf(turn, desk), `B-${year}-${n}`, act, turn.at);
  const done = language === 'de' ? `✓ Beschluss ${number} ist erledigt.` : `✓ Resolution ${number} is done.`;
  return showResolutions(desk, turn, { remark: hasEffect ? done : unchanged[language] });
}
