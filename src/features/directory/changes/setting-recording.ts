import type { Job } from '../../../core/feature.ts';
import { contentOf } from '../../../core/history.ts';
import type { KeptFile } from '../settings/model.ts';
import { type SettingValues, valuesBetween, valuesOf } from '../settings/values.ts';
import { changeCollection, stateId } from './model.ts';
import { type ChangePorts, changeDoc, headOf, noRows, unknown, unknownBefore } from './recording.ts';

/*
 * Keeps each change of rules, request types and bodies in the same history as those of the directory, whoever made it: a
 * release, or an editor.
 */

export type SettingPorts = Pick<ChangePorts, 'state' | 'leads' | 'digest'> & {
  readonly files: readonly KeptFile[];
  /** The values that were recorded last, beside the data. */
  readonly copyOfFiles?: ValueCopy | undefined;
};

type AllValues = Readonly<Record<string, SettingValues>>;
export type ValueCopy = {
  read(): Promise<AllValues | undefined>;
  write(values: AllValues): Promise<void>;
};

export function recordSettings(ports: SettingPorts): Job {
  const { files, state, copyOfFiles, digest } = ports;
  const recorded = new Map<string, SettingValues>();
  const seen = new Map<string, unknown>();
  let isRead = false;
  return {
    id: 'directory.settings-changes',
    async run(now) {
      const fresh = files.filter((file) => seen.get(file.name) !== file.data());
      if (fresh.length === 0) return;
      if (!isRead) {
        for (const [name, values] of Object.entries((await copyOfFiles?.read()) ?? {}))
          recorded.set(name, values);
        isRead = true;
      }
      const leads = await ports.leads('directory.changes');
      for (const file of fresh) {
        const data = file.data();
        const values = valuesOf(data);
        if (leads) await record(ports, file, { values, before: recorded.get(file.name) }, now.toISOString());
        // Another instance may be about to record it: then it is looked at again.
        if ((await state.get(stateId))?.files?.[file.name] !== contentOf(values, digest)) continue;
        recorded.set(file.name, values);
        seen.set(file.name, data);
        await copyOfFiles?.write(Object.fromEntries(recorded));
      }
    },
  };
}

type Seen = { readonly values: SettingValues; readonly before: SettingValues | undefined };

async function record(
  { state, digest }: SettingPorts,
  file: KeptFile,
  { values, before }: Seen,
  at: string,
): Promise<void> {
  const content = contentOf(values, digest);
  const current = await state.get(stateId);
  if (!current || current.files?.[file.name] === content) return;
  const brought = (await file.brought()) ?? unknown;
  await state.change(stateId, (now) => {
    const last = now.files?.[file.name];
    if (last === content) return undefined;
    const files = { ...now.files, [file.name]: content };
    // What stood there when recording began is no change.
    if (last === undefined) return { doc: { ...now, files } };
    const isKnown = before !== undefined && contentOf(before, digest) === last;
    const n = now.n + 1;
    const change = changeDoc(
      {
        n,
        at,
        previous: now.head,
        rows: noRows,
        settings: isKnown ? valuesBetween(file, before, values) : [{ file: file.name, way: '' }],
        brought,
      },
      digest,
      isKnown ? undefined : unknownBefore,
    );
    return {
      doc: { ...now, n, head: headOf(change), files },
      also: [{ collection: changeCollection, doc: { ...change } }],
    };
  });
}
