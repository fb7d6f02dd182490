import { z } from 'zod';

/** What the package needs to know about the place it is installed in. */
export type Settings = {
  /** Id of the app in the Teams catalogue; stays the same over all versions. */
  readonly appId: string;
  readonly botId: string;
  /** Host name that the bot is reached under. */
  readonly domain: string;
  readonly developer: {
    readonly name: string;
    readonly websiteUrl: string;
    readonly privacyUrl: string;
    readonly termsOfUseUrl: string;
  };
};

/** Everything that stands in the way of a package, one line each: what, and what to do about it. */
export class ManifestError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The Teams package cannot be built:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ManifestError';
    this.problems = problems;
  }
}

const page = (remedy: string) =>
  z
    .string(remedy)
    .max(2048, remedy)
    .refine((url) => URL.canParse(url) && new URL(url).protocol === 'https:', remedy);

const name = 'write who runs Lotse, at most 32 characters, e.g. Stadtverwaltung Koblenz';
const domain =
  'write the host name that Lotse is reached under, without https:// and without a path, e.g. lotse.example.org';

const environment = z.object({
  MICROSOFT_APP_ID: z.guid(
    'write the application (client) id of the bot, a GUID; find it in Entra under App registrations',
  ),
  TEAMS_APP_ID: z
    .guid('write the id of the app in the Teams catalogue, a GUID; leave it out to use MICROSOFT_APP_ID')
    .optional(),
  PUBLIC_DOMAIN: z.string(domain).regex(/^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+$/i, domain),
  DEVELOPER_NAME: z.string(name).max(32, name),
  DEVELOPER_WEBSITE_URL: page('write the https address of the page with help for Lotse'),
  DEVELOPER_PRIVACY_URL: page('write the https address of the privacy notice (Datenschutzhinweise)'),
  DEVELOPER_TERMS_URL: page('write the https address of the terms of use (Nutzungsbedingungen)'),
});

/** Every variable that `npm run manifest` reads. `.env.example` explains them. */
export const manifestVariables: readonly string[] = Object.keys(environment.shape);

/**
 * Reads the settings from environment variables; an empty variable counts as not set.
 * @throws {ManifestError} naming every variable that is missing or wrong, and the remedy.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(manifestVariables.map((key) => [key, env[key]?.trim() || undefined]));
  const result = environment.safeParse(given);
  if (!result.success) {
    throw new ManifestError(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const values = result.data;
  return {
    appId: values.TEAMS_APP_ID ?? values.MICROSOFT_APP_ID,
    botId: values.MICROSOFT_APP_ID,
    domain: values.PUBLIC_DOMAIN.toLowerCase(),
    developer: {
      name: values.DEVELOPER_NAME,
      websiteUrl: values.DEVELOPER_WEBSITE_URL,
      privacyUrl: values.DEVELOPER_PRIVACY_URL,
      termsOfUseUrl: values.DEVELOPER_TERMS_URL,
    },
  };
}
