import type { Text } from '../../core/text.ts';

/**
 * What Lotse itself can do, by the meaning of a sentence. Each leads to words that an intent claims, as if the person
 * had typed them: however freely somebody asks, there is one way behind it, with the same rights.
 */
export const commandFor: Readonly<Record<string, Text>> = {
  'own:my-requests': { de: 'Meine Anträge', en: 'My requests' },
  'own:my-decisions': { de: 'Meine Entscheidungen', en: 'My decisions' },
  'own:case': { de: 'Meine Anträge', en: 'My requests' },
  'own:act': { de: 'Meine Entscheidungen', en: 'My decisions' },
  'own:start-request': { de: 'Antrag', en: 'Request' },
  'own:known-incidents': { de: 'Bekannte Störungen', en: 'Known incidents' },
  'own:withdraw': { de: 'Meine Anträge', en: 'My requests' },
  'own:budgets': { de: 'Budget', en: 'Budgets' },
  'own:priorities': { de: 'Prioritäten', en: 'Priorities' },
  'own:my-ideas': { de: 'Meine Ideen', en: 'My ideas' },
  'own:ideas': { de: 'Ideen', en: 'Ideas' },
  'own:mentor-find': { de: 'Mentoren', en: 'Mentors' },
  'own:mentor-profile': { de: 'Mein Mentorenprofil', en: 'My mentor profile' },
  'own:beirat-next': { de: 'Meine Sitzungen', en: 'My meetings' },
  'own:beirat-answer': { de: 'Meine Sitzungen', en: 'My meetings' },
  'own:beirat-minutes': { de: 'Meine Sitzungen', en: 'My meetings' },
  'own:beirat-resolutions': { de: 'Beschlüsse', en: 'Resolutions' },
  'own:beirat-recommendations': { de: 'Empfehlungen', en: 'Recommendations' },
  'own:beirat-plan': { de: 'Beirat einladen', en: 'Invite the board' },
  'own:date-poll': { de: 'Terminumfrage', en: 'Date poll' },
  'own:circulation': { de: 'Umlaufbeschlüsse', en: 'Circular resolutions' },
  'own:notifications': { de: 'Benachrichtigungen', en: 'Notifications' },
  'own:absence': { de: 'Meine Abwesenheit', en: 'My absence' },
  'own:chart': { de: 'Organigramm', en: 'Org chart' },
  'own:gaps': { de: 'Lücken', en: 'Gaps' },
  'own:help': { de: 'Hilfe', en: 'Help' },
};

/** Functions that no sentence was learned for yet: known by their words. */
export const ownByWords = (text: string): string | undefined =>
  recommendations.test(text) && ofBoard.test(text) ? 'own:beirat-recommendations' : undefined;

const recommendations = /(?<!\p{L})(?:empfehlung(?:en)?|recommendations?)(?!\p{L})/iu;
const ofBoard =
  /(?<!\p{L})(?:beirats?|gremiums?|gremien|stadtvorstands?|stadtrats?|offene?n?|unbeantwortet\p{L}*|(?:be|ge)?antwort\p{L}*|ausstehend\p{L}*|board|council|open|unanswered|answer(?:ed)?)(?!\p{L})/iu;

/** What a choice says about a function of Lotse; those that nobody would press are not offered. */
export const offerFor: Readonly<Record<string, Text>> = {
  'own:my-requests': { de: 'Meine Anträge und ihr Stand', en: 'My requests and where they stand' },
  'own:my-decisions': { de: 'Was auf meine Entscheidung wartet', en: 'What waits for my decision' },
  'own:case': { de: 'Meine Anträge und ihr Stand', en: 'My requests and where they stand' },
  'own:act': { de: 'Was auf meine Entscheidung wartet', en: 'What waits for my decision' },
  'own:start-request': { de: 'Etwas beantragen oder melden', en: 'Request or report something' },
  'own:known-incidents': { de: 'Welche Störungen bekannt sind', en: 'Which incidents are known' },
  'own:withdraw': { de: 'Einen eigenen Antrag zurückziehen', en: 'Withdraw a request of mine' },
  'own:budgets': { de: 'Budgets ansehen', en: 'Look at budgets' },
  'own:priorities': { de: 'Reihenfolge der Anträge', en: 'Order of the requests' },
  'own:my-ideas': { de: 'Meine Ideen', en: 'My ideas' },
  'own:ideas': { de: 'Ideen ansehen und unterstützen', en: 'Look at ideas and support them' },
  'own:mentor-find': { de: 'Eine Mentorin oder einen Mentor finden', en: 'Find a mentor' },
  'own:mentor-profile': { de: 'Mein Mentorenprofil', en: 'My mentor profile' },
  'own:beirat-next': { de: 'Sitzungen des Digitalen Beirats', en: 'Meetings of the Digital Advisory Board' },
  'own:beirat-answer': { de: 'Auf eine Einladung antworten', en: 'Answer an invitation' },
  'own:beirat-minutes': { de: 'Niederschriften des Beirats', en: 'Minutes of the board' },
  'own:beirat-resolutions': { de: 'Beschlüsse des Beirats', en: 'Resolutions of the board' },
  'own:beirat-recommendations': {
    de: 'Empfehlungen des Beirats und was daraus wurde',
    en: 'Recommendations of the board and what became of them',
  },
  'own:beirat-plan': { de: 'Eine Sitzung des Beirats planen', en: 'Plan a meeting of the board' },
  'own:date-poll': { de: 'Terminumfrage', en: 'Date poll' },
  'own:circulation': { de: 'Umlaufbeschlüsse', en: 'Circular resolutions' },
  'own:notifications': { de: 'Benachrichtigungen einstellen', en: 'Set my notifications' },
  'own:absence': { de: 'Meine Abwesenheit und wer mich vertritt', en: 'My absence and who acts for me' },
  'own:chart': { de: 'Das Rollenmodell im Überblick', en: 'The role model at a glance' },
  'own:gaps': { de: 'Offene Fragen (nur für 10.50)', en: 'Open questions (only for 10.50)' },
  'own:help': { de: 'Was Lotse kann', en: 'What Lotse can do' },
};

/** What is answered with words, and where one goes on from there. */
export const lineFor: Readonly<Record<string, { readonly line: Text; readonly offers: readonly string[] }>> =
  {
    'own:who-decides': {
      line: {
        de: 'Den Weg eines Antrags mit allen Stellen und Fristen zeigt das Formular, bevor Sie ihn einreichen. Bei laufenden Anträgen steht er auf der Karte.',
        en: 'The form shows the way of a request, with everyone who decides and by when, before you submit it. For requests under way it is on the card.',
      },
      offers: ['own:start-request', 'own:my-requests'],
    },
    'own:who-are-you': {
      line: {
        de: 'Ich bin Lotse, ein Programm der Stadtverwaltung. Ich sage, wer nach dem IT-Rollenmodell wofür zuständig ist, und nehme IT-Anträge, Störungen und Ideen entgegen. Ich rate nicht: Was ich nicht weiß, sage ich.',
        en: 'I am Lotse, a program of the city administration. I say who is responsible for what under the IT role model, and take IT requests, incidents and ideas. I do not guess: what I do not know, I say.',
      },
      offers: ['own:help', 'own:chart'],
    },
    'own:smalltalk': {
      line: {
        de: 'Guten Tag! Fragen Sie mich, wer für IT und Digitalisierung zuständig ist, oder was Sie brauchen.',
        en: 'Hello! Ask me who is responsible for IT and digital matters, or tell me what you need.',
      },
      offers: ['own:start-request', 'own:my-requests', 'own:help'],
    },
    'own:followup': {
      line: {
        de: 'Worauf bezieht sich das? Nennen Sie bitte die Rolle, das Amt oder die Anwendung, zum Beispiel „Wer vertritt die IT-Beauftragte in Amt 61?“.',
        en: 'What does this refer to? Please name the role, the office or the application, for example “Who deputises for the IT officer of office 61?”.',
      },
      offers: ['own:help'],
    },
    'own:feedback': {
      line: {
        de: 'Danke für den Hinweis. Unter jeder Antwort können Sie „Nicht hilfreich“ drücken; das sieht 10.50. Oder fragen Sie noch einmal mit anderen Worten.',
        en: 'Thank you for telling. Under every answer you can press “Not helpful”; 10.50 sees that. Or ask again in other words.',
      },
      offers: ['own:help', 'own:chart'],
    },
    'own:privacy': {
      line: {
        de: 'Ihre Fragen speichere ich nicht. Gespeichert werden nur Anträge, Ideen und Antworten, die Sie selbst absenden, und eine Frage, wenn Sie sie an 10.50 weitergeben, dann ohne Ihren Namen. Auskunft und Löschung: Datenschutzbeauftragte oder Datenschutzbeauftragter.',
        en: 'I do not store your questions. Stored are only requests, ideas and answers that you send off yourself, and a question if you pass it on to 10.50, without your name. For access and erasure see the data protection officer.',
      },
      offers: ['own:my-requests', 'own:notifications'],
    },
  };
