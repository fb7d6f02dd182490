import type { Directory } from '../../src/features/directory/model.ts';
import { type Filled, longText } from '../support/client.ts';
import { deputy, holder, person as listed } from '../support/directory-builder.ts';
import type { Stage } from '../support/stage.ts';
import type { Situation } from './situation.ts';

const pdf = (name: string) => ({
  name,
  content: new TextEncoder().encode(`%PDF-1.7\n${name}\ntrailer << >>\nstartxref\n9\n%%EOF\n`),
});

/** Plans a meeting with one more item, and takes it through the chair to the invitations. */
export async function invites(
  stage: Stage,
  day: string,
  filled: Readonly<Record<string, string>> = {},
): Promise<void> {
  const [office, chair] = [stage.person('digitallotse'), stage.person('vorsitz-beirat')];
  await office.says('Neue Sitzung', 'New meeting');
  await office.presses('beirat.save', { day, ...filled });
  await office.presses('beirat.item-save', { title: 'Datenplattform Innenstadt' });
  await office.presses('beirat.refresh');
  await office.presses('beirat.submit');
  await stage.pause();
  await chair.presses('beirat.approve');
  await stage.pause();
  await office.presses('beirat.invite');
  await stage.pause();
}

export const meetings: readonly Situation[] = [
  {
    name: 'Members and offices propose topics for the agenda',
    async play({ person, call, pause, word }) {
      const [office, member, officer] = [
        person('digitallotse'),
        person('beirat-verwaltung'),
        person('itb-61'),
      ];
      await member.says('Themenvorschläge', 'Topic proposals');
      await member.presses('beirat.topic-new');
      await member.presses('beirat.topic-send', { title: ' ', text: 'Wer nutzt sie?', presents: 'true' });
      await member.presses('beirat.topic-send', { title: 'Datenplattform', text: '', presents: 'true' });
      await member.sends([pdf('Datenplattform.pdf')], 'TV-2026/1');
      call('topic-own');
      await member.presses('beirat.topic-files');
      await member.presses('files.case');
      await officer.says('Thema vorschlagen', 'Propose a topic');
      call('topic-form');
      await officer.presses('beirat.topic-send', { title: longText(160), text: longText(1500) });
      await person('staff-61').says('Themenvorschläge', 'Topic proposals');
      await person('staff-61').says('Wann ist die nächste Sitzung?', 'When is the next meeting?');
      await pause();
      await office.says('TV-2026/1');
      await office.presses('beirat.topic-decline', { note: ' ' });
      await office.says('Neue Sitzung', 'New meeting');
      await office.presses('beirat.save', { day: '2026-12-17' });
      await pause();
      await office.says('TV-2026/1');
      call('topic-office');
      await office.presses('beirat.topic-accept');
      await pause();
      call('topic-placed');
      await member.says('TV-2026/1 Dateien', 'TV-2026/1 files');
      await office.presses('beirat.show');
      await office.says('TV-2026/2');
      await office.presses('beirat.topic-decline', {
        note: word('Gehört in den Stadtrat', 'A matter of the council'),
      });
      await pause();
      await officer.says('TV-2026/2');
      for (let more = 0; more < 13; more += 1) {
        await member.says(`Thema vorschlagen: Thema ${more}: Text`, `Propose a topic: Topic ${more}: Text`);
      }
      await member.presses('beirat.topic-withdraw');
      await pause();
      await office.says('Themenvorschläge', 'Topic proposals');
      await office.presses('beirat.topic-open');
      await office.presses('beirat.topics');
      await office.presses('beirat.topic-show');
    },
  },
  {
    name: 'A quarter of the members demands a meeting, and topics come no other way',
    rules: (usual) => ({ ...usual, topics: { ...usual.topics, by: 'nobody' } }),
    async play({ person, call, pause, word }) {
      const [office, chair] = [person('digitallotse'), person('vorsitz-beirat')];
      const [member, expert] = [person('beirat-verwaltung'), person('werkleitung-kgrz')];
      await member.says('Sitzung verlangen', 'Demand a meeting');
      call('demand-form');
      await member.presses('beirat.topic-send', {
        title: 'Datenplattform',
        text: 'Wer nutzt sie?',
        demands: 'false',
      });
      call('demand-wrong');
      await member.presses('beirat.topic-send', { demands: 'true' });
      await member.presses('beirat.topic-undemand');
      await member.presses('beirat.topic-demand');
      await pause();
      call('demand-join');
      await expert.presses('beirat.topic-demand');
      await pause();
      call('demand-due');
      await chair.says('TV-2026/1');
      await chair.presses('beirat.topic-decline', { note: ' ' });
      await office.says('Themenvorschläge', 'Topic proposals');
      await expert.says('Themenvorschläge', 'Topic proposals');
      await chair.presses('beirat.topic-decline', {
        note: word('Vor drei Monaten beraten', 'Dealt with three months ago'),
      });
      await pause();
      await member.says('TV-2026/1');
    },
  },
  {
    name: 'A meeting of the Beirat is planned, sent back by the chair, approved and answered',
    async play({ person, call, pause, at, word }) {
      const [office, chair, kgrz] = [
        person('digitallotse'),
        person('vorsitz-beirat'),
        person('werkleitung-kgrz'),
      ];
      const [deputy, expert] = [person('betrieb-kgrz'), person('beirat-verwaltung')];
      await office.says('Meine Sitzungen', 'my meetings');
      await kgrz.says('Meine Sitzungen', 'my meetings');
      await office.presses('beirat.board');
      call('board');
      await office.presses('beirat.meetings');
      await office.presses('beirat.plan');
      await office.presses('beirat.save', {
        day: ' ',
        time: ' ',
        minutes: '5',
        place: ' ',
        onlineUrl: 'kein Link',
        replyBy: 'x',
      });
      call('plan-wrong');
      await office.presses('beirat.save', { day: '2026-11-20', time: '14:00', minutes: '60', place: 'x' });
      await office.presses('beirat.save', {
        day: '2026-12-17',
        onlineUrl: 'https://teams.example.org/beirat',
        greeting: 'Bitte kommen Sie.',
      });
      await office.presses('beirat.item-save', {
        title: '',
        minutes: 'viele',
        links: 'kein Link',
        guests: Array.from({ length: 20 }, (_, n) => `Gast ${n}`).join('\n'),
      });
      await office.presses('beirat.item-save', {
        title: 'Datenplattform Innenstadt',
        text: 'Welche Daten, wer pflegt sie?',
        minutes: '20',
        rapporteur: 'Digitallotse Wirtschaft',
        links: 'https://example.org/vorlage',
        guests: 'Fachfirma für Messnetze\nElternbeirat',
      });
      await office.sends([pdf('Kostenplan.pdf')], 'B-2026/1');
      await office.says('B-2026/1 Anlage TOP 4: Kostenplan.pdf', 'B-2026/1 paper item 4: Kostenplan.pdf');
      await office.says('B-2026/1 Tagesordnung', 'B-2026/1 agenda');
      await office.presses('beirat.files');
      await office.says('B-2026/1 Tagesordnung', 'B-2026/1 agenda');
      await office.presses('beirat.item-down');
      await office.presses('beirat.item-up');
      await office.presses('beirat.item-edit');
      call('agenda');
      await office.presses('beirat.preview');
      await office.presses('beirat.show');
      await office.presses('beirat.submit');
      await pause();
      await chair.presses('beirat.wish', { note: 'Bitte mit Gästen.' });
      await pause();
      await office.presses('beirat.edit');
      await office.presses('beirat.save', { greeting: 'Gäste sind willkommen.' });
      await office.presses('beirat.refresh');
      await office.presses('beirat.submit');
      await office.presses('beirat.recall');
      await office.presses('beirat.submit');
      await pause();
      await chair.presses('beirat.approve');
      await pause();
      await office.presses('beirat.invite');
      await pause();
      call('meeting-invited');
      await kgrz.presses('beirat.refresh-invitation');
      await kgrz.presses('beirat.decline');
      await expert.presses('beirat.accept');
      call('invitation');
      await expert.says('B-2026/1 bin befangen TOP 2', 'B-2026/1 a conflict of interest in item 2');
      await expert.presses('beirat.declare', { declared: '1,2', remark: 'Ich berate den Anbieter' });
      call('invitation-declared');
      await chair.presses('beirat.accept-online');
      await pause();
      await deputy.presses('beirat.accept');
      await expert.presses('beirat.ask', {
        question: word('Darf ich einen Gast mitbringen?', 'May I bring a guest?'),
      });
      await pause();
      await office.says('B-2026/1');
      await office.presses('beirat.answer', { question: '1', note: 'Ja, gern.' });
      await pause();
      await expert.presses('beirat.full-invitation');
      await expert.presses('beirat.show-invitation');
      await expert.presses('beirat.papers');
      await expert.presses('beirat.show-invitation');
      await chair.says('B-2026/1');
      await office.says('B-2026/1');
      call('meeting-answers');
      await office.presses('beirat.remind');
      await office.says('B-2026/1 Unterlagen', 'B-2026/1 papers');
      await office.presses('beirat.show');
      await office.presses('beirat.export');
      await office.presses('beirat.show');
      await office.presses('beirat.member');
      await office.presses('beirat.member', { party: 'beirat-wissenschaft' });
      await office.presses('beirat.reply-for', { answer: 'no' });
      await office.presses('beirat.reply-for', { answer: 'no', note: 'Ist verhindert' });
      await office.presses('beirat.change');
      await office.presses('beirat.move', { reason: 'Saal belegt' });
      await office.presses('beirat.move', { day: '2026-12-18', time: '15:00', reason: 'Saal belegt' });
      await pause();
      call('meeting-moved');
      await office.presses('beirat.change');
      await office.presses('beirat.relocate', { place: 'Bürgersaal', reason: 'Mehr Platz' });
      await office.presses('beirat.change');
      await office.presses('beirat.guests', { note: 'Fachfirma für Messnetze' });
      call('change-guests');
      await office.says('B-2026/1 Gäste TOP 2: Fachfirma', 'B-2026/1 guests item 2: Fachfirma');
      await office.presses('beirat.change');
      await office.presses('beirat.amend', { itemTitle: 'Haushalt', reason: 'Eilig' });
      await pause();
      await chair.says('B-2026/1 Änderung bestätigen', 'B-2026/1 confirm the change');
      call('meeting-unapproved');
      await chair.presses('beirat.confirm-change');
      await office.presses('beirat.change');
      await office.presses('beirat.postpone', { reason: ' ' });
      await office.presses('beirat.postpone', { reason: 'Vorlage fehlt' });
      await pause();
      await expert.says('Meine Sitzungen', 'my meetings');
      await expert.presses('beirat.show');
      await office.says('B-2026/1');
      await office.presses('beirat.change');
      await office.presses('beirat.cancel', { reason: 'Keine Themen' });
      await pause();
      await at('2026-12-19T09:00');
      await office.says('Meine Sitzungen', 'my meetings');
    },
  },
  {
    name: 'Offices look at an item before the invitations go out',
    async play({ person, call, pause, at, word }) {
      const [office, chair, officer, audit] = [
        person('digitallotse'),
        person('vorsitz-beirat'),
        person('itb-61'),
        person('staff-33'),
      ];
      await office.says('Neue Sitzung', 'New meeting');
      await office.presses('beirat.save', { day: '2026-12-17' });
      await office.presses('beirat.item-save', {
        title: 'Datenplattform Innenstadt',
        text: longText(1500),
        links: 'Vorlage: https://dms.example.org/12',
      });
      await office.presses('beirat.refresh');
      await office.presses('beirat.reviews');
      await office.presses('beirat.review-ask', { who: 'Niemand' });
      await office.presses('beirat.review-ask', { who: 'Amt 61', until: '2026-12-01' });
      await office.says(
        'B-2026/1 Prüfung TOP 5: Rechnungsprüfung bis 03.12.2026',
        'B-2026/1 review item 5: Rechnungsprüfung by 03.12.2026',
      );
      await office.says('B-2026/1 Prüfung TOP 5: Amt 61', 'B-2026/1 review item 5: Amt 61');
      await office.says('B-2026/1 Prüfungen', 'B-2026/1 reviews');
      call('reviews-asked');
      await pause();
      await officer.presses('beirat.review-comment', { note: ' ' });
      call('review');
      await officer.presses('beirat.review-comment', { note: longText(1500) });
      await audit.says('B-2026/1');
      await office.sends(
        [pdf('Vorlage 12.pdf')],
        'B-2026/1 Anlage TOP 5: Vorlage 12.pdf',
        'B-2026/1 paper item 5: Vorlage 12.pdf',
      );
      await audit.says('B-2026/1');
      await audit.presses('beirat.files');
      await pause();
      await office.says('B-2026/1');
      await office.presses('beirat.submit');
      await pause();
      await chair.presses('beirat.reviews');
      call('reviews-chair');
      await office.presses('beirat.recall');
      await at('2026-12-04T09:00');
      await office.says('B-2026/1 Prüfungen', 'B-2026/1 reviews');
      await office.presses('beirat.review-off');
      await office.presses('beirat.refresh');
      await office.presses('beirat.submit');
      await pause();
      await chair.presses('beirat.approve');
      await office.says('B-2026/1');
      await office.presses('beirat.invite');
      await pause();
      await officer.says(word('B-2026/1', 'B-2026/1'));
    },
  },
  {
    name: 'What the rules of procedure of the Beirat do not provide for',
    rules: ({ demand: _demand, reviews: _reviews, ...usual }) => ({ ...usual, guests: 'never' }),
    async play({ person, call, pause }) {
      const office = person('digitallotse');
      await office.says('Neue Sitzung', 'New meeting');
      await office.presses('beirat.save', { day: '2026-12-17' });
      await office.presses('beirat.item-save', { title: 'Datenplattform Innenstadt' });
      call('agenda-no-guests');
      await office.presses('beirat.refresh');
      await person('beirat-verwaltung').says('Thema vorschlagen', 'Propose a topic');
      await office.says('B-2026/1 Gäste TOP 4: Fachfirma', 'B-2026/1 guests item 4: Fachfirma');
      await office.presses('beirat.submit');
      await pause();
      await person('vorsitz-beirat').presses('beirat.approve');
      await pause();
      await office.presses('beirat.invite');
      await office.presses('beirat.change');
      await pause();
    },
  },
  {
    name: 'A meeting is held, minuted, objected to and closed',
    async play(stage) {
      const { person, call, pause, at, word } = stage;
      const [office, chair, kgrz] = [
        person('digitallotse'),
        person('vorsitz-beirat'),
        person('werkleitung-kgrz'),
      ];
      const [expert, deputy] = [person('beirat-verwaltung'), person('betrieb-kgrz')];
      const executive = person('vorsitz-stadtvorstand');
      await executive.says('Empfehlungen', 'recommendations');
      await office.says('Nächste Beiratssitzung', 'next board meeting');
      await office.says('Beschlüsse', 'resolutions');
      await invites(stage, '2026-12-17', { onlineUrl: 'https://teams.example.org/beirat' });
      await office.says('Nächste Beiratssitzung', 'next board meeting');
      await chair.says('Nächste Beiratssitzung', 'next board meeting');
      await person('staff-61').says('Nächste Beiratssitzung', 'next board meeting');
      await chair.presses('beirat.accept');
      await kgrz.presses('beirat.accept-online');
      await expert.presses('beirat.accept');
      await expert.says('B-2026/1 bin befangen TOP 1', 'B-2026/1 a conflict of interest in item 1');
      await person('beirat-wirtschaft').answersLetter('/beirat/antwort', {
        do: 'answer',
        issue: '1',
        answer: 'in-person',
      });
      await pause();
      await office.says('B-2026/1');
      call('meeting-quorum');
      await at('2026-12-17T14:30');
      await office.says('B-2026/1');
      await office.presses('beirat.record');
      call('record-start');
      await office.presses('beirat.hold', { startedAt: '25:00' });
      await office.presses('beirat.hold', { startedAt: '14:05', guests: 'Ein Gast' });
      await office.presses('beirat.record-start');
      await office.presses('beirat.record');
      await office.presses('beirat.record-item');
      await office.presses('beirat.record-save', { note: 'Begrüßt.', excluded: 'vorsitz-beirat' });
      await office.presses('beirat.resolve', { wording: '', yes: '9' });
      await office.presses('beirat.resolve', {
        wording: 'Der Beirat empfiehlt die Datenplattform.',
        excluded: '',
        yes: '3',
        owner: 'Amt 80',
        dueDay: '2026-12-20',
      });
      await office.presses('beirat.resolve', {
        wording: 'Der Beirat empfiehlt die Datenplattform.',
        excluded: '',
        yes: '3',
        no: '1',
        owner: 'Amt 80',
        dueDay: '2026-12-20',
      });
      await office.presses('beirat.resolve', {
        number: 'new',
        wording: 'Der Beirat empfiehlt, Messdaten der Stadt offen bereitzustellen.',
        yes: '4',
        no: '0',
        addressee: 'stadtvorstand',
        owner: '',
        dueDay: '',
      });
      await office.presses('beirat.resolve', {
        number: 'new',
        wording: 'Der Beirat empfiehlt dem Stadtrat eine Satzung für offene Daten.',
        yes: '4',
        addressee: 'council',
        owner: '',
        dueDay: '',
      });
      call('record-item');
      // Somebody who had voted took no part: the votes are to be corrected first.
      await office.presses('beirat.record-save', { excluded: 'vorsitz-beirat' });
      await office.presses('beirat.record');
      call('record-blocked');
      await office.presses('beirat.record-item');
      await office.presses('beirat.record-save', { excluded: '' });
      await office.presses('beirat.record-item', {}, word('Nächster', 'Next'));
      for (let at = 2; at < 6; at += 1) {
        await office.presses('beirat.record-item', {}, word('Nächster', 'Next'));
      }
      for (let at = 6; at > 1; at -= 1) {
        await office.presses('beirat.record-item', {}, word('Voriger', 'Previous'));
      }
      await office.presses('beirat.record-item', { number: 'B-2026/1-01' }, { load: true });
      await office.says(
        'B-2026/1 Beirat: Fachperson aus der Verwaltung geht vor TOP 3 um 15:10',
        'B-2026/1 Beirat: Fachperson aus der Verwaltung leaves before item 3 at 15:10',
      );
      call('record-left');
      await office.says(
        'B-2026/1 Gäste TOP 4: Fachfirma für Messnetze',
        'B-2026/1 guests item 4: Fachfirma für Messnetze',
      );
      await office.presses('beirat.record-save', { guests: 'Fachfirma für Messnetze\nElternbeirat' });
      call('record-guests');
      await office.says(
        'B-2026/1 Beirat: Fachperson aus der Verwaltung kommt zu TOP 4',
        'B-2026/1 Beirat: Fachperson aus der Verwaltung comes to item 4',
      );
      await office.presses('beirat.end', { endedAt: '15:30' });
      await office.presses('beirat.minutes-links');
      await office.presses('beirat.send-minutes');
      call('record');
      await pause();
      await chair.presses('beirat.wish-minutes', { wish: '' });
      await chair.presses('beirat.wish-minutes', { wish: 'Bitte den Gast nennen.' });
      await pause();
      await office.says('B-2026/1 Niederschrift', 'B-2026/1 minutes');
      await office.presses('beirat.send-minutes');
      await pause();
      call('minutes-release');
      await chair.presses('beirat.release-minutes');
      await pause();
      await expert.presses('beirat.minutes-links');
      await expert.presses('beirat.object', { note: '' });
      await expert.presses('beirat.object', { note: 'Ich hatte dagegen gestimmt.' });
      call('minutes');
      await pause();
      await office.says('B-2026/1 Niederschrift', 'B-2026/1 minutes');
      await office.presses('beirat.answer-objection', { note: '' });
      await office.presses('beirat.answer-objection', { note: 'Berichtigt.' });
      await office.presses('beirat.record-item');
      await office.presses('beirat.record-save', { note: 'Berichtigt.' });
      await office.presses('beirat.record');
      await office.presses('beirat.send-minutes');
      await pause();
      await chair.presses('beirat.release-minutes');
      await pause();
      await expert.says('B-2026/1 Niederschrift', 'B-2026/1 minutes');
      await expert.presses('beirat.minutes');
      await expert.presses('beirat.show');
      await kgrz.says('B-2026/1 Niederschrift', 'B-2026/1 minutes');
      await kgrz.presses('beirat.object', { note: 'Ich war online dabei.' });
      await kgrz.says('B-2026/1');
      await chair.says('B-2026/1');
      await office.says('Beschlüsse', 'resolutions');
      await expert.says('Beschlüsse', 'resolutions');
      await at('2027-01-20T09:00');
      await office.says('Beschlüsse', 'resolutions');
      call('resolutions');
      await office.presses('beirat.resolution-done', { number: 'B-2026/1-01', note: 'Läuft.' });
      await executive.says('Empfehlungen', 'recommendations');
      call('recommendations');
      await executive.presses('beirat.answer-recommendation', { note: 'Wird geplant.' });
      await executive.presses('beirat.answer-recommendation', { taken: 'no', note: '' });
      call('recommendations-reason');
      await executive.presses('beirat.answer-recommendation', {
        taken: 'yes',
        note: 'Die Kämmerei plant 20.000 Euro für 2028 ein.',
      });
      await pause();
      await at('2027-03-25T09:00');
      await pause();
      await executive.says('Empfehlungen', 'recommendations');
      call('recommendation-late');
      await executive.presses('beirat.answer-recommendation', {
        taken: 'no',
        note: 'Der Stadtrat berät darüber erst nach der Wahl.',
      });
      await pause();
      await office.says('Empfehlungen', 'recommendations');
      await office.presses('beirat.recommendations');
      call('recommendations-answered');
      await office.says('Jahresbericht 2026', 'annual report 2026');
      call('annual-report');
      await office.presses('beirat.annual-report');
      await office.presses('beirat.resolutions');
      await office.says('B-2026/1 Niederschrift', 'B-2026/1 minutes');
      await office.presses('beirat.answer-objection', { note: 'Steht so in der Niederschrift.' });
      await office.presses('beirat.close');
      await office.presses('beirat.record-item');
      await pause();
      await expert.says('B-2026/1 Niederschrift', 'B-2026/1 minutes');
      await office.says('Nächste Beiratssitzung', 'next board meeting');
      await at('2027-07-01T09:00');
      await office.says('Nächste Beiratssitzung', 'next board meeting');
      await office.presses('beirat.rhythm');
      await office.presses('beirat.plan');
      await deputy.says('Meine Sitzungen', 'my meetings');
    },
  },
  {
    name: 'Nobody comes, letters do not arrive, and the Beirat changes',
    async play(stage) {
      const { person, call, pause, at, becomes, reload } = stage;
      const [office, chair, kgrz] = [
        person('digitallotse'),
        person('vorsitz-beirat'),
        person('werkleitung-kgrz'),
      ];
      becomes('mail', { outcome: 'unreachable', reason: 'bad-address' });
      await invites(stage, '2026-12-17');
      becomes('mail');
      await office.says('B-2026/1');
      call('meeting-trouble');
      await office.presses('beirat.member', {});
      await office.presses('beirat.resend');
      await office.presses('beirat.member', { party: 'beirat-wissenschaft' });
      await office.presses('beirat.reached', { note: '' });
      reload((city) => ({
        ...city,
        assignments: city.assignments.map((one) =>
          one.seat === 'administration' ? { ...one, person: 'lead-10.50' } : one,
        ),
      }));
      await office.says('B-2026/1');
      await office.presses('beirat.complete');
      await pause();
      await person('beirat-verwaltung').says('Meine Sitzungen', 'my meetings');
      for (const who of ['beirat-wirtschaft', 'beirat-wissenschaft', 'beirat-stadtkonzern', 'lead-10.50']) {
        await office.presses('beirat.member');
        await office.presses('beirat.member', { party: who });
        await office.presses('beirat.reply-for', { party: who, answer: 'no', note: 'Verhindert' });
        await pause();
      }
      await office.says('B-2026/1');
      call('meeting-lost');
      await at('2026-12-17T15:00');
      await office.says('B-2026/1 Niederschrift', 'B-2026/1 minutes');
      await office.presses('beirat.hold');
      await office.presses('beirat.record-item');
      await office.presses('beirat.record');
      await office.presses('beirat.plan-second');
      await office.presses('beirat.save', { day: '2027-01-14' });
      await office.says('B-2026/1 Niederschrift', 'B-2026/1 minutes');
      await office.presses('beirat.plan-second');
      await office.presses('beirat.refresh');
      await office.presses('beirat.submit');
      await pause();
      await chair.presses('beirat.approve');
      await pause();
      await office.presses('beirat.invite');
      await pause();
      await kgrz.presses('beirat.accept');
      await at('2027-01-14T15:00');
      await office.says('B-2027/1 Niederschrift', 'B-2027/1 minutes');
      await office.presses('beirat.hold', { chairedBy: 'werkleitung-kgrz' });
      await at('2027-02-20T09:00');
      await office.says('B-2026/1 Niederschrift', 'B-2026/1 minutes');
      await office.presses('beirat.send-minutes', { endedAt: '15:30' });
      await pause();
      await chair.presses('beirat.release-minutes');
      await pause();
      await chair.says('B-2026/1 Niederschrift', 'B-2026/1 minutes');
      await office.says('B-2026/1 Mitglieder', 'B-2026/1 members');
    },
  },
  {
    name: 'A meeting about public matters only, and one that is put off before its letters arrived',
    async play(stage) {
      const { person, becomes, pause } = stage;
      const office = person('digitallotse');
      await office.says('Neue Sitzung', 'New meeting');
      await office.presses('beirat.save', { day: '2026-12-17' });
      for (let removed = 0; removed < 4; removed += 1) await office.presses('beirat.item-remove');
      await office.presses('beirat.item-save', { title: 'Bürgerhaushalt', isPublic: 'true' });
      await office.presses('beirat.item-remove');
      await office.presses('beirat.preview');
      await office.presses('beirat.item-remove');
      await office.presses('beirat.show');
      await office.presses('beirat.agenda');
      await office.presses('beirat.refresh');
      await office.presses('beirat.discard', { reason: 'Verschoben auf das nächste Jahr' });
      becomes('mail', { outcome: 'unreachable', reason: 'bad-address' });
      await invites(stage, '2027-01-14');
      await office.presses('beirat.change');
      await office.presses('beirat.postpone', { reason: 'Vorlage fehlt' });
      await pause();
      await office.says('B-2027/1');
      await office.presses('beirat.member');
    },
  },
  {
    name: 'A meeting with everything at its longest',
    differs: 'as many rows as there is room for, and English words take less of it',
    directory: (demo) => crowded(demo),
    async play(stage) {
      const { person, call, pause, at } = stage;
      const [office, chair] = [person('digitallotse'), person('vorsitz-beirat')];
      await office.says('Beirat', 'Board');
      await office.says('Neue Sitzung', 'New meeting');
      await office.presses('beirat.save', {
        ...office.fillsAll('beirat.save'),
        day: '2026-12-17',
        onlineUrl: address(400),
      });
      const add = async (count: number, more: Filled = {}) => {
        for (let added = 0; added < count; added += 1) {
          const links = Array.from({ length: 4 }, () => address(300)).join('\n');
          await office.presses('beirat.item-save', {
            ...office.fillsAll('beirat.item-save'),
            links,
            ...more,
          });
        }
        await office.presses('beirat.preview');
      };
      // The fewer items, the more is said about each.
      await add(2);
      call('preview-longest');
      await add(3, { text: '' });
      await add(15, { text: '' });
      await office.presses('beirat.item-edit');
      await office.presses('beirat.preview');
      await office.presses('beirat.refresh');
      await office.presses('beirat.submit');
      await pause();
      await chair.presses('beirat.wish', { note: longText(1000) });
      await pause();
      await office.says('B-2026/1');
      await office.presses('beirat.submit');
      await pause();
      await chair.presses('beirat.approve');
      await pause();
      await office.presses('beirat.invite');
      await pause();
      call('invitation-longest');
      for (const who of [
        'vorsitz-beirat',
        'werkleitung-kgrz',
        'beirat-verwaltung',
        'digitallotse',
        'economy-2',
      ]) {
        for (let asked = 0; asked < 5; asked += 1) {
          await person(who).presses('beirat.ask', { question: longText(1000) });
        }
        await person(who).presses('beirat.decline');
        await pause();
      }
      for (const who of ['beirat-wirtschaft', 'beirat-wissenschaft', 'beirat-stadtkonzern']) {
        await person(who).answersLetter('/beirat/antwort', {
          do: 'answer',
          issue: '1',
          answer: 'no',
          reason: longText(500),
        });
        await pause();
      }
      await office.says('B-2026/1');
      await office.presses('beirat.answer', { question: '1', note: longText(1500) });
      await pause();
      await office.presses('beirat.change');
      await office.presses('beirat.relocate', {
        place: longText(200),
        onlineUrl: address(400),
        reason: longText(500),
      });
      await office.presses('beirat.change');
      await office.presses('beirat.amend', { itemTitle: longText(200), reason: longText(500) });
      await office.presses('beirat.change');
      await office.presses('beirat.move', {
        ...office.fillsAll('beirat.move'),
        onlineUrl: '',
        day: '2026-12-18',
        time: '15:00',
      });
      await pause();
      call('meeting-longest');
      await office.presses('beirat.member');
      await office.presses('beirat.reply-for', { answer: 'no', note: longText(500) });
      await person('deputy-kgrz-1').says('Meine Sitzungen', 'my meetings');
      await person('deputy-kgrz-1').presses('beirat.show');
      await at('2026-12-18T15:30');
      await office.says('B-2026/1 Niederschrift', 'B-2026/1 minutes');
      const present = Object.fromEntries(
        [
          'vorsitz-beirat',
          'werkleitung-kgrz',
          'beirat-verwaltung',
          'beirat-wirtschaft',
          'beirat-wissenschaft',
        ].map((who) => [`presence-${who}`, 'in-person']),
      );
      await office.presses('beirat.hold', { ...office.fillsAll('beirat.hold'), ...present });
      await office.presses('beirat.record-item');
      for (let resolved = 0; resolved < 14; resolved += 1) {
        await office.presses('beirat.record-save', { note: longText(3000), excluded: 'digitallotse' });
        await office.presses('beirat.resolve', {
          ...office.fillsAll('beirat.resolve'),
          wording: `${resolved}. ${longText(1990)}`,
          yes: '3',
          no: '1',
          abstain: '1',
          dueDay: '2026-12-20',
          addressee: 'council',
        });
      }
      call('record-item-longest');
      await office.presses('beirat.record');
      await office.presses('beirat.send-minutes', { endedAt: '18:00' });
      await pause();
      await chair.presses('beirat.release-minutes');
      await pause();
      for (const who of [chair, person('werkleitung-kgrz')]) {
        for (let objected = 0; objected < 5; objected += 1) {
          await who.says('B-2026/1 Niederschrift', 'B-2026/1 minutes');
          await who.presses('beirat.object', { note: longText(2000) });
        }
      }
      await pause();
      await office.says('B-2026/1 Niederschrift', 'B-2026/1 minutes');
      call('record-longest');
      await office.says('Beschlüsse', 'resolutions');
      call('resolutions-longest');
      await office.says('Empfehlungen', 'recommendations');
      call('recommendations-longest');
      for (const day of [
        '2027-02-11',
        '2027-03-11',
        '2027-04-08',
        '2027-05-20',
        '2027-06-10',
        '2027-07-08',
        '2027-08-12',
        '2027-09-09',
      ]) {
        await office.says('Neue Sitzung', 'New meeting');
        await office.presses('beirat.save', { day });
      }
      await office.says('Meine Sitzungen', 'my meetings');
    },
  },
  {
    name: 'A meeting of the Beirat on a Sunday, and in a room that is taken, is asked about and done all the same',
    async play({ person, call, pause }) {
      const [office, chair] = [person('digitallotse'), person('vorsitz-beirat')];
      await office.says('Neue Sitzung am 15.11.2026', 'New meeting on 15.11.2026');
      await office.says('Neue Sitzung am 27.12.2026 14:00', 'New meeting on 27.12.2026 14:00');
      call('plan-against');
      await office.presses('beirat.save');
      await office.presses('beirat.refresh');
      await office.presses('beirat.submit');
      await pause();
      await chair.says('B-2026/1 freigeben', 'B-2026/1 approve');
      call('meeting-against');
      await chair.presses('beirat.approve');
      await pause();
      await office.says('B-2026/1');
      await office.presses('beirat.invite');
      await pause();
      await office.says('Neue Sitzung', 'New meeting');
      await office.presses('beirat.save', { day: '2026-12-17', place: 'Schloss' });
      await office.says(
        'B-2026/1 verlegen auf 17.12.2026 15:00: Feiertage',
        'B-2026/1 move to 17.12.2026 15:00: holidays',
      );
      call('change-against');
      await office.presses('beirat.move');
      await pause();
      await office.says('B-2026/1 Ort: Schloss: Saal belegt', 'B-2026/1 place: Schloss: room is taken');
      await office.presses('beirat.relocate');
      await pause();
    },
  },
];

const address = (length: number): string => `https://example.org/${'a'.repeat(length - 20)}`;

/** Names as long as functions get, and two deputies for every seat. */
function crowded(demo: Directory): Directory {
  const seats = [
    'chair',
    'executive',
    'kgrz',
    'administration',
    'city-group',
    'economy',
    'economy-2',
    'science',
  ];
  const deputies = seats.flatMap((seat) => [1, 2].map((n) => ({ seat, id: `deputy-${seat}-${n}` })));
  const added = [...deputies.map(({ id }) => id), 'economy-2'].map((id, at) =>
    listed(id, {
      name: `Vertretung der Fachperson für Digitalisierung und Informationstechnik ${id}`,
      unit: '01',
      email: `${id}@example.org`,
      teamsId: `a954715f-1745-4a49-888e-${String(at).padStart(12, '0')}`,
    }),
  );
  const seated = deputies.map(({ seat, id }) => deputy('digitaler-beirat', id, { seat }));
  return {
    ...demo,
    persons: [...demo.persons, ...added],
    assignments: [
      ...demo.assignments.filter(({ role, as }) => !(role === 'digitaler-beirat' && as === 'deputy')),
      holder('digitaler-beirat', 'economy-2', { seat: 'economy-2' }),
      holder('digitaler-beirat', 'lead-10.50', { seat: 'nowhere' }),
      ...seated,
    ],
  };
}
