import { z } from 'zod';
import { inGerman } from './config-words.ts';
import { mailProblems, mailVariables, type Outgoing, outgoing, publicUrl } from './mail-config.ts';
import { type Running, running, runVariables } from './run-config.ts';

/** How the program runs: `production` in Teams, `dev` and `demo` on this machine only and without credentials. */
export const modes = ['production', 'dev', 'demo'] as const;
export type Mode = (typeof modes)[number];

/**
 * Something in the environment that must be changed before the program can start. One line per problem; the message says it
 * in German, then in English: nobody has chosen a language yet.
 */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    const lines = (all: readonly string[]) => all.map((problem) => `  - ${problem}`).join('\n');
    super(
      `Die Einstellungen sind nicht vollständig:\n${lines(problems.map(inGerman))}\nThe configuration is not complete:\n${lines(problems)}`,
    );
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const guid = (remedy: string) => z.guid(remedy).toLowerCase();
const words = (remedy: string) => z.string(remedy).min(1, remedy);

const common = {
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'write a port number from 0 to 65535, e.g. 3978')
    .default('3978')
    .transform(Number)
    .refine((port) => port <= 65535, 'write a port number from 0 to 65535, e.g. 3978'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'write debug, info, warn, error or silent')
    .default('info'),
  DIRECTORY_DIR: words('name the folder with directory.yaml and organisation.yaml').optional(),
  ...mailVariables,
  ...runVariables,
};

const local = z.object({
  ...common,
  HOST: z
    .never('remove it: without credentials Lotse listens on 127.0.0.1 only; HOST is for npm start')
    .optional(),
  DATA_DIR: words('name the folder for the data, e.g. .data/dev').optional(),
  PUBLIC_URL: publicUrl(['https:', 'http:']),
});

const hosts = z
  .string()
  .default('smba.trafficmanager.net')
  .transform((list) => list.split(',').map((host) => host.trim().toLowerCase()))
  .refine(
    (list) => list.every((host) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host)),
    'write exact host names separated by commas, without https:// and without *, e.g. smba.trafficmanager.net',
  );

const production = z.object({
  ...common,
  HOST: words('write the address to listen on, e.g. 0.0.0.0').default('0.0.0.0'),
  DATA_DIR: words('name the folder for the data, e.g. /var/lib/lotse').default('.data/production'),
  CONNECTOR_HOSTS: hosts,
  PUBLIC_URL: publicUrl(['https:']),
  MICROSOFT_APP_ID: guid(
    'write the application (client) id of the bot, a GUID; find it in Entra under App registrations',
  ),
  TEAMS_APP_ID: guid('write the id of the app in the Teams catalogue, a GUID').optional(),
  MICROSOFT_APP_TYPE: z.enum(
    ['SingleTenant', 'UserAssignedMSI'],
    'write SingleTenant or UserAssignedMSI; MultiTenant is refused because it would let other organisations in',
  ),
  MICROSOFT_APP_TENANT_ID: guid(
    'write the directory (tenant) id of the administration, a GUID; find it in Entra under Overview',
  ),
  MICROSOFT_APP_PASSWORD: words('write the client secret').optional(),
  MICROSOFT_APP_CERTIFICATE_THUMBPRINT: z
    .string()
    .regex(/^[0-9a-fA-F]{40,64}$/, 'write the thumbprint of the certificate, 40 to 64 hexadecimal digits')
    .optional(),
  MICROSOFT_APP_CERTIFICATE_KEY_FILE: words('name the file with the private key (PEM)').optional(),
});

/** Every variable that Lotse reads. `.env.example` explains them. */
export const variableNames: readonly string[] = Object.keys(production.shape);

export type Identity =
  | { readonly type: 'secret'; readonly appId: string; readonly tenantId: string; readonly password: string }
  | {
      readonly type: 'certificate';
      readonly appId: string;
      readonly tenantId: string;
      readonly thumbprint: string;
      readonly keyFile: string;
    }
  | { readonly type: 'managed-identity'; readonly appId: string; readonly tenantId: string };

type Common = Outgoing &
  Running & {
    readonly host: string;
    readonly port: number;
    readonly dataDir: string;
    /** Folder with `directory.yaml` and `organisation.yaml`. */
    readonly directoryDir: string;
    readonly logLevel: z.infer<(typeof common)['LOG_LEVEL']>;
  };
export type LocalConfig = Common & { readonly mode: 'dev' | 'demo' };
export type ProductionConfig = Common & {
  readonly mode: 'production';
  readonly identity: Identity;
  /** Hosts that replies may be sent to. */
  readonly connectorHosts: readonly string[];
  /** Id of the app in the Teams catalogue, where it is another than that of the bot. */
  readonly teamsAppId?: string | undefined;
};
export type Config = LocalConfig | ProductionConfig;

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration from environment variables; an empty variable counts as not set.
 * @param mode what the start command asks for; not given means production, which is the strict one.
 * @throws {ConfigError} naming every variable that is missing or wrong, and the remedy.
 */
export function readConfig(env: Environment, mode: string = 'production'): Config {
  const given = Object.fromEntries(
    variableNames.flatMap((name) => (env[name]?.trim() ? [[name, env[name].trim()]] : [])),
  );
  if (mode === 'production') return readProduction(given);
  if (mode === 'dev' || mode === 'demo') return readLocal(given, mode);
  throw new ConfigError([`start it as "production", "dev" or "demo", not as "${mode}"`]);
}

function readLocal(given: Environment, mode: 'dev' | 'demo'): LocalConfig {
  const values = parse(local, given, mailProblems(given, false));
  return {
    mode,
    host: '127.0.0.1',
    port: values.PORT,
    dataDir: values.DATA_DIR ?? `.data/${mode}`,
    directoryDir: values.DIRECTORY_DIR ?? 'data/demo',
    logLevel: values.LOG_LEVEL,
    ...outgoing(values),
    ...running(values),
  };
}

function readProduction(given: Environment): ProductionConfig {
  const values = parse(production, given, [
    ...credentialProblems(given),
    ...mailProblems(given, true),
    ...sampleProblems(given),
  ]);
  return {
    mode: 'production',
    host: values.HOST,
    port: values.PORT,
    dataDir: values.DATA_DIR,
    directoryDir: values.DIRECTORY_DIR ?? 'data',
    logLevel: values.LOG_LEVEL,
    ...outgoing(values),
    targetedMessages: true,
    dialogs: true,
    ...running(values),
    connectorHosts: values.CONNECTOR_HOSTS,
    teamsAppId: values.TEAMS_APP_ID,
    identity: identityOf(values),
  };
}

function identityOf(values: z.infer<typeof production>): Identity {
  const ids = { appId: values.MICROSOFT_APP_ID, tenantId: values.MICROSOFT_APP_TENANT_ID };
  const { MICROSOFT_APP_CERTIFICATE_THUMBPRINT: thumbprint, MICROSOFT_APP_CERTIFICATE_KEY_FILE: keyFile } =
    values;
  if (values.MICROSOFT_APP_TYPE === 'UserAssignedMSI') return { type: 'managed-identity', ...ids };
  if (thumbprint && keyFile) return { type: 'certificate', ...ids, thumbprint, keyFile };
  return { type: 'secret', ...ids, password: values.MICROSOFT_APP_PASSWORD ?? '' };
}

/** Which credentials belong together: said at once with all other problems, whatever else is wrong. */
function credentialProblems(given: Environment): readonly string[] {
  const type = given.MICROSOFT_APP_TYPE;
  const secret = given.MICROSOFT_APP_PASSWORD !== undefined;
  const thumbprint = given.MICROSOFT_APP_CERTIFICATE_THUMBPRINT !== undefined;
  const keyFile = given.MICROSOFT_APP_CERTIFICATE_KEY_FILE !== undefined;
  if (type === 'UserAssignedMSI' && (secret || thumbprint || keyFile)) {
    return [
      'MICROSOFT_APP_PASSWORD and MICROSOFT_APP_CERTIFICATE_*: remove them; UserAssignedMSI has no secret',
    ];
  }
  if (type !== 'SingleTenant') return [];
  if (thumbprint !== keyFile) {
    return [
      'MICROSOFT_APP_CERTIFICATE_THUMBPRINT and MICROSOFT_APP_CERTIFICATE_KEY_FILE: set both or neither',
    ];
  }
  if (secret && thumbprint) {
    return ['MICROSOFT_APP_PASSWORD: remove it, a certificate is set as well; use one of the two'];
  }
  if (thumbprint && given.TEAMS_TRANSPORT === 'agents') {
    return [
      'TEAMS_TRANSPORT: remove it, or use a client secret; agents does not sign in with a certificate yet',
    ];
  }
  if (!secret && !thumbprint) {
    return ['MICROSOFT_APP_PASSWORD: write the client secret, or set MICROSOFT_APP_CERTIFICATE_*'];
  }
  return [];
}

/** What belongs to trying things out must not be what a city works with. */
function sampleProblems({ DATA_DIR = '', DIRECTORY_DIR = '' }: Environment): readonly string[] {
  return [
    ...(/(^|[\\/])data[\\/]demo[\\/]?$/.test(DIRECTORY_DIR)
      ? [
          'DIRECTORY_DIR: name the folder of your own directory; data/demo is an invented city with invented people',
        ]
      : []),
    ...(/(^|[\\/])\.data[\\/](dev|demo)[\\/]?$/.test(DATA_DIR)
      ? [
          'DATA_DIR: name a folder of its own, e.g. /var/lib/lotse; this one belongs to npm run dev or npm run demo',
        ]
      : []),
  ];
}

function parse<T>(schema: z.ZodType<T>, given: Environment, further: readonly string[] = []): T {
  const result = schema.safeParse(given);
  const problems = [
    ...(result.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    ...further,
  ];
  if (!result.success || problems.length > 0) throw new ConfigError(problems);
  return result.data;
}
