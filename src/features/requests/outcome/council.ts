import { euros } from '../../../core/money.ts';
import type { Paper } from '../../../core/ports/papers.ts';
import { type Language, wordsIn } from '../../../core/text.ts';
import { askedFor } from '../decided.ts';
import { askedByText } from '../labels.ts';
import type { Context, Request } from '../model.ts';
import { bodyOf, stepOf } from '../route.ts';
import { factsOf } from '../views/fields.ts';
import { conditions, partsTable, rules, takenSteps } from './release.ts';

/**
 * The text for the paper that goes to the council or its main and finance committee, while a request waits for them.
 * A draft to work on: what is proposed, the facts, the money, who took part so far.
 */
export function councilPaper(request: Request, context: Context, language: Language): Paper | undefined {
  const step = stepOf(request, request.open?.step);
  if (!step?.enteredBy) return undefined;
  const type = context.types.find(({ id }) => id === request.type);
  const t = wordsIn(language);
  const body = bodyOf(step, context)[language];
  const amount = request.granted ?? askedFor(request);
  const money = amount === undefined ? undefined : euros(language, amount);
  const steps = takenSteps(request);
  return {
    title: t(`Vorlage: ${request.title}`, `Council paper: ${request.title}`),
    subtitle: body,
    language,
    author: context.directory.roleName(step.enteredBy)[language],
    facts: [
      { title: t('Vorgang', 'Case'), value: request.id },
      {
        title: t('Beantragt von', 'Requested by'),
        value: `${askedByText(request, language)}, ${context.directory.unitLabel(request.unit, language)}`,
      },
      {
        title: t('Stand', 'State'),
        value: t('Entwurf für die Beschlussfassung', 'Draft for the resolution'),
      },
    ],
    sections: [
      {
        heading: t('Beschlussvorschlag', 'Proposed resolution'),
        blocks: [
          {
            kind: 'wording',
            text: t(
              `Dem Vorhaben „${request.title}“ wird zugestimmt.${money ? ` Die Mittel in Höhe von ${money} werden bereitgestellt.` : ''}`,
              `The plan “${request.title}” is approved.${money ? ` Funds of ${money} are provided.` : ''}`,
            ),
          },
        ],
      },
      {
        heading: t('Sachverhalt', 'Facts'),
        blocks: [
          { kind: 'text', text: String(request.fields.reason ?? request.fields.goal ?? request.title) },
          {
            kind: 'table',
            caption: t('Angaben des Antrags', 'Details of the request'),
            head: [t('Angabe', 'Detail'), t('Inhalt', 'Content')],
            rows: factsOf(request.fields, type, context.directory, language).map(({ title, value }) => [
              title,
              value,
            ]),
          },
        ],
      },
      {
        heading: t('Finanzielle Auswirkungen', 'Financial effects'),
        blocks: [
          {
            kind: 'text',
            text: money
              ? t(`Vorgesehen sind ${money}.`, `${money} are intended.`)
              : t('Es ist kein Betrag genannt.', 'No amount is named.'),
          },
        ],
      },
      { heading: t('Bisher beteiligt', 'Involved so far'), blocks: [partsTable(steps, context, language)] },
      {
        heading: t('Bedingungen und Hinweise', 'Conditions and remarks'),
        blocks: conditions(steps, context, language),
      },
      { heading: t('Grundlagen', 'Rules'), blocks: rules([...steps, { step }], context, language) },
    ],
    footer: `${t('Vorlage', 'Council paper')} ${request.id}`,
  };
}
