import { readFile } from 'node:fs/promises';
import { checkMailServer } from '../adapters/mail/check-server.ts';
import { botFrameworkAuthority } from '../adapters/teams/authentication.ts';
import { serverTime } from './clock-check.ts';
import type { Config, ProductionConfig } from './config.ts';
import { database, directory, folder } from './doctor-data.ts';
import { doubtful, type Finding, reasonOf, well, wrong } from './doctor-finding.ts';
import { readKeys } from './who-api.ts';

export type Check = { readonly name: string; readonly run: () => Promise<readonly Finding[]> };

/** Everything that can be looked at without changing anything. */
export function checksOf(config: Config, now: () => Date): readonly Check[] {
  return [
    { name: 'Daten', run: () => (config.storeUrl ? database(config.storeUrl) : folder(config.dataDir)) },
    { name: 'Verzeichnis', run: () => directory(config) },
    ...(config.mode === 'production'
      ? [
          { name: 'Uhr', run: () => clock(now) },
          { name: 'Verbindung zu Microsoft', run: () => reachable(config) },
          { name: 'Anmeldung bei Microsoft', run: () => credentials(config) },
        ]
      : []),
    { name: 'E-Mail', run: () => mail(config) },
    { name: 'Adresse von außen', run: () => fromOutside(config) },
    { name: 'Schnittstelle', run: () => api(config) },
  ];
}

async function clock(now: () => Date): Promise<readonly Finding[]> {
  const said = await serverTime(botFrameworkAuthority.metadataUrl)().catch(() => undefined);
  if (!said) return [doubtful('Die Uhr ließ sich nicht vergleichen.', 'Verbindung ins Internet prüfen.')];
  const seconds = Math.round((now().getTime() - said.time.getTime()) / 1000);
  if (Math.abs(seconds) > 120)
    return [
      wrong(
        `Die Uhr geht ${Math.abs(seconds)} Sekunden ${seconds > 0 ? 'vor' : 'nach'}.`,
        'Zeitabgleich einschalten, z. B. chrony.',
      ),
    ];
  return [well(`Die Uhr stimmt auf ${Math.abs(seconds)} Sekunden.`)];
}

async function reachable({ connectorHosts }: ProductionConfig): Promise<readonly Finding[]> {
  const urls = [
    botFrameworkAuthority.metadataUrl,
    'https://login.microsoftonline.com/common/discovery/instance',
    ...connectorHosts.map((host) => `https://${host}/`),
  ];
  return Promise.all(
    urls.map(async (url) => {
      const { host } = new URL(url);
      try {
        await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(8000) });
        return well(`${host} antwortet.`);
      } catch (error) {
        return wrong(
          `${host} ist nicht zu erreichen (${reasonOf(error)}).`,
          'Ausgehende Verbindung auf Port 443 freigeben, auch am Proxy.',
        );
      }
    }),
  );
}

/** Asks Entra for a token as the bot does. Only with a secret: a certificate is only looked at. */
async function credentials({ identity }: ProductionConfig): Promise<readonly Finding[]> {
  if (identity.type === 'managed-identity')
    return [well('Verwaltete Identität: Ob sie gilt, zeigt sich beim ersten Senden aus Azure.')];
  if (identity.type === 'certificate') {
    const text = await readFile(identity.keyFile, 'utf8').catch(() => '');
    return /-----BEGIN (RSA |EC |ENCRYPTED )?PRIVATE KEY-----/.test(text)
      ? [
          well(
            'Der private Schlüssel des Zertifikats ist lesbar. Ob Entra es kennt, zeigt sich beim ersten Senden.',
          ),
        ]
      : [
          wrong(
            `MICROSOFT_APP_CERTIFICATE_KEY_FILE: „${identity.keyFile}“ ist kein lesbarer Schlüssel (PEM).`,
            'Datei und Rechte prüfen.',
          ),
        ];
  }
  try {
    const response = await fetch(`https://login.microsoftonline.com/${identity.tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      signal: AbortSignal.timeout(8000),
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: identity.appId,
        client_secret: identity.password,
        scope: 'https://api.botframework.com/.default',
      }),
    });
    if (response.ok) return [well('Entra nimmt ID und Geheimnis an.')];
    const { error = '' } = (await response.json().catch(() => ({}))) as { error?: string };
    return [
      wrong(
        `Entra lehnt ab: ${error || response.status}.`,
        'MICROSOFT_APP_ID, MICROSOFT_APP_TENANT_ID und das Geheimnis prüfen; ist es abgelaufen?',
      ),
    ];
  } catch (error) {
    return [doubtful(`Entra war nicht zu fragen (${reasonOf(error)}).`, 'Verbindung prüfen.')];
  }
}

async function mail({ mail: settings }: Config): Promise<readonly Finding[]> {
  if (!settings)
    return [
      doubtful(
        'Es ist kein Mailserver eingerichtet.',
        'Ohne SMTP_URL bekommt niemand E-Mail, auch Externe nicht.',
      ),
    ];
  const { hostname } = new URL(settings.smtpUrl);
  try {
    await checkMailServer(settings.smtpUrl);
    return [
      well(`${hostname} nimmt die Anmeldung an; Absender ${settings.from.address}. Gesendet wurde nichts.`),
    ];
  } catch (error) {
    return [wrong(`${hostname}: ${reasonOf(error)}`, 'SMTP_URL prüfen: Name, Port, Kennwort, Zertifikat.')];
  }
}

async function fromOutside({ publicUrl, mode }: Config): Promise<readonly Finding[]> {
  if (mode !== 'production') return [];
  if (!publicUrl)
    return [doubtful('PUBLIC_URL ist nicht gesetzt.', 'Nötig, sobald Links in E-Mails stehen sollen.')];
  try {
    const { status } = await fetch(`${publicUrl}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"type":"message"}',
      signal: AbortSignal.timeout(8000),
    });
    // Without a token the right answer is a no.
    return status === 401
      ? [well(`${publicUrl}/api/messages führt zu Lotse.`)]
      : [
          doubtful(
            `${publicUrl}/api/messages antwortet mit ${status} statt 401.`,
            'Läuft Lotse? Reicht der Proxy den Weg durch?',
          ),
        ];
  } catch (error) {
    return [
      doubtful(
        `${publicUrl} war von hier nicht zu erreichen (${reasonOf(error)}).`,
        'Von außen prüfen: Name, Zertifikat, Proxy.',
      ),
    ];
  }
}

async function api({ apiKeysFile }: Config): Promise<readonly Finding[]> {
  if (!apiKeysFile) return [];
  try {
    return [well(`${readKeys(apiKeysFile).length} Schlüssel für „Wer ist zuständig?“.`)];
  } catch (error) {
    return [wrong(reasonOf(error), 'API_KEYS_FILE berichtigen.')];
  }
}
