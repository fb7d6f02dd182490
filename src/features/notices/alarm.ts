import { dayOf } from '../../core/day.ts';
import { type NoticeKind, outboxCollection } from '../../core/notice.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import type { Also } from '../../core/ports/store.ts';
import type { Text } from '../../core/text.ts';
import type { Channel } from './outbox.ts';

const kind = 'notices.stopped';

/** Tells 10.50 that a channel refuses us, on the other one. */
export function alarmOf(channel: Channel, since: string, directory: RoleDirectory): readonly Also[] {
  const acting = directory.actingPerson('strategisches-it-management', {}, dayOf(since));
  if (!acting) return [];
  const doc = {
    id: `${kind} ${channel} ${since}`,
    recipient: acting.person.id,
    kind,
    ref: channel,
    urgency: 'act',
    createdAt: since,
    state: 'pending',
    attempts: 0,
    dueAt: since,
    ...(channel === 'teams' ? { channel: 'mail' } : {}),
  };
  return [{ collection: outboxCollection, doc }];
}

/** What the alarm says. */
export const alarmKind: NoticeKind = {
  kind,
  title: { de: 'Versand angehalten', en: 'Sending stopped' },
  repeatable: true,
  say: async ({ ref }, { language }) => {
    const { title, text } = ref === 'mail' ? mailStopped : teamsStopped;
    return {
      reply: {
        card: 'notices/stopped',
        data: { title: title[language], text: text[language], roles: [] },
        summary: title[language],
        language,
      },
      letter: { subject: title[language], paragraphs: [text[language]] },
    };
  },
};

type Stopped = { readonly title: Text; readonly text: Text };

const teamsStopped: Stopped = {
  title: { de: 'Lotse kann in Teams nicht mehr schreiben', en: 'Lotse can no longer write in Teams' },
  text: {
    de: 'Microsoft lehnt die Zugangsdaten des Bots ab, meist weil das Geheimnis oder das Zertifikat abgelaufen ist. Alle Nachrichten sind aufgehoben und werden von selbst gesendet, sobald der Zugang wieder gilt. Was zu tun ist, steht in docs/betrieb.md unter „Senden“.',
    en: 'Microsoft refuses the credentials of the bot, usually because the secret or the certificate has expired. All messages are kept and will be sent by themselves as soon as access is valid again. What to do is written in docs/betrieb.md under “Senden”.',
  },
};
const mailStopped: Stopped = {
  title: { de: 'Lotse kann keine E-Mails mehr senden', en: 'Lotse can no longer send email' },
  text: {
    de: 'Der Mailserver lehnt die Zugangsdaten ab. Alle E-Mails sind aufgehoben und werden von selbst gesendet, sobald der Zugang wieder gilt. Was zu tun ist, steht in docs/betrieb.md unter „Senden“.',
    en: 'The mail server refuses the credentials. All email is kept and will be sent by itself as soon as access is valid again. What to do is written in docs/betrieb.md under “Senden”.',
  },
};
