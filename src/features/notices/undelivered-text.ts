import { dayIn, dayOf, timeOf } from '../../core/day.ts';
import type { Language, Text } from '../../core/text.ts';
import type { Stop } from './stops.ts';

/** What the codes of the outbox mean to people. */
const reasonTexts: Readonly<Record<string, Text>> = {
  'no-chat': { de: 'hat Lotse in Teams noch nicht geöffnet', en: 'has not opened Lotse in Teams yet' },
  restored: {
    de: 'war vor der Wiederherstellung der Daten fällig und ist vielleicht schon angekommen',
    en: 'was due before the data was restored and may have arrived already',
  },
  'no-mailer': { de: 'keine E-Mail eingerichtet', en: 'no email has been set up' },
  'no-address': {
    de: 'keine E-Mail-Adresse im Verzeichnis',
    en: 'no email address in the directory',
  },
  'bad-address': { de: 'die E-Mail-Adresse ist ungültig', en: 'the email address is not valid' },
  ConversationBlockedByUser: { de: 'hat Lotse in Teams blockiert', en: 'has blocked Lotse in Teams' },
  MessageWritesBlocked: {
    de: 'Nachrichten sind in Teams gesperrt',
    en: 'messages are blocked in Teams',
  },
  BotNotInConversationRoster: {
    de: 'hat Lotse aus Teams entfernt',
    en: 'has removed Lotse from Teams',
  },
  ConversationNotFound: { de: 'der Chat in Teams ist weg', en: 'the chat in Teams is gone' },
  'address-not-allowed': {
    de: 'die Adresse von Teams steht nicht in CONNECTOR_HOSTS',
    en: 'the address of Teams is not in CONNECTOR_HOSTS',
  },
  'too-big': { de: 'die Nachricht ist zu groß', en: 'the message is too big' },
  fault: {
    de: 'Fehler in Lotse, siehe Protokoll („notice-not-said“)',
    en: 'fault in Lotse, see the log (“notice-not-said”)',
  },
};

export const reasonsText = (reasons: readonly string[], language: Language): string =>
  reasons.map((reason) => reasonTexts[reason]?.[language] ?? reason).join('; ') ||
  { de: 'ohne Angabe', en: 'not stated' }[language];

export const countText = (count: number): Text => {
  if (count === 0) return { de: 'Alles ist angekommen.', en: 'Everything has arrived.' };
  if (count === 1) {
    return { de: '1 Nachricht ist nicht angekommen.', en: '1 message has not arrived.' };
  }
  return {
    de: `${count} Nachrichten sind nicht angekommen.`,
    en: `${count} messages have not arrived.`,
  };
};

export const sentLine = (count: number): Text =>
  count === 1
    ? { de: 'Die Nachricht ist wieder auf dem Weg.', en: 'The message is on its way again.' }
    : {
        de: `${count} Nachrichten sind wieder auf dem Weg.`,
        en: `${count} messages are on their way again.`,
      };

export const noneLine: Text = {
  de: 'Es war nichts erneut zu senden: Was Sie meinen, ist schon auf dem Weg oder angekommen.',
  en: 'There was nothing to send again: what you mean is on its way already or has arrived.',
};

const channelNames: Readonly<Record<Stop['id'], Text>> = {
  teams: { de: 'Der Versand in Teams', en: 'Sending in Teams' },
  mail: { de: 'Der Versand von E-Mails', en: 'Sending email' },
};

export const stopLine = ({ id, since }: Stop, language: Language): string => {
  const [day, time, name] = [dayIn(language, dayOf(since)), timeOf(since), channelNames[id][language]];
  return language === 'de'
    ? `${name} ist seit ${day}, ${time} Uhr angehalten: Die Zugangsdaten werden abgelehnt. Nichts geht verloren; gesendet wird, sobald der Zugang wieder gilt.`
    : `${name} has been stopped since ${day}, ${time}: the credentials are refused. Nothing is lost; it will be sent as soon as access is valid again.`;
};
