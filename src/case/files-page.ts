import { momentIn } from '../core/day.ts';
import { type FileLimits, kindsAndSize, type SentFile, usualLimits } from '../core/files/sent.ts';
import type { Addressee, LetterLink } from '../core/notice.ts';
import type { Party } from '../core/party.ts';
import type { Block, Download, Form, Page } from '../core/ports/pages.ts';
import { type Language, type Text, wordsIn } from '../core/text.ts';
import { type FilesSeen, sizeText } from './files.ts';

/*
 * Files on a page by personal link. The rights are those of the case, looked up at every press; each file is handed over by a
 * button, so that no address of it lies in a browser's history.
 */

/** Keeps and gives files of cases, for whoever a personal link belongs to. */
export type LinkedFiles = {
  readonly limits: FileLimits;
  /** What this party sees of the files of a case; nothing where the case is none of theirs. */
  readonly seen: (party: string, id: string, at: string) => Promise<FilesSeen | undefined>;
  readonly read: (party: string, id: string, file: string, at: string) => Promise<Download | undefined>;
  /** Adds what was sent to a case. @throws {Refusal} where it is none of theirs */
  readonly add: (
    by: Party,
    id: string,
    sent: readonly SentFile[],
    at: string,
  ) => Promise<{ readonly isKept: boolean; readonly said: Text }>;
  /** Takes away what they added. @throws {Refusal} */
  readonly remove: (by: Party, id: string, file: string, at: string) => Promise<boolean>;
};

/** Makes the link in a letter about a case to the page of its files; nothing where there is nothing for this person. */
export type FilesLink = (
  id: string,
  to: Pick<Addressee, 'id' | 'language'>,
  at: string,
) => Promise<LetterLink | undefined>;

/** What came of a press that was about files. */
export type Filed =
  | Download
  | { readonly done: Text }
  /** Nothing was kept: said at the field. */
  | { readonly problem: Text };

/** Names of fields and buttons; the value is a case and its file. */
const [taking, dropping, adding] = ['file', 'file-off', 'file-add'] as const;

/** Takes a press that is about the files of a case; `undefined` for every other one. @throws {Refusal} */
export async function filesPressed(
  door: LinkedFiles,
  by: Party,
  form: Form,
  sent: readonly SentFile[],
  at: string,
): Promise<Filed | undefined> {
  const [id = '', file = ''] = (form[taking] ?? form[dropping] ?? form[adding] ?? '').split(' ');
  if (form[taking] !== undefined) return (await door.read(by.id, id, file, at)) ?? { problem: noSuchFile };
  if (form[dropping] !== undefined)
    return (await door.remove(by, id, file, at)) ? { done: removed } : { problem: noSuchFile };
  if (form[adding] === undefined) return undefined;
  if (sent.length === 0) return { problem: noFile };
  const { isKept, said } = await door.add(by, id, sent, at);
  return isKept ? { done: said } : { problem: said };
}

/** The page after such a press, or the file that it asked for. @param draw the page as it is now */
export async function withFiled(
  filed: Filed,
  draw: (more: { readonly problem?: Text }) => Promise<Page>,
): Promise<Page | Download> {
  if ('content' in filed) return filed;
  const page = await draw('problem' in filed ? filed : {});
  if ('done' in filed) return noted(page, 'done', filed.done);
  // Where there is no field any more, it stands above what is so now.
  const isAtField = page.body.some(
    (block) =>
      block.kind === 'form' &&
      block.fields.some((field) => field.kind === 'file' && field.error !== undefined),
  );
  return { ...(isAtField ? page : noted(page, 'wrong', filed.problem)), status: 422 };
}

const noted = (page: Page, tone: 'done' | 'wrong', text: Text): Page => ({
  ...page,
  body: [{ kind: 'note', tone, text: text[page.language] }, ...page.body],
});

type Shown = FilesSeen & {
  /** Number of the case. */
  readonly id: string;
  readonly party: string;
};

/** The files of a case, each to be had, and a field for one more where that is possible. */
export function fileBlocks(
  { id, party, files, mayAdd }: Shown,
  limits: FileLimits = usualLimits,
  language: Language,
  problem?: Text,
): readonly Block[] {
  const t = wordsIn(language);
  const each = files.flatMap((file): readonly Block[] => [
    {
      kind: 'facts',
      facts: [
        {
          title: file.name,
          value: `${sizeText(file.bytes, language)} · ${file.byName}, ${momentIn(language, file.at)}`,
        },
      ],
    },
    {
      kind: 'form',
      isQuiet: true,
      fields: [],
      buttons: [
        { title: t(`${file.name} laden`, `Download ${file.name}`), name: taking, value: `${id} ${file.id}` },
        ...(file.by === party && mayAdd
          ? [
              {
                title: t(`${file.name} entfernen`, `Remove ${file.name}`),
                name: dropping,
                value: `${id} ${file.id}`,
              },
            ]
          : []),
      ],
    },
  ]);
  return mayAdd
    ? [
        ...each,
        {
          kind: 'form',
          fields: [
            { kind: 'hidden', name: adding, value: id },
            fileField(limits, language, { of: id, required: true, error: problem?.[language] }),
          ],
          buttons: [{ title: t('Datei beilegen', 'Add the file') }],
        },
      ]
    : each;
}

/** A field for one picture or PDF. @param of the case, for there may be several on a page */
export const fileField = (
  limits: FileLimits,
  language: Language,
  {
    of = 'new',
    required,
    error,
  }: { readonly of?: string; readonly required?: boolean; readonly error?: string | undefined } = {},
) =>
  ({
    kind: 'file',
    name: `attached-${of}`,
    label: wordsIn(language)('Bild oder PDF', 'Picture or PDF'),
    help: kindsAndSize(limits)[language],
    required,
    error,
  }) as const;

const removed: Text = { de: 'Die Datei ist entfernt.', en: 'The file has been removed.' };
const noFile: Text = {
  de: 'Bitte wählen Sie ein Bild (PNG, JPEG) oder ein PDF aus.',
  en: 'Please choose a picture (PNG, JPEG) or a PDF.',
};
const noSuchFile: Text = {
  de: 'Diese Datei gibt es hier nicht mehr. Die Liste zeigt, was beiliegt.',
  en: 'This file is not here any more. The list shows what there is.',
};
