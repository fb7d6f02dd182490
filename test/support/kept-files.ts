import { readFileSync } from 'node:fs';
import { filesOn, type Shelf, shippedFiles } from '../../src/app/kept-files.ts';
import type { Brought } from '../../src/features/directory/changes/recording.ts';
import type { Directory } from '../../src/features/directory/model.ts';
import type { KeptFile, SettingFile } from '../../src/features/directory/settings/model.ts';

/** The files of the program in memory: what is written is in use at once. */
export function filesInMemory(
  directory: () => Directory,
  changed: (name: SettingFile, text: string) => void = () => undefined,
) {
  const names = Object.keys(shippedFiles) as readonly SettingFile[];
  const texts = new Map(names.map((name) => [name, readFileSync(shippedFiles[name], 'utf8')]));
  const by = new Map<string, Brought>();
  const textOf = (name: SettingFile) => texts.get(name) as string;
  const put = (name: SettingFile, text: string) => {
    texts.set(name, text);
    changed(name, text);
  };
  const shelf: Shelf = {
    read: async (name) => ({ text: textOf(name), called: name }),
    async write(name, text, _before, brought) {
      by.set(text, brought);
      put(name, text);
    },
  };
  const files: readonly KeptFile[] = filesOn(shelf, async (name) => by.get(textOf(name)), {
    directory,
    texts: {
      'beirat.yaml': () => textOf('beirat.yaml'),
      'request-types.yaml': () => textOf('request-types.yaml'),
      'partners.yaml': () => textOf('partners.yaml'),
      'mentor-fields.yaml': () => textOf('mentor-fields.yaml'),
    },
  });
  return { files, textOf, put };
}
