import { type Cases, openCases } from '../../case/cases.ts';
import { SentForm } from '../../case/create.ts';
import { keepReading, openReadings, readsFiles } from '../../case/readings.ts';
import { dayOf } from '../../core/day.ts';
import type { Feature, Intent } from '../../core/feature.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import type { Store } from '../../core/ports/store.ts';
import { isGranted } from '../../core/refusal.ts';
import type { Turn } from '../../core/turn.ts';
import type { Holidays } from '../../core/working-days.ts';
import { changeActions, changeIntents } from './changes/chat.ts';
import { type ChangeDesk, createChangeDesk } from './changes/desk.ts';
import { type DirectoryEdit, edited } from './changes/edit.ts';
import { editLines } from './changes/labels.ts';
import type { DirectoryChange } from './changes/model.ts';
import { type Brought, openChanges, type RecordedCopy } from './changes/recording.ts';
import type { ValueCopy } from './changes/setting-recording.ts';
import { askToConfirm, confirmNotice } from './confirming/asking.ts';
import { entryActions, entryIntents } from './confirming/chat.ts';
import { Confirmation, confirmationCollection, type Rounds, unconfirmedOn } from './confirming/round.ts';
import type { Unconfirmed } from './health.ts';
import { personSignedIn } from './lookup.ts';
import type { Directory } from './model.ts';
import type { Partner } from './partners.ts';
import type { Saying } from './proposals/acts/propose.ts';
import { handoverIntent } from './proposals/handover.ts';
import { type Context, type Proposal, proposalForms } from './proposals/model.ts';
import { proposalNotices } from './proposals/notices.ts';
import { rowActions, rowIntent } from './proposals/rows.ts';
import { forgetForms, proposalActions, proposalsIntent, propose } from './proposals/start.ts';
import { proposalType } from './proposals/type.ts';
import { type DirectoryCheck, type WriteDirectory, writeReleased } from './proposals/writing.ts';
import { mayKeep, type SettingChat, settingActions, settingIntents } from './settings/chat.ts';
import { createSettings } from './settings/desk.ts';
import { type KeptFile, type SettingEdit, type SettingFile, settingFiles } from './settings/model.ts';
import { notYours } from './settings/refusals.ts';

/*
 * How the directory is kept by its people: what somebody says is not right, what is released and written, what was changed
 * by whom, and who has confirmed their entry.
 */

export type DirectoryFile = {
  readonly brought: (directory: Directory) => Promise<Brought | undefined>;
  /** What was recorded last, beside the data. */
  readonly copy?: RecordedCopy | undefined;
  readonly copyOfFiles?: ValueCopy | undefined;
  /** What the check of the file would say to a change, problems only; absent where nobody can tell. */
  readonly check?: DirectoryCheck | undefined;
  /** The other files that are kept without touching them. */
  readonly settings?: readonly KeptFile[] | undefined;
  /** Absent where the file is not the operator's own. */
  readonly write?: WriteDirectory | undefined;
};

type KeepingPorts = {
  /** The directory of the file, and the one that counts with what people have entered. */
  readonly directory: () => Directory;
  readonly effective: () => Directory;
  readonly partners: () => readonly Partner[];
  readonly store: Store;
  readonly roles: RoleDirectory;
  readonly holidays: Holidays;
  readonly ids: Ids;
  readonly rounds?: (() => Rounds) | undefined;
  readonly file?: DirectoryFile | undefined;
  /** @throws {Refusal} unless 10.50 or its deputy asks */
  readonly keeper: (turn: Turn) => unknown;
};

type Keeping = Required<Pick<Feature, 'intents' | 'actions' | 'notices' | 'cases' | 'jobs'>> &
  Pick<ChangeDesk, 'terms' | 'changes'> & {
    readonly proposals: Cases<Proposal, Context>;
    readonly settings: SettingChat;
    readonly unconfirmed: (day: string) => Promise<readonly Unconfirmed[]>;
  };

export function keepDirectory({
  directory: listed,
  effective: directory,
  partners,
  store,
  roles,
  holidays,
  ids,
  rounds = () => never,
  file,
  keeper,
}: KeepingPorts): Keeping {
  const { write } = file ?? {};
  const readings = openReadings(store);
  const history = createChangeDesk({
    directory: listed,
    brought: file?.brought ?? (async () => undefined),
    copy: file?.copy,
    files: file?.settings ?? [],
    copyOfFiles: file?.copyOfFiles,
    ...openChanges(store),
    leads: store.leads,
    digest: ids.digest,
  });
  const settings = createSettings(file?.settings ?? [], listed);
  const changeOf = (edit: DirectoryEdit) =>
    edit.kind === 'undo' ? history.known().find(({ id }) => id === edit.change) : undefined;
  const fits: Context['fits'] = (edit, day) => {
    if (edit.kind === 'setting') return settings.problems(edit)[0]?.text;
    const outcome = edited(listed(), edit, day, changeOf(edit));
    return outcome.ok ? undefined : outcome.why;
  };
  const difference: Context['difference'] = (edit, day, language) => {
    if (edit.kind === 'setting') return settings.lines(edit, language);
    const outcome = edited(listed(), edit, day, changeOf(edit));
    return outcome.ok ? editLines(listed(), outcome.directory, language) : [];
  };
  const fixed = {
    directory: roles,
    holidays,
    digest: ids.digest,
    fits,
    difference,
    settingName: (edit: SettingEdit) => ({
      de: settings.title(edit, 'de'),
      en: settings.title(edit, 'en'),
    }),
    writes: write !== undefined,
  };
  const proposals: Cases<Proposal, Context> = openCases(
    proposalType(() => proposals.collection),
    { store, directory: roles, contextAt: (now) => ({ now, ...fixed }) },
  );
  const proposing = {
    directory,
    proposals,
    forms: store.collection(proposalForms, SentForm),
    ids,
    keeper,
    check: file?.check,
  };
  const auditorIn = ({ actor }: Turn) => {
    const person = personSignedIn(directory(), actor.id);
    return person && readsFiles(partners(), person.id) ? person : undefined;
  };
  const holds: SettingChat['holds'] = (turn, role) => {
    const person = personSignedIn(directory(), turn.actor.id);
    return person !== undefined && roles.holdsRole(person.id, role, {}, dayOf(turn.at));
  };
  const keepsFile = (turn: Turn, change: DirectoryChange) => {
    const file = fileOf(change);
    return file !== undefined && mayKeep({ holds }, turn, file);
  };
  const changing = {
    ...history,
    directory,
    reader: (turn: Turn) => auditorIn(turn) ?? keeper(turn),
    keepsFile,
    keeper: (turn: Turn, change: DirectoryChange) => {
      if (fileOf(change) === undefined) keeper(turn);
      else if (!keepsFile(turn, change)) throw notYours(fileOf(change) as SettingFile);
    },
    undoing: (change: DirectoryChange, day: string) => {
      if (fileOf(change) !== undefined) return settings.undoing(change);
      const edit = { kind: 'undo', change: change.id } as const;
      const outcome = edited(directory(), edit, day, change);
      return outcome.ok ? { ok: true as const, edit } : outcome;
    },
    // 10.50 keeps it; whoever only checks reads it.
    async looked(turn: Turn, what: string) {
      const auditor = auditorIn(turn);
      if (auditor && !(await isGranted(() => keeper(turn))))
        await keepReading(readings, auditor, what, turn.at);
    },
    newForm: ids.next,
    propose: (turn: Turn, form: string, saying: Saying) => propose(proposing, turn, form, saying),
  };
  const setting: SettingChat = {
    ...settings,
    holds,
    propose: (turn, form, saying) => propose(proposing, turn, form, saying),
    newForm: ids.next,
    digest: ids.digest,
  };
  const confirming = {
    directory,
    rounds,
    confirmations: store.collection(confirmationCollection, Confirmation),
    leads: store.leads,
    digest: ids.digest,
  };
  return {
    intents: [
      proposalsIntent(proposing),
      handoverIntent(proposing, confirming),
      rowIntent(proposing),
      proposalIntent(proposals),
      ...settingIntents(setting),
      ...changeIntents(changing),
      ...entryIntents(confirming),
    ],
    actions: [
      ...proposalActions(proposing),
      ...rowActions(proposing),
      ...proposals.actions,
      ...settingActions(setting),
      ...changeActions(changing),
      ...entryActions(confirming),
    ],
    notices: [confirmNotice(confirming), ...proposalNotices(proposals)],
    cases: proposals.cards,
    jobs: [
      askToConfirm(confirming),
      ...history.jobs,
      ...(write
        ? [
            writeReleased({
              proposals,
              write,
              writeSetting: settings.write,
              changeOf: async (edit) => (edit.kind === 'undo' ? history.changes.get(edit.change) : undefined),
              nameOf: (id) => roles.person(id)?.name ?? id,
              leads: store.leads,
            }),
          ]
        : []),
      proposals.job('directory.proposals'),
      proposals.keeping('directory.proposals-kept'),
      forgetForms(proposing.forms),
    ],
    settings: setting,
    terms: history.terms,
    changes: history.changes,
    proposals,
    unconfirmed: async (day) =>
      unconfirmedOn(directory(), await confirming.confirmations.list(), confirming.rounds(), day),
  };
}

/** The file besides the directory that a change was made in. */
const fileOf = ({ settings }: DirectoryChange): SettingFile | undefined =>
  settingFiles.find((name) => name === settings?.[0]?.file);

const never: Rounds = { days: [], within: 28 };

const proposalIntent = (proposals: Cases<Proposal, Context>): Intent =>
  proposals.intent({
    id: 'directory.proposal',
    title: { de: 'Ein Vorschlag zum Verzeichnis', en: 'A proposal for the directory' },
    examples: {
      de: [
        'V-2026/1',
        'V-2026/1 freigeben ab 1.1.2027',
        'V-2026/1 ablehnen: Das stimmt so',
        'V-2026/1 eingetragen',
      ],
      en: [
        'V-2026-1',
        'V-2026/1 release from 2027-01-01',
        'V-2026/1 reject: It is right',
        'V-2026/1 entered',
      ],
    },
  });
