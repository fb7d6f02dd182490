import type { Showing } from '../../../case/case-type.ts';
import { today } from '../../../case/world.ts';
import { labelOf } from '../../../core/case-number.ts';
import { dayIn } from '../../../core/day.ts';
import type { Addressee } from '../../../core/notice.ts';
import type { Collection } from '../../../core/ports/store.ts';
import type { Reply } from '../../../core/reply.ts';
import { type Language, shortened, wordsIn } from '../../../core/text.ts';
import { subjectsOf } from '../changes/edit.ts';
import { editText, proposalLine, stateText } from './labels.ts';
import { type Context, isOver, type Proposal, proposalCase } from './model.ts';
import { isKeeper } from './policy.ts';

/** The card of a proposal: what stands there beside what would be right, and the others about the same. */
export const proposalReply =
  (proposals: () => Collection<Proposal>) =>
  async (
    proposal: Proposal,
    viewer: Addressee,
    context: Context,
    { remark, typed = '', fields, can, why }: Showing,
  ): Promise<Reply> => {
    const { language } = viewer;
    const t = wordsIn(language);
    const { id, proposer, proposedBy, from, edit, problem } = proposal;
    // What it says is what changes, value by value.
    const isSetting = edit?.kind === 'setting';
    const reason = proposal.history[0]?.note;
    const others = await clashing(proposal, proposals());
    // Whoever proposes sees that there are others; what they say only 10.50 does.
    const isTold = isKeeper(proposal, viewer.id, context);
    const state = stateText(proposal, context, today(context))[language];
    const fromWord =
      proposal.state === 'open' ? t('Soll gelten ab', 'To count from') : t('Gilt ab', 'Counts from');
    const data = {
      roles: [],
      id,
      title: proposal.title,
      subtitle: `${labelOf(proposal)} · ${
        isSetting
          ? t(`Vorschlag zu ${edit.file}`, `Proposal for ${edit.file}`)
          : t('Vorschlag zum Verzeichnis', 'Proposal for the directory')
      }`,
      state: `${t('Stand', 'State')}: ${state}`,
      remark,
      facts: [
        { title: t('Steht da', 'Stands there'), value: proposal.stands },
        ...(isSetting && proposal.state === 'open'
          ? []
          : [
              {
                title: isSetting ? t('Geändert', 'Changed') : t('Richtig wäre', 'Right would be'),
                value: proposal.right,
              },
            ]),
        ...(isSetting && reason ? [{ title: t('Grund', 'Reason'), value: reason }] : []),
        ...(edit && !isSetting
          ? [{ title: t('In der Datei', 'In the file'), value: editText(edit, context)[language] }]
          : []),
        ...(from ? [{ title: fromWord, value: dayIn(language, from) }] : []),
        ...(viewer.id === proposedBy ? [] : [{ title: t('Sagt', 'Says'), value: proposer.name }]),
      ],
      difference:
        proposal.state === 'open' && edit
          ? shownRows(context.difference(edit, from ?? today(context), language), isSetting)
          : [],
      problem:
        problem &&
        t(
          `Ließ sich nicht eintragen: ${problem}`,
          `Could not be entered: ${proposal.problemEnglish ?? problem}`,
        ),
      // It says why a release would come to nothing, to whoever could release it.
      cannot: isTold && edit && proposal.state === 'open' ? why('release')?.[language] : undefined,
      others:
        others.length > 0
          ? t(
              `Zu derselben Angabe gibt es auch: ${othersText(others, isTold)}`,
              `About the same there is also: ${othersText(others, isTold)}`,
            )
          : undefined,
      history: proposal.history.slice(-6).map((entry) => ({ text: proposalLine(entry, language) })),
      from: fields?.from ?? '',
      releaseHint: releaseHint(proposal, language),
      note: typed,
      canRelease: can('release') ? 'yes' : undefined,
      canReject: can('reject') ? 'yes' : undefined,
      canEnter: can('enter') && (!edit || !context.writes || problem) ? 'yes' : undefined,
      canRetry: can('retry') ? 'yes' : undefined,
      canWithdraw: can('withdraw') ? 'yes' : undefined,
    };
    const summary = `${labelOf(proposal)} ${shortened(proposal.title, 60)}: ${state}`;
    return { card: 'directory/proposal', data, summary, language, about: { kind: proposalCase, id } };
  };

const mostRows = 8;
/** Characters of all rows: a card has an end. */
const mostLetters = 8000;

/** Whoever releases a value sees all of it: what it says is what changes. */
const shownRows = (rows: readonly string[], isWhole: boolean): readonly string[] =>
  isWhole
    ? rows.map((row) => shortened(row, Math.max(200, Math.floor(mostLetters / rows.length))))
    : rows.slice(0, mostRows);

/** Proposals about the same that have not come to their end. */
export async function clashing(proposal: Proposal, all: Collection<Proposal>): Promise<readonly Proposal[]> {
  const { about, subjects = [`seat ${about}`] } = proposal;
  const found = [
    ...(await all.list({ where: { about } })),
    ...(await Promise.all(subjects.map((subject) => all.list({ contains: { subjects: subject } })))).flat(),
  ];
  return [...new Map(found.map((one) => [one.id, one])).values()]
    .filter((one) => one.id !== proposal.id && !isOver(one) && isAboutSame(one, proposal))
    .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt));
}

/** Two changes of the file clash where they change the same; words may mean anything of the entry. */
const isAboutSame = (a: Proposal, b: Proposal): boolean => {
  if (!a.edit || !b.edit) return true;
  const others = subjectsOf(b.edit);
  return subjectsOf(a.edit).some((subject) => others.includes(subject));
};

const othersText = (others: readonly Proposal[], isTold: boolean): string =>
  others.map((one) => (isTold ? `${labelOf(one)} (${shortened(one.right, 60)})` : labelOf(one))).join(', ');

/** What an empty day means. */
const releaseHint = ({ from }: Proposal, language: Language): string => {
  const t = wordsIn(language);
  return from
    ? t(`Gilt ab (leer: ${dayIn('de', from)})`, `Counts from (empty: ${dayIn('en', from)})`)
    : t('Gilt ab (leer: heute)', 'Counts from (empty: today)');
};
