import { csvLine } from '../../../core/csv.ts';
import { dayIn, dayOf } from '../../../core/day.ts';
import type { Paper, PaperBlock, PaperSection } from '../../../core/ports/papers.ts';
import { type Language, nameWithMark, type Text, wordsIn } from '../../../core/text.ts';
import { askedByText, stateOf } from '../labels.ts';
import { type Context, lastSettled, type Request, type SettledStep } from '../model.ts';
import { applies, bodyOf, isSettled, ruleOf } from '../route.ts';
import type { RequestType, Step } from '../types/model.ts';
import { changeLines } from '../views/changes.ts';
import { factsOf } from '../views/fields.ts';

/*
 * What an agreed request leads to besides the work: a paper that says who took part, when and under which conditions,
 * and a proposed line for the list of applications. Plain data; adapters make files of it.
 */

/** Whether everybody who decides has agreed, so that there is something to put down. */
export function isAgreed(request: Pick<Request, 'state' | 'settled' | 'route'>): boolean {
  if (!['approved', 'in-progress', 'done'].includes(request.state)) return false;
  return request.route.some(
    (step) => step.duty === 'approve' && lastSettled(request.settled, step.id)?.outcome === 'agreed',
  );
}

/** The paper of a request whose type has one. @returns `undefined` before it is agreed */
export function releasePaper(request: Request, context: Context, language: Language): Paper | undefined {
  const type = context.types.find(({ id }) => id === request.type);
  if (!type?.outcome || !isAgreed(request)) return undefined;
  const t = wordsIn(language);
  const { directory } = context;
  const steps = takenSteps(request);
  const agreedOn = steps.findLast(({ step }) => step.duty === 'approve')?.left.at ?? request.changedAt;
  const name = type.outcome.paper[language];
  return {
    title: `${name}: ${request.title}`,
    subtitle: type.name[language],
    language,
    author: directory.roleName('strategisches-it-management')[language],
    facts: [
      { title: t('Nummer', 'Number'), value: request.id },
      {
        title: t('Beantragt von', 'Requested by'),
        value: `${askedByText(request, language)}, ${directory.unitLabel(request.unit, language)}`,
      },
      { title: t('Freigegeben am', 'Released on'), value: dayIn(language, dayOf(agreedOn)) },
      { title: t('Stand', 'State'), value: stateOf(request)[language] },
    ],
    sections: [
      {
        heading: t('Was freigegeben ist', 'What is released'),
        blocks: [
          {
            kind: 'table',
            caption: t('Angaben des Antrags', 'Details of the request'),
            head: [t('Angabe', 'Detail'), t('Inhalt', 'Content')],
            rows: factsOf(request.fields, type, directory, language).map(({ title, value }) => [
              title,
              value,
            ]),
          },
        ],
      },
      {
        heading: t('Wer beteiligt war', 'Who took part'),
        blocks: [partsTable(steps, context, language)],
      },
      {
        heading: t('Bedingungen und Hinweise', 'Conditions and remarks'),
        blocks: conditions(steps, context, language),
      },
      { heading: t('Grundlagen', 'Rules'), blocks: rules(steps, context, language) },
      ...changeSection(request, type, context, language),
      ...entrySection(request, type, context, language),
    ],
    footer: `${name} ${request.id}`,
  };
}

export type Taken = { readonly step: Step; readonly left: SettledStep };

/** What was left behind on the way, as it stands now. */
export const takenSteps = (request: Request): readonly Taken[] =>
  request.route.flatMap((step) => {
    const left = lastSettled(request.settled, step.id);
    const counts = left && step.duty !== 'do' && isSettled(step, request) && applies(step, request);
    return counts ? [{ step, left }] : [];
  });

const results: Readonly<Partial<Record<SettledStep['outcome'], Text>>> = {
  agreed: { de: 'Zugestimmt', en: 'Agreed' },
  'advised-against': { de: 'Nicht befürwortet', en: 'Not recommended' },
  heard: { de: 'Stellung genommen', en: 'Opinion given' },
  'not-heard': { de: 'Keine Äußerung in der Frist', en: 'No word in time' },
  informed: { de: 'Unterrichtet', en: 'Informed' },
};

export function partsTable(steps: readonly Taken[], context: Context, language: Language): PaperBlock {
  const t = wordsIn(language);
  return {
    kind: 'table',
    caption: t('Beteiligte in der Reihenfolge des Weges', 'Those involved, in the order of the way'),
    head: [t('Stelle', 'Body'), t('Ergebnis', 'Result'), t('Durch', 'By'), t('Tag', 'Day')],
    rows: steps.map((one) => partRow(one, context, language)),
  };
}

function partRow({ step, left }: Taken, context: Context, language: Language): readonly string[] {
  const t = wordsIn(language);
  const isEntered = (step.partner ?? step.enteredBy) !== undefined;
  const by = left.votes.map(({ byName, onBehalfOf }) =>
    isEntered && onBehalfOf
      ? t(`eingetragen von ${byName}`, `entered by ${byName}`)
      : nameWithMark(byName, onBehalfOf, language),
  );
  const over = left.votes.some(({ isOverride }) => isOverride)
    ? t(' (an Stelle der Zuständigen)', ' (in place of those responsible)')
    : '';
  return [
    bodyOf(step, context)[language],
    `${resultOf({ step, left }, context)[language]}${over}`,
    by.join('; ') || '–',
    dayIn(language, left.votes.at(-1)?.resolvedOn ?? dayOf(left.at)),
  ];
}

function resultOf({ step, left }: Taken, { partners }: Context): Text {
  if (left.outcome === 'agreed' && step.duty === 'recommend') return { de: 'Befürwortet', en: 'Recommended' };
  const isTold = partners?.find(({ id }) => id === step.partner)?.people?.length;
  if (left.outcome === 'informed' && step.partner && !isTold)
    return { de: 'An 10.50 zur Weitergabe', en: 'To 10.50, to pass on' };
  return results[left.outcome] ?? { de: '–', en: '–' };
}

export function conditions(
  steps: readonly Taken[],
  context: Context,
  language: Language,
): readonly PaperBlock[] {
  const said = steps.flatMap(({ step, left }) =>
    left.votes.flatMap(({ note }) => (note ? [`${bodyOf(step, context)[language]}: ${note}`] : [])),
  );
  return said.length > 0
    ? [{ kind: 'list', items: said }]
    : [{ kind: 'text', text: wordsIn(language)('Es wurden keine genannt.', 'None were named.') }];
}

export const rules = (
  steps: readonly Pick<Taken, 'step'>[],
  context: Context,
  language: Language,
): readonly PaperBlock[] =>
  steps.flatMap(({ step }): readonly PaperBlock[] => {
    const rule = ruleOf(step, context);
    if (!rule) return [];
    return [
      { kind: 'text', text: `${bodyOf(step, context)[language]} – ${rule.passage[language]}` },
      { kind: 'wording', text: rule.quote },
    ];
  });

function changeSection(
  request: Request,
  type: RequestType,
  { directory }: Context,
  language: Language,
): readonly PaperSection[] {
  const items = request.earlier.flatMap(({ at, fields }, index) => {
    const next = request.earlier[index + 1]?.fields ?? request.fields;
    const lines = changeLines(fields, next, type, directory, language);
    return lines.length > 0 ? [`${dayIn(language, dayOf(at))}: ${lines.join('; ')}`] : [];
  });
  if (items.length === 0) return [];
  const t = wordsIn(language);
  return [
    {
      heading: t('Änderungen seit der Einreichung', 'Changes since the submission'),
      blocks: [
        {
          kind: 'text',
          text: t(
            'Wer vor einer wichtigen Änderung entschieden hatte, wurde danach noch einmal gefragt.',
            'Whoever had decided before an important change was asked again afterwards.',
          ),
        },
        { kind: 'list', items },
      ],
    },
  ];
}

function entrySection(
  request: Request,
  type: RequestType,
  context: Context,
  language: Language,
): readonly PaperSection[] {
  const entry = proposedEntry(request, type, context);
  if (!entry) return [];
  const t = wordsIn(language);
  return [
    {
      heading: t('Vorschlag für die Liste der Fachverfahren', 'Proposed line for the list of applications'),
      blocks: [
        {
          kind: 'table',
          caption: t('Trägt 10.50 in das Verzeichnis ein', 'To be entered in the directory by 10.50'),
          head: [t('Spalte', 'Column'), t('Eintrag', 'Entry')],
          rows: [
            [t('Kennung', 'Id'), entry.id],
            [t('Name', 'Name'), entry.name],
            [t('Zweck', 'Purpose'), entry.purpose],
            [t('Ämter', 'Offices'), entry.unit],
            [t('Fachadministration', 'Administrator'), entry.administrator || t('noch offen', 'still open')],
          ],
        },
      ],
    },
  ];
}

export type Entry = {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly unit: string;
  /** Who looks after it, as the request says it, or those who do already. */
  readonly administrator: string;
};

/** The application as it could stand in the directory; one that is there already keeps its id and name. */
export function proposedEntry(
  { fields, title, unit }: Request,
  { outcome }: Pick<RequestType, 'outcome'>,
  { directory, now }: Context,
): Entry | undefined {
  if (!outcome?.application) return undefined;
  const known = directory.applications().find(({ id }) => id === fields.application);
  const isNew = !known || fields.change === 'new' || fields.change === 'replace';
  const seats =
    known && !isNew ? directory.seats('fachadministratoren', { application: known.id }, dayOf(now)) : [];
  const named = String(fields.administrator ?? '');
  return {
    id: isNew ? idFrom(title) : known.id,
    name: isNew ? title : known.name,
    purpose: String(fields.reason ?? title),
    unit: [...new Set([...(isNew ? [] : known.units), unit])].join(', '),
    administrator: named || seats.map(({ person }) => person.name).join(', '),
  };
}

/** "Online-Terminvergabe im Bauamt" → `online-terminvergabe-im-bauamt`. */
const idFrom = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[äöüß]/g, (sign) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[sign] ?? sign)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '') || 'verfahren';

/** The same as a table that `npm run directory -- import` takes. */
export const entryTable = ({ id, name, purpose, unit }: Entry): string =>
  csvLine(['Kennung', 'Name', 'Zweck', 'Ämter']) + csvLine([id, name, purpose.replaceAll(/\s+/g, ' '), unit]);
