import { keepReading, openReadings, readsClosed, readsFiles } from '../../case/readings.ts';
import { type CaseLetter, labelOf, namedCase } from '../../core/case-number.ts';
import { dayIn, momentAfter } from '../../core/day.ts';
import type { Feature, Intent } from '../../core/feature.ts';
import { paperFile } from '../../core/paper-file.ts';
import type { Links } from '../../core/ports/links.ts';
import type { Page, PageRoute } from '../../core/ports/pages.ts';
import type { Paper, Papers } from '../../core/ports/papers.ts';
import type { Person, RoleDirectory } from '../../core/ports/role-directory.ts';
import type { Store } from '../../core/ports/store.ts';
import { isGranted, Refusal } from '../../core/refusal.ts';
import type { Reply } from '../../core/reply.ts';
import { type Language, shortened, type Text, wordsIn } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import { withRefusal } from '../../core/with-refusal.ts';

/*
 * For those who check: sittings, resolutions by circulation and ideas, as a list to be searched and each as a file. What the
 * Beirat deals with behind closed doors stays closed, unless the data names that right too. Nothing can be done here, and
 * each look is kept. Requests and budgets are read where they are.
 */

/** A case as it stands in the list. */
export type AuditRow = {
  readonly id: string;
  readonly title: string;
  readonly state: Text;
  /** `2026-12-10` */
  readonly day: string;
  /** What it is searched by. */
  readonly words: string;
};

/** A kind of case that is read by right. What is still a draft is no file yet. */
export type AuditKind = {
  readonly letter: CaseLetter;
  readonly noun: Text;
  /** @param closed whether what is not public may be read too */
  readonly list: (closed: boolean) => Promise<readonly AuditRow[]>;
  readonly fileOf: (id: string, at: string, closed: boolean) => Promise<Paper | undefined>;
};

type Body = {
  readonly reads?: 'files' | undefined;
  readonly readsClosed?: boolean | undefined;
  readonly people?: readonly string[] | undefined;
};

export type AuditPorts = {
  readonly kinds: readonly AuditKind[];
  readonly partners: () => readonly Body[];
  readonly directory: RoleDirectory;
  readonly store: Store;
  readonly links: Links;
  readonly papers: Papers;
};

const path = '/auditing/akte-pdf';
const days = 2;
const mostListed = 15;

const lists = /^\s*(?:akten|case files)(?:\s*:\s*(?<words>\S.{1,59}?))?[\s.!?]*$/iu;
const one = /(?<!\p{L})(?:akte|file)(?!\p{L})/iu;

/** "B-2026/1 Akte", "Akte ID-2026-0007" */
const fileNamed = (text: string, kinds: readonly AuditKind[]): string | undefined => {
  const named = namedCase(text);
  if (!named || !one.test(`${named.before} ${named.behind}`)) return undefined;
  const isAlone = `${named.before} ${named.behind}`.replace(one, '').replace(/[\s.!?]/g, '') === '';
  return isAlone && kinds.some(({ letter }) => letter === named.letter) ? named.id : undefined;
};

export function createAuditingFeature(ports: AuditPorts): Feature {
  const { kinds, partners, directory, links } = ports;
  const readings = openReadings(ports.store);
  const readerIn = ({ actor }: Turn): Person => {
    const person = directory.personByTeamsId(actor.id);
    if (person && readsFiles(partners(), person.id)) return person;
    throw onlyAuditors();
  };
  const usefulTo = (turn: Turn) => isGranted(() => readerIn(turn));

  async function listReply(turn: Turn, words: string): Promise<Reply> {
    const reader = readerIn(turn);
    const { language } = turn;
    const t = wordsIn(language);
    const closed = readsClosed(partners(), reader.id);
    await keepReading(readings, reader, words ? `Akten: ${words}` : 'Akten', turn.at);
    const all = await Promise.all(
      kinds.map(async ({ noun, list }) => (await list(closed)).map((row) => ({ ...row, noun }))),
    );
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    const found = all
      .flat()
      .filter((row) => {
        const text = `${labelOf(row)} ${row.title} ${row.words}`.toLowerCase();
        return wanted.every((word) => text.includes(word));
      })
      .toSorted((a, b) => b.day.localeCompare(a.day));
    const title = words ? t(`Akten zu „${words}“`, `Case files about “${words}”`) : t('Akten', 'Case files');
    const left = found.length - mostListed;
    const [first] = found;
    const hint = first && t(`Öffnen: „${labelOf(first)} Akte“`, `Open: “${labelOf(first)} file”`);
    const data = {
      roles: [],
      title,
      rows: found.slice(0, mostListed).map((row) => ({
        name: `${labelOf(row)} · ${shortened(row.title, 80)}`,
        text: `${row.noun[language]}, ${dayIn(language, row.day)}: ${row.state[language]}`,
      })),
      more: [left > 0 ? t(`… und ${left} weitere.`, `… and ${left} more.`) : '', hint ?? '']
        .filter(Boolean)
        .join(' '),
      empty: first ? undefined : t('Dazu gibt es keine Akte.', 'There is no file about it.'),
    };
    return {
      card: 'directory/list',
      data: { ...data, more: data.more || undefined },
      summary: `${title}: ${found.length}`,
      language,
    };
  }

  async function fileReply(turn: Turn, id: string): Promise<Reply> {
    const reader = readerIn(turn);
    const { language } = turn;
    const t = wordsIn(language);
    const label = labelOf({ id });
    if (!(await paperOf(ports, id, turn.at, readsClosed(partners(), reader.id)))) throw noSuchFile(label);
    const expiresAt = momentAfter(turn.at, days);
    const url = await links.make({
      page: path,
      subject: { case: id, party: reader.id, language },
      expiresAt,
    });
    const title = t(`Akte ${label}`, `File of ${label}`);
    const text = t(
      'Der Verweis gilt zwei Tage und nur für Sie. Dass Sie die Datei öffnen, wird vermerkt.',
      'The link works for two days and is yours alone. That you open the file is kept.',
    );
    const data = { roles: [], title, text, url, open: t('PDF öffnen', 'Open the PDF') };
    return { card: 'requests/download', data, summary: title, language };
  }

  const intents: readonly Intent[] = [
    {
      id: 'auditing.list',
      title: {
        de: 'Akten des Beirats und der Ideen (Rechnungsprüfung)',
        en: 'Files of the board and of ideas (audit office)',
      },
      examples: { de: ['Akten', 'Akten: Förderprojekt'], en: ['Case files', 'Case files: sponsorship'] },
      match: (text) => lists.test(text),
      handle: (turn) => withRefusal(turn, () => listReply(turn, lists.exec(turn.text)?.groups?.words ?? '')),
      usefulTo,
      inMenu: false,
    },
    {
      id: 'auditing.file',
      title: {
        de: 'Eine Sitzung, ein Umlaufbeschluss, eine Idee als Akte (Rechnungsprüfung)',
        en: 'A meeting, a circulation, an idea as a file (audit office)',
      },
      examples: { de: ['B-2026/1 Akte', 'Akte ID-2026-0007'], en: ['B-2026/1 file', 'File ID-2026-0007'] },
      match: (text) => fileNamed(text, kinds) !== undefined,
      handle: (turn) => withRefusal(turn, () => fileReply(turn, fileNamed(turn.text, kinds) ?? '')),
      usefulTo,
      inMenu: false,
    },
  ];
  return {
    id: 'auditing',
    topic: { de: 'Prüfung', en: 'Audit' },
    intents,
    actions: [],
    pages: [filePage(ports)],
  };
}

const paperOf = async (
  { kinds }: Pick<AuditPorts, 'kinds'>,
  id: string,
  at: string,
  closed: boolean,
): Promise<Paper | undefined> => {
  const letter = namedCase(id)?.letter;
  return kinds.find((kind) => kind.letter === letter)?.fileOf(id, at, closed);
};

/** The file behind the link; the right is looked up again. */
function filePage(ports: AuditPorts): PageRoute {
  const readings = openReadings(ports.store);
  return {
    path,
    async get({ subject, now }) {
      const language = subject.language === 'en' ? 'en' : 'de';
      const [id, party] = [subject.case ?? '', subject.party ?? ''];
      const at = now.toISOString();
      const person = ports.directory.person(party);
      const mayRead = person && readsFiles(ports.partners(), party);
      const paper = mayRead ? await paperOf(ports, id, at, readsClosed(ports.partners(), party)) : undefined;
      if (!person || !paper) return nothingHere(language);
      await keepReading(readings, person, `${id} Akte`, at);
      return paperFile(ports.papers, 'pdf', paper, `Akte-${id}`);
    },
  };
}

function nothingHere(language: Language): Page {
  const t = wordsIn(language);
  const text = t(
    'Diese Datei gibt es nicht, oder sie ist für Sie nicht mehr zugänglich.',
    'There is no such file, or it is no longer accessible to you.',
  );
  return { status: 404, title: t('Akte', 'File'), language, body: [{ kind: 'text', text }] };
}

const onlyAuditors = () =>
  new Refusal('only-auditors', {
    de: 'Akten des Beirats und der Ideen bekommt die Rechnungsprüfung. Was Sie angeht, zeigen „Meine Sitzungen“, „Beschlüsse“ und „Ideen“.',
    en: 'Files of the board and of ideas are for the audit office. “My meetings”, “Resolutions” and “Ideas” show what is yours.',
  });

const noSuchFile = (label: string) =>
  new Refusal('no-such-file', {
    de: `Eine Akte ${label} gibt es nicht; was noch Entwurf ist, hat keine. „Akten“ zeigt alle.`,
    en: `There is no file ${label}; what is still a draft has none. “Case files” shows them all.`,
  });
