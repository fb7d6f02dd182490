import type { Cases } from '../../../case/cases.ts';
import { caseNotice } from '../../../case/notice.ts';
import { labelOf } from '../../../core/case-number.ts';
import type { NoticeKind } from '../../../core/notice.ts';
import { type Text, wordsIn } from '../../../core/text.ts';
import { plainState, proposalLine } from './labels.ts';
import type { Context, Proposal } from './model.ts';
import { isKeeper } from './policy.ts';

type Proposals = Cases<Proposal, Context>;

const asks: Text = {
  de: 'Eine Angabe im Verzeichnis stimmt nicht',
  en: 'Something in the directory is not right',
};
const asksRelease: Text = {
  de: 'Eine Änderung wartet auf Ihre Freigabe',
  en: 'A change waits for your release',
};
const stuck: Text = {
  de: 'Ein freigegebener Vorschlag ließ sich nicht eintragen',
  en: 'A released proposal could not be entered',
};
const news: Text = { de: 'Neues zu Ihrem Vorschlag', en: 'News about your proposal' };

/** 10.50 is asked to release; whoever proposed hears what became of it. */
export const proposalNotices = (proposals: Proposals): readonly NoticeKind[] => [
  caseNotice(proposals, {
    kind: 'directory.proposal',
    title: asks,
    repeatable: true,
    subject: (title, proposal, language) =>
      `${proposal.problem ? stuck[language] : proposal.edit?.kind === 'setting' ? asksRelease[language] : title} (${labelOf(proposal)})`,
    concerns: (proposal, to, context) =>
      (proposal.state === 'open' || proposal.problem !== undefined) && isKeeper(proposal, to.id, context),
    async say(proposal, to, context) {
      const t = wordsIn(to.language);
      return {
        reply: await proposals.draw(proposal, to, context, { as: 'brief' }),
        letter: {
          paragraphs: [
            `${t('Es geht um', 'It is about')}: ${proposal.title}`,
            `${t('Steht da', 'Stands there')}: ${proposal.stands}`,
            `${t('Richtig wäre', 'Right would be')}: ${proposal.right}`,
            ...(proposal.problem ? [`${stuck[to.language]}: ${proposal.problem}`] : []),
          ],
        },
      };
    },
  }),
  caseNotice(proposals, {
    kind: 'directory.proposal-news',
    title: news,
    repeatable: true,
    concerns: ({ proposedBy }, to) => proposedBy === to.id,
    async say(proposal, to, context) {
      const last = proposal.history.at(-1);
      return {
        reply: await proposals.draw(proposal, to, context, { as: 'brief' }),
        letter: {
          paragraphs: [
            `${proposal.title}: ${plainState(proposal)[to.language]}`,
            ...(last ? [proposalLine(last, to.language)] : []),
          ],
        },
      };
    },
  }),
];
