import type { Showing } from '../../../case/case-type.ts';
import { today } from '../../../case/world.ts';
import { labelOf } from '../../../core/case-number.ts';
import type { Addressee } from '../../../core/notice.ts';
import type { Collection } from '../../../core/ports/store.ts';
import type { Reply } from '../../../core/reply.ts';
import { quoted, shortened, wordsIn } from '../../../core/text.ts';
import { editText, stateText } from './labels.ts';
import { type Context, type Proposal, proposalBrief } from './model.ts';
import { clashing } from './view.ts';

/** What is pushed: what somebody says, or what became of it. The whole proposal comes in its place when it is opened. */
export const briefReply =
  (proposals: () => Collection<Proposal>) =>
  async (proposal: Proposal, viewer: Addressee, context: Context, { can }: Showing): Promise<Reply> => {
    const { language } = viewer;
    const t = wordsIn(language);
    const { id, proposer, proposedBy, edit, problem, right } = proposal;
    const state = stateText(proposal, context, today(context))[language];
    const isTheirs = proposedBy === viewer.id;
    const others = await clashing(proposal, proposals());
    const said =
      edit?.kind === 'setting'
        ? shortened(context.difference(edit, today(context), language).join(' · ') || right, 120)
        : edit
          ? editText(edit, context)[language]
          : quoted(shortened(right, 90), language);
    const data = {
      roles: [],
      id,
      title: shortened(proposal.title, 60),
      subtitle: labelOf(proposal),
      state,
      said: isTheirs ? said : `${proposer.name}: ${said}`,
      problem:
        problem === undefined
          ? undefined
          : shortened(language === 'en' ? (proposal.problemEnglish ?? problem) : problem, 120),
      others:
        !isTheirs && others.length > 0
          ? t(
              `Auch dazu: ${others.map(labelOf).join(', ')}`,
              `Also about it: ${others.map(labelOf).join(', ')}`,
            )
          : undefined,
      // What clashes with another one is looked at as a whole first.
      canRelease: can('release') && others.length === 0 ? 'yes' : undefined,
    };
    const summary = `${labelOf(proposal)} ${shortened(proposal.title, 60)}: ${state}`;
    return { card: 'directory/proposal-brief', data, summary, language, about: { kind: proposalBrief, id } };
  };
