import type { Reply } from '../../../core/reply.ts';
import { type Language, quoted, shortened, wordsIn } from '../../../core/text.ts';
import type { Context } from '../context.ts';
import { scopeWords, stateWords, supported } from '../labels.ts';
import type { Idea, Proposal } from '../model.ts';
import { reviewingRole } from '../policy.ts';
import { topicName } from '../topics.ts';

/** Card `ideas/check`: what will be submitted, who gets it, and which ideas say the same. */
export type CheckView = {
  readonly roles: readonly [];
  readonly draft: string;
  readonly title: string;
  readonly subtitle: string;
  readonly problem: string;
  readonly benefit: string;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  /** Who reviews it. */
  readonly goesTo: string;
  /** What was sent and goes along. */
  readonly files?: string | undefined;
  readonly similar: readonly { readonly id: string; readonly title: string; readonly text: string }[];
};

export type Checking = {
  readonly draft: string;
  readonly proposal: Proposal;
  /** Person who would be asked; nobody when the role is vacant. */
  readonly reviewer: string | undefined;
  readonly similar: readonly Idea[];
  readonly files: readonly { readonly name: string }[];
  readonly context: Context;
};

export function checkReply(checking: Checking, language: Language): Reply {
  const { draft, proposal, similar, context } = checking;
  const { title, problem, benefit } = proposal;
  const view: CheckView = {
    roles: [],
    draft,
    title,
    subtitle: `${topicName(proposal.topic)[language]} · ${scopeWords[proposal.scope][language]}`,
    problem,
    benefit,
    facts: factsOf(proposal, language, context),
    goesTo: goesTo(checking, language),
    files: filesNote(checking.files, language),
    similar: similar.map((one) => ({
      id: one.id,
      title: `${one.id} · ${one.title}`,
      text: [
        stateWords[one.state][language],
        ...(one.supporters.length > 0 ? [supported(one, language)] : []),
      ].join(' · '),
    })),
  };
  const summary = wordsIn(language)(`Bitte prüfen: ${title}`, `Please check: ${title}`);
  return { card: 'ideas/check', data: view, summary, language };
}

function factsOf(proposal: Proposal, language: Language, { directory }: Context): CheckView['facts'] {
  const t = wordsIn(language);
  return [
    { title: t('Wer etwas davon hat', 'Who benefits'), value: proposal.gains ?? '' },
    {
      title: t('Amt', 'Office'),
      value: proposal.unit ? directory.unitLabel(proposal.unit, language) : '',
    },
    { title: t('Unternehmen', 'Company'), value: proposal.company ?? '' },
    { title: 'Links', value: proposal.links.join(' · ') },
  ].filter(({ value }) => value !== '');
}

function filesNote(files: Checking['files'], language: Language): string | undefined {
  if (files.length === 0) return undefined;
  const names = files.map(({ name }) => quoted(shortened(name, 60), language)).join(', ');
  return wordsIn(language)(
    `Mit dabei: ${names}. Wer die Idee lesen darf, sieht das auch: alle. Soll es nicht mit? „Dateien verwerfen“ löscht, was Sie geschickt haben.`,
    `Goes along: ${names}. Whoever may read the idea sees it too: everybody. Not wanted? “Discard files” deletes what you sent.`,
  );
}

function goesTo({ proposal, reviewer, context }: Checking, language: Language): string {
  const role = context.directory.roleName(reviewingRole(proposal.scope))[language];
  const person = reviewer && context.directory.person(reviewer)?.name;
  // Where a person is called like the role, once is enough.
  const name = person && person !== role ? ` (${person})` : '';
  return wordsIn(language)(
    `Ihre Idee prüft für das Digitalisierungsbüro: ${role}${name}. Größere Ideen bewertet der Digitale Beirat.`,
    `Your idea will be reviewed for the Digitalisation Office by: ${role}${name}. The Digital Advisory Board evaluates larger ideas.`,
  );
}
