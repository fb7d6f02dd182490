import { z } from 'zod';
import {
  beside,
  changed,
  commit,
  type Decision,
  deciding,
  notified,
  recorded,
  without,
} from '../../../case/decision.ts';
import { namedCase } from '../../../core/case-number.ts';
import type { DocumentRef } from '../../../core/ports/store.ts';
import { type Language, quoted, shortened, type Text, wordsIn } from '../../../core/text.ts';
import type { Context } from '../context.ts';
import { Idea, ideaCollection, isOver, revisionOf } from '../model.ts';
import { askedOf, requireInReview, requireOne, reviewersOf } from '../policy.ts';
import { writingIdeas } from '../record.ts';
import { badTarget, mergeUnconfirmed, nameOther, noSuchIdea, notMerged, separateFirst } from '../refusals.ts';
import { alike, similarity } from '../search/similar.ts';
import { actedBy, ideaAct, moved, news, reported, settled, words } from './steps.ts';

/** `ID-2026-0007` of "ID-2026-7" or "id 2026/7"; `undefined` when it names no idea. */
function ideaNumber(text: string): string | undefined {
  const named = namedCase(text);
  return named?.letter === 'ID' ? named.id : undefined;
}

const refOf = (id: string): DocumentRef => ({ collection: ideaCollection, id });

/**
 * An idea that says the same as another is merged into it: both wordings stay, all who wanted one of them want the other
 * from now on. Both are changed in one write.
 */
export const merge = ideaAct({
  kind: 'merge',
  title: { de: 'Zusammenführen', en: 'Merge' },
  // A number that was written goes before one that was chosen.
  input: z
    .object({ number: words, target: words, sure: z.literal(true).optional().catch(undefined) })
    .transform(({ number, target, sure }) => ({
      of: ideaNumber(number) ?? ideaNumber(target) ?? '',
      typed: number || target,
      sure: sure === true,
    })),
  // The first button asks, the second is on what it asked.
  buttons: { 'ideas.merge': { sure: undefined }, 'ideas.merge-sure': { sure: true } },
  typed: [
    {
      de: 'dublette|duplikat|gleich|dasselbe|zusammenführen',
      en: 'duplicate|same|merge',
      read: (rest) => (shape.test(rest) ? { number: rest } : undefined),
    },
  ],
  beside: (_idea, { of }) => (of ? [refOf(of)] : []),
  fieldsOf: ({ of, typed }) => ({ number: of || typed }),
  // Which idea it would be is not known before somebody says it.
  probe: () => undefined,
  decide(idea, { of, sure }, by, context, read) {
    const as = requireOne(idea, by, reviewersOf, context);
    requireInReview(idea, true);
    if (!of) throw nameOther();
    const found = read(refOf(of));
    if (!found) throw noSuchIdea(of);
    const target = Idea.parse(found);
    if (target.id === idea.id || ['declined', 'withdrawn', 'duplicate'].includes(target.state))
      throw badTarget();
    const voices = voicesOf(target, idea);
    if (!sure) throw mergeUnconfirmed(whatMergeDoes(idea, target, voices.length));
    const who = actedBy(by, as);
    const facts = { into: of, visit: revisionOf(idea) };
    const brought = {
      people: voices.map(({ id }) => id),
      ideas: [idea.id, ...idea.merged.map(({ id }) => id)],
    };
    const gone = recorded(moved(deciding(idea), 'duplicate', context, { duplicateOf: of, brought }), {
      ...who,
      act: 'merged',
      facts,
    });
    const grown = recorded(withVoices(target, idea, voices), {
      ...who,
      act: 'took-in',
      facts: { from: idea.id },
    });
    return together(reported(gone, by.id), toOthers(grown, idea, by.id, context), context);
  },
});

/**
 * Whoever has, wants or reviews the idea that stays learns that there is more to it now, or less; except those who hear
 * the same of the other idea.
 */
function toOthers(stays: Decision<Idea>, other: Idea, by: string, context: Context): Decision<Idea> {
  const { submittedBy, supporters } = stays.doc;
  const heard = new Set([by, other.submittedBy, ...other.supporters.map(({ id }) => id)]);
  const concerned = [
    submittedBy,
    ...supporters.map(({ id }) => id),
    ...askedOf(reviewersOf(stays.doc, context)),
  ];
  return notified(
    stays,
    concerned.filter((id) => !heard.has(id)),
    news,
  );
}

/** What is said before two ideas are merged, with what speaks against it. */
function whatMergeDoes(idea: Idea, target: Idea, count: number): Text {
  const isUnlike = similarity(idea, target) < alike;
  const says = (language: Language): string => {
    const t = wordsIn(language);
    const named = `${target.id} ${quoted(shortened(target.title, 80), language)}`;
    const people =
      count === 1
        ? t('1 Person kommt', '1 person joins')
        : t(`${count} Personen kommen`, `${count} people join`);
    return [
      t(
        `Diese Idee geht in ${named} auf: ${people} dort dazu, beide Wortlaute bleiben.`,
        `This idea becomes part of ${named}: ${people} it, both wordings stay.`,
      ),
      isUnlike
        ? t('Die beiden haben kaum Wörter gemeinsam.', 'The two have hardly any words in common.')
        : '',
      target.scope === idea.scope
        ? ''
        : t('Jene Idee prüft eine andere Stelle.', 'That idea is reviewed by somebody else.'),
      isOver(target) ? t('Jene Idee ist schon abgeschlossen.', 'That idea is completed already.') : '',
      t(
        'Wer eine der beiden hatte oder unterstützt, erfährt es. „Wieder trennen“ macht es rückgängig.',
        'Whoever had or supports one of them hears of it. “Separate again” undoes it.',
      ),
    ]
      .filter(Boolean)
      .join(' ');
  };
  return { de: says('de'), en: says('en') };
}

const shape = /^(?:(?:von|wie|mit|of|as|with|into)\s+)?id[\d\s./‐-―-]+[.!]*$/i;

/** Who comes to the idea that goes on and did not want it before. */
function voicesOf(target: Idea, other: Idea): Idea['supporters'] {
  const known = new Set([target.submittedBy, ...target.supporters.map(({ id }) => id)]);
  const voices = [{ id: other.submittedBy, name: other.submitter.name }, ...other.supporters];
  return [...new Map(voices.map((voice) => [voice.id, voice])).values()].filter(({ id }) => !known.has(id));
}

/** The idea that goes on, with the words and the people of the other. */
function withVoices(target: Idea, other: Idea, voices: Idea['supporters']): Decision<Idea> {
  const { id, title, problem, submitter, submittedBy, merged } = other;
  const wording = { id, title, problem, submitter: submitter.name, submittedBy };
  return changed(deciding(target), {
    supporters: [...target.supporters, ...voices],
    merged: [...target.merged, wording, ...merged],
  });
}

/** A merge that was wrong is undone by whoever reviews the idea: it is under review again, with its own people. */
export const unmerge = ideaAct({
  kind: 'unmerge',
  title: { de: 'Wieder trennen', en: 'Separate again' },
  input: z.object({}),
  buttons: { 'ideas.unmerge': {} },
  typed: [{ de: 'wieder trennen|trennen', en: 'separate(?: again)?|unmerge' }],
  beside: ({ duplicateOf }) => (duplicateOf ? [refOf(duplicateOf)] : []),
  // It rests on the other idea, which a look at this one does not read: see `maySeparate`.
  probe: () => undefined,
  decide(idea, _input, by, context, read) {
    const as = requireOne(idea, by, reviewersOf, context);
    // Merges of former versions do not say what they brought: they stay.
    if (idea.state !== 'duplicate' || !idea.duplicateOf || !idea.brought) throw notMerged();
    const found = read(refOf(idea.duplicateOf));
    if (!found) throw noSuchIdea(idea.duplicateOf);
    const target = Idea.parse(found);
    // What it brought has gone on with that one: taken out here it would stay there.
    if (target.duplicateOf) throw separateFirst(target.id, target.duplicateOf);
    const { people, ideas } = idea.brought;
    const who = actedBy(by, as);
    const back = changed(without(deciding(idea), 'duplicateOf', 'brought', 'closedAt'), {});
    const apart = recorded(moved(back, 'under-review', context), {
      ...who,
      act: 'unmerged',
      facts: { from: target.id, visit: revisionOf(idea) },
    });
    const smaller = changed(deciding(target), {
      supporters: target.supporters.filter(({ id }) => !people.includes(id)),
      merged: target.merged.filter(({ id }) => !ideas.includes(id)),
    });
    const released = recorded(smaller, { ...who, act: 'let-go', facts: { idea: idea.id } });
    return together(reported(apart, by.id), toOthers(released, idea, by.id, context), context);
  },
});

/** The idea that ends and the one that goes on as one write. */
function together(gone: Decision<Idea>, grown: Decision<Idea>, context: Context): Decision<Idea> {
  const { doc, also = [] } = commit(settled(grown, context), writingIdeas(context), context);
  const { version } = grown.doc;
  return beside(gone, { collection: ideaCollection, doc: { ...doc, version } }, ...also);
}
