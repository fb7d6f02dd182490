import type { CaseKind } from '../../../core/notice.ts';
import { contextAt } from '../board/desk.ts';
import type { Desk } from './desk.ts';
import { meetingCase } from './model.ts';
import { seeing } from './policy.ts';
import { meetingReply } from './views/office.ts';

/** How the card of a meeting looks to the office or the chair now. */
export const officeCase = (desk: Desk): CaseKind => ({
  kind: meetingCase,
  async show(id, viewer, now) {
    const meeting = await desk.meetings.get(id);
    const context = contextAt(desk, now.toISOString());
    if (!meeting || !seeing(meeting, viewer.id, context).some(({ as }) => as !== 'member')) return undefined;
    return meetingReply(meeting, viewer, { context });
  },
});
