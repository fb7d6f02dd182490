import { item, openHall, plan } from '../features/beirat/meetings/invitation/hall.ts';
import { confirmProfile } from './confirm-profile.ts';
import { demoDirectory } from './directory-builder.ts';
import { actorOf, type Program } from './program.ts';

/** What stands in a private place: whoever reads one of these words, reads what is not for everybody. */
export const marked = (place: string): string => `VERTRAULICH${place}`;
export const marks = /VERTRAULICH[A-Z]+/g;

/** Where each mark stands. */
export const places = [
  'ANTRAG',
  'GRUND',
  'VERMERK',
  'RUECKFRAGE',
  'BUDGET',
  'TOP',
  'ONLINE',
  'ABSAGE',
  'MITGLIEDSFRAGE',
  'BESCHLUSS',
  'UMLAUF',
  'IDEENFRAGE',
  'BEMERKUNG',
  'ERFAHRUNG',
  'MENTORENFRAGE',
  'KONTAKT',
  'LUECKE',
  'THEMA',
] as const;

/** Numbers of the cases, by how the examples of the help write them. */
export const numbers = {
  IT: 'IT-2026-0001',
  ID: 'ID-2026-0001',
  M: 'M-2026-0001',
  B: 'B-2026/1',
  U: 'U-2026/1',
  T: 'T-2026/1',
  TV: 'TV-2026/1',
} as const;

export type ConfidentialCases = {
  readonly program: Program;
  /** Who has to do with one of the cases or another, and may see it alone. */
  readonly people: readonly string[];
  /** A person as the one who says or presses something. */
  readonly as: (id: string) => ReturnType<typeof turnOf>;
};

const demo = await demoDirectory();
/** The afternoon of the day of the meeting: its record can be kept, its answers are in. */
const meetingDay = '2026-12-10T13:30:00.000Z';
const before = '2026-11-24T10:00:00.000Z';

const turnOf = (id: string, at: string) => ({
  actor: actorOf(demo, id),
  conversationId: `a:${id}`,
  language: 'de' as const,
  at,
});

/**
 * The program with a case of every kind, each with marks in the places that are private.
 * @param word what stands in a place, where somebody is to look at it
 */
export async function openConfidentialCases(
  word: (place: (typeof places)[number]) => string = marked,
): Promise<ConfidentialCases> {
  const hall = await openHall(demo);
  const types = (who: string, text: string, at = before) => hall.ask(text, turnOf(who, at));
  const presses = (who: string, verb: string, data: object, at = before) =>
    hall.press(verb, { ...data }, turnOf(who, at));

  const wish = await types('staff-61', 'Ich brauche ein Notebook');
  const draft = { draft: wish.data.draft, type: wish.data.type };
  const fields = { f_subject: word('ANTRAG'), f_reason: word('GRUND') };
  await presses('staff-61', 'requests.check', {
    ...draft,
    ...fields,
    unit: '61',
    f_kind: 'laptop',
    f_costs: '1.250,00',
  });
  await presses('staff-61', 'requests.submit', draft);
  await types('itb-61', `${numbers.IT} zustimmen: ${word('VERMERK')}`);
  await types('lead-10.50', `${numbers.IT} Rückfrage: ${word('RUECKFRAGE')}`);
  await types('lead-10.50', `Budget 2026 ${word('BUDGET')} 250.000 €`);

  const idea = await types('staff-61', 'Idee');
  const proposal = { title: 'Sperrmüll online anmelden', problem: 'p', benefit: 'b', topic: 'citizens' };
  const proposed = { draft: idea.data.draft, ...proposal, scope: 'internal', unit: '61', links: '' };
  await presses('staff-61', 'ideas.check', proposed);
  await presses('staff-61', 'ideas.submit', { draft: idea.data.draft });
  await types('lead-10.50', `${numbers.ID} Rückfrage: ${word('IDEENFRAGE')}`);
  await types('staff-61', `${numbers.ID} antworten: Etwa 400`);
  await types('lead-10.50', `${numbers.ID} in den Beirat`);

  const closed = item(word('TOP'), {
    kind: 'decision',
    public: false,
    ref: { kind: 'idea', id: numbers.ID },
  });
  await hall.invites({
    ...plan,
    onlineUrl: `https://teams.example.org/${word('ONLINE')}`,
    items: [item('Begrüßung'), closed],
  });
  await hall.tick(new Date(before));
  for (const who of ['vorsitz-beirat', 'werkleitung-kgrz', 'beirat-stadtkonzern', 'beirat-wirtschaft'])
    await hall.act(who, { kind: 'reply', answer: 'in-person', via: 'teams' }, before);
  await types('beirat-verwaltung', `${numbers.B} absagen: ${word('ABSAGE')}`);
  await types('werkleitung-kgrz', `${numbers.B} Frage: ${word('MITGLIEDSFRAGE')}`);
  await types('beirat-verwaltung', `${numbers.ID} bewerten 4 2 5 3: ${word('BEMERKUNG')}`);

  await types('digitallotse', `Umlaufbeschluss Logo: ${word('UMLAUF')} stimmt zu.`);
  await types('digitallotse', `${numbers.U} vorlegen`);
  await types('vorsitz-beirat', `${numbers.U} freigeben`);
  await types('werkleitung-kgrz', `${numbers.U} nein`);
  await types('beirat-verwaltung', `Thema vorschlagen: ${word('THEMA')}: ${word('THEMA')}`);
  await types('digitallotse', 'Terminumfrage 14.01.2027 14:00, 21.01.2027 14:00');
  await types('werkleitung-kgrz', `${numbers.T} ja, nein`);

  await presses('digitallotse', 'mentors.profile-save', {
    person: 'mentor-wissenschaft',
    fields: 'ki,datenschutz',
    experience: word('ERFAHRUNG'),
    languages: 'de',
    capacity: '2',
    contact: word('KONTAKT'),
    pausedUntil: '',
  });
  await confirmProfile(hall, 'mentor-wissenschaft', before);
  const question = { mentor: 'mentor-wissenschaft', question: word('MENTORENFRAGE'), contact: '161' };
  await presses('staff-61', 'mentors.ask', { form: 'f1', ...question });
  await presses('staff-61', 'directory.pass-on', {
    question: `Wer repariert die ${word('LUECKE')} Raketenstartrampe?`,
    answerId: 'answer-1',
  });

  await hall.act('digitallotse', { kind: 'hold', startedAt: '14:05' }, meetingDay);
  await hall.act(
    'digitallotse',
    { kind: 'resolve', item: closed.id, wording: word('BESCHLUSS'), yes: 3, no: 0, abstain: 0, none: 1 },
    meetingDay,
  );
  // The idea learns what the Beirat resolved; nothing else is late yet.
  const jobs = hall.features.flatMap((feature) => feature.jobs ?? []);
  await jobs.find(({ id }) => id === 'ideas.follow')?.run(new Date(meetingDay));

  return {
    program: hall,
    people: [
      'staff-61',
      'itb-61',
      'lead-10.50',
      'vorsitz-beirat',
      'digitallotse',
      'beirat-verwaltung',
      'werkleitung-kgrz',
    ],
    as: (id) => turnOf(id, meetingDay),
  };
}
