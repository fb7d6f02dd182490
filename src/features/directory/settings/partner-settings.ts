import type { SettingWords } from '../../../core/setting.ts';
import type { Text } from '../../../core/text.ts';

/* Bodies outside the role model in words. */

const text = (de: string, en: string): Text => ({ de, en });

export const partnerSettings: SettingWords = {
  title: text('Stellen außerhalb des Rollenmodells', 'Bodies outside the role model'),
  effect: text(
    'Gilt sofort, auch in laufenden Anträgen: Wer für eine Stelle eingetragen ist, handelt dort von nun an für sie.',
    'Counts at once, also in requests under way: whoever is entered for a body acts for it there from now on.',
  ),
  groups: [
    {
      at: '[]',
      title: ({ name, id }, { language }) => (name as Partial<Text> | undefined)?.[language] ?? String(id),
      cells: {
        name: { label: text('Name', 'Name') },
        matters: { label: text('Wofür sie da ist', 'What it is for') },
        words: { label: text('Wie man sie nennt', 'What people call it') },
        people: {
          label: text(
            'Wer für sie handelt (Kennungen aus dem Verzeichnis)',
            'Who acts for it (ids of the directory)',
          ),
        },
        reads: {
          label: text('Liest Akten von Amts wegen', 'Reads files by right'),
          values: { '': text('Nein', 'No'), files: text('Ja', 'Yes') },
        },
        readsClosed: {
          label: text(
            'Auch nicht öffentliche Punkte des Beirats',
            'Also what the board deals with behind closed doors',
          ),
        },
      },
      list: { add: text('Stelle dazunehmen', 'Add a body'), hasId: true },
    },
  ],
  inFile: { '[].id': 'requests name it' },
};
