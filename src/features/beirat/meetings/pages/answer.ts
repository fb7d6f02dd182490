import type { FilesSeen } from '../../../../case/files.ts';
import { fileBlocks, filesPressed, withFiled } from '../../../../case/files-page.ts';
import type { FileLimits } from '../../../../core/files/sent.ts';
import { type Party, partyOfPerson } from '../../../../core/party.ts';
import type { Block, Field, Form, Page, PageRoute, Visit } from '../../../../core/ports/pages.ts';
import { Refusal } from '../../../../core/refusal.ts';
import { type Language, type Text, wordsIn } from '../../../../core/text.ts';
import type { Context } from '../../board/context.ts';
import { textMissing } from '../../board/refusals.ts';
import { isStale, questionReceived, thanks, unchangedAnswer } from '../came.ts';
import type { MeetingDesk } from '../desk.ts';
import { reportsOn } from '../item-files.ts';
import { headingOf, meetingName } from '../letters/texts.ts';
import { answerPath } from '../links.ts';
import { type Answer, answers, type Invitee, type Meeting } from '../model.ts';
import { invitationOf, mayHavePapers } from '../policy.ts';
import { openTo } from '../views/invitation.ts';
import { packFor } from './files.ts';
import { invitationBlocks } from './invitation.ts';

/** What stands on a member's page at a moment. */
type Visited = {
  readonly meeting: Meeting;
  readonly one: Invitee;
  readonly context: Context;
  readonly language: Language;
  readonly open: ReturnType<typeof openTo>;
  /** Papers as files, where files are kept. */
  readonly filed?: { readonly limits: FileLimits; readonly seen: FilesSeen } | undefined;
};
/** What is said above it, and what was written into the forms. */
type Answered = {
  readonly status?: number | undefined;
  readonly note?: { readonly tone: 'done' | 'hint' | 'wrong'; readonly text: Text } | undefined;
  readonly form?: Form | undefined;
  readonly mistake?: Mistake | undefined;
  /** What is wrong with the file that was sent. */
  readonly problem?: Text | undefined;
};

/** The page of one member: the invitation, the own answer, questions. Looking at it changes nothing. */
export const answerRoute = (desk: MeetingDesk): PageRoute => ({
  path: answerPath,
  ...(desk.kept ? { longestFile: desk.kept.limits.bytes } : {}),
  async get(visit) {
    const visited = await visitedBy(desk, visit);
    return visited ? pageOf(visited) : noInvitation(visit.language);
  },
  async post(visit, form, sent = []) {
    const visited = await visitedBy(desk, visit);
    const person = desk.directory.person(visit.subject.party ?? '');
    if (!visited || !person) return noInvitation(visit.language);
    if (form.do === 'papers') return packFor(desk, visit);
    const filed =
      desk.kept &&
      (await filesPressed(desk.kept.linked, partyOfPerson(person), form, sent, visit.now.toISOString()));
    if (filed)
      return withFiled(filed, async ({ problem }) => {
        const now = await visitedBy(desk, visit);
        return now ? pageOf(now, { problem }) : noInvitation(visit.language);
      });
    const read = readAct(form, visited.meeting);
    if ('mistake' in read) return pageOf(visited, { status: 422, form, mistake: read.mistake });
    const answered = await answer(desk, visit, partyOfPerson(person), read.act, form);
    const now = await visitedBy(desk, visit);
    return now ? pageOf(now, answered) : noInvitation(visit.language);
  },
});

/** What a form comes to. What is refused keeps what was written. */
async function answer(
  { meetings }: MeetingDesk,
  { subject, now }: Visit,
  person: Party,
  act: Sent,
  form: Form,
): Promise<Answered> {
  const { kind, ...data } = act;
  try {
    const by = { ...person, via: 'mail' as const };
    const { doc, isChanged } = await meetings.act(by, subject.meeting ?? '', kind, data, now.toISOString());
    const saidOf = { ask: questionReceived, declare: inConfidence };
    if (isChanged)
      return { note: { tone: 'done', text: act.kind === 'reply' ? thanks(act) : saidOf[act.kind] } };
    const sent = act.kind === 'reply' ? act : {};
    const text = unchangedAnswer(doc, sent);
    return isStale(doc, sent)
      ? { status: 409, note: { tone: 'hint', text }, form }
      : { note: { tone: 'done', text } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: 409, note: { tone: 'wrong', text: error.text }, form };
  }
}

async function visitedBy(
  { meetings, kept }: MeetingDesk,
  { subject, now, language }: Visit,
): Promise<Visited | undefined> {
  const meeting = await meetings.collection.get(subject.meeting ?? '');
  const context = meetings.contextAt(now.toISOString());
  const one = meeting && invitationOf(meeting, subject.party ?? '', context);
  if (!meeting || !one) return undefined;
  const can = meetings.can(meeting, { id: one.party, name: one.name }, context);
  const open = openTo(meeting, one, context, can, language);
  const seen = await kept?.linked.seen(one.party, meeting.id, context.now);
  const filed = kept && seen && { limits: kept.limits, seen };
  return { meeting, one, context, language, open, filed };
}

function pageOf(visited: Visited, { status, note, form = {}, mistake, problem }: Answered = {}): Page {
  const { meeting, one, context, language } = visited;
  const noted: readonly Block[] = note ? [{ kind: 'note', tone: note.tone, text: note.text[language] }] : [];
  return {
    ...(status ? { status } : {}),
    title: `${headingOf(meeting, one, language)}: ${meetingName(meeting, language)}`,
    language,
    body: [
      ...noted,
      ...invitationBlocks(meeting, one, context, language),
      ...packForm(visited),
      ...paperBlocks(visited, problem),
      ...answerForm(visited, form, mistake),
      ...questionForm(visited, form, mistake),
      ...declareForm(visited),
    ],
  };
}

/** Left the Beirat, or the meeting is gone: the link itself is still good. */
const noInvitation = (language: Language): Page => ({
  status: 404,
  title: wordsIn(language)('Keine Einladung', 'No invitation'),
  language,
  body: [
    {
      kind: 'text',
      text: wordsIn(language)(
        'Zu diesem Link gibt es keine Einladung mehr, oder Sie gehören dem Digitalen Beirat nicht mehr an. Fragen beantwortet die Geschäftsführung des Digitalen Beirats; antworten Sie dazu auf die E-Mail.',
        'There is no invitation for this link any more, or you are no longer in the Digital Advisory Board. The board’s office answers questions; simply reply to the e-mail.',
      ),
    },
  ],
});

type Sent =
  | { readonly kind: 'ask'; readonly question: string }
  | { readonly kind: 'declare'; readonly declared: string; readonly issue?: number; readonly remark: string }
  | {
      readonly kind: 'reply';
      readonly answer: Answer;
      readonly issue?: number;
      readonly reason?: string;
      readonly proxy?: string;
    };
/** What is wrong with what was sent, at the field that it concerns. */
type Mistake = { readonly field: 'answer' | 'question'; readonly text: Text };

const mostReason = 500;
const mostQuestion = 1000;

/** Accept, decline, send a deputy; nothing where it is too late for that. */
function answerForm(
  { meeting, one, open, language }: Visited,
  form: Form,
  mistake?: Mistake,
): readonly Block[] {
  if (!open.canReply) return [];
  const words = language === 'de' ? german : english;
  const error = (field: Mistake['field']) => (mistake?.field === field ? mistake.text[language] : undefined);
  const deputies: readonly Field[] =
    open.deputies.length === 0
      ? []
      : [
          {
            kind: 'choice',
            name: 'proxy',
            label: words.deputy,
            help: words.deputyHelp,
            value: form.proxy ?? one.reply?.proxy ?? '',
            options: [{ value: '', title: words.anyDeputy }, ...open.deputies],
          },
        ];
  return [
    { kind: 'heading', text: one.reply ? words.change : words.answer },
    {
      kind: 'form',
      fields: [
        { kind: 'hidden', name: 'issue', value: String(meeting.issue) },
        {
          kind: 'choice',
          name: 'answer',
          label: words.comes,
          required: true,
          value: form.answer ?? one.reply?.answer,
          error: error('answer'),
          options: [
            { value: 'in-person', title: words.inPerson },
            ...(open.canJoinOnline ? [{ value: 'online', title: words.online }] : []),
            { value: 'no', title: words.no },
          ],
        },
        ...deputies,
      ],
      buttons: [{ title: words.send, name: 'do', value: 'answer' }],
    },
  ];
}

/** All papers as one file, to read where there is no network. */
function packForm({ meeting, one, context, language }: Visited): readonly Block[] {
  if (one.releasedAt || !mayHavePapers(meeting, one.party, context)) return [];
  const words = language === 'de' ? german : english;
  return [{ kind: 'form', fields: [], buttons: [{ title: words.papers, name: 'do', value: 'papers' }] }];
}

/** Papers that are files, one by one, and where whoever reports on an item sends one. */
function paperBlocks(
  { meeting, one, context, language, filed }: Visited,
  problem: Text | undefined,
): readonly Block[] {
  if (!filed || one.releasedAt || meeting.state === 'cancelled') return [];
  const { limits, seen } = filed;
  if (!seen.mayAdd && seen.files.length === 0) return [];
  const words = language === 'de' ? german : english;
  const items = reportsOn(meeting, one.party, context).map(
    (item) => `${words.item} ${meeting.plan.items.indexOf(item) + 1}: ${item.title}`,
  );
  return [
    { kind: 'heading', text: words.files },
    ...(seen.mayAdd
      ? [{ kind: 'text' as const, text: `${words.reports} ${items.join(', ')}. ${words.sends}` }]
      : []),
    ...fileBlocks({ id: meeting.id, party: one.party, ...seen }, limits, language, problem),
  ];
}

/** A question to the office. */
function questionForm({ open, language }: Visited, form: Form, mistake?: Mistake): readonly Block[] {
  if (!open.canAsk) return [];
  const words = language === 'de' ? german : english;
  return [
    { kind: 'heading', text: words.ask },
    {
      kind: 'form',
      fields: [
        {
          kind: 'text',
          name: 'question',
          label: words.question,
          help: words.questionHelp,
          lines: 3,
          maxLength: mostQuestion,
          value: form.question,
          error: mistake?.field === 'question' ? mistake.text[language] : undefined,
        },
      ],
      buttons: [{ title: words.sendQuestion, name: 'do', value: 'ask' }],
    },
  ];
}

/** A conflict of interest, said before the meeting to office and chair alone. */
function declareForm({ meeting, open, language }: Visited): readonly Block[] {
  if (!open.canDeclare) return [];
  const words = language === 'de' ? german : english;
  const own = open.declared.split(',');
  return [
    { kind: 'heading', text: words.declare },
    { kind: 'text', text: words.declareText },
    {
      kind: 'form',
      fields: [
        { kind: 'hidden', name: 'issue', value: String(meeting.issue) },
        ...meeting.plan.items.map(
          ({ title }, at): Field => ({
            kind: 'check',
            name: `item_${at + 1}`,
            label: `${words.item} ${at + 1}: ${title}`,
            ...(own.includes(String(at + 1)) ? { value: 'yes' } : {}),
          }),
        ),
        { kind: 'text', name: 'remark', label: words.declareNote, maxLength: 500, value: open.declaredNote },
      ],
      buttons: [{ title: words.declareSend, name: 'do', value: 'declare' }],
    },
  ];
}

/** What was sent, as an act; or what is wrong with it. Everything that arrives is checked again by the decision. */
function readAct(form: Form, { plan }: Meeting): { readonly act: Sent } | { readonly mistake: Mistake } {
  if (form.do === 'ask') {
    const text = (form.question ?? '').trim().slice(0, mostQuestion);
    return text
      ? { act: { kind: 'ask', question: text } }
      : { mistake: { field: 'question', text: textMissing().text } };
  }
  if (form.do === 'declare') {
    const numbers = plan.items.map((_item, at) => String(at + 1));
    const declared = numbers.filter((n) => form[`item_${n}`] === 'yes').join(',');
    return { act: { kind: 'declare', declared, ...issueOf(form), remark: form.remark ?? '' } };
  }
  const answer = answers.find((known) => known === form.answer);
  if (!answer) return { mistake: { field: 'answer', text: answerMissing } };
  // Nobody is asked why; pages that were opened before the field went still send it.
  const reason = (form.reason ?? '').trim().slice(0, mostReason);
  const proxy = (form.proxy ?? '').trim();
  return {
    act: {
      kind: 'reply',
      answer,
      ...issueOf(form),
      // What is written into the field counts for a decline only.
      ...(answer === 'no' && reason ? { reason } : {}),
      ...(answer === 'no' && proxy ? { proxy } : {}),
    },
  };
}

/** The issue that the page was made for. */
const issueOf = ({ issue = '' }: Form): { readonly issue?: number } =>
  /^\d{1,6}$/.test(issue) ? { issue: Number(issue) } : {};

const inConfidence: Text = {
  de: 'Vertraulich gespeichert: Das sehen nur die Geschäftsführung und der Vorsitz.',
  en: 'Saved in confidence: only the board’s office and the chair see this.',
};

const answerMissing: Text = {
  de: 'Bitte wählen Sie, ob Sie teilnehmen.',
  en: 'Please choose whether you take part.',
};

const german = {
  papers: 'Alle Unterlagen als PDF laden',
  answer: 'Ihre Antwort',
  change: 'Ihre Antwort ändern',
  comes: 'Nehmen Sie teil?',
  inPerson: 'Zusage vor Ort',
  online: 'Zusage online',
  no: 'Absage',
  deputy: 'Vertretung entsenden',
  deputyHelp: 'Nur bei einer Absage. Ihre Vertretung bekommt die Einladung mit allen Anlagen.',
  anyDeputy: 'Wer zuerst vertritt und da ist',
  send: 'Antwort senden',
  files: 'Anlagen als Dateien',
  reports: 'Sie tragen vor zu',
  sends:
    'Was Sie hier beilegen, sehen zunächst nur Sie und die Geschäftsführung; sie nimmt es in die Tagesordnung auf.',
  ask: 'Frage an die Geschäftsführung',
  question: 'Ihre Frage',
  questionHelp: 'Die Antwort kommt per E-Mail und steht dann auch hier.',
  sendQuestion: 'Frage senden',
  item: 'TOP',
  declare: 'Befangenheit vorab mitteilen',
  declareText:
    'Vertraulich: Nur die Geschäftsführung und der Vorsitz sehen es. In der Sitzung wird beim Punkt vorgeschlagen, dass Sie nicht mitwirken (§ 22 GemO).',
  declareNote: 'Bemerkung (freiwillig)',
  declareSend: 'Vertraulich mitteilen',
};
const english: typeof german = {
  papers: 'Download all papers as PDF',
  answer: 'Your answer',
  change: 'Change your answer',
  comes: 'Will you take part?',
  inPerson: 'Accept in person',
  online: 'Accept online',
  no: 'Decline',
  deputy: 'Send a deputy',
  deputyHelp: 'Only when you decline. Your deputy gets the invitation with all attachments.',
  anyDeputy: 'Whoever deputises first and is there',
  send: 'Send answer',
  files: 'Papers as files',
  reports: 'You report on',
  sends:
    'What you add here is seen by you and the board’s office only, until the office puts it on the agenda.',
  ask: 'Question to the board’s office',
  question: 'Your question',
  questionHelp: 'The answer comes by email and then stands here, too.',
  sendQuestion: 'Send question',
  item: 'Item',
  declare: 'Declare a conflict of interest in advance',
  declareText:
    'In confidence: only the board’s office and the chair see it. In the meeting it is proposed at the item that you take no part (§ 22 GemO).',
  declareNote: 'Remark (optional)',
  declareSend: 'Declare in confidence',
};
