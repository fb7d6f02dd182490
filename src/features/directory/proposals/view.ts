import type { Showing } from '../../../case/case-type.ts';
import type { World } from '../../../case/world.ts';
import { labelOf } from '../../../core/case-number.ts';
import { dayIn } from '../../../core/day.ts';
import type { Addressee } from '../../../core/notice.ts';
import type { Collection } from '../../../core/ports/store.ts';
import type { Reply } from '../../../core/reply.ts';
import { shortened, wordsIn } from '../../../core/text.ts';
import { proposalLine, proposalWords } from './labels.ts';
import { isOver, type Proposal, proposalCase } from './model.ts';

/** The card of a proposal: what stands there beside what would be right, and the others about the same. */
export const proposalReply =
  (proposals: () => Collection<Proposal>) =>
  async (
    proposal: Proposal,
    viewer: Addressee,
    _context: World,
    { remark, typed = '', fields, can }: Showing,
  ): Promise<Reply> => {
    const { language } = viewer;
    const t = wordsIn(language);
    const { id, about, state, proposer, proposedBy, from } = proposal;
    const same = await proposals().list({ where: { about } });
    // Whoever proposes sees that there are others, not whose they are.
    const others = same.filter((one) => one.id !== id && !isOver(one));
    const data = {
      roles: [],
      id,
      title: proposal.title,
      subtitle: `${labelOf(proposal)} · ${t('Vorschlag zum Verzeichnis', 'Proposal for the directory')}`,
      state: `${t('Stand', 'State')}: ${proposalWords[state][language]}`,
      remark,
      facts: [
        { title: t('Steht da', 'Stands there'), value: proposal.stands },
        { title: t('Richtig wäre', 'Right would be'), value: proposal.right },
        ...(from ? [{ title: t('Gilt ab', 'Counts from'), value: dayIn(language, from) }] : []),
        ...(viewer.id === proposedBy ? [] : [{ title: t('Sagt', 'Says'), value: proposer.name }]),
      ],
      others:
        others.length > 0
          ? t(
              `Zu derselben Angabe gibt es auch: ${others.map(labelOf).join(', ')}`,
              `About the same there is also: ${others.map(labelOf).join(', ')}`,
            )
          : undefined,
      history: proposal.history.slice(-6).map((entry) => ({ text: proposalLine(entry, language) })),
      from: fields?.from ?? '',
      note: typed,
      canRelease: can('release') ? 'yes' : undefined,
      canReject: can('reject') ? 'yes' : undefined,
      canEnter: can('enter') ? 'yes' : undefined,
      canWithdraw: can('withdraw') ? 'yes' : undefined,
    };
    const summary = `${labelOf(proposal)} ${shortened(proposal.title, 60)}: ${proposalWords[state][language]}`;
    return { card: 'directory/proposal', data, summary, language, about: { kind: proposalCase, id } };
  };
