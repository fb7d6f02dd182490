import type { Addressee } from '../../../../core/notice.ts';
import { contextAt } from '../../board/desk.ts';
import { isOffice } from '../../board/members.ts';
import { invitationOf } from '../access.ts';
import type { Desk } from '../desk.ts';
import { type Held, isHeld } from './held.ts';

export const minutesPage = '/beirat/niederschrift';
export const minutesFile = '/beirat/niederschrift-docx';
export const oparlFile = '/beirat/oparl';

/** Somebody who may read the minutes: the office a draft too, members what was sent. */
export type Reader = { readonly meeting: Held; readonly party: string; readonly as: 'office' | 'member' };

/** @returns `undefined` when there is no record, or not for this party */
export async function readerOf(
  desk: Desk,
  id: string,
  party: string,
  at: string,
): Promise<Reader | undefined> {
  const meeting = await desk.meetings.get(id);
  if (!meeting || !isHeld(meeting)) return undefined;
  const context = contextAt(desk, at);
  if (isOffice(party, context)) return { meeting, party, as: 'office' };
  const isSent = meeting.session.sentAt !== undefined;
  return isSent && invitationOf(meeting, party, context) ? { meeting, party, as: 'member' } : undefined;
}

/** Days that a link works: one that is clicked at once, one in a mail beyond the time for objections. */
export const atOnce = 2;
export const inMail = 60;

export type MinutesLinks = { readonly page: string; readonly docx: string; readonly oparl: string };

/** New personal links to the minutes. @param days how long they work */
export async function minutesLinks(
  desk: Desk,
  meeting: string,
  { id, language }: Addressee,
  at: string,
  days: number,
): Promise<MinutesLinks> {
  const expiresAt = new Date(Date.parse(at) + days * 86_400_000).toISOString();
  const make = (page: string) =>
    desk.links.make({ page, subject: { meeting, party: id, language }, expiresAt });
  const [page, docx, oparl] = await Promise.all([minutesPage, minutesFile, oparlFile].map(make));
  return { page: page ?? '', docx: docx ?? '', oparl: oparl ?? '' };
}
