import { access, constants, readFile, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { directoryPaths, readDirectoryFiles } from '../adapters/directory/read-files.ts';
import { checkMailServer } from '../adapters/mail/check-server.ts';
import { copiesIn } from '../adapters/store/copies.ts';
import { openPostgresStore } from '../adapters/store/postgres/postgres.ts';
import { isInUse } from '../adapters/store/read-data.ts';
import { readLog } from '../adapters/store/read-log.ts';
import { botFrameworkAuthority } from '../adapters/teams/authentication.ts';
import { parseDirectory } from '../features/directory/load.ts';
import { problemLine } from '../features/directory/problem.ts';
import { serverTime } from './clock-check.ts';
import type { Config, ProductionConfig } from './config.ts';
import { openConcepts } from './lexicon.ts';
import { programFolder } from './program-folder.ts';
import { readKeys } from './who-api.ts';

/** What was looked at, what it came to, and what to do when it is not well. */
export type Finding = {
  readonly state: 'well' | 'doubtful' | 'wrong';
  readonly what: string;
  readonly remedy?: string | undefined;
};
export type Check = { readonly name: string; readonly run: () => Promise<readonly Finding[]> };

const well = (what: string): Finding => ({ state: 'well', what });
const doubtful = (what: string, remedy: string): Finding => ({ state: 'doubtful', what, remedy });
const wrong = (what: string, remedy: string): Finding => ({ state: 'wrong', what, remedy });
const reasonOf = (error: unknown): string => {
  const { message, code, cause } = error as { message?: string; code?: string; cause?: unknown };
  const inner = (cause as { code?: string } | undefined)?.code;
  return [message, code ?? inner].filter(Boolean).join(', ');
};

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

async function folder(path: string): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (!isThere) return [well(`Der Datenordner „${path}“ entsteht beim ersten Start.`)];
  const mayWrite = await access(path, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!mayWrite)
    findings.push(
      wrong(
        `In „${path}“ darf dieses Konto nicht schreiben.`,
        'Geben Sie dem Konto, unter dem Lotse läuft, den Ordner.',
      ),
    );
  const { bavail, bsize } = await statfs(path);
  const free = (bavail * bsize) / 2 ** 20;
  findings.push(
    free < 500
      ? doubtful(
          `Auf der Platte sind nur ${free.toFixed(0)} MB frei.`,
          'Schaffen Sie Platz, bevor Lotse nicht mehr speichern kann.',
        )
      : well(`Auf der Platte sind ${(free / 1024).toFixed(1)} GB frei.`),
  );
  const file = join(path, 'lotse.jsonl');
  try {
    const { tables } = await readLog(file);
    const count = [...tables.values()].reduce((sum, { docs }) => sum + docs.size, 0);
    findings.push(
      well(`Die Daten sind ganz: ${count} Dokumente${(await isInUse(path)) ? ', Lotse läuft' : ''}.`),
    );
  } catch (error) {
    const isNew = (error as { code?: string }).code === 'ENOENT';
    findings.push(
      isNew
        ? well('Es gibt noch keine Daten.')
        : wrong(
            `Die Datei ${file} ist beschädigt: ${reasonOf(error)}.`,
            'Retten: npm run store -- salvage NEUER_ORDNER',
          ),
    );
    return findings;
  }
  const [newest] = await copiesIn(join(path, 'copies'));
  findings.push(
    newest
      ? well(`Jüngste eigene Kopie: ${newest}. Eine Sicherung an anderem Ort ersetzt sie nicht.`)
      : doubtful('Es gibt noch keine Kopie der Daten.', 'Sichern: npm run store -- backup ORDNER'),
  );
  return findings;
}

async function database(url: string): Promise<readonly Finding[]> {
  const { host, pathname, searchParams } = new URL(url);
  try {
    const { store } = await openPostgresStore({ url });
    await store.check().finally(() => store.close());
  } catch (error) {
    return [wrong(reasonOf(error), 'STORE_URL prüfen; erreicht dieser Rechner die Datenbank?')];
  }
  const isSafe = searchParams.has('sslmode') || /^(127\.|localhost|\[::1\])/.test(host);
  return [
    well(`Die Datenbank ${host}${pathname} antwortet und kann geschrieben werden.`),
    ...(isSafe
      ? []
      : [
          doubtful(
            'Die Verbindung zur Datenbank ist nicht verschlüsselt.',
            'STORE_URL um ?sslmode=verify-full ergänzen.',
          ),
        ]),
  ];
}

async function directory({ directoryDir, mode }: Config): Promise<readonly Finding[]> {
  const loaded = parseDirectory(
    await readDirectoryFiles(directoryPaths(directoryDir, programFolder)),
    await openConcepts(),
  );
  if (!loaded.ok)
    return loaded.problems.map((problem) =>
      wrong(problemLine(problem), 'npm run directory -- check nennt alle Stellen.'),
    );
  const { persons, units, assignments } = loaded.directory;
  const without = persons.filter(({ teamsId }) => !teamsId).length;
  const findings = [
    well(
      `„${directoryDir}“: ${persons.length} Personen, ${units.length} Ämter, ${assignments.length} Zuordnungen.`,
    ),
    ...loaded.warnings
      .slice(0, 5)
      .map((problem) => doubtful(problemLine(problem), 'npm run directory -- check')),
  ];
  if (persons.length === 0)
    findings.push(
      doubtful('Im Verzeichnis steht niemand.', 'DIRECTORY_DIR prüfen; organisation.yaml anlegen.'),
    );
  if (mode === 'production' && persons.some(({ email }) => email?.endsWith('@example.org')))
    findings.push(
      wrong('Im Verzeichnis stehen erfundene Personen (example.org).', 'Das eigene Verzeichnis einspielen.'),
    );
  if (persons.length > 0 && without === persons.length)
    findings.push(
      wrong('Niemand hat eine Teams-Kennung: Alle wären ohne Rechte.', 'Spalte „Teams-Kennung“ einspielen.'),
    );
  else if (without > persons.length / 2)
    findings.push(
      doubtful(
        `${without} von ${persons.length} Personen haben keine Teams-Kennung.`,
        'Spalte „Teams-Kennung“ ergänzen.',
      ),
    );
  return findings;
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
