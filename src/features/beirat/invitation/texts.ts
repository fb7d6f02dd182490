import type { Language } from '../../../core/text.ts';
import type { Context } from '../context.ts';
import type { Invitee } from '../invitee.ts';
import type { Meeting } from '../meeting.ts';

/** Sentences that cards, letters and pages share. */

/** For whom a deputy steps in. */
export function introOf({ invitees }: Meeting, one: Invitee, language: Language): readonly string[] {
  const member = one.for && invitees.find(({ party }) => party === one.for)?.name;
  if (!member || one.releasedAt) return [];
  return [
    language === 'de'
      ? `Sie sind als Vertretung eingeladen: ${member} kann nicht teilnehmen.`
      : `You are invited as deputy: ${member} cannot attend.`,
  ];
}

/** What an invitation must state: changes with their reason, a shortened notice, the lower quorum of a second meeting. */
export function statements(meeting: Meeting, { rules }: Context, language: Language): readonly string[] {
  const isGerman = language === 'de';
  const { reason, plan, secondOf, quorum, state } = meeting;
  return [
    ...(meeting.issue > 1 && reason
      ? [isGerman ? `Geändert. Grund: ${reason}` : `Changed. Reason: ${reason}`]
      : []),
    ...(plan.urgency && state !== 'cancelled'
      ? [
          isGerman
            ? `Die Ladungsfrist von ${rules.notice.days} vollen Tagen ist verkürzt, weil die Angelegenheit dringlich ist: ${plan.urgency}`
            : `The notice period of ${rules.notice.days} full days is shortened because the matter is urgent: ${plan.urgency}`,
        ]
      : []),
    ...(secondOf
      ? [
          isGerman
            ? `Zweite Sitzung zu denselben Punkten, weil die Sitzung ${secondOf.replace(/-(\d+)$/, '/$1')} nicht beschlussfähig war. Sie ist beschlussfähig, wenn mindestens ${quorum?.needed ?? rules.quorum.second} stimmberechtigte Mitglieder anwesend sind.`
            : `Second meeting on the same items because meeting ${secondOf.replace(/-(\d+)$/, '/$1')} had no quorum. It has a quorum when at least ${quorum?.needed ?? rules.quorum.second} voting members are present.`,
        ]
      : []),
  ];
}
