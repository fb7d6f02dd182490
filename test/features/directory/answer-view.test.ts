import { describe, expect, test } from '@jest/globals';
import { openRequestTypes } from '../../../src/app/request-types.ts';
import { roleIds } from '../../../src/core/ports/role-directory.ts';
import type { Language } from '../../../src/core/text.ts';
import { answerView, type Showing } from '../../../src/features/directory/answer-view.ts';
import type { Organisation } from '../../../src/features/directory/model.ts';
import type { AnswerRef, AnswerView } from '../../../src/features/directory/views.ts';
import { leads } from '../../../src/features/directory/wording.ts';
import { demoDirectory, deputy, filledWith, holder, person, unit } from '../../support/directory-builder.ts';

const demo = await demoDirectory();
const officerAt61: AnswerRef = { role: 'it-beauftragte', task: 'unit-contact', unit: '61' };

/** The forms of the program, as the requests would offer them. */
const types = await openRequestTypes(demo);
const offer: Showing['offer'] = (id) => {
  const type = types.find((known) => known.id === id);
  return type && { title: type.name, first: type.route[0]?.role ?? 'kgrz' };
};

function show(refs: AnswerRef | readonly AnswerRef[], more: Partial<Showing> = {}): AnswerView {
  const view = answerView([refs].flat() as readonly AnswerRef[], {
    directory: demo,
    language: 'de',
    day: '2026-11-24',
    answerId: 'answer',
    offer,
    ...more,
  });
  if (!view) throw new Error('nothing to show');
  return view;
}

const filled = (organisation: Partial<Organisation>) => ({
  directory: filledWith(demo, {
    units: [unit('61'), unit('17', { kind: 'eigenbetrieb' }), unit('80.2', { kind: 'department' })],
    persons: ['officer', 'deputy', 'manager'].map((id) => person(id)),
    ...organisation,
  }),
});
const officer = holder('it-beauftragte', 'officer', { unit: '61' });
const itsDeputy = deputy('it-beauftragte', 'deputy', { unit: '61' });
const manager = holder('strategisches-it-management', 'manager');
const away = (id: string) => ({ person: id, from: '2026-11-01', to: '2026-11-30' });

describe('the opening line', () => {
  test.each(
    demo.roles
      .filter(({ level }) => level !== 'units')
      .flatMap((role) =>
        role.tasks.map((task) => ({ role: role.id, task: task.id, relation: task.relation })),
      ),
  )('of $role/$task says how the role relates to it: $relation', ({ role, task, relation }) => {
    expect(show({ role, task }).lead).toBe(leads[relation].de);
    expect(show({ role, task }, { language: 'en' }).lead).toBe(leads[relation].en);
  });

  test('differs from relation to relation, in both languages', () => {
    for (const language of ['de', 'en'] as const) {
      const lines = Object.values(leads).map((lead) => lead[language]);
      expect(new Set(lines).size).toBe(lines.length);
    }
  });

  test('names the place of a role that every unit has of its own', () => {
    expect(show(officerAt61).lead).toBe('Zuständig für Amt 61');
    expect(show(officerAt61, { language: 'en' }).lead).toBe('Responsible for Office 61');
    expect(show({ role: 'it-beauftragte', unit: '17' }).lead).toBe('Zuständig für EB 17');
  });

  test('without a task is an overview', () => {
    expect(show({ role: 'kgrz' })).toMatchObject({ lead: 'Die Rolle im Überblick' });
  });

  test('says when the deputy was asked for, and names them first', () => {
    const view = show({ ...officerAt61, deputy: true });
    expect(view.lead).toBe('Vertreten wird');
    expect(view.holders.map(({ capacity }) => capacity)).toEqual(['Vertretung', 'Inhaber/in']);
  });
});

describe('a role', () => {
  test.each(demo.roles.map(({ id, stage }) => ({ id, stage })))(
    '"$id" is marked as planned when it belongs to stage 2 (here: stage $stage)',
    ({ id, stage }) => {
      expect(show({ role: id }).planned).toBe(stage === 2);
    },
  );

  test('is placed by letter, level and stage', () => {
    expect(show({ role: 'kgrz' }).level).toMatch(/^B1 · .*Operative Ebene · Stufe 1$/);
    expect(show({ role: 'kgrz' }, { language: 'en' }).level).toMatch(/^B1 · .*Operative level · Stage 1$/);
    expect(show({ role: 'digitaler-beirat' }).level).toBe('Beratende Ebene · Stufe 2');
  });

  test('shows its short name only when it says something new', () => {
    expect(show({ role: 'strategisches-it-management' }).shortName).toBe('10.50');
    expect(show({ role: 'digitaler-beirat' }).shortName).toBe('');
  });

  test('that is unknown cannot be shown', () => {
    const showing: Showing = { directory: demo, language: 'de', day: '2026-11-24', answerId: 'answer' };
    expect(answerView([{ role: 'gone' }], showing)).toBeUndefined();
    expect(answerView([], showing)).toBeUndefined();
  });

  test('carries the named roles best first, each once', () => {
    const refs = [{ role: 'kgrz' }, { role: 'fachadministratoren' }, { role: 'kgrz' }];
    const view = show(refs);
    expect(view.roles).toEqual(['kgrz', 'fachadministratoren']);
    expect(view.remarks).toEqual([
      'Infrage kommt auch: Fachadministratoren der Ämter und Eigenbetriebe, Kommunales Gebietsrechenzentrum.',
    ]);
  });
});

describe('a position', () => {
  test('that is filled needs no word', () => {
    expect(show(officerAt61, filled({ assignments: [officer] })).vacancy).toBeUndefined();
  });

  test.each([
    ['de', 'Die Stelle (Amt 61) ist nicht besetzt. Es handelt i. V.: Funktion manager.'],
    ['en', 'The position (Office 61) is vacant. Acting on behalf: Funktion manager.'],
  ] as const)('that is vacant says who acts (%s)', (language, vacancy) => {
    const view = show(officerAt61, { ...filled({ assignments: [manager] }), language });
    expect(view).toMatchObject({ vacancy, holders: [] });
  });

  test.each([
    ['de', 'Derzeit abwesend. Es handelt i. V.: Funktion deputy.', 'abwesend bis 30.11.2026'],
    ['en', 'Currently absent. Acting on behalf: Funktion deputy.', 'absent until 30 Nov 2026'],
  ] as const)('whose holder is absent says until when and who acts (%s)', (language, vacancy, note) => {
    const assignments = [officer, itsDeputy];
    const view = show(officerAt61, { ...filled({ assignments, absences: [away('officer')] }), language });
    expect(view).toMatchObject({ vacancy, holders: [{ note }, { name: 'Funktion deputy' }] });
    expect(view.holders[1]?.note).toBeUndefined();
  });

  test.each([
    ['de', 'Derzeit abwesend. Im Verzeichnis ist niemand eingetragen, der handelt.'],
    ['en', 'Currently absent. The directory names nobody who acts.'],
  ] as const)('whose people are all absent invents nobody (%s)', (language, vacancy) => {
    const view = show(officerAt61, {
      ...filled({ assignments: [officer], absences: [away('officer')] }),
      language,
    });
    expect(view.vacancy).toBe(vacancy);
  });

  test.each(roleIds.filter((id) => !['it-beauftragte', 'fachadministratoren'].includes(id)))(
    'of "%s" in an empty directory names nobody',
    (role) => {
      const view = show({ role }, filled({ persons: [] }));
      expect(view.holders).toEqual([]);
      expect(view.nextStep).toBeUndefined();
      expect(view.vacancy).toBe('Im Verzeichnis ist dafür noch niemand eingetragen.');
    },
  );

  test('without a unit asks for the unit instead of listing everybody', () => {
    const view = show({ role: 'it-beauftragte' });
    expect(view.holders).toEqual([]);
    expect(view.vacancy).toMatch(/^Jedes Amt hat hier eigene Ansprechpersonen\./);
  });

  test('in a unit that was not found says so', () => {
    expect(show({ role: 'it-beauftragte' }, { unknownUnit: 'Amt 99' }).remarks).toEqual([
      'Amt 99 steht nicht im Verzeichnis.',
    ]);
  });

  test('without a deputy says so only when one was asked for', () => {
    const assignments = [officer];
    expect(show(officerAt61, filled({ assignments })).remarks).toEqual([]);
    const asked = show({ ...officerAt61, deputy: true }, filled({ assignments }));
    expect(asked.remarks).toEqual([expect.stringMatching(/^Eine Vertretung ist .* nicht eingetragen/)]);
  });
});

describe('a time that was asked about', () => {
  const from = (day: string) => holder('it-beauftragte', 'officer', { unit: '61', from: day });

  test.each([
    ['de', 'Ein Beginn ist nicht eingetragen: Ob das damals schon galt, sagt das Verzeichnis nicht.'],
    ['en', 'No beginning is entered: the directory does not say whether this held back then.'],
  ] as const)('is no time of whoever has no beginning (%s)', (language, remark) => {
    const then = { ...officerAt61, day: '2026-03-31' };
    expect(show(then, { ...filled({ assignments: [officer] }), language }).remarks).toEqual([remark]);
    expect(show(then, { ...filled({ assignments: [from('2026-01-01')] }), language }).remarks).toEqual([]);
  });

  test.each([
    ['since', 'Seit wann, steht nicht im Verzeichnis.'],
    ['until', 'Ein Ende ist nicht eingetragen.'],
  ] as const)('says what is not entered (%s)', (term, remark) => {
    const asked = { ...officerAt61, day: '2026-11-24', term };
    expect(show(asked, filled({ assignments: [officer] })).remarks).toEqual([remark]);
  });

  test('says what has become of the office by then', () => {
    const split = filled({
      units: [unit('61', { to: '2026-12-31', successor: '63' }), unit('63', { from: '2027-01-01' })],
      assignments: [officer],
    });
    expect(show({ ...officerAt61, day: '2027-01-15' }, split).remarks).toContain(
      'Amt 61 gab es bis 31.12.2026; danach: Amt 63.',
    );
    expect(show({ ...officerAt61, day: '2026-11-01' }, split).remarks).not.toContainEqual(
      expect.stringContaining('danach'),
    );
  });

  test('after those of today shows whoever comes, or that nobody is entered', () => {
    const after = { ...officerAt61, after: true };
    const next = holder('it-beauftragte', 'deputy', { unit: '61', from: '2027-01-01' });
    const now = holder('it-beauftragte', 'officer', { unit: '61', to: '2026-12-31' });
    expect(show(after, filled({ assignments: [now, next] })).holders).toMatchObject([
      { name: 'Funktion deputy', note: 'seit 01.01.2027' },
    ]);
    expect(show(after, filled({ assignments: [now] }))).toMatchObject({
      holders: [],
      vacancy: 'Wer danach kommt, ist im Verzeichnis noch nicht eingetragen.',
    });
  });
});

describe('places that are no longer in the directory', () => {
  test('are not shown, and do not travel on', () => {
    const view = show({ ...officerAt61, unit: '99', application: 'gone' });
    expect(JSON.stringify(view)).not.toMatch(/99"|gone/);
    expect(view.vacancy).toMatch(/^Jedes Amt/);
  });

  test('an unknown task leaves the role', () => {
    expect(show({ role: 'kgrz', task: 'gone' })).toMatchObject({
      lead: 'Die Rolle im Überblick',
      quote: demo.roles.find(({ id }) => id === 'kgrz')?.source.quote,
    });
  });
});

describe('the card stays small', () => {
  const everything = roleIds.map((role) => show({ role, unit: '61' }, { askerUnit: '61' }));

  test('with at most three people, and says how many there are', () => {
    const board = show({ role: 'digitaler-beirat' });
    expect(board.holders).toHaveLength(3);
    expect(board.remarks).toEqual(['Insgesamt sind 10 Personen eingetragen.']);
  });

  test('with at most five further tasks, without the one that was asked for', () => {
    for (const view of everything) expect(view.furtherTasks.length).toBeLessThanOrEqual(5);
    const kgrz = show({ role: 'kgrz', task: 'programming' });
    expect(kgrz.furtherTasks).toHaveLength(5);
    expect(kgrz.furtherTasks).not.toContain(kgrz.task);
  });

  test('with at most three roles around it, each once and not itself', () => {
    for (const view of everything) {
      const around = view.around.map(({ ref }) => ref.role);
      expect(around.length).toBeLessThanOrEqual(3);
      expect(new Set(around).size).toBe(around.length);
      expect(around).not.toContain(view.ref.role);
    }
    expect(everything.some(({ around }) => around.length === 3)).toBe(true);
  });

  test('with at most three remarks', () => {
    const many = {
      unknownUnit: 'Amt 99',
      directory: filledWith(demo, {
        ...demo,
        assignments: demo.assignments.filter((row) => row.as === 'holder'),
      }),
    };
    expect(show([{ role: 'digitaler-beirat', deputy: true }, { role: 'kgrz' }], many).remarks).toHaveLength(
      3,
    );
  });
});

describe('the next step', () => {
  const workplace: AnswerRef = { role: 'strategisches-it-management', task: 'workplaces' };

  test('leads to the form, and to the IT-Beauftragte of the asker with a message begun', () => {
    expect(show(workplace, { askerUnit: '61', text: 'Wer bewilligt das?' }).nextStep).toEqual({
      title: 'EDV-Arbeitsplatz beantragen',
      text: 'Nächster Schritt: Füllen Sie das Formular hier aus oder wenden Sie sich an IT-Beauftragte Amt 61.',
      start: { type: 'workplace', text: 'Wer bewilligt das?' },
      contact: 'Nachricht an IT-Beauftragte Amt 61',
      url: expect.stringMatching(
        /^https:\/\/teams\.microsoft\.com\/l\/chat\/.*message=EDV-Arbeitsplatz%20beantragen$/,
      ),
    });
  });

  test('leads to the form alone while the unit is unknown', () => {
    const step = show(workplace).nextStep;
    expect(step?.start.type).toBe('workplace');
    expect(step?.url).toBeUndefined();
  });

  test('leads to the role above when the position is vacant, and does not place it in the unit', () => {
    expect(show(workplace, { askerUnit: '36' }).nextStep?.text).toBe(
      'Nächster Schritt: Füllen Sie das Formular hier aus oder wenden Sie sich an Leitung 10.50.',
    );
  });

  test('needs no unit where one role serves all', () => {
    expect(show({ role: 'kgrz', task: 'user-support' }).nextStep?.text).toMatch(/User Support KGRZ\.$/);
  });

  test('is not offered where there is no such form', () => {
    expect(show(workplace, { askerUnit: '61', offer: () => undefined }).nextStep).toBeUndefined();
  });

  test('is not offered for a task without a request', () => {
    expect(show({ role: 'kgrz', task: 'it-service' }, { askerUnit: '61' }).nextStep).toBeUndefined();
  });

  test('exists for every request that the role model names', () => {
    const asked = demo.roles.flatMap((role) =>
      role.tasks.flatMap((task) => (task.request ? [{ role: role.id, task: task.id }] : [])),
    );
    expect(asked.length).toBeGreaterThan(5);
    for (const ref of asked) expect(show(ref, { askerUnit: '61' }).nextStep).toBeDefined();
  });
});

describe('both languages', () => {
  const refs: readonly AnswerRef[] = demo.roles.flatMap(({ id, tasks }) =>
    [undefined, ...tasks.map((task) => task.id)].flatMap((task) => [
      { role: id, task },
      { role: id, task, unit: '36' },
      { role: id, task, unit: '50' },
      { role: id, task, unit: '61', application: 'gis' },
    ]),
  );

  /** What a view says in Lotse's own words: names of people and applications and quotes stay as they are. */
  function wordsOf(view: AnswerView): readonly string[] {
    const { lead, roleName, level, task, passage, vacancy, remarks, nextStep, furtherTasks, around } = view;
    const own = [lead, roleName, level, task, passage, vacancy, nextStep?.title, nextStep?.text];
    const theirs = view.holders.flatMap(({ capacity, note, place }) => [capacity, note, place]);
    const further = [...remarks, ...furtherTasks, ...around.flatMap(({ name, text }) => [name, text])];
    const names = [...demo.persons, ...demo.applications].map(({ name }) => name);
    return [...own, ...theirs, ...further].flatMap((text) => {
      if (!text) return [];
      const left = names
        .sort((a, b) => b.length - a.length)
        .reduce((all, name) => all.replaceAll(name, ''), text);
      return left.trim() ? [left] : [];
    });
  }

  const said = (language: Language) =>
    new Set(
      refs.flatMap((ref) =>
        [undefined, 'EB 99'].flatMap((unknownUnit) =>
          wordsOf(
            show([{ ...ref, deputy: unknownUnit !== undefined }, { role: 'kgrz' }], {
              language,
              askerUnit: '61',
              unknownUnit,
            }),
          ),
        ),
      ),
    );

  /** Proper names that stay German in English. */
  const properNames = /Digitallotse|DITMa|HuFa|TechnologieZentrum|Koblenz|KGRZ/g;
  const german =
    /[äöüßÄÖÜ]|\b(und|der|die|das|den|dem|des|von|vom|für|mit|ein|eine|ist|sind|wird|im|zu|zur|bei|oder|nicht|Amt|Stufe|Ebene|Stelle|Nr|Punkt|Vertretung|Inhaber|Rolle|Punkt)\b/;
  const english =
    /\b(and|the|of|for|with|is|are|this|by|from|to|office|stage|level|holder|deputy|role|acting|here|advice|other)\b/i;

  test('an English view has no German word in it', () => {
    const texts = [...said('en')];
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter((text) => german.test(text.replace(properNames, '')))).toEqual([]);
  });

  test('a German view has no English word in it', () => {
    const texts = [...said('de')];
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter((text) => english.test(text))).toEqual([]);
  });

  test('say the same amount', () => {
    for (const ref of refs) {
      const [inGerman, inEnglish] = (['de', 'en'] as const).map((language) =>
        show(ref, { language, askerUnit: '61' }),
      );
      expect(Object.keys(inEnglish ?? {})).toEqual(Object.keys(inGerman ?? {}));
      expect(inEnglish?.remarks.length).toBe(inGerman?.remarks.length);
      expect(inEnglish?.quote).toBe(inGerman?.quote);
    }
  });
});
