import { momentOf } from '../../core/day.ts';
import { addWorkingDays } from '../../core/working-days.ts';
import { type Context, today } from './context.ts';

/** When an idea that waits is looked at again: the next working morning, in Koblenz. */
export const nextMorning = (context: Context): string =>
  momentOf(addWorkingDays(today(context), 1, context.holidays), '08:00');
