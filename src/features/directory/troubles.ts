import { z } from 'zod';
import { dayOf } from '../../core/day.ts';
import type { Job } from '../../core/feature.ts';
import type { Digest } from '../../core/history.ts';
import { type Notice, type NoticeKind, owed } from '../../core/notice.ts';
import { AlreadyExists, type Collection } from '../../core/ports/store.ts';
import type { Text } from '../../core/text.ts';

/*
 * A file of data that somebody has broken: Lotse goes on with the last good one, and whoever keeps the file hears of it
 * in Teams, with line and remedy, once for each state of the mistake.
 */

/** A file that cannot be used as it is. */
export type DataTrouble = {
  /** `organisation.yaml` */
  readonly file: string;
  /** What is wrong, each with file, line and remedy. */
  readonly lines: readonly Text[];
  /** How many more there are. */
  readonly more: number;
};

export const troubleCollection = 'data-troubles';

/** What a keeper was told of; it goes when the file is right again. */
export const KnownTrouble = z.object({
  id: z.string(),
  version: z.number(),
  file: z.string(),
  /** German; the same in English where it was known. */
  lines: z.array(z.string()),
  english: z.array(z.string()).optional(),
  more: z.number(),
  at: z.string(),
});
export type KnownTrouble = z.infer<typeof KnownTrouble>;

export type TroublePorts = {
  readonly troubles: () => readonly DataTrouble[];
  readonly known: Collection<KnownTrouble>;
  /** Ids of those who keep a file, on a day. */
  readonly keepersOf: (file: string, day: string) => readonly string[];
  readonly digest: Digest;
};

const kind = 'directory.data-trouble';

/** Tells the keepers of what is wrong, and forgets what was put right. */
export const tellOfTroubles = ({ troubles, known, keepersOf, digest }: TroublePorts): Job => ({
  id: 'directory.data-troubles',
  async run(now) {
    const at = now.toISOString();
    const current = troubles().map((one) => ({
      ...one,
      id: `${one.file} ${digest(one.lines.map(({ de }) => de).join('\n')).slice(0, 12)}`,
    }));
    for (const one of await known.list())
      if (!current.some(({ id }) => id === one.id)) await known.remove(one.id);
    for (const { id, file, lines, more } of current) {
      if (await known.get(id)) continue;
      const notices = keepersOf(file, dayOf(at)).map(
        (recipient): Notice => ({
          // Once a day at most, whichever of several instances sees the file first.
          id: `${kind} ${id} ${dayOf(at)} ${recipient}`,
          recipient,
          kind,
          ref: id,
          urgency: 'act',
          createdAt: at,
        }),
      );
      try {
        const said = { lines: lines.map(({ de }) => de), english: lines.map(({ en }) => en) };
        await known.add({ id, file, ...said, more, at }, notices.map(owed));
      } catch (error) {
        if (!(error instanceof AlreadyExists)) throw error;
      }
    }
  },
});

const title = (file: string): Text => ({
  de: `In ${file} ist ein Fehler`,
  en: `There is a mistake in ${file}`,
});
const goesOn: Text = {
  de: 'Lotse arbeitet mit dem letzten guten Stand weiter. Ihre Änderung gilt erst, wenn der Fehler behoben ist.',
  en: 'Lotse goes on with the last good content. Your change counts once the mistake is put right.',
};
const andMore = (more: number): Text => ({
  de: `… und ${more} weitere. Alle nennt: npm run check`,
  en: `… and ${more} more. All of them: npm run check`,
});

/** With nothing wrong any more there is nothing to say. */
export const troubleNotice = (known: Collection<KnownTrouble>): NoticeKind => ({
  kind,
  title: { de: 'Fehler in einer Datei, die Sie pflegen', en: 'Mistake in a file that you keep' },
  repeatable: true,
  async say({ ref }, { language }) {
    const trouble = await known.get(ref);
    if (!trouble) return undefined;
    const { file, lines, english = lines, more } = trouble;
    const shown = [...(language === 'de' ? lines : english), ...(more > 0 ? [andMore(more)[language]] : [])];
    const heading = title(file)[language];
    return {
      reply: {
        card: 'directory/trouble',
        data: { title: heading, text: goesOn[language], lines: shown.map((text) => ({ text })), roles: [] },
        summary: heading,
        language,
      },
      letter: { subject: heading, paragraphs: [goesOn[language], ...shown] },
    };
  },
});
