import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHolidays } from '../adapters/calendar/holidays.ts';
import { createCardRenderer } from '../adapters/cards/card-renderer.ts';
import { randomIds } from '../adapters/clock/random-ids.ts';
import { systemClock } from '../adapters/clock/system-clock.ts';
import { createJsonLog } from '../adapters/log/json-log.ts';
import { createMailer } from '../adapters/mail/create-mailer.ts';
import { createMetrics } from '../adapters/metrics/create-metrics.ts';
import { botFrameworkAuthority } from '../adapters/teams/authentication.ts';
import { openingDialogs } from '../adapters/teams/dialog.ts';
import type { Pace } from '../adapters/teams/pace.ts';
import type { Feature } from '../core/feature.ts';
import type { FileLimits } from '../core/files/sent.ts';
import { partyOf } from '../core/party.ts';
import type { Archive } from '../core/ports/archive.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Files } from '../core/ports/files.ts';
import type { Ids } from '../core/ports/ids.ts';
import type { Log } from '../core/ports/log.ts';
import type { Mailer } from '../core/ports/mailer.ts';
import type { Messenger } from '../core/ports/messenger.ts';
import type { Memories } from '../core/ports/short-memory.ts';
import type { Store } from '../core/ports/store.ts';
import type { Holidays } from '../core/working-days.ts';
import type { Rules } from '../features/beirat/board/rules.ts';
import type { Rounds } from '../features/directory/confirming/round.ts';
import { knowledgeIn } from '../features/directory/feature.ts';
import type { FurtherName } from '../features/directory/further-names.ts';
import type { DirectoryFile } from '../features/directory/keeping.ts';
import type { Directory } from '../features/directory/model.ts';
import type { Partner } from '../features/directory/partners.ts';
import { createRoleDirectory } from '../features/directory/role-directory.ts';
import type { DataTrouble } from '../features/directory/troubles.ts';
import type { Field } from '../features/mentors/field.ts';
import { openOutbox } from '../features/notices/outbox.ts';
import { openPreferences } from '../features/notices/preferences.ts';
import { openStops } from '../features/notices/stops.ts';
import type { RequestType } from '../features/requests/types/model.ts';
import type { KnownWords } from '../language/known-words.ts';
import type { Learned } from '../language/learned/weights.ts';
import type { LexiconFile } from '../language/lexicon.ts';
import { goBeyond, holdWhatWasSent } from './after-restore.ts';
import { watchBeiratRules } from './beirat-rules.ts';
import { checkClock, dataFile, serverTime, type Witness } from './clock-check.ts';
import type { Config } from './config.ts';
import { watchConfirmations } from './confirmations.ts';
import { type App, createApp, dialogVerbs } from './create-app.ts';
import { createDataTroubles } from './data-troubles.ts';
import { directoryFile } from './directory-file.ts';
import { type DirectorySource, openDirectory, programFolder } from './directory-source.ts';
import { watchNames } from './further-names.ts';
import { keptFiles } from './kept-files.ts';
import { lastGoodIn } from './last-good.ts';
import { openLearned } from './learned.ts';
import { openLexicon } from './lexicon.ts';
import { watchMentorFields } from './mentor-fields.ts';
import { type Kept, openStore } from './open-store.ts';
import { createOutside, type Outside } from './outside.ts';
import { watchPartners } from './partners.ts';
import { placesOf, withPlaces } from './places.ts';
import { recordedFilesIn, recordedIn } from './recorded-directory.ts';
import { rememberTogether } from './remember-together.ts';
import { watchRequestTypes } from './request-types-source.ts';
import { tabSetting } from './tab-door.ts';
import type { SavedLanguage } from './their-language.ts';
import { transportOf } from './transport.ts';
import { readKeys, whoRoutes } from './who-api.ts';
import { openKnownWords } from './words-command.ts';
import { createWritingFirst } from './writing-first.ts';

/** What features are made of. */
export type FeaturePorts = Outside & {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly directory: DirectorySource;
  /** Its file, where Lotse may write it and knows who brought what is in it. */
  readonly directoryFile?: DirectoryFile | undefined;
  readonly lexicon: LexiconFile;
  readonly learned: Learned;
  readonly known: KnownWords;
  /** Bodies outside the role model. */
  readonly partners: () => readonly Partner[];
  /** What can be applied for. */
  readonly requestTypes: () => readonly RequestType[];
  /** Seats and rules of procedure of the Beirat. */
  readonly beiratRules: () => Rules;
  /** What mentors can have experience in. */
  readonly mentorFields: () => readonly Field[];
  /** What people call things besides, by the file. */
  readonly furtherNames?: (() => readonly FurtherName[]) | undefined;
  /** When people are asked whether their entry is right. */
  readonly confirmations?: (() => Rounds) | undefined;
  /** Files of data that cannot be used as they are. */
  readonly dataTroubles?: (() => readonly DataTrouble[]) | undefined;
  readonly holidays: Holidays;
  /** Where closed cases go; without it they stay in the store. */
  readonly archive?: Archive | undefined;
  /** Contents of files that people send; without it none are taken. */
  readonly files?: Files | undefined;
  readonly fileLimits?: FileLimits | undefined;
  readonly messenger: Messenger;
  /** What instances remember together; without it this process remembers by itself. */
  readonly memories?: Memories | undefined;
  /** Absent where no mail server is set. */
  readonly mailer?: Mailer | undefined;
  /** A number from 0 to 1. */
  readonly random: () => number;
};
export type CreateFeatures = (ports: FeaturePorts) => readonly Feature[];

/**
 * Opens the real parts and puts the program together.
 * @param pace the limits of Teams if not given; measurements go without
 * @throws Error saying what to do when the directory or the data cannot be used; nothing stays open then
 */
export async function compose(
  config: Config,
  createFeatures: CreateFeatures,
  { pace }: { readonly pace?: Pace } = {},
): Promise<App> {
  const metrics = createMetrics();
  const log = metrics.counted(createJsonLog(config.logLevel));
  const troubles = createDataTroubles();
  const files = { folder: config.directoryDir, log, troubles, lastGood: lastGoodIn(config.dataDir, log) };
  const directory = await openDirectory(config.directoryDir, log, files);
  let kept: Kept | undefined;
  let requestTypes: Awaited<ReturnType<typeof watchRequestTypes>> | undefined;
  let beiratRules: Awaited<ReturnType<typeof watchBeiratRules>> | undefined;
  let mentorFields: Awaited<ReturnType<typeof watchMentorFields>> | undefined;
  let partners: Awaited<ReturnType<typeof watchPartners>> | undefined;
  let names: Awaited<ReturnType<typeof watchNames>> | undefined;
  let confirmations: Awaited<ReturnType<typeof watchConfirmations>> | undefined;
  const stopWatching = () => {
    directory.stop();
    requestTypes?.stop();
    beiratRules?.stop();
    mentorFields?.stop();
    partners?.stop();
    names?.stop();
    confirmations?.stop();
  };
  const closeAll = async () => {
    stopWatching();
    await kept?.store.close();
  };
  try {
    requestTypes = await watchRequestTypes(files, directory.current);
    beiratRules = await watchBeiratRules(files);
    mentorFields = await watchMentorFields(files);
    partners = await watchPartners(files);
    names = await watchNames(files);
    confirmations = await watchConfirmations(files);
    await checkClock(systemClock.now, witnessesOf(config), log);
    kept = await openStore(config, log);
    const { store, archive } = kept;
    await goBeyond(store, systemClock.now(), log);
    const ports = { store, clock: systemClock, ids: randomIds, log };
    const together = kept.isShared ? rememberTogether(store, log) : undefined;
    const places = placesOf(config);
    const renderCard = withPlaces(createCardRenderer(join(programFolder, 'cards')), places);
    const openTransport = await transportOf(config);
    let inDialogs: ReadonlySet<string> = new Set();
    const { messenger, door } = createWritingFirst({
      ...ports,
      config,
      openTransport,
      renderCard: (reply) => openingDialogs(renderCard(reply), inDialogs),
      directory: directory.current,
      pace,
    });
    let ownUrl = `http://${config.host}:${config.port}`;
    const outside = createOutside({
      store,
      log,
      from: config.mail?.from,
      imapUrl: config.mail?.imapUrl,
      publicUrl: () => config.publicUrl ?? ownUrl,
    });
    const [lexicon, learned, known] = [await openLexicon(), await openLearned(), await openKnownWords()];
    const keys = config.apiKeysFile === undefined ? [] : readKeys(config.apiKeysFile);
    const written = await directoryFile(
      config.directoryDir,
      programFolder,
      directory,
      recordedIn(config.dataDir, log),
    );
    const settings = keptFiles(config.directoryDir, programFolder, {
      directory: directory.current,
      texts: {
        'beirat.yaml': beiratRules.text,
        'request-types.yaml': requestTypes.text,
        'partners.yaml': partners.text,
        'mentor-fields.yaml': mentorFields.text,
      },
    });
    const features = createFeatures({
      ...ports,
      ...outside,
      mailer: config.mail && createMailer({ ...config.mail, log }),
      directory,
      directoryFile: { ...written, settings, copyOfFiles: recordedFilesIn(config.dataDir, log) },
      lexicon,
      learned,
      known,
      partners: partners.current,
      requestTypes: requestTypes.current,
      beiratRules: beiratRules.current,
      mentorFields: mentorFields.current,
      furtherNames: names.current,
      confirmations: confirmations.current,
      dataTroubles: troubles.list,
      holidays: createHolidays(),
      archive,
      files: kept.files,
      fileLimits: config.fileLimits,
      messenger,
      memories: together?.memories,
      random: Math.random,
    });
    inDialogs = dialogVerbs(config, features);
    const preferences = openPreferences(store);
    const roles = createRoleDirectory(directory.current);
    const savedLanguage: SavedLanguage = async (actor) =>
      (await preferences.get(partyOf(actor, roles).id))?.language;
    const version = programVersion();
    const outbox = openOutbox(store);
    for (const state of ['pending', 'failed', 'ambiguous', 'dead'] as const)
      metrics.lookUp(
        `lotse_notices_${state}`,
        `Notices that are ${state}`,
        async () => (await outbox.list({ where: { state } })).length,
      );
    const stops = openStops(store);
    let endMetrics = async () => {};
    const app = createApp({
      ...ports,
      ...outside,
      ...door,
      stopped: async () => (await stops.list()).map(({ id }) => id),
      memories: together?.memories,
      jobs: [...outside.jobs, ...(together?.jobs ?? [])],
      catchUp: (work) => holdWhatWasSent(store, systemClock.now(), log, work),
      tell:
        keys.length === 0
          ? {}
          : whoRoutes({
              ...ports,
              keys,
              knowledge: knowledgeIn(features),
              version,
            }),
      observeJob: metrics.job,
      observeTurn: metrics.turn,
      config,
      openTransport,
      features,
      renderCard,
      version,
      savedLanguage,
      tabs: { ...tabSetting(config, roles), chat: places?.chat },
    });
    return {
      async start() {
        if (config.metricsPort) endMetrics = await metrics.serve(config.host, config.metricsPort);
        log.info('runs-with', runsWith(config, directory.current(), keys.length));
        const { host, port } = await app.start();
        ownUrl = `http://${host}:${port}`;
        // Whoever looks first into the archive makes its index: not somebody who clicks.
        archive.find('').catch((error) => log.warn('archive-not-readable', { error }));
        return { host, port };
      },
      stop: async () => {
        stopWatching();
        await app.stop();
        await endMetrics();
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** What whoever operates it should see at every start: which data, which people, which mail. */
const runsWith = (config: Config, { persons, units }: Directory, keys: number) => ({
  store: config.storeUrl ? new URL(config.storeUrl).host + new URL(config.storeUrl).pathname : config.dataDir,
  directory: config.directoryDir,
  persons: persons.length,
  units: units.length,
  mailFrom: config.mail?.from.address ?? 'none',
  publicUrl: config.publicUrl ?? 'none',
  apiKeys: keys,
});

/** Who knows the time besides this machine. The server that signs the channel's tokens is needed in production anyway. */
const witnessesOf = (config: Config): readonly Witness[] => [
  dataFile(config.dataDir, systemClock.now),
  ...(config.mode === 'production' ? [serverTime(botFrameworkAuthority.metadataUrl)] : []),
];

const programVersion = (): string =>
  JSON.parse(readFileSync(join(programFolder, 'package.json'), 'utf8')).version;
