import { partyOfPerson } from '../../../../core/party.ts';
import type { Block, Form, Page, PageRoute, Visit } from '../../../../core/ports/pages.ts';
import { Refusal } from '../../../../core/refusal.ts';
import type { Language, Text } from '../../../../core/text.ts';
import type { Context } from '../../board/context.ts';
import { contextAt } from '../../board/desk.ts';
import { invitationOf } from '../access.ts';
import type { MemberAct } from '../decide/act.ts';
import { actOn, type Desk } from '../desk.ts';
import type { Invitee } from '../invitee.ts';
import type { Meeting } from '../meeting.ts';
import { isStale, thanks, unchanged } from './act.ts';
import { answerForm, type Mistake, questionForm, readAct } from './answer-form.ts';
import { invitationBlocks } from './page-view.ts';
import { answerPath } from './reply-link.ts';
import { headingOf, meetingName } from './texts.ts';

/** What stands on a member's page at a moment. */
type Visited = {
  readonly meeting: Meeting;
  readonly one: Invitee;
  readonly context: Context;
  readonly language: Language;
};
/** What is said above it, and what was written into the forms. */
type Answered = {
  readonly status?: number | undefined;
  readonly note?: { readonly tone: 'done' | 'hint' | 'wrong'; readonly text: Text } | undefined;
  readonly form?: Form | undefined;
  readonly mistake?: Mistake | undefined;
};

/** The page of one member: the invitation, the own answer, questions. Looking at it changes nothing. */
export const answerRoute = (desk: Desk): PageRoute => ({
  path: answerPath,
  async get(visit) {
    const visited = await visitedBy(desk, visit);
    return visited ? pageOf(visited) : noInvitation(visit.language);
  },
  async post(visit, form) {
    const visited = await visitedBy(desk, visit);
    const person = desk.directory.person(visit.subject.party ?? '');
    if (!visited || !person) return noInvitation(visit.language);
    const read = readAct(form);
    if ('mistake' in read) return pageOf(visited, { status: 422, form, mistake: read.mistake });
    const answered = await answer(desk, visit, read.act, form);
    const now = await visitedBy(desk, visit);
    return now ? pageOf(now, answered) : noInvitation(visit.language);
  },
});

/** What a form comes to. What is refused keeps what was written. */
async function answer(desk: Desk, { subject, now }: Visit, act: MemberAct, form: Form): Promise<Answered> {
  const person = desk.directory.person(subject.party ?? '');
  if (!person) return {};
  try {
    const { meeting, hasEffect } = await actOn(
      desk,
      partyOfPerson(person),
      subject.meeting ?? '',
      act,
      now.toISOString(),
    );
    if (hasEffect) return { note: { tone: 'done', text: thanks(act) } };
    const text = unchanged(meeting, act);
    return isStale(meeting, act)
      ? { status: 409, note: { tone: 'hint', text }, form }
      : { note: { tone: 'done', text } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: 409, note: { tone: 'wrong', text: error.text }, form };
  }
}

async function visitedBy(desk: Desk, { subject, now, language }: Visit): Promise<Visited | undefined> {
  const meeting = await desk.meetings.get(subject.meeting ?? '');
  const context = contextAt(desk, now.toISOString());
  const one = meeting && invitationOf(meeting, subject.party ?? '', context);
  return meeting && one ? { meeting, one, context, language } : undefined;
}

function pageOf(visited: Visited, { status, note, form = {}, mistake }: Answered = {}): Page {
  const { meeting, one, context, language } = visited;
  const noted: readonly Block[] = note ? [{ kind: 'note', tone: note.tone, text: note.text[language] }] : [];
  return {
    ...(status ? { status } : {}),
    title: `${headingOf(meeting, one, language)}: ${meetingName(meeting, language)}`,
    language,
    body: [
      ...noted,
      ...invitationBlocks(meeting, one, context, language),
      ...answerForm(meeting, one, context, language, form, mistake),
      ...questionForm(meeting, one, context, language, form, mistake),
    ],
  };
}

/** Left the Beirat, or the meeting is gone: the link itself is still good. */
const noInvitation = (language: Language): Page => ({
  status: 404,
  title: language === 'de' ? 'Keine Einladung' : 'No invitation',
  language,
  body: [
    {
      kind: 'text',
      text:
        language === 'de'
          ? 'Zu diesem Link gibt es keine Einladung mehr, oder Sie gehören dem Digitalen Beirat nicht mehr an. Fragen beantwortet die Geschäftsführung des Digitalen Beirats; antworten Sie dazu auf die E-Mail.'
          : 'There is no invitation for this link any more, or you are no longer in the Digital Advisory Board. Its management answers questions; simply reply to the e-mail.',
    },
  ],
});
