import type { SettingWords } from '../../core/setting.ts';
import type { Text } from '../../core/text.ts';

/* The fields of experience in words, for whoever keeps them without the file. */

const text = (de: string, en: string): Text => ({ de, en });

export const fieldSettings: SettingWords = {
  title: text('Felder der Digitalen Mentoren', 'Fields of the digital mentors'),
  effect: text(
    'Gilt sofort, auch in Profilen, die schon ausgefüllt sind: Das Feld heißt dann überall so.',
    'Counts at once, also in profiles that are filled in already: the field is called so everywhere.',
  ),
  groups: [
    {
      at: '[]',
      title: ({ name, id }, { language }) => (name as Partial<Text> | undefined)?.[language] ?? String(id),
      cells: {
        name: { label: text('Name', 'Name') },
        words: { label: text('Woran es in einer Frage erkannt wird', 'How it is found in a question') },
      },
      list: {
        add: text('Feld dazunehmen', 'Add a field'),
        hasId: true,
        // It may stand in profiles.
        keeps: () =>
          text(
            'Ein Feld kann in Profilen stehen. Es lässt sich deshalb nur in mentor-fields.yaml herausnehmen.',
            'A field may stand in profiles. So it can be taken out in mentor-fields.yaml only.',
          ),
      },
    },
  ],
  inFile: { '[].id': 'profiles name it' },
};
