import { z } from 'zod';
import type { Data } from '../../../case/case-type.ts';
import { changed, deciding, recorded } from '../../../case/decision.ts';
import { actorsAt } from '../actors.ts';
import { nextRevision, notified } from '../flow.ts';
import { asksFor, type OpenStep } from '../model.ts';
import {
  actedBy,
  actingHere,
  mayBeAssigned,
  peopleOf,
  personMeant,
  receiversOf,
  requireKeeper,
  requireOnePart,
  standing,
} from '../policy.ts';
import { cannotReceive, notBelow, reasonMissing, votesTogether } from '../refusals.ts';
import { stepOf } from '../route.ts';
import { isDecision } from '../types/model.ts';
import { guarded, requestAct, text } from './act.ts';

/** "an Vertretung Leitung 10.50: bin im Urlaub" */
const personIn = (rest: string, fields: { readonly to: string; readonly note: string }): Data => {
  const { to = '', note = '' } =
    /^(?:an |to )?(?<to>[^:]*?)\s*(?::\s*(?<note>.+))?$/isu.exec(rest)?.groups ?? {};
  return { [fields.to]: to, [fields.note]: note };
};

/** Gives the step to another person who holds the role or deputises for it: a new revision, so that it may come back. */
export const passOn = requestAct({
  kind: 'pass-on',
  title: { de: 'Weitergeben', en: 'Pass on' },
  input: z.object({ ...guarded, note: text, to: text }),
  buttons: { 'requests.pass-on': {} },
  typed: [
    {
      de: 'weitergeben|weiterleiten',
      en: 'pass on|forward',
      read: (rest) => personIn(rest, { to: 'to', note: 'note' }),
    },
  ],
  probe: (request, by, context) => {
    const step = stepOf(request, request.open?.step);
    const receivers = step ? receiversOf(step, request, by.id, context) : [];
    const other = receivers.find(({ value }) => value !== request.open?.passedTo);
    return other && { note: '…', to: other.value };
  },
  wordsOf: ({ note }) => note,
  fieldsOf: ({ to }) => ({ to }),
  decide(request, { note, to: named }, by, context) {
    const { acting, step, open } = actingHere(request, by, context);
    if (step.votes !== 'any') throw votesTogether();
    const to = personMeant(named, receiversOf(step, request, by.id, context), context);
    if (open.passedTo === to) return undefined;
    if (!note.trim()) throw reasonMissing();
    const isThere = receiversOf(step, request, by.id, context).some(({ value }) => value === to);
    if (!isThere) throw cannotReceive();
    const { takenBy: _takenBy, assignedTo: _assignedTo, ...rest } = open;
    const given: OpenStep = { ...rest, visit: nextRevision(request), passedTo: to, asked: [to] };
    const passed = recorded(
      changed(deciding(request), {
        open: given,
        ...(request.state === 'in-progress' ? { state: 'approved' as const } : {}),
      }),
      {
        ...actedBy(by, acting),
        act: 'passed-on',
        note: note.trim(),
        facts: { step: step.id, visit: open.visit, to },
      },
    );
    return notified(passed, [to], 'decide', { key: given.visit });
  },
});

/** 10.50 puts somebody in charge of the step. */
export const assign = requestAct({
  kind: 'assign',
  title: { de: 'Jemanden beauftragen (10.50)', en: 'Put somebody in charge (10.50)' },
  input: z.object({ ...guarded, reason: text, charge: text }),
  buttons: { 'requests.assign': {} },
  typed: [
    {
      de: 'beauftragen|beauftrage',
      en: 'assign',
      read: (rest) => personIn(rest, { to: 'charge', note: 'reason' }),
    },
  ],
  probe: (request, by, context) => {
    const people = peopleOf(stepOf(request, request.open?.step), request, by.id, context);
    const other = people.find(({ value }) => value !== request.open?.assignedTo);
    return other && { reason: '…', charge: other.value };
  },
  fieldsOf: ({ reason, charge }) => ({ reason, charge }),
  decide(request, { reason, charge }, by, context) {
    requireKeeper(request, by, context);
    requireOnePart(request, context);
    const { step, open } = standing(request, context);
    if (!mayBeAssigned(step, context)) throw notBelow();
    const to = personMeant(charge, peopleOf(step, request, by.id, context), context);
    if (open.assignedTo === to) return undefined;
    if (!reason.trim()) throw reasonMissing();
    const mayTake = actorsAt(step, request, context, { urged: 0, assignedTo: to })[0]?.person.id === to;
    if (asksFor(request, to) || !mayTake || (isDecision(step) && to === by.id)) throw cannotReceive();
    const { takenBy: _takenBy, passedTo: _passedTo, ...rest } = open;
    const given: OpenStep = {
      ...rest,
      visit: nextRevision(request),
      assignedTo: to,
      asked: [to],
      urged: 0,
    };
    const moved = recorded(
      changed(deciding(request), {
        open: given,
        ...(request.state === 'in-progress' ? { state: 'approved' as const } : {}),
      }),
      {
        ...actedBy(by),
        act: 'assigned',
        note: reason.trim(),
        facts: { step: step.id, visit: open.visit, to },
      },
    );
    const former = open.asked.filter((party) => party !== by.id && party !== to);
    return notified(notified(moved, former, 'news'), [to], 'decide', { key: given.visit });
  },
});
