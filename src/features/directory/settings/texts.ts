import { dayIn, isDay } from '../../../core/day.ts';
import type { Naming } from '../../../core/setting.ts';
import { type Language, wordsIn } from '../../../core/text.ts';
import { formOfEdit } from './apply.ts';
import type { Cell, Form } from './forms.ts';
import type { KeptFile, SettingEdit } from './model.ts';

/* Values and edits of a file in words. */

/** "42", "Ja", "1.3.2027", "Geschäftsführung, Vorsitz": as people read it. */
export function shownValue(cell: Cell, typed: string, language: Language): string {
  const t = wordsIn(language);
  if (typed === '')
    return cell.isEnglish
      ? t('wie deutsch', 'as in German')
      : (cell.titles['']?.[language] ?? t('(leer)', '(empty)'));
  if (cell.isDay && isDay(typed)) return dayIn(language, typed);
  if (cell.kind === 'several')
    return typed
      .split(',')
      .map((one) => cell.titles[one]?.[language] ?? one)
      .join(', ');
  return cell.titles[typed]?.[language] ?? typed;
}

/**
 * What stands in a form, in a line: of texts the German wording or the English one. "Alle 6 Monate" where the label leaves
 * room for the value.
 * @param title what is said above it need not be said again, nor what is not so
 */
export function standing({ cells }: Pick<Form, 'cells'>, language: Language, title?: string): string {
  const german = (name: string) => name.replace(/\.en$/, '.de');
  return cells
    .filter(({ value, isEnglish, name, kind }) => {
      if (
        value === '' ||
        (title !== undefined && (title.includes(value) || (kind === 'yes-no' && value === 'false')))
      )
        return false;
      const other = cells.find((cell) => cell.name === name.replace(/\.de$/, '.en') && cell.isEnglish);
      return language === 'de' ? !isEnglish : isEnglish || !other || other.value === '';
    })
    .map((cell) => {
      const { label } = (cell.isEnglish && cells.find(({ name }) => name === german(cell.name))) || cell;
      const value = shownValue(cell, cell.value, language);
      const said = label[language];
      return said.includes('…') ? said.replace('…', value) : `${said}: ${value}`;
    })
    .join(' · ');
}

/** "Tage: 4 → 6": what an edit changes, row by row; empty where nothing does. */
export function settingLines(file: KeptFile, edit: SettingEdit, language: Language): readonly string[] {
  const t = wordsIn(language);
  const form = formOfEdit(file, edit);
  if (!form) return [];
  const { cells } = form;
  if (edit.act === 'remove') return [`– ${standing(form, language)}`];
  return cells.flatMap((cell) => {
    const typed = edit.cells[cell.name];
    if (typed === undefined) return [];
    const after = shownValue(cell, typed, language);
    return edit.act === 'add'
      ? [`+ ${cell.label[language]}: ${after}`]
      : [
          `~ ${cell.label[language]}: ${shownValue(cell, edit.before[cell.name] ?? cell.value, language)} → ${after || t('(leer)', '(empty)')}`,
        ];
  });
}

/** "Regeln des Beirats: Ladungsfrist". */
export function settingTitle(
  file: KeptFile,
  edit: Pick<SettingEdit, 'at' | 'act' | 'id'>,
  naming: Naming,
): string {
  const form = formOfEdit(file, edit);
  const title = file.words.title[naming.language];
  return form ? `${title}: ${form.title(naming)}` : title;
}
