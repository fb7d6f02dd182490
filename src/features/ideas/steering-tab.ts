import { partyOf } from '../../core/party.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import { maySteer } from '../../core/steering.ts';
import { type BarsBlock, type Block, counted, type TableBlock, type TabPart } from '../../core/tab.ts';
import { type Language, wordsIn } from '../../core/text.ts';
import { type Ideas, today } from './context.ts';
import { outcomeWords, requestWords, stateWords, toneOf } from './labels.ts';
import { type Idea, isOver, type State } from './model.ts';
import { maySee } from './policy.ts';

export type SteeringDesk = { readonly ideas: Ideas; readonly directory: RoleDirectory };

/** Ideas as a funnel, and what came of those that were evaluated. */
export const steeringTab = ({ ideas, directory }: SteeringDesk): TabPart => ({
  tab: 'steering',
  order: 20,
  async show({ actor, language, at }): Promise<readonly Block[]> {
    const viewer = partyOf(actor, directory);
    const context = ideas.contextAt(at);
    if (!maySteer(viewer.id, directory, today(context))) return [];
    const all = await ideas.collection.list();
    return [
      funnel(all, language),
      answers(
        all.filter((idea) => maySee(idea, viewer.id, context)),
        language,
      ),
    ];
  },
});

/** Each step counts those that came at least so far. */
export const steps: readonly { readonly label: State; readonly reached: (idea: Idea) => boolean }[] = [
  { label: 'submitted', reached: () => true },
  { label: 'under-review', reached: ({ state }) => state !== 'submitted' && state !== 'withdrawn' },
  {
    label: 'on-agenda',
    reached: ({ offeredAt, place, evaluation }) => Boolean(offeredAt ?? place ?? evaluation?.withBeirat),
  },
  { label: 'evaluated', reached: ({ evaluation }) => evaluation !== undefined },
  { label: 'handed-over', reached: ({ request }) => request !== undefined },
  { label: 'done', reached: ({ state }) => state === 'done' },
];

function funnel(all: readonly Idea[], language: Language): BarsBlock {
  const t = wordsIn(language);
  return {
    kind: 'bars',
    title: t('Ideen: wie weit sie kommen', 'Ideas: how far they get'),
    parts: [{ id: 'count', label: t('Ideen', 'Ideas'), tone: 'accent' }],
    bars:
      all.length === 0
        ? []
        : steps.map(({ label, reached }) => ({
            label: stateWords[label][language],
            values: { count: counted(all.filter(reached).length) },
          })),
    empty: t('Es ist noch keine Idee eingereicht.', 'No idea has been submitted yet.'),
  };
}

function answers(all: readonly Idea[], language: Language): TableBlock {
  const t = wordsIn(language);
  return {
    kind: 'table',
    id: 'evaluated-ideas',
    title: t('Bewertete Ideen und was daraus wurde', 'Evaluated ideas and what came of them'),
    head: [
      t('Idee', 'Idea'),
      t('Titel', 'Title'),
      t('Ergebnis', 'Result'),
      t('Wie es weitergeht', 'How it goes on'),
      t('Stand', 'State'),
    ],
    rows: all.flatMap((idea) => {
      const { evaluation, request } = idea;
      if (!evaluation) return [];
      return [
        {
          cells: [
            idea.id,
            idea.title,
            outcomeWords[evaluation.outcome][language],
            evaluation.way,
            request ? requestWords[request.state][language] : stateWords[idea.state][language],
          ],
          ask: { text: idea.id },
          tone: isOver(idea) ? 'plain' : toneOf(idea),
        },
      ];
    }),
    empty: t('Es ist noch keine Idee bewertet.', 'No idea has been evaluated yet.'),
    file: t('Bewertete-Ideen.csv', 'evaluated-ideas.csv'),
    folded: true,
  };
}
