import { dayIn, dayOf } from '../../../core/day.ts';
import { euros } from '../../../core/money.ts';
import type { Addressee } from '../../../core/notice.ts';
import type { Reply } from '../../../core/reply.ts';
import { shortened, wordsIn } from '../../../core/text.ts';
import { askedIn } from '../export/table.ts';
import { historyLine, stateOf } from '../labels.ts';
import type { Context, Request } from '../model.ts';

/** Card `requests/file`: a request as those read it who check. Nothing on it acts. */
export function fileReply(request: Request, viewer: Addressee, context: Context): Reply {
  const { language } = viewer;
  const t = wordsIn(language);
  const { directory, types } = context;
  const { granted, funding, closedAt, requester } = request;
  const type = types.find(({ id }) => id === request.type);
  const [asked, given] = [askedIn(request), granted ?? funding?.cents];
  const lines = request.history.flatMap((entry) => historyLine(entry, language) ?? []);
  const left = lines.length - mostLines;
  const data = {
    roles: [],
    id: request.id,
    title: request.title,
    subtitle: [
      request.id,
      type?.name[language] ?? request.type,
      directory.unitLabel(request.unit, language),
    ].join(' · '),
    state: stateOf(request)[language],
    facts: [
      {
        title: t('Gestellt von', 'Made by'),
        value: `${requester.name}, ${dayIn(language, dayOf(request.createdAt))}`,
      },
      ...(asked === undefined ? [] : [{ title: t('Beantragt', 'Asked'), value: euros(language, asked) }]),
      ...(given === undefined ? [] : [{ title: t('Bewilligt', 'Granted'), value: euros(language, given) }]),
      ...(funding ? [{ title: t('Budget', 'Budget'), value: funding.budget }] : []),
      ...(closedAt ? [{ title: t('Abgeschlossen', 'Closed'), value: dayIn(language, dayOf(closedAt)) }] : []),
    ],
    lines: [
      ...(left > 0 ? [t(`… ${left} frühere Einträge`, `… ${left} earlier entries`)] : []),
      ...lines.slice(-mostLines).map((line) => shortened(line, 300)),
    ],
  };
  return {
    card: 'requests/file',
    data,
    summary: `${request.id} ${request.title}: ${stateOf(request)[language]}`,
    language,
  };
}

/** The whole history stands in the file. */
const mostLines = 8;
