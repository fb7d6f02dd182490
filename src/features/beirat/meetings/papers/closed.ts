import type { Text } from '../../../../core/text.ts';

/** Stands across the pages of what is not public. */
export const closedMark: Text = { de: 'Nicht öffentlich', en: 'Not public' };
