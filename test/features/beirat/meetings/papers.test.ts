import { beforeAll, describe, expect, test } from '@jest/globals';
import { createPapers } from '../../../../src/adapters/papers/create-papers.ts';
import type { Download, Page } from '../../../../src/core/ports/pages.ts';
import type { Paper } from '../../../../src/core/ports/papers.ts';
import { minutesLinks, packLink, replyLink } from '../../../../src/features/beirat/meetings/links.ts';
import type { Meeting } from '../../../../src/features/beirat/meetings/model.ts';
import { attendanceList, resolutionList } from '../../../../src/features/beirat/meetings/papers/lists.ts';
import { packOf } from '../../../../src/features/beirat/meetings/papers/pack.ts';
import { type ReadPdf, readPdf } from '../../../support/pdf.ts';
import { item, openHall, plan, start } from './invitation/hall.ts';
import {
  acted,
  answered,
  before,
  chair,
  contextAt,
  held,
  invited,
  meetingDay,
  mustBeHeld,
  office,
  recorded,
} from './record/chamber.ts';
import { openSent, weekLater } from './record/recording.ts';

const papers = createPapers();
const pdfOf = async (paper: Paper): Promise<ReadPdf> => readPdf(await papers.pdf(paper));
const packFor = (meeting: Meeting, party: string, at = before): Paper =>
  packOf(meeting, { party, name: 'Fachperson' }, contextAt(at), 'de');
const words = (paper: Paper): string => JSON.stringify(paper);
const lines = ({ structure }: ReadPdf): readonly string[] => structure.map((line) => line.trim());

const amended = acted(
  invited,
  office,
  {
    kind: 'amend',
    items: [
      ...invited.plan.items.map((one) => (one.id === 'report' ? { ...one, text: 'Jetzt mit Zahlen.' } : one)),
      { id: 'later', title: 'Rechenzentrum', kind: 'decision', public: false, links: [] },
    ],
    reason: 'Angebot läuft ab',
  },
  before,
);

describe('the pack of a meeting', () => {
  let pdf: ReadPdf;
  beforeAll(async () => {
    pdf = await pdfOf(packFor(invited, 'beirat-wirtschaft'));
  });

  test('has the agenda with a way to each item, and from each item back', () => {
    expect(pdf.links.map(({ to }) => to)).toEqual([
      'item-1',
      'item-2',
      'item-3',
      'agenda',
      'agenda',
      'https://dms.example.org/12',
      'agenda',
    ]);
    expect(pdf.bookmarks).toEqual([
      'Tagesordnung',
      'Öffentlicher Teil',
      '  TOP 1: Begrüßung',
      '  TOP 2: Bericht',
      'Nicht öffentlicher Teil',
      '  TOP 3: Vergabe',
    ]);
  });

  test('keeps what is not public on marked pages of its own', () => {
    const closed = pdf.pages.filter((page) => page.includes('Nicht öffentlicher Teil'));
    expect(closed).toHaveLength(1);
    expect(pdf.artifacts.map((one) => one.includes('Nicht öffentlich'))).toEqual([false, false, true]);
    expect(pdf.artifacts[0]).toContain('Exemplar für Fachperson');
  });

  test('is the same file until something changes', async () => {
    const again = await papers.pdf(packFor(invited, 'beirat-wirtschaft'));
    expect(Buffer.compare(again, await papers.pdf(packFor(invited, 'beirat-wirtschaft')))).toBe(0);
  });

  test('marks what a supplement brought and changed, and says so at the top', async () => {
    const later = await pdfOf(packFor(amended, 'beirat-wirtschaft'));
    expect(lines(later)).toContain('H3 TOP 2: Bericht (geändert)');
    expect(lines(later)).toContain('H3 TOP 4: Rechenzentrum (neu)');
    expect(lines(later)).toContain(
      'LBody Die Tagesordnung ist ergänzt. TOP 4 ist neu. TOP 2 ist geändert. Grund: Angebot läuft ab',
    );
    expect(lines(later)).toContain('P Mit dem Nachtrag vom Di 24.11.2026 auf die Tagesordnung gekommen.');
  });

  test('reaches a deputy who is invited whole, and after the meeting no more than they took part in', () => {
    expect(words(packFor(answered, 'betrieb-kgrz'))).toContain('Vergabe');
    const meeting = mustBeHeld(
      acted(held, office, { kind: 'conflict', item: 'secret', party: 'beirat-wirtschaft' }, meetingDay),
    );
    const excluded = words(packFor(meeting, 'beirat-wirtschaft', meetingDay));
    expect(excluded).not.toContain('Vergabe');
    expect(excluded).toContain('TOP 3 (nicht öffentlich)');
    expect(words(packFor(meeting, 'beirat-verwaltung', meetingDay))).toContain('Vergabe');
  });
});

describe('lists', () => {
  test('to sign hold whoever has not declined, with room to do it', () => {
    const list = attendanceList(answered, contextAt(before), 'de');
    expect(words(list)).toContain('Unterschrift');
    expect(words(list)).toContain('Leitung IT-Betrieb KGRZ');
    expect(words(list)).not.toContain('Werkleitung KGRZ"');
  });

  test('of a meeting that was held say who was there and whether that was enough', async () => {
    const pdf = await pdfOf(attendanceList(recorded, contextAt(meetingDay), 'de'));
    expect(lines(pdf)).toContain('H2 Teilnahme');
    expect(lines(pdf).some((line) => line.startsWith('P Die Sitzung ist beschlussfähig'))).toBe(true);
  });

  test('of resolutions leave out what is not for their reader', async () => {
    const context = contextAt(meetingDay);
    const all = await pdfOf(resolutionList(recorded, 'beirat-verwaltung', context, 'de'));
    expect(lines(all)).toContain('P Der Auftrag wird vergeben.');
    expect(all.artifacts.at(-1)).toContain('Nicht öffentlich');
    const less = await pdfOf(resolutionList(recorded, 'beirat-wirtschaft', context, 'de'));
    expect(lines(less)).not.toContain('P Der Auftrag wird vergeben.');
    expect(lines(less)).toContain('P Der Beirat empfiehlt den Antrag.');
    expect(less.artifacts.join()).not.toContain('Nicht öffentlich');
  });
});

describe('the doors', () => {
  test('a member without Teams gets the pack from the letter and from the own page', async () => {
    const hall = await openHall();
    await hall.invites();
    const who = 'beirat-wissenschaft';
    const said = await hall.says((await hall.owedTo(who, 'invitation')).at(-1));
    const url = said?.letter.links?.find(({ title }) => title === 'Alle Unterlagen als PDF')?.url ?? '';
    const file = (await hall.page(url)) as unknown as Download;
    expect(file).toMatchObject({ fileName: 'Unterlagen-B-2026-1.pdf', type: 'application/pdf' });
    expect(lines(readPdf(file.content as Uint8Array))).toContain('H3 TOP 2: Förderprojekt Stadtlabor');

    const page = await replyLink(hall.desk.links, await hall.meeting(), { id: who, language: 'de' });
    const pressed = (await hall.page(page, { do: 'papers' })) as unknown as Download;
    expect(Buffer.compare(pressed.content as Uint8Array, file.content as Uint8Array)).toBe(0);
  });

  test('whoever is not invited any more, and everybody once it is called off, gets none', async () => {
    const hall = await openHall();
    await hall.invites({ ...plan, items: [item('Begrüßung')] });
    const link = async (who: string) =>
      packLink(hall.desk.links, await hall.meeting(), { id: who, language: 'de' }, start);
    expect((await hall.page(await link('staff-61'))).status).toBe(404);
    await hall.act('digitallotse', { kind: 'cancel', reason: 'keine Themen' });
    expect((await hall.page(await link('beirat-wissenschaft'))).status).toBe(404);
  });

  test('the page of the minutes hands them over as PDF and as Word', async () => {
    const hall = await openSent();
    const to = { id: 'beirat-wirtschaft', language: 'de' } as const;
    const links = await minutesLinks(hall.desk, 'B-2026-1', to, meetingDay, 60);
    const press = async (name: string) =>
      (await hall.page(links.page, { do: name }, { at: weekLater })) as unknown as Download;
    const file = await press('pdf');
    expect(file.fileName).toBe('Niederschrift-B-2026-1.pdf');
    expect(readPdf(file.content as Uint8Array).bookmarks).toContain('Unterschriften');
    expect((await press('docx')).fileName).toBe('Niederschrift-B-2026-1.docx');
    for (const url of [links.pdf, links.attendance, links.resolutions])
      expect((await hall.page(url, undefined, { at: weekLater })) as unknown).toMatchObject({
        type: 'application/pdf',
      });
  });

  test('before it was held only the office and the chair get the list to sign', async () => {
    const hall = await openHall();
    await hall.invites();
    const list = async (who: string) => {
      const { attendance } = await minutesLinks(hall.desk, 'B-2026-1', { id: who, language: 'de' }, start, 2);
      return (await hall.page(attendance)) as Page & Partial<Download>;
    };
    expect((await list(office)).type).toBe('application/pdf');
    expect((await list(chair)).type).toBe('application/pdf');
    expect((await list('beirat-wissenschaft')).status).toBe(404);
  });
});

test('in the chat everybody who is invited calls up what is theirs', async () => {
  const hall = await openHall();
  await hall.invites();
  const titles = async (who: string) => {
    const reply = await hall.ask('B-2026/1 Unterlagen', hall.as(who));
    return (reply.data as { links: readonly { title: string }[] }).links.map(({ title }) => title);
  };
  expect(await titles('beirat-verwaltung')).toEqual(['Unterlagen (PDF)']);
  expect(await titles(office)).toEqual(['Unterlagen (PDF)', 'Anwesenheitsliste zum Eintragen (PDF)']);
});
