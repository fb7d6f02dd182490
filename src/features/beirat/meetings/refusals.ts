import { Refusal } from '../../../core/refusal.ts';
import { type Against, againstText, codesOf } from '../board/against.ts';

/** What people may run into, with the next step. */

export const ownDraft = () =>
  new Refusal('own-draft', {
    de: 'Diesen Entwurf haben Sie selbst vorgelegt; freigeben muss ihn jemand anderes (Vier-Augen-Prinzip): der Vorsitz oder dessen Vertretung.',
    en: 'You submitted this draft yourself; somebody else must approve it (four eyes): the chair or the deputy.',
  });
export const ownChange = () =>
  new Refusal('own-change', {
    de: 'Diese Änderung haben Sie selbst vorgenommen; bestätigen muss sie jemand anderes (Vier-Augen-Prinzip): der Vorsitz oder dessen Vertretung.',
    en: 'You made this change yourself; somebody else must confirm it (four eyes): the chair or the deputy.',
  });
export const changeUnseen = () =>
  new Refusal('change-unseen', {
    de: 'Noch ist nichts bestätigt. Bitte prüfen Sie hier, was sich geändert hat, und bestätigen Sie mit der Schaltfläche.',
    en: 'Nothing is confirmed yet. Please check here what has changed and confirm with the button.',
  });
export const nobodyElseApproves = () =>
  new Refusal('nobody-else-approves', {
    de: 'Zurzeit führen nur Sie den Vorsitz, und den eigenen Entwurf gibt niemand frei (Vier-Augen-Prinzip). Bitte lassen Sie ihn von der anderen Person der Geschäftsführung vorlegen, oder lassen Sie 10.50 eine Vertretung des Vorsitzes zuordnen.',
    en: 'At present nobody but you chairs, and nobody approves their own draft (four eyes). Please have the other person of the board’s office submit it, or have 10.50 assign a deputy of the chair.',
  });
export const notNeededAnyMore = () =>
  new Refusal('not-needed', {
    de: 'Ihre Vertretung wird bei dieser Sitzung nicht mehr gebraucht; wir melden uns, falls sich das ändert. Fragen beantwortet die Geschäftsführung, der Digitallotse Wirtschaft.',
    en: 'You are no longer needed as a deputy at this meeting; we will tell you if that changes. The board’s office, the Digitallotse Wirtschaft, will answer your questions.',
  });
export const notInvited = () =>
  new Refusal('not-invited', {
    de: 'Zu dieser Sitzung sind Sie nicht eingeladen. Fragen dazu beantwortet die Geschäftsführung des Digitalen Beirats, der Digitallotse Wirtschaft.',
    en: 'You are not invited to this meeting. The board’s office, the Digitallotse Wirtschaft, answers questions about it.',
  });
export const notNow = (stateDe: string, stateEn: string) =>
  new Refusal('not-now', {
    de: `Das geht jetzt nicht: Die Sitzung ist ${stateDe}. Die Karte zeigt, was jetzt möglich ist.`,
    en: `This is not possible now: the meeting is ${stateEn}. The card shows what is possible now.`,
  });
export const dayNotPossible = (de: string, en: string) =>
  new Refusal('day-not-possible', {
    de: `An diesem Tag geht es nicht: ${de}. Bitte wählen Sie einen anderen.`,
    en: `That day is not possible: ${en}. Please choose another one.`,
  });
/** Nothing that forbids it: a button of the card says "Trotzdem". */
export class SpeaksAgainst extends Refusal {
  /** What it is, as the button carries it. */
  readonly against: string;

  constructor(found: readonly Against[]) {
    super('speaks-against', againstText(found));
    this.against = codesOf(found);
  }
}
export const urgencyMissing = (latestDe: string, latestEn: string) =>
  new Refusal('urgency-missing', {
    de: `Die Ladungsfrist ist nicht mehr einzuhalten (spätester Versand: ${latestDe}). Bitte begründen Sie die Dringlichkeit; die Begründung steht in der Einladung. Oder wählen Sie einen späteren Tag.`,
    en: `The notice period can no longer be kept (latest dispatch: ${latestEn}). Please state why it is urgent; the invitation will say so. Or choose a later day.`,
  });
export const agendaMissing = () =>
  new Refusal('agenda-missing', {
    de: 'Die Tagesordnung ist leer. Bitte tragen Sie mindestens einen Punkt ein.',
    en: 'The agenda is empty. Please enter at least one item.',
  });
export const notADeputy = () =>
  new Refusal('not-a-deputy', {
    de: 'Diese Person vertritt Ihren Sitz nicht. Wer vertreten darf, bestimmt das Verzeichnis; bitte wählen Sie aus der Liste oder sagen Sie nur ab.',
    en: 'This person does not deputise for your seat. The directory says who may; please choose from the list or just decline.',
  });
export const deputyNotFree = (name: string) =>
  new Refusal('deputy-not-free', {
    de: `${name} kann hier nicht vertreten: Diese Person hat selbst abgesagt oder nimmt schon an der Sitzung teil. Bitte wählen Sie jemand anderen oder sagen Sie nur ab.`,
    en: `${name} cannot deputise here: this person has declined or takes part in the meeting already. Please choose somebody else or just decline.`,
  });
export const replyDayNotPossible = (dayDe: string, dayEn: string) =>
  new Refusal('reply-day-not-possible', {
    de: `Der letzte Tag für Antworten (${dayDe}) muss zwischen heute und dem Tag der Sitzung liegen. Bitte ändern Sie ihn im Entwurf.`,
    en: `The last day for answers (${dayEn}) must lie between today and the day of the meeting. Please change it in the draft.`,
  });
export const alreadyAnswered = () =>
  new Refusal('question-answered', {
    de: 'Diese Frage ist schon beantwortet.',
    en: 'This question has been answered already.',
  });
export const meetingBegun = () =>
  new Refusal('meeting-begun', {
    de: 'Die Sitzung hat schon begonnen oder stattgefunden. Halten Sie jetzt fest, wie sie verlief; ist sie ausgefallen, verlegen Sie sie oder sagen Sie sie ab.',
    en: 'The meeting has begun or taken place already. Record now how it went; if it did not take place, move it or cancel it.',
  });
export const meetingOver = () =>
  new Refusal('meeting-over', {
    de: 'Die Sitzung hat schon begonnen oder stattgefunden; Antworten ändern daran nichts mehr. Bitte wenden Sie sich an die Geschäftsführung.',
    en: 'The meeting has begun or taken place already; answers no longer change anything. Please turn to the board’s office.',
  });
export const noDraft = () =>
  new Refusal('no-draft', {
    de: 'Zu dieser Sitzung ist schon eingeladen, sie ist kein Entwurf mehr. Absagen können Sie sie über „Ändern, absagen …“.',
    en: 'The invitations to this meeting have been sent, it is no draft any more. “Change, cancel …” calls it off.',
  });
export const notYet = (de: string, en: string) =>
  new Refusal('meeting-not-yet', {
    de: `Die Sitzung ist erst am ${de}. Von diesem Tag an können Sie sie eröffnen.`,
    en: `The meeting is on ${en} only. You can open it from that day on.`,
  });
export const timeWrong = () =>
  new Refusal('time-wrong', {
    de: 'Bitte geben Sie die Uhrzeit so an: 14:05. Das Ende liegt nach dem Beginn.',
    en: 'Please enter the time like this: 14:05. The end is after the beginning.',
  });
export const chairNotThere = () =>
  new Refusal('chair-not-there', {
    de: 'Wer die Sitzung geleitet hat, muss als anwesend eingetragen sein. Bitte wählen Sie eine andere Person oder ändern Sie die Anwesenheit.',
    en: 'Whoever chaired the meeting must be recorded as present. Please choose somebody else or change the attendance.',
  });
export const nobodyLikeThat = (name: string, possible: readonly string[]) =>
  new Refusal('unknown-member', {
    de: `„${name}“ finde ich unter den Mitgliedern und Vertretungen dieser Sitzung nicht. Möglich sind: ${possible.join(', ') || '–'}.`,
    en: `I cannot find “${name}” among the members and deputies of this meeting. Possible are: ${possible.join(', ') || '–'}.`,
  });
export const answerMissing = () =>
  new Refusal('answer-missing', {
    de: 'Bitte wählen Sie, was das Mitglied geantwortet hat.',
    en: 'Please choose what the member answered.',
  });
export const itemMissing = () =>
  new Refusal('item-missing', {
    de: 'Bitte wählen Sie, zu welchem Punkt der Tagesordnung.',
    en: 'Please choose the item of the agenda.',
  });
export const noSuchItem = (count: number) =>
  new Refusal('no-such-item', {
    de: `Diesen Tagesordnungspunkt gibt es nicht. Die Tagesordnung hat die Punkte 1 bis ${count}.`,
    en: `There is no such item. The agenda has the items 1 to ${count}.`,
  });
export const noQuorum = (there: number, needed: number) =>
  new Refusal('no-quorum', {
    de: `Ein Beschluss ist nicht möglich: Zu diesem Punkt ist der Beirat nicht beschlussfähig (anwesend ${there}, nötig ${needed} stimmberechtigte Sitze). Halten Sie die Beratung als Notiz fest und planen Sie eine zweite Sitzung.`,
    en: `No resolution is possible: there is no quorum for this item (${there} voting seats present, ${needed} needed). Record the discussion as a note and plan a second meeting.`,
  });
export const noQuorumForItem = (there: number, needed: number) =>
  new Refusal('no-quorum-for-item', {
    de: `Zu diesem Punkt ist kein Beschluss möglich: Ohne die befangenen Mitglieder sind ${there} stimmberechtigte Sitze anwesend, nötig sind ${needed}. Halten Sie die Beratung als Notiz fest und setzen Sie den Punkt auf die nächste Tagesordnung.`,
    en: `No resolution is possible on this item: without the members who have a conflict of interest, ${there} voting seats are present and ${needed} are needed. Record the discussion as a note and put the item on the next agenda.`,
  });
export const tooManyVotes = (votes: number, entitled: number) =>
  new Refusal('too-many-votes', {
    de: `${votes} Stimmen sind mehr, als zu diesem Punkt abstimmen durften (${entitled}). Bitte prüfen Sie Stimmen, Anwesenheit und Befangenheit.`,
    en: `${votes} votes are more than could be cast on this item (${entitled}). Please check votes, attendance and conflicts of interest.`,
  });
export const votesIncomplete = (missing: number, entitled: number) =>
  new Refusal('votes-incomplete', {
    de: `${missing === 1 ? 'Eine Stimme fehlt' : `${missing} Stimmen fehlen`}: Zu diesem Punkt durften ${entitled} abstimmen. Bitte ergänzen Sie sie. Hat jemand nicht abgestimmt, tragen Sie das unter „Nicht abgestimmt“ ein (getippt als vierte Zahl: 3:1:0:1); wer gegangen war, gehört in die Anwesenheit.`,
    en: `${missing === 1 ? 'One vote is missing' : `${missing} votes are missing`}: ${entitled} could vote on this item. Please add them. If somebody did not vote, enter that under “Did not vote” (typed as a fourth number: 3:1:0:1); whoever had left belongs into the attendance.`,
  });
export const presenceItemMissing = () =>
  new Refusal('presence-item-missing', {
    de: 'Bitte nennen Sie den Punkt, vor dem die Person kam oder ging, damit die Beschlussfähigkeit je Punkt stimmt, z. B. „B-2026/1 Anwesenheit Fachperson Wirtschaft: geht vor TOP 6 um 15:40“ oder „… kommt zu TOP 3“.',
    en: 'Please name the item before which the person came or left, so that the quorum of each item is right, e.g. “B-2026/1 attendance Fachperson Wirtschaft: leaves before item 6 at 15:40” or “… comes to item 3”.',
  });
export const noUrgencyToFind = () =>
  new Refusal('no-urgency-to-find', {
    de: 'Hier ist keine Dringlichkeit festzustellen: Eingeladen wurde mit voller Ladungsfrist, und der Punkt stand rechtzeitig auf der Tagesordnung. Ist ein Nachtrag gemeint, nennen Sie seinen Punkt: „Dringlichkeit TOP 4 5:0:0“.',
    en: 'There is no urgency to be found here: the invitation kept the full notice period, and the item was on the agenda in time. If you mean a supplement, name its item: “urgency item 4 5:0:0”.',
  });
export const votesMissing = () =>
  new Refusal('votes-missing', {
    de: 'Bitte geben Sie die Stimmen als ganze Zahlen an: Ja, Nein, Enthaltungen (z. B. 5:1:0). Mindestens eine Stimme gehört dazu.',
    en: 'Please enter the votes as whole numbers: yes, no, abstentions (e.g. 5:1:0). There must be at least one.',
  });
export const wordingMissing = () =>
  new Refusal('wording-missing', {
    de: 'Bitte geben Sie den Wortlaut des Beschlusses an.',
    en: 'Please enter the wording of the resolution.',
  });
export const dueDayWrong = () =>
  new Refusal('due-day-wrong', {
    de: 'Diesen Tag für die Umsetzung gibt es nicht. Bitte schreiben Sie ihn so: 31.01.2027.',
    en: 'There is no such day for the implementation. Please write it like this: 31.01.2027.',
  });
export const nothingToRepeat = (label: string) =>
  new Refusal('nothing-to-repeat', {
    de: `In der Sitzung ${label} ist nach der Niederschrift kein Beschlusspunkt an fehlender Beschlussfähigkeit gescheitert. Eine zweite Sitzung mit geringerer Beschlussfähigkeit ist nur dazu möglich; „Neue Sitzung“ plant eine gewöhnliche.`,
    en: `According to the minutes no item for decision failed in meeting ${label} for want of a quorum. Only then is a second meeting with a lower quorum possible; “New meeting” plans an ordinary one.`,
  });
export const alreadyRepeated = (label: string) =>
  new Refusal('already-repeated', {
    de: `Die zweite Sitzung ist schon ${label}. Ein Punkt wird nur einmal zum zweiten Mal aufgerufen; was auch dort offen bleibt, kommt auf eine gewöhnliche Tagesordnung.`,
    en: `The second meeting is ${label} already. An item comes up a second time once only; what stays open there too goes onto an ordinary agenda.`,
  });
export const notRepeatable = (label: string, items: string) =>
  new Refusal('not-repeatable', {
    de: `Die Niederschrift der Sitzung ${label} sagt inzwischen, dass diese Punkte dort beschlussfähig waren: ${items}. Bitte nehmen Sie sie von der Tagesordnung dieser zweiten Sitzung.`,
    en: `By now the minutes of meeting ${label} say that there was a quorum for these items: ${items}. Please take them off the agenda of this second meeting.`,
  });
export const noSuchResolution = (number: string) =>
  new Refusal('no-such-resolution', {
    de: `Einen Beschluss ${number} finde ich nicht. „Beschlüsse“ zeigt die offenen.`,
    en: `I find no resolution ${number}. “Resolutions” shows the open ones.`,
  });
export const onlineNotAllowed = () =>
  new Refusal('online-not-allowed', {
    de: 'Nach der Geschäftsordnung des Beirats (data/beirat.yaml) gibt es keine Teilnahme online. Bitte lassen Sie den Online-Zugang weg, oder sagen Sie vor Ort zu oder ab.',
    en: 'The rules of the board (data/beirat.yaml) do not provide for taking part online. Please leave out the online access, or accept in person or decline.',
  });
export const noSuchBody = (name: string, de: readonly string[], en: readonly string[]) =>
  new Refusal('no-such-body', {
    de: de.length
      ? `An „${name}“ kann sich kein Beschluss richten. Möglich sind: ${de.join(', ')}.`
      : 'Nach den Regeln des Beirats (data/beirat.yaml) richtet sich kein Beschluss an ein anderes Gremium.',
    en: en.length
      ? `No resolution can be addressed to “${name}”. Possible are: ${en.join(', ')}.`
      : 'By the rules of the board (data/beirat.yaml) no resolution is addressed to another body.',
  });
export const noRecommendation = (number: string) =>
  new Refusal('no-recommendation', {
    de: `Der Beschluss ${number} ist keine Empfehlung, auf die Sie antworten können. „Empfehlungen“ zeigt Ihre.`,
    en: `Resolution ${number} is no recommendation that you can answer. “Recommendations” shows yours.`,
  });
export const recommendationAnswered = (number: string, by: string) =>
  new Refusal('recommendation-answered', {
    de: `Auf die Empfehlung ${number} hat ${by} schon geantwortet. Nur diese Person kann die Antwort ändern.`,
    en: `${by} has answered recommendation ${number} already. Only they can change the answer.`,
  });
export const rejectionReason = () =>
  new Refusal('rejection-reason', {
    de: 'Bitte schreiben Sie dem Beirat, warum die Empfehlung abgelehnt ist, z. B. „Die Mittel fehlen bis 2028.“',
    en: 'Please write to the board why the recommendation is rejected, e.g. “No funds until 2028.”',
  });
export const answerUnread = () =>
  new Refusal('answer-unread', {
    de: 'Bitte wählen Sie „aufgegriffen“ oder „abgelehnt“.',
    en: 'Please choose “taken up” or “rejected”.',
  });
export const endMissing = () =>
  new Refusal('end-missing', {
    de: 'Das Ende der Sitzung fehlt noch. Bitte tragen Sie die Uhrzeit ein, dann kann die Niederschrift versandt werden.',
    en: 'The end of the meeting is missing. Please enter the time; then the minutes can be sent.',
  });
export const minutesNotSubmitted = () =>
  new Refusal('minutes-not-submitted', {
    de: 'Die Niederschrift liegt Ihnen zurzeit nicht zur Freigabe vor: Die Geschäftsführung arbeitet noch daran. Sie bekommen Bescheid.',
    en: 'The minutes are not with you for release at present: the board’s office is still working on them. You will be told.',
  });
export const ownMinutes = () =>
  new Refusal('own-minutes', {
    de: 'Diese Niederschrift haben Sie selbst vorgelegt; freigeben muss sie, wer die Sitzung geleitet hat, oder der Vorsitz (Vier-Augen-Prinzip).',
    en: 'You submitted these minutes yourself; whoever chaired the meeting, or the chair, must release them (four eyes).',
  });
export const votesToCorrect = (number: string) =>
  new Refusal('votes-to-correct', {
    de: `Beim Beschluss ${number} sind mehr Stimmen eingetragen, als Anwesende abstimmen durften. Bitte berichtigen Sie die Stimmen oder die Anwesenheit, dann kann die Niederschrift zum Vorsitz.`,
    en: `Resolution ${number} has more votes than people present could cast. Please correct the votes or the attendance, then the minutes can go to the chair.`,
  });
export const minutesNotSent = () =>
  new Refusal('minutes-not-sent', {
    de: 'Die Niederschrift ist noch nicht an die Mitglieder versandt. Solange ist sie ein Entwurf der Geschäftsführung.',
    en: 'The minutes have not been sent to the members yet. Until then they are a draft of the board’s office.',
  });
export const objectionsOver = (de: string, en: string) =>
  new Refusal('objections-over', {
    de: `Einwendungen waren bis ${de} möglich. Bitte bringen Sie sie in der nächsten Sitzung vor.`,
    en: `Objections were possible until ${en}. Please raise them in the next meeting.`,
  });
export const objectionsPending = (de: string, en: string) =>
  new Refusal('objections-pending', {
    de: `Mitglieder können noch bis ${de} Einwendungen erheben. Danach schließt Lotse die Sitzung von selbst ab, wenn keine offen ist.`,
    en: `Members can object until ${en}. After that Lotse closes the meeting by itself unless an objection is open.`,
  });
export const objectionsOpen = () =>
  new Refusal('objections-open', {
    de: 'Eine Einwendung ist noch nicht behandelt. Bitte beantworten Sie sie zuerst.',
    en: 'An objection has not been dealt with. Please answer it first.',
  });
export const noSuchObjection = () =>
  new Refusal('no-such-objection', {
    de: 'Diese Einwendung gibt es nicht, oder sie ist schon behandelt. Die Karte zeigt die offenen.',
    en: 'There is no such objection, or it has been dealt with. The card shows the open ones.',
  });
export const onlyInBeirat = () =>
  new Refusal('only-in-beirat', {
    de: 'Die Beschlüsse des Digitalen Beirats sehen seine Mitglieder. Fragen dazu beantwortet die Geschäftsführung, der Digitallotse Wirtschaft.',
    en: 'The resolutions of the Digital Advisory Board are shown to its members. The board’s office, the Digitallotse Wirtschaft, will answer your questions about them.',
  });
export const presenceMissing = () =>
  new Refusal('presence-missing', {
    de: 'Bitte schreiben Sie Namen und Anwesenheit, z. B. „B-2026/1 Anwesenheit Fachperson Wirtschaft: online“. Möglich sind: anwesend, online, entschuldigt, abwesend.',
    en: 'Please write name and attendance, e.g. “B-2026/1 attendance Fachperson Wirtschaft: online”. Possible are: present, online, excused, absent.',
  });
export const dateMissing = () =>
  new Refusal('date-missing', {
    de: 'Wählen Sie Tag und Uhrzeit des neuen Termins.',
    en: 'Choose day and time of the new date.',
  });
export const accessWrong = () =>
  new Refusal('access-wrong', {
    de: 'Der Online-Zugang beginnt mit https://',
    en: 'The online access begins with https://',
  });

/** The words are known, what they need is missing. */
const incomplete = (de: string, en: string) => new Refusal('command-incomplete', { de, en });
export const dateUnread = () =>
  incomplete(
    'Nennen Sie Tag und Grund, z. B. „B-2026/1 verlegen auf 17.12.2026 14:00: Terminkollision“.',
    'Name the day and the reason, e.g. “B-2026/1 move to 17.12.2026 14:00: Clash of dates”.',
  );
export const placeUnread = () =>
  incomplete(
    'Nennen Sie Ort und Grund, z. B. „B-2026/1 Ort: Rathaus, Raum 2: Umbau“.',
    'Name the place and the reason, e.g. “B-2026/1 place: Town hall, room 2: Construction”.',
  );
export const memberUnread = () =>
  incomplete(
    'Nennen Sie das Mitglied, wie es auf der Karte steht.',
    'Name the member as it stands on the card.',
  );
export const questionUnread = () =>
  incomplete(
    'Nennen Sie die Nummer der Frage und die Antwort, z. B. „B-2026/1 Antwort auf 2: Ja“.',
    'Give the number of the question and the answer, e.g. “B-2026/1 answer 2: Yes”.',
  );

export const noReviews = () =>
  new Refusal('no-reviews', {
    de: 'Eine Prüfung vor dem Versand sieht die Geschäftsordnung nicht vor („reviews“ in beirat.yaml).',
    en: 'The rules of procedure do not provide for a review before the invitations (“reviews” in beirat.yaml).',
  });
export const reviewerUnknown = (who: string) =>
  new Refusal('reviewer-unknown', {
    de: who
      ? `„${who}“ kenne ich nicht, oder niemand handelt dafür. Nennen Sie ein Amt („Amt 61“), eine Stelle aus partners.yaml mit Personen oder eine Person, wie sie im Verzeichnis heißt.`
      : 'Wen möchten Sie um die Prüfung bitten? Zum Beispiel „Amt 61“ oder „Datenschutz“.',
    en: who
      ? `I do not know “${who}”, or nobody acts for it. Name an office (“Amt 61”), a body of partners.yaml with people, or a person as the directory has them.`
      : 'Whom would you like to ask for the review? For example “Amt 61” or “data protection”.',
  });
export const reviewDayNotPossible = (de: string, en: string) =>
  new Refusal('review-day', {
    de: `Der letzte Tag für die Stellungnahme muss von heute an und vor der Sitzung (${de}) liegen.`,
    en: `The last day for the comment must be today or later and before the meeting (${en}).`,
  });
export const notAsked = () =>
  new Refusal('not-asked', {
    de: 'Zu diesem Punkt sind Sie nicht um eine Stellungnahme gebeten.',
    en: 'You have not been asked for a comment on this item.',
  });
export const reviewOver = () =>
  new Refusal('review-over', {
    de: 'Die Einladungen sind hinaus; Stellungnahmen davor sind damit abgeschlossen. Fragen beantwortet die Geschäftsführung des Digitalen Beirats.',
    en: 'The invitations have been sent, so comments before that are closed. The board’s office answers questions.',
  });
export const commentMissing = () =>
  new Refusal('comment-missing', {
    de: 'Bitte schreiben Sie Ihre Stellungnahme in das Feld; „keine Einwände“ genügt.',
    en: 'Please write your comment into the field; “no objections” is enough.',
  });

export const fileOnAgenda = () =>
  new Refusal('file-on-agenda', {
    de: 'Diese Datei steht als Anlage bei einem Punkt. Nehmen Sie sie zuerst dort heraus: „keine Anlage TOP 4: NAME“.',
    en: 'This file is a paper of an item. Take it off there first: “no paper item 4: NAME”.',
  });
export const paperIsOffice = () =>
  new Refusal('paper-is-office', {
    de: 'Diese Datei ist schon Anlage der Sitzung. Bitten Sie die Geschäftsführung, sie herauszunehmen.',
    en: 'This file is a paper of the meeting already. Please ask the board’s office to take it off.',
  });
export const noSuchFile = (names: readonly string[]) =>
  new Refusal('no-such-file', {
    de:
      names.length > 0
        ? `Welche Datei meinen Sie? Bei der Sitzung liegen: ${names.join(', ')}.`
        : 'Bei der Sitzung liegt noch keine Datei. Schicken Sie ein PDF, und schreiben Sie die Nummer der Sitzung dazu.',
    en:
      names.length > 0
        ? `Which file do you mean? With the meeting there are: ${names.join(', ')}.`
        : 'There is no file with the meeting yet. Send a PDF and type the number of the meeting with it.',
  });
