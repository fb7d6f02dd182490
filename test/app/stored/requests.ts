import { type Effect, effect, lead, note, said, staff, type Wanted } from './effect.ts';

const request = (type: string, state: string, who?: string): Wanted => ({
  kind: 'request',
  type,
  state,
  ...(who ? { who } : {}),
});

/** Requests, their forms, money and plan. */
export const requestEffects: readonly Effect[] = [
  effect(
    'the IT officer agrees',
    'requests.approve',
    request('procurement', 'in-approval at unit', 'itb-61'),
    {
      filled: note,
      shows: /liegt bei Leitung 10\.50[\s\S]*IT-Beauftragte Amt 61: „Wie besprochen“/,
    },
  ),
  effect(
    '10.50 agrees and sets money aside',
    'requests.approve',
    request('workplace', 'in-approval at standard'),
    {
      filled: { budget: '2026-it-budget', amount: '1.250,00' },
      ask: [lead, 'Budget'],
      shows: /13\.250,00\s€/,
    },
  ),
  effect('the Stadtvorstand agrees', 'requests.approve', request('procurement', 'in-approval at board'), {
    filled: note,
    shows: said,
  }),
  effect(
    'somebody rejects',
    'requests.reject',
    request('specialist-application', 'in-approval at co-decision'),
    {
      filled: note,
      shows: /Abgelehnt/,
    },
  ),
  effect('somebody asks back', 'requests.ask', request('project', 'in-approval at project'), {
    filled: note,
    shows: /Rückfrage offen[\s\S]*„Wie besprochen“/,
  }),
  effect('an opinion is given', 'requests.opine', request('programming', 'in-approval at care'), {
    filled: note,
    shows: /Fachadministration Geoinformationssystem: „Wie besprochen“/,
  }),
  effect('a question is answered', 'requests.answer', request('workplace', 'returned at unit'), {
    filled: note,
    shows: said,
    not: /Rückfrage offen/,
  }),
  effect(
    'a step is passed on',
    'requests.pass-on',
    request('specialist-application', 'in-approval at care'),
    {
      filled: { ...note, to: 'fa-baugenehmigung-deputy' },
      shows: /liegt bei Vertretung Fachadministration Baugenehmigungsverfahren/,
    },
  ),
  effect('work is taken over', 'requests.take', request('incident', 'approved at support'), {
    shows: /In Arbeit/,
  }),
  effect('work is done', 'requests.finish', request('incident', 'in-progress at support'), {
    filled: note,
    shows: /Erledigt/,
  }),
  effect('a request is withdrawn', 'requests.withdraw', request('incident', 'returned at support'), {
    shows: /Zurückgezogen/,
  }),
  effect(
    '10.50 decides in the place of others',
    'requests.override',
    { ...request('programming', 'in-approval at board'), data: { decision: 'reject' } },
    // Once it could decide in the place of the Stadtvorstand; the button is still in the chats.
    { filled: { reason: 'Eilt' }, shows: /an deren Platz 10\.50 nicht treten kann/ },
  ),
  effect('10.50 puts somebody in charge', 'requests.assign', request('programming', 'in-approval at fit'), {
    filled: { reason: 'Eilt', charge: 'lead-10.50-deputy' },
    shows: /liegt bei Vertretung Leitung 10\.50/,
  }),
  effect('a request is changed', 'requests.change', request('workplace', 'returned at unit', staff), {
    shows: /Was wird gebraucht\?/,
  }),
  effect('a rejected request is taken up again', 'requests.resubmit', request('project', 'rejected'), {
    shows: /IT-2026-0006[\s\S]*Drohnen für Bauaufnahmen/,
  }),
  effect(
    'a form is checked',
    'requests.check',
    { who: staff, data: { type: 'procurement' } },
    {
      filled: { f_subject: 'Lizenz', f_costs: '100', f_reason: 'Für alle', unit: '61' },
      shows: /Bitte prüfen[\s\S]*100,00\s€/,
    },
  ),
  effect(
    'a draft is submitted',
    'requests.submit',
    { who: staff },
    { shows: /IT-2026-0126[\s\S]*Die Störung ist gemeldet/ },
  ),
  effect('a draft is opened again', 'requests.edit', { who: 'staff-33' }, { shows: /Digitale Bauakte/ }),
  effect(
    'a limit is set',
    'requests.set-budget',
    {},
    {
      filled: { year: '2026', name: 'Reserve', limit: '90.000' },
      shows: /Das Limit ist jetzt 90\.000,00\s€/,
    },
  ),
  effect(
    'a limit below what is committed is asked about',
    'requests.set-budget',
    {},
    {
      filled: { year: '2026', name: 'Reserve', limit: '9.000' },
      shows: /Das geht nur mit einem Grund/,
    },
  ),
  effect(
    'a request gets its place in the plan',
    'requests.plan-rate',
    {},
    {
      filled: { number: 'IT-2026-0020', benefit: '5', urgency: '5', effort: '3' },
      shows: /1\\?\. IT-2026-0020/,
    },
  ),
  effect(
    'the capacity changes',
    'requests.plan-capacity',
    {},
    {
      filled: { quarter: '2026-Q4', days: '90' },
      shows: /90 Personentage/,
    },
  ),
];
