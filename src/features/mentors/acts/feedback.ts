import { z } from 'zod';
import { actsOf, type Data } from '../../../case/case-type.ts';
import { beside, changed, deciding, recorded } from '../../../case/decision.ts';
import { today, type World } from '../../../case/world.ts';
import { owed } from '../../../core/notice.ts';
import { feedbackCollection, type Helped, helpedWords, type Mentoring } from '../model.ts';
import { officeOf, requireRelation } from '../policy.ts';
import { helpedMissing, neverBegan, notOver, onlyAsker } from '../refusals.ts';
import { morningAfter, rhythm } from '../rhythm.ts';

const Said = z.object({
  helped: z.enum(helpedWords).optional().catch(undefined),
  note: z.string().max(4000).catch(''),
});

/**
 * Whoever asked says whether it has helped. That something was said is written down; what was said stands apart, without
 * number and names.
 * @param newId a new id, which tells nothing about the mentoring
 */
export const feedback = (newId: () => string) =>
  actsOf<Mentoring, World>()({
    kind: 'feedback',
    title: { de: 'Rückmeldung senden', en: 'Send feedback' },
    input: { parse: (data: unknown) => ({ ...Said.parse(data), id: newId() }) },
    buttons: { 'mentors.say-feedback': {} },
    typed: [{ de: 'rückmeldung|rueckmeldung', en: 'feedback', read: heard }],
    // "nein, nicht sehr" is an answer.
    asks: true,
    probe: () => ({ helped: 'yes' as const, note: '', id: '' }),
    wordsOf: ({ note }) => note,
    decide(mentoring, { helped, note, id }, by, context) {
      const { state, feedbackGiven, feedbackAskedAt } = mentoring;
      if (requireRelation(mentoring, by, context) !== 'asker') throw onlyAsker();
      if (feedbackGiven) return undefined;
      if (state !== 'asked' && state !== 'accepted' && state !== 'closed') throw neverBegan();
      if (state === 'asked' || (state === 'accepted' && !feedbackAskedAt)) throw notOver();
      if (!helped) throw helpedMissing();
      const given = changed(deciding(mentoring), { feedbackGiven: true });
      const said = {
        id,
        day: today(context),
        helped,
        text: note.trim(),
        dueAt: morningAfter(context.now, rhythm.keepFeedback),
      };
      const office = officeOf(context);
      const notice = {
        id: `${id} heard`,
        recipient: office ?? '',
        kind: 'mentors.heard',
        ref: id,
        urgency: 'news',
        createdAt: context.now,
      } as const;
      return beside(
        recorded(given, { by: by.id, byName: by.name, act: 'feedback' }),
        { collection: feedbackCollection, doc: said },
        ...(office ? [owed(notice)] : []),
      );
    },
  });

/** "ja, sehr" → helped, and what else was said. */
function heard(said: string): Data {
  const [, word = '', note = ''] = /^(\p{L}+)[\s:,;.!–-]*(.*)$/su.exec(said) ?? [];
  const helped = helpedBy[word.toLowerCase()];
  return helped ? { helped, note } : { note: said };
}

const helpedBy: Readonly<Record<string, Helped>> = {
  ja: 'yes',
  yes: 'yes',
  teilweise: 'partly',
  partly: 'partly',
  nein: 'no',
  no: 'no',
};
