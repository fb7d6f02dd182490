import { Refusal } from '../../../core/refusal.ts';
import type { Text } from '../../../core/text.ts';
import { fileKeepers, type SettingFile } from './model.ts';

/** Whose business it is, in words. */
export const notYours = (file: SettingFile): Refusal =>
  fileKeepers[file] === 'digitallotse-wirtschaft'
    ? new Refusal('not-keeper-of-rules', {
        de: 'Die Regeln des Beirats und die Felder der Mentoren pflegt der Digitallotse Wirtschaft. Fällt Ihnen etwas auf, wenden Sie sich an ihn.',
        en: 'The Digitallotse Wirtschaft keeps the rules of the board and the fields of the mentors. If you notice something, please tell them.',
      })
    : new Refusal('not-keeper-of-file', {
        de: 'Antragsarten und Stellen außerhalb des Rollenmodells pflegt das Strategische IT-Management (10.50). Fällt Ihnen etwas auf, schreiben Sie es dort.',
        en: 'Strategic IT Management (10.50) keeps request types and bodies outside the role model. If you notice something, please tell them.',
      });

export const gone = (): Refusal =>
  new Refusal('no-such-setting', {
    de: 'Das steht nicht mehr in der Datei. „Antragsarten pflegen“, „Stellen außerhalb pflegen“ oder „Regeln des Beirats pflegen“ zeigt, was da ist.',
    en: 'That does not stand in the file any more. “Keep request types”, “Keep bodies outside” or “Keep the rules of the board” shows what is there.',
  });

export const changedMeanwhile: Text = {
  de: 'Hier hat inzwischen jemand etwas geändert. Ihre Eingaben stehen noch da; unten sehen Sie, was sich damit ändern würde.',
  en: 'Somebody has changed something here meanwhile. What you typed is still there; below you see what would change.',
};
export const mayBeEmpty: Text = {
  de: 'Alles leer heißt: Das gibt es dann nicht.',
  en: 'All of it empty means: then there is no such rule.',
};
export const reasonMissing: Text = {
  de: 'Bitte schreiben Sie, warum. Es steht im Verlauf.',
  en: 'Please write why. It stands in the history.',
};
export const dayOver: Text = {
  de: 'Dieser Tag ist schon vorbei. Leer lassen heißt: mit der Freigabe.',
  en: 'This day is over. Leaving it empty means: when it is released.',
};
export const tooLong: Text = {
  de: 'Höchstens 1000 Zeichen.',
  en: 'At most 1000 characters.',
};
export const keptElsewhere: Text = {
  de: 'Zum Nachlesen: Das pflegt der Digitallotse Wirtschaft.',
  en: 'For reading: the Digitallotse Wirtschaft keeps it.',
};
export const secondEyes: Readonly<Record<(typeof fileKeepers)[SettingFile], Text>> = {
  'strategisches-it-management': {
    de: 'Freigeben muss es jemand anderes von 10.50; dann steht es in der Datei.',
    en: 'Somebody else of 10.50 has to release it; then it stands in the file.',
  },
  'digitallotse-wirtschaft': {
    de: 'Freigeben muss es der Digitallotse Wirtschaft oder die Vertretung, wer von beiden es nicht vorgeschlagen hat; dann steht es in der Datei.',
    en: 'The Digitallotse Wirtschaft or the deputy has to release it, whoever of the two has not proposed it; then it stands in the file.',
  },
};
