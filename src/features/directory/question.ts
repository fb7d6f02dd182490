import type { Language } from '../../core/text.ts';
import { goingOn } from '../../language/going-on.ts';
import { backIn } from '../../language/picking.ts';
import { sideInWords } from '../../language/sides.ts';
import { answerAlone, aside, askedAs } from './alone.ts';
import { askedTerm, askedTime } from './asked-day.ts';
import type { Asked, Asker, Finding, Knowledge } from './finding.ts';
import {
  afterOpening,
  type Before,
  type FollowUp,
  followUp,
  plainSides,
  type SecondChance,
  type Turning,
} from './follow-up.ts';
import { partnersNamed } from './partners.ts';
import { pickedByPlace, pickedByWords, pressed } from './picked.ts';

/** Turns a question into a finding. Pure: the same question, asker and directory give the same finding. */
export function answerQuestion(
  text: string,
  language: Language,
  asker: Asker,
  knowledge: Knowledge,
): Finding {
  const { before: last, ...alone } = asker;
  const before = last && wentBack(text, last);
  const asked = askedAs(last ? withoutBack(text) : text, language, asker, knowledge);
  const picked = before && pickedFrom(asked, before);
  if (picked) return onDay(picked, text, asker, true);
  const term = before && termOf(asked, before);
  if (term) return onDay(term, text, asker, true);
  const mayGoOn = asked.understood.band !== 'pleasantry' && !namesPartner(asked);
  const goneOn = before && mayGoOn ? followed(asked, before) : undefined;
  if (goneOn) return onDay(goneOn, text, asker, true);
  const found = answerAlone(before ? asked : likelyNew(asked));
  if (!before || !isVague(found, asked)) return onDay(found, text, alone);
  const meant = pickedByWords(asked, before);
  if (meant) return onDay(pressed(meant, asked, before), text, alone);
  const isElse = found.kind === 'choices';
  return followed(asked, before, isElse ? 'else-unsure' : 'else-nothing') ?? lastResort(found, asked, before);
}

/** "Zurück zum Drucker", "die Nummer von vorhin": the answer before the last one; where the last turn came to nothing, the last. */
const wentBack = (text: string, { earlier, isInterrupted, ...last }: Before): Before =>
  backIn(text) === undefined || isInterrupted || !earlier ? { ...last, earlier } : earlier;

/** "Zurück zum Drucker, wie ist die Nummer?" asks for the number; where nothing else is said, going back is all. */
function withoutBack(text: string): string {
  const rest = backIn(text);
  return rest && rest.split(/\s+/).length > 1 ? rest : text;
}

/** "das zweite", "was macht Ersteres?": one of what was offered, and what is asked of it. */
function pickedFrom(asked: Asked, before: Before): Finding | undefined {
  const picked = pickedByPlace(asked.text, before);
  if (!picked) return undefined;
  const { one, rest } = picked;
  const side = 'ref' in one && sideInWords(rest) ? { ...before, ref: one.ref } : undefined;
  const seen = side && followed(askedAs(rest, asked.language, asked.asker, asked), side);
  return seen ?? pressed(one, asked, before);
}

/** It goes on from the answer before in words that are not understood: read as a new question, or that answer again. */
function lastResort(found: Finding, asked: Asked, before: Before): Finding {
  const { text, language, asker } = asked;
  const anew = [text, afterOpening(text)].map((words) =>
    answerAlone(asNew(askedAs(words, language, asker, asked))),
  );
  const firm = anew.find(isFirm);
  if (firm && (firm.kind !== 'partner' || isSurePartner(asked))) return firm;
  const [whole = found] = anew;
  if (goingOn(text, asked.understood).isForeign) return whole;
  const asksBack = anew.find(({ kind }) => kind === 'choices');
  if (found.kind !== 'own' || found.label !== 'own:followup')
    return found.kind === 'none' && asksBack ? asksBack : found;
  return asksBack ?? { kind: 'answer', refs: [before.ref], on: { ref: before.ref, side: 'again' } };
}

/** Without an answer before a text must be clear to go on from one. */
const likelyNew = (asked: Asked): Asked => {
  const [first] = asked.understood.judgement?.meanings ?? [];
  return first?.label === 'own:followup' && first.chance < clearlyGoesOn ? asNew(asked) : asked;
};
const clearlyGoesOn = 0.8;

/** The reading in which the text does not go on from an answer. */
const asNew = (asked: Asked): Asked => ({
  ...asked,
  understood: {
    ...asked.understood,
    judgement: asked.understood.judgement?.asNew ?? asked.understood.judgement,
  },
});

/** What the turn comes to after an answer; `undefined` when it stands for itself. */
function followed(asked: Asked, before: Before, chance?: SecondChance): Finding | undefined {
  const { text, language, understood, place, asker, directory } = asked;
  const turning: Turning = {
    text,
    understood,
    place,
    unit: asker.unit,
    read: (other) => askedAs(other, language, asker, asked),
  };
  const found = followUp(turning, before, directory, chance);
  return found && goneOn(found, asked, before);
}

function goneOn(found: FollowUp, asked: Asked, before: Before): Finding | undefined {
  const { place, language, asker } = asked;
  switch (found.kind) {
    case 'seen':
      return {
        kind: 'answer',
        refs: [found.ref],
        unknownUnit: found.unknownPlace ?? place.unknownUnit,
        on: { ref: before.ref, side: found.side },
      };
    case 'form': {
      const on = { ref: before.ref, side: 'request' } as const;
      if (found.wish === undefined) return { kind: 'own', label: 'own:start-request', on };
      return { kind: 'answer', refs: [found.ref], wish: found.wish, subject: before.subject, on };
    }
    case 'way':
      return { kind: 'own', label: 'own:who-decides', on: { ref: before.ref, side: found.side } };
    case 'ask': {
      const findings = found.texts.map((text) => answerAlone(asNew(askedAs(text, language, asker, asked))));
      const firm = findings.find(isFirm) ?? findings.find(({ kind }) => kind === 'choices');
      if (firm?.kind === 'answer') return { ...firm, on: { ref: before.ref, side: found.side } };
      if (firm) return firm;
      return found.side === 'decides'
        ? { kind: 'own', label: 'own:who-decides', on: { ref: before.ref, side: 'decides' } }
        : undefined;
    }
    default:
      return found satisfies never;
  }
}

/** Says something by itself: an answer, a list, a body, or a function that is no talk. */
const isFirm = (found: Finding): boolean =>
  found.kind === 'answer' ||
  found.kind === 'list' ||
  found.kind === 'partner' ||
  (found.kind === 'own' && !aside.test(found.label));

/** "und der Datenschutz?": a body outside the model that is named is asked about, not the answer before. */
const namesPartner = ({ text, partners = [] }: Asked): boolean => partnersNamed(text, partners).length > 0;

/** A finding that a follow-up may stand behind: nothing, a guess, or somebody else's matter that was not named. */
function isVague(found: Finding, { text, understood }: Asked): boolean {
  if (found.kind === 'none' || found.kind === 'choices') return true;
  // Leave, money and offices are matters of others too; after an answer they are sides of it.
  if (found.kind === 'partner')
    return plainSides.has(sideInWords(text) ?? 'other') || !isSurePartner({ understood });
  if (found.kind !== 'own') return false;
  return ofWays.has(found.label) || (understood.judgement?.confidence ?? 1) < sureOfOwnAfterAnswer;
}

const isSurePartner = ({ understood: { judgement } }: Pick<Asked, 'understood'>): boolean =>
  (judgement?.asNew ?? judgement)?.confidence === undefined ||
  ((judgement?.asNew ?? judgement)?.confidence ?? 1) >= sureOfPartner;
/** Below this somebody else's matter is a guess. */
const sureOfPartner = 0.4;

/** "Wie beantrage ich das?", "Wer genehmigt das?": functions of Lotse, and sides of an answer. */
const ofWays = new Set(['own:start-request', 'own:who-decides', 'own:followup']);

/** After an answer a function of Lotse must be meant more clearly. */
const sureOfOwnAfterAnswer = 0.9;

/** Who held it then, or will: the answer is for the day that was asked about. */
function onDay(found: Finding, text: string, { day: today }: Asker, goesOn = false): Finding {
  const time = today === undefined ? undefined : askedTime(text, today, goesOn);
  if (time === undefined || found.kind !== 'answer' || found.wish !== undefined) return found;
  const [first, ...others] = found.refs;
  return { ...found, refs: [{ ...first, before: undefined, ...time }, ...others] };
}

/** "Und bis wann?": how long those who were named hold the role, not how long a request takes. */
function termOf({ text, understood }: Asked, { ref }: Before): Finding | undefined {
  const isElse = understood.reading.hits.some(({ concept }) => /^(?:r|app|unit):/.test(concept.id));
  if (isElse || askedTerm(text, true) !== 'until') return undefined;
  const { role, task, unit, application } = ref;
  return { kind: 'answer', refs: [{ role, task, unit, application }], on: { ref, side: 'person' } };
}
