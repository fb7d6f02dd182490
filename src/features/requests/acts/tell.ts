import { z } from 'zod';
import { changed, deciding, recorded } from '../../../case/decision.ts';
import { notified } from '../flow.ts';
import { revisionOf } from '../model.ts';
import { actedBy, actingHere } from '../policy.ts';
import { noteMissing, notForNotes } from '../refusals.ts';
import { concernedBy } from '../reports/joining.ts';
import { guarded, requestAct, text } from './act.ts';

/** A note to everybody whom a report concerns: they read it as it is, so it says nothing about one of them. */
export const tell = requestAct({
  kind: 'tell',
  title: { de: 'Hinweis an alle Betroffenen', en: 'Note to everybody affected' },
  input: z.object({ ...guarded, hint: text }),
  buttons: { 'requests.tell': {} },
  typed: [{ de: 'hinweis(?: an alle)?', en: 'note(?: to all| to everybody)?', rest: 'hint' }],
  asks: true,
  probe: (request) => ({ revision: revisionOf(request), hint: '…' }),
  fieldsOf: ({ hint }) => ({ hint }),
  says: ({ joinedBy = [] }) => toldTo(joinedBy.length + 1),
  decide(request, { hint }, by, context) {
    const { acting, step, open } = actingHere(request, by, context);
    if (!request.report || step.duty !== 'do') throw notForNotes();
    const words = hint.trim();
    if (!words) throw noteMissing();
    const notes = [...(request.notes ?? []), { by: by.id, byName: by.name, text: words, at: context.now }];
    const told = recorded(changed(deciding(request), { notes }), {
      ...actedBy(by, acting),
      act: 'told',
      note: words,
      facts: { step: step.id, visit: open.visit },
    });
    const whom = concernedBy(request).filter((party) => party !== by.id);
    return notified(told, whom, 'note', { key: notes.length, facts: { note: notes.length } });
  },
});

const toldTo = (count: number) =>
  count === 1
    ? { de: 'Der Hinweis ist verschickt.', en: 'The note has been sent.' }
    : { de: `Der Hinweis geht an ${count} Personen.`, en: `The note goes to ${count} people.` };
