import type { Raw, SettingWords } from '../../../core/setting.ts';
import type { Text } from '../../../core/text.ts';

/* Bodies outside the role model in words. */

const text = (de: string, en: string): Text => ({ de, en });

/** Nobody gives themselves, or those who check them, the right to read what does not concern them. */
const readsByRight = ({ reads }: Raw): boolean => reads !== undefined;
const reading = text(
  'Diese Stelle liest Akten von Amts wegen. Wer für sie liest und was, steht nur in partners.yaml.',
  'This body reads files by right. Who reads for it and what stands in partners.yaml only.',
);

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
          notIn: readsByRight,
        },
      },
      about: (row, { language }) => (readsByRight(row) ? reading[language] : undefined),
      list: {
        add: text('Stelle dazunehmen', 'Add a body'),
        hasId: true,
        keeps: (row) => (readsByRight(row) ? reading : undefined),
      },
    },
  ],
  inFile: {
    '[].id': 'requests name it',
    '[].reads': 'who reads by right',
    '[].readsClosed': 'who reads by right',
  },
};
