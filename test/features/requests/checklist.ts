import { RequestType } from '../../../src/features/requests/types/model.ts';
import { contextAt, submittedBy, workplace } from './world.ts';

const text = (words: string) => ({ de: words, en: words });
const part = (id: string, more: object) => ({
  id,
  of: 'administration',
  duty: 'do',
  group: 'parts',
  name: text(id),
  because: text('weil'),
  due: 3,
  ...more,
});

/** A checklist for three holders, one part of which comes after another, and somebody who closes it. */
export const checklist = RequestType.parse({
  id: 'checklist',
  name: text('Personalwechsel'),
  description: text('Wechsel'),
  report: { called: { de: 'der Personalwechsel', en: 'the change of staff' }, done: text('erledigt') },
  fields: [
    { id: 'subject', kind: 'text', label: text('Stelle'), required: true },
    { id: 'day', kind: 'date', label: text('Tag'), wish: true, decisive: true },
    { id: 'application', kind: 'application', label: text('Fachverfahren') },
    { id: 'details', kind: 'long-text', label: text('Sonst') },
  ],
  route: [
    part('directory', { role: 'strategisches-it-management' }),
    part('rights', { role: 'fachadministratoren', of: 'application' }),
    part('accounts', { role: 'kgrz' }),
    part('devices', { role: 'kgrz', due: 5 }),
    part('collect', { role: 'kgrz', after: ['devices', 'rights'] }),
    {
      id: 'close',
      role: 'digitallotse-wirtschaft',
      of: 'administration',
      duty: 'do',
      because: text('weil'),
      due: 2,
    },
  ],
});

export type World = ReturnType<typeof contextAt>;
const usualWorld = { ...contextAt('2026-11-23T09:00:00.000Z'), types: [checklist, workplace] };
export const worldAt = (now: string, staffing?: Parameters<typeof contextAt>[1]): World =>
  staffing ? { ...contextAt(now, staffing), types: [checklist, workplace] } : { ...usualWorld, now };
export const nine: World = usualWorld;
export const asked = (fields = {}) =>
  submittedBy(
    'staff-61',
    { subject: 'Bauberatung', day: '2026-12-31', application: 'bau', costs: undefined, ...fields },
    { type: checklist },
  );
