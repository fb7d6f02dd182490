import type { HistoryEntry } from '../../../core/history.ts';
import { type Language, quoted, shortened, type Text, wordsIn } from '../../../core/text.ts';
import { entryLine, shortDay } from '../board/words.ts';
import type { Circulation, CirculationState, Vote } from './model.ts';
import { type Tally, tallyOf } from './tally.ts';

export const circulationStateWords: Readonly<Record<CirculationState, Text>> = {
  draft: { de: 'in Arbeit', en: 'being drafted' },
  'awaiting-approval': { de: 'beim Vorsitz zur Freigabe', en: 'with the chair for approval' },
  voting: { de: 'in der Abstimmung', en: 'being voted on' },
  adopted: { de: 'angenommen', en: 'adopted' },
  rejected: { de: 'abgelehnt', en: 'rejected' },
  'no-quorum': { de: 'nicht zustande gekommen', en: 'not brought about' },
  objected: { de: 'durch Widerspruch beendet', en: 'ended by an objection' },
  withdrawn: { de: 'zurückgezogen', en: 'withdrawn' },
};

export const voteWords: Readonly<Record<Vote, Text>> = {
  yes: { de: 'Ja', en: 'Yes' },
  no: { de: 'Nein', en: 'No' },
  abstain: { de: 'Enthaltung', en: 'Abstention' },
};
export const voteMarks: Readonly<Record<Vote, string>> = { yes: '✓', no: '✕', abstain: '–' };

/** One sentence that says where it stands, and what that means. */
export function standingLine(circulation: Circulation, now: string, language: Language): string {
  const { state, until = '', objection, reason } = circulation;
  const t = wordsIn(language);
  const tally = tallyOf(circulation);
  switch (state) {
    case 'draft':
      return t('In Arbeit', 'Being drafted');
    case 'awaiting-approval':
      return t('Beim Vorsitz zur Freigabe', 'With the chair for approval');
    case 'voting':
      return votingLine(tally, until, now > until, language);
    case 'adopted':
      return t(`Angenommen mit ${countLine(tally, 'de')}`, `Adopted with ${countLine(tally, 'en')}`);
    case 'rejected':
      return t(`Abgelehnt mit ${countLine(tally, 'de')}`, `Rejected with ${countLine(tally, 'en')}`);
    case 'no-quorum':
      return t(
        `Nicht zustande gekommen: Beteiligung ${tally.took}, nötig ${tally.needed}. Die Sache kann in die nächste Sitzung.`,
        `Not brought about: ${tally.took} took part, ${tally.needed} needed. The matter can go to the next meeting.`,
      );
    case 'objected': {
      const words = objection?.text ? `: ${quoted(shortened(objection.text, 300), language)}` : '';
      return t(
        `Dem Umlaufverfahren wurde widersprochen (${objection?.byName})${words}. Die Sache geht in die nächste Sitzung.`,
        `Somebody objected to the procedure (${objection?.byName})${words}. The matter goes to the next meeting.`,
      );
    }
    case 'withdrawn':
      return `${t('Zurückgezogen', 'Withdrawn')}${reason ? `: ${quoted(shortened(reason, 300), language)}` : ''}`;
    default:
      return state satisfies never;
  }
}

function votingLine({ took, needed }: Tally, until: string, isOver: boolean, language: Language): string {
  const by = shortDay(until, language);
  const t = wordsIn(language);
  if (isOver)
    return t(
      `Die Frist ist am ${by} abgelaufen; das Ergebnis folgt am Morgen`,
      `The time was over on ${by}; the result follows in the morning`,
    );
  return t(
    `Abstimmung bis ${by}: Beteiligung bisher ${took}, nötig ${needed}`,
    `Voting until ${by}: ${took} took part so far, ${needed} needed`,
  );
}

/** "4 Ja, 1 Nein, 1 Enthaltung" */
export const countLine = ({ yes, no, abstain }: Tally, language: Language): string =>
  wordsIn(language)(
    `${yes} Ja, ${no} Nein, ${abstain} ${abstain === 1 ? 'Enthaltung' : 'Enthaltungen'}`,
    `${yes} yes, ${no} no, ${abstain} ${abstain === 1 ? 'abstention' : 'abstentions'}`,
  );

const acts: Readonly<Record<string, Text>> = {
  drafted: { de: 'hat den Entwurf angelegt', en: 'wrote the draft' },
  edited: { de: 'hat den Entwurf geändert', en: 'changed the draft' },
  submitted: { de: 'hat den Entwurf dem Vorsitz vorgelegt', en: 'submitted the draft to the chair' },
  recalled: { de: 'hat den Entwurf zurückgeholt', en: 'took the draft back' },
  approved: { de: 'hat freigegeben, die Abstimmung beginnt', en: 'approved, the voting begins' },
  wished: { de: 'bittet um eine Änderung', en: 'asks for a change' },
  voted: { de: 'hat abgestimmt', en: 'has voted' },
  'vote-changed': { de: 'hat neu abgestimmt', en: 'has voted anew' },
  'vote-reminded': { de: 'hat erinnert', en: 'sent a reminder' },
  objected: { de: 'hat dem Umlaufverfahren widersprochen', en: 'objected to the procedure' },
  withdrawn: { de: 'hat zurückgezogen', en: 'withdrew it' },
  adopted: { de: 'stellt fest: angenommen', en: 'finds: adopted' },
  rejected: { de: 'stellt fest: abgelehnt', en: 'finds: rejected' },
  'no-quorum': { de: 'stellt fest: nicht zustande gekommen', en: 'finds: not brought about' },
};

/** "25.11.2026, 09:05 · Vorsitz hat freigegeben, die Abstimmung beginnt" */
export const circulationLine = (entry: HistoryEntry, language: Language): string =>
  entryLine(entry, acts, language);
