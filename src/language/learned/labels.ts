import { roleIds } from '../../core/ports/role-directory.ts';

/*
 * What a sentence can mean, in one list. A label is a role of the model (a question about what it does), or
 *   wish:<type>     somebody wants something done or reports something: the form of that request type
 *   own:<id>        a function of Lotse itself
 *   then:<side>     goes on from the answer before; without one it is own:followup
 *   partner:<id>    a matter of a body outside the role model
 *   none            nobody's business here
 * The order is part of the checked-in weights: new ones go to the end of their group and need a training.
 */

export const wishTypes = [
  'incident',
  'workplace',
  'procurement',
  'specialist-application',
  'programming',
  'project',
  'idea',
  'company-matter',
  'access',
  'people-change',
] as const;

export const ownMatters = [
  'my-requests',
  'my-decisions',
  'case',
  'act',
  'start-request',
  'withdraw',
  'who-decides',
  'budgets',
  'priorities',
  'my-ideas',
  'ideas',
  'mentor-find',
  'mentor-profile',
  'beirat-next',
  'beirat-answer',
  'beirat-minutes',
  'beirat-resolutions',
  'beirat-plan',
  'date-poll',
  'circulation',
  'notifications',
  'absence',
  'chart',
  'gaps',
  'help',
  'who-are-you',
  'smalltalk',
  'emergency',
  'followup',
  'feedback',
  'privacy',
  'known-incidents',
] as const;

/** From which side a turn that goes on from an answer looks at it. */
export const sides = [
  'number',
  'absent',
  'pays',
  'person',
  'room',
  'tasks',
  'why',
  'above',
  'how-long',
  'request',
  'before',
  'decides',
  'other',
  'correct',
  'again',
] as const;
export type Side = (typeof sides)[number];

export const partnerIds = [
  'datenschutz',
  'informationssicherheit',
  'personalrat',
  'schwerbehindertenvertretung',
  'rechnungspruefung',
  'vergabe',
  'kaemmerei',
  'personalamt',
  'gebaeude',
  'buergerdienste',
] as const;

export const none = 'none';

/** Every label, in the order of the weights. */
export const labels: readonly string[] = [
  ...roleIds,
  ...wishTypes.map((type) => `wish:${type}`),
  ...ownMatters.map((id) => `own:${id}`),
  ...sides.map((side) => `then:${side}`),
  ...partnerIds.map((id) => `partner:${id}`),
  none,
];

const roles: ReadonlySet<string> = new Set(roleIds);
export const isRoleLabel = (label: string): boolean => roles.has(label);

/** The role that does what is wished for: a wish is an answer in its sense. */
export const roleOfWish: Readonly<Record<string, string>> = {
  'wish:incident': 'kgrz',
  'wish:access': 'kgrz',
  'wish:procurement': 'kgrz',
  'wish:programming': 'kgrz',
  'wish:workplace': 'strategisches-it-management',
  'wish:people-change': 'strategisches-it-management',
  'wish:specialist-application': 'strategisches-it-management',
  'wish:project': 'strategisches-it-management',
  'wish:idea': 'digitaler-beirat',
  'wish:company-matter': 'digitallotse-wirtschaft',
};

/** The role that a label leads to; `undefined` when it names none. */
export const roleOfLabel = (label: string): string | undefined =>
  isRoleLabel(label) ? label : roleOfWish[label];
