/*
 * What is wrong with the environment, in German: the English remedy, as the schemas say it, and what it says. A remedy
 * that has no German yet is shown as it is.
 */

const german: Readonly<Record<string, string>> = {
  'write a port number from 0 to 65535, e.g. 3978': 'eine Portnummer von 0 bis 65535 eintragen, z. B. 3978',
  'write a port number from 1 to 65535, e.g. 9464': 'eine Portnummer von 1 bis 65535 eintragen, z. B. 9464',
  'write debug, info, warn, error or silent': 'debug, info, warn, error oder silent eintragen',
  'name the folder with directory.yaml and organisation.yaml':
    'den Ordner mit directory.yaml und organisation.yaml nennen',
  'remove it: without credentials Lotse listens on 127.0.0.1 only; HOST is for npm start':
    'entfernen: Ohne Zugangsdaten ist Lotse nur unter 127.0.0.1 zu erreichen; HOST gilt für npm start',
  'name the folder for the data, e.g. .data/dev': 'den Ordner für die Daten nennen, z. B. .data/dev',
  'name the folder for the data, e.g. /var/lib/lotse':
    'den Ordner für die Daten nennen, z. B. /var/lib/lotse',
  'write exact host names separated by commas, without https:// and without *, e.g. smba.trafficmanager.net':
    'genaue Rechnernamen eintragen, durch Kommas getrennt, ohne https:// und ohne *, z. B. smba.trafficmanager.net',
  'write the address to listen on, e.g. 0.0.0.0':
    'die Adresse eintragen, unter der Lotse hört, z. B. 0.0.0.0',
  'write the application (client) id of the bot, a GUID; find it in Entra under App registrations':
    'die Anwendungs-ID (Client-ID) des Bots eintragen, eine GUID; sie steht in Entra unter App-Registrierungen',
  'write the id of the app in the Teams catalogue, a GUID':
    'die Kennung der App im Teams-Katalog eintragen, eine GUID',
  'write SingleTenant or UserAssignedMSI; MultiTenant is refused because it would let other organisations in':
    'SingleTenant oder UserAssignedMSI eintragen; MultiTenant geht nicht, denn es ließe andere Organisationen herein',
  'write the directory (tenant) id of the administration, a GUID; find it in Entra under Overview':
    'die Verzeichnis-ID (Mandant) der Verwaltung eintragen, eine GUID; sie steht in Entra in der Übersicht',
  'write the client secret': 'das Client-Geheimnis eintragen',
  'write the thumbprint of the certificate, 40 to 64 hexadecimal digits':
    'den Fingerabdruck des Zertifikats eintragen, 40 bis 64 hexadezimale Zeichen',
  'name the file with the private key (PEM)': 'die Datei mit dem privaten Schlüssel (PEM) nennen',
  'remove them; UserAssignedMSI has no secret': 'entfernen; UserAssignedMSI hat kein Geheimnis',
  'set both or neither': 'beide setzen oder keine von beiden',
  'remove it, a certificate is set as well; use one of the two':
    'entfernen, es ist auch ein Zertifikat gesetzt; eines von beiden genügt',
  'remove it, or use a client secret; agents does not sign in with a certificate yet':
    'entfernen oder ein Client-Geheimnis verwenden; agents meldet sich noch nicht mit einem Zertifikat an',
  'write the client secret, or set MICROSOFT_APP_CERTIFICATE_*':
    'das Client-Geheimnis eintragen oder MICROSOFT_APP_CERTIFICATE_* setzen',
  'name the folder of your own directory; data/demo is an invented city with invented people':
    'den Ordner des eigenen Verzeichnisses nennen; data/demo ist eine erfundene Stadt mit erfundenen Personen',
  'name a folder of its own, e.g. /var/lib/lotse; this one belongs to npm run dev or npm run demo':
    'einen eigenen Ordner nennen, z. B. /var/lib/lotse; dieser gehört zu npm run dev oder npm run demo',
  'write the mail server as smtp://host:25 or smtps://user:password@host:465, special characters of the password as %40':
    'den Mailserver als smtp://host:25 oder smtps://user:password@host:465 eintragen, Sonderzeichen des Passworts als %40',
  'write the mailbox of MAIL_FROM as imaps://user:password@host:993/INBOX, special characters of the password as %40':
    'das Postfach von MAIL_FROM als imaps://user:password@host:993/INBOX eintragen, Sonderzeichen des Passworts als %40',
  'write a mailbox that somebody reads, e.g. Lotse <lotse@example.org>':
    'ein Postfach eintragen, das jemand liest, z. B. Lotse <lotse@example.org>',
  'write the address that Lotse is reached under from outside, e.g. https://lotse.example.org':
    'die Adresse eintragen, unter der Lotse von außen zu erreichen ist, z. B. https://lotse.example.org',
  'write the mail server, because IMAP_URL is set: only answers to own mails are read':
    'den Mailserver eintragen, denn IMAP_URL ist gesetzt: Gelesen werden nur Antworten auf eigene E-Mails',
  'write the mailbox that mails come from, because SMTP_URL is set; somebody must read it':
    'das Postfach eintragen, von dem die E-Mails kommen, denn SMTP_URL ist gesetzt; jemand muss es lesen',
  'write the address that links in mails begin with, because SMTP_URL is set, e.g. https://lotse.example.org':
    'die Adresse eintragen, mit der Links in E-Mails beginnen, denn SMTP_URL ist gesetzt, z. B. https://lotse.example.org',
  'write the database as postgres://user:password@host:5432/name, special characters of the password as %40':
    'die Datenbank als postgres://user:password@host:5432/name eintragen, Sonderzeichen des Passworts als %40',
  'write addresses or networks separated by commas, e.g. 10.0.0.5, 10.1.0.0/16':
    'Adressen oder Netze eintragen, durch Kommas getrennt, z. B. 10.0.0.5, 10.1.0.0/16',
  'write on or off': 'on oder off eintragen',
  'write whole megabytes from 1 to 50, e.g. 10': 'ganze Megabyte von 1 bis 50 eintragen, z. B. 10',
  'write a number from 1 to 50, e.g. 10': 'eine Zahl von 1 bis 50 eintragen, z. B. 10',
  'name the file with the keys, e.g. /etc/lotse/api-keys.yaml':
    'die Datei mit den Schlüsseln nennen, z. B. /etc/lotse/api-keys.yaml',
  'write botbuilder or agents (experimental)': 'botbuilder oder agents (experimentell) eintragen',
  'write the port of the first page, e.g. 5611; the others follow it':
    'den Port der ersten Seite eintragen, z. B. 5611; die anderen folgen',
};

/** "PORT: write a port number …" → "PORT: eine Portnummer … eintragen" */
export function inGerman(problem: string): string {
  const [, names = '', remedy = problem] = /^([A-Z][A-Z_* and]*[A-Z*]): (.+)$/su.exec(problem) ?? [];
  const said = german[remedy];
  if (said === undefined) return startedAs(problem) ?? problem;
  return names ? `${names.replace(' and ', ' und ')}: ${said}` : said;
}

const startedAs = (problem: string): string | undefined => {
  const [, mode] = /^start it as .+, not as "(.*)"$/su.exec(problem) ?? [];
  return mode === undefined ? undefined : `als „production“, „dev“ oder „demo“ starten, nicht als „${mode}“`;
};
