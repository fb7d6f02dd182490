import { type CaseName, type FileNote, sizeText } from '../../case/files.ts';
import { labelOf } from '../../core/case-number.ts';
import { momentIn } from '../../core/day.ts';
import type { Reply } from '../../core/reply.ts';
import { type Language, shortened, wordsIn } from '../../core/text.ts';
import { waitingMinutes } from './desk.ts';

/** Card `files/waiting`: files that wait, and where they can go. */
export type WaitingView = {
  readonly roles: readonly [];
  readonly title: string;
  readonly remark?: string | undefined;
  readonly files: readonly { readonly line: string }[];
  readonly text: string;
  /** Where they can go; `ids` are those of the files, with commas between. */
  readonly cases: readonly {
    readonly id: string;
    readonly title: string;
    readonly ids: string;
    readonly roles: readonly [];
  }[];
};

const mostCases = 4;

export function waitingReply(
  files: readonly FileNote[],
  cases: readonly CaseName[],
  language: Language,
  remark?: string,
): Reply {
  const t = wordsIn(language);
  const title =
    files.length === 1
      ? t('Wozu gehört diese Datei?', 'What does this file belong to?')
      : t(`Wozu gehören diese ${files.length} Dateien?`, `What do these ${files.length} files belong to?`);
  const view: WaitingView = {
    roles: [],
    title,
    remark,
    files: files.map((file) => ({ line: `${file.name} · ${sizeText(file.bytes, language)}` })),
    text: t(
      `Wählen Sie den Vorgang. Oder beginnen Sie einen Antrag, eine Störungsmeldung oder eine Idee: Dann liegen die Dateien bei. Nach ${waitingMinutes} Minuten werden sie gelöscht.`,
      `Please choose the case. Or begin a request, an incident or an idea: the files then go with it. After ${waitingMinutes} minutes they are deleted.`,
    ),
    cases: cases.slice(0, mostCases).map(({ id, title: what }) => ({
      id,
      title: shortened(`${labelOf({ id })} · ${what}`, 60),
      ids: files.map((one) => one.id).join(','),
      roles: [] as const,
    })),
  };
  return { card: 'files/waiting', data: view, summary: title, language };
}

/** Card `files/list`: the files of a case. */
export type ListView = {
  readonly roles: readonly [];
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly files: readonly {
    readonly name: string;
    readonly about: string;
    readonly url: string;
    readonly file: string;
    readonly canRemove: boolean;
    readonly id: string;
    readonly roles: readonly [];
  }[];
  /** The own page on which one can be added from any device; nothing for whoever only reads. */
  readonly page?: string | undefined;
  /** Those that wait and can be added here. */
  readonly waiting?: { readonly title: string; readonly ids: string } | undefined;
};

export type Listed = {
  readonly id: string;
  readonly files: readonly (FileNote & { readonly url: string })[];
  readonly waiting: readonly FileNote[];
  readonly viewer: string;
  readonly page?: string | undefined;
};

export function listReply({ id, files, waiting, viewer, page }: Listed, language: Language): Reply {
  const t = wordsIn(language);
  const label = labelOf({ id });
  const view: ListView = {
    roles: [],
    id,
    title: t(`Dateien bei ${label}`, `Files with ${label}`),
    text:
      files.length === 0
        ? t(
            'Es liegt keine Datei bei. Schicken Sie ein Bild oder ein PDF, und schreiben Sie die Nummer dazu.',
            'There is no file. Send a picture or a PDF and type the number with it.',
          )
        : t(
            'Die Verweise gelten zwei Tage und nur für Sie.',
            'The links work for two days and are yours alone.',
          ),
    files: files.map((file) => ({
      name: file.name,
      about: `${sizeText(file.bytes, language)} · ${file.byName}, ${momentIn(language, file.at)}`,
      url: file.url,
      file: file.id,
      canRemove: file.by === viewer,
      id,
      roles: [] as const,
    })),
    page,
    waiting:
      waiting.length === 0
        ? undefined
        : {
            title: t(
              `${waiting.length === 1 ? 'Datei' : `${waiting.length} Dateien`} beilegen`,
              `Add ${waiting.length === 1 ? 'the file' : `${waiting.length} files`}`,
            ),
            ids: waiting.map((one) => one.id).join(','),
          },
  };
  return { card: 'files/list', data: view, summary: view.title, language };
}
