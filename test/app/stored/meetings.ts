import { chair, type Effect, effect, note, of, office, said } from './effect.ts';

/** Meetings of the Beirat, from the plan to the minutes. */
export const meetingEffects: readonly Effect[] = [
  effect('a meeting is submitted', 'beirat.submit', of('B-2026-18'), { shows: /Beim Vorsitz zur Freigabe/ }),
  effect('it is taken back', 'beirat.recall', of('B-2026-15'), { shows: /In Planung/ }),
  effect('the chair approves it', 'beirat.approve', of('B-2026-16'), {
    ask: [office, 'B-2026/16'],
    shows: /Freigegeben/,
  }),
  effect('the chair wishes a change', 'beirat.wish', of('B-2026-16'), {
    filled: note,
    ask: [office, 'B-2026/16'],
    shows: said,
  }),
  effect('members are invited', 'beirat.invite', of('B-2026-15'), {
    ask: [chair, 'B-2026/15'],
    shows: /Eingeladen/,
  }),
  effect('somebody new is invited too', 'beirat.complete', of('B-2026-10'), {
    shows: /IT-Beauftragte Amt 80/,
  }),
  effect('a question is answered', 'beirat.answer', of('B-2026-10'), {
    filled: { ...note, question: '2' },
    ask: [chair, 'B-2026/10 meine Einladung'],
    shows: /Wie besprochen/,
  }),
  effect('a member accepts', 'beirat.accept', of('B-2026-11'), { shows: /Sie haben zugesagt, vor Ort/ }),
  effect('a member accepts online', 'beirat.accept-online', of('B-2026-19'), {
    shows: /Sie haben zugesagt, online/,
  }),
  effect('a member declines, a deputy comes', 'beirat.decline', of('B-2026-11'), {
    filled: { reason: 'Reise' },
    shows: /Sie haben abgesagt[\s\S]*Vertretung/,
  }),
  effect('a member asks', 'beirat.ask', of('B-2026-10'), {
    filled: { question: 'Gibt es Strom?' },
    ask: [office, 'B-2026/10'],
    shows: /Gibt es Strom\?/,
  }),
  effect('it is moved', 'beirat.move', of('B-2026-11'), {
    filled: { day: '2026-12-22', time: '14:00', reason: 'Krankheit' },
    ask: ['werkleitung-kgrz', 'B-2026/11'],
    shows: /22\. Dezember 2026/,
  }),
  effect('its place changes', 'beirat.relocate', of('B-2026-10'), {
    filled: { place: 'Rathaus, Raum 5', reason: 'Umbau' },
    ask: [chair, 'B-2026/10 meine Einladung'],
    shows: /Raum 5/,
  }),
  effect('its agenda is supplemented', 'beirat.amend', of('B-2026-10'), {
    filled: { itemTitle: 'Haushalt 2027', reason: 'Frist' },
    ask: [chair, 'B-2026/10 meine Einladung'],
    shows: /Haushalt 2027/,
  }),
  effect('it is postponed', 'beirat.postpone', of('B-2026-11'), {
    filled: { reason: 'Krankheit' },
    shows: /Verschoben/,
  }),
  effect('it is cancelled', 'beirat.cancel', of('B-2026-12'), {
    filled: { reason: 'Krankheit' },
    shows: /Abgesagt/,
  }),
  effect('a draft is thrown away', 'beirat.discard', of('B-2026-17'), { filled: note, shows: /Abgesagt/ }),
  effect('the office writes down an answer', 'beirat.reply-for', of('B-2026-10'), {
    filled: { party: 'beirat-verwaltung', answer: 'in-person' },
    ask: ['beirat-verwaltung', 'B-2026/10 meine Einladung'],
    shows: /zugesagt, vor Ort/,
  }),
  effect('somebody was reached by phone', 'beirat.reached', of('B-2026-10'), {
    filled: { party: 'beirat-verwaltung', note: 'am Telefon' },
    shows: /am Telefon/,
  }),
  effect('an item is added', 'beirat.item-save', of('B-2026-18'), {
    filled: { title: 'Haushalt 2027', kind: 'decision', isPublic: 'true' },
    ask: [office, 'B-2026/18'],
    shows: /Haushalt 2027/,
  }),
  effect('an idea comes onto the agenda', 'beirat.take', of('B-2026-18'), {
    filled: { proposals: 'idea ID-2026-0013' },
    ask: [office, 'B-2026/18'],
    shows: /Fahrrad melden/,
  }),
  effect('its plan changes', 'beirat.save', of('B-2026-18'), {
    filled: { place: 'Rathaus, Raum 7' },
    ask: [office, 'B-2026/18'],
    shows: /Raum 7/,
  }),
  effect(
    'a new one is planned',
    'beirat.save',
    { who: office, data: { id: '', secondOf: '' } },
    {
      filled: { day: '2027-01-14', time: '14:00', minutes: '60', place: 'Rathaus' },
      shows: /B-2026\/20|B-2027\/1/,
    },
  ),
  effect('it is opened', 'beirat.hold', of('B-2026-8'), {
    filled: { startedAt: '14:00', 'presence-werkleitung-kgrz': 'in-person' },
    shows: /nicht beschlussfähig: anwesend sind 2 von 7/,
  }),
  effect('something is noted', 'beirat.record-save', of('B-2026-7'), {
    filled: note,
    shows: /Wie besprochen/,
  }),
  effect('something is resolved', 'beirat.resolve', of('B-2026-7'), {
    filled: { wording: 'Der Beirat stimmt zu', yes: '2', no: '1', abstain: '1', owner: '10.50' },
    ask: [office, 'Beschlüsse'],
    shows: /B-2026\/7-02[\s\S]*Der Beirat stimmt zu/,
  }),
  effect('it ends', 'beirat.end', of('B-2026-7'), { filled: { endedAt: '16:00' }, shows: /14:05 – 16:00/ }),
  effect('its minutes go to the chair', 'beirat.send-minutes', of('B-2026-7'), {
    filled: { endedAt: '16:00' },
    shows: /Beim Vorsitz zur Freigabe/,
  }),
  effect('a member objects', 'beirat.object', of('B-2026-9'), {
    filled: note,
    ask: [office, 'B-2026/9 Niederschrift'],
    shows: /Wie besprochen/,
  }),
  effect('an objection is answered', 'beirat.answer-objection', of('B-2026-6'), {
    filled: { ...note, objection: '1' },
    ask: [chair, 'B-2026/6 Niederschrift'],
    shows: /Wie besprochen/,
  }),
  effect(
    'a resolution is carried out',
    'beirat.resolution-done',
    { who: office },
    {
      filled: { number: 'B-2026/4-01', note: 'Läuft' },
      shows: /B-2026\/4-01 ist erledigt/,
    },
  ),
];
