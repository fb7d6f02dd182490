import { Refusal } from '../../../core/refusal.ts';

export const mayNotPropose = () =>
  new Refusal('topic-not-yours', {
    de: 'Themen für die Tagesordnung schlagen nach der Geschäftsordnung andere vor. Ihre Idee für die Verwaltung nimmt „Idee“ auf; sie kann in den Beirat kommen.',
    en: 'By the rules of procedure others propose topics for the agenda. “Idea” takes your idea; it can come before the board.',
  });
export const titleMissing = () =>
  new Refusal('topic-title', {
    de: 'Bitte geben Sie dem Thema einen Titel.',
    en: 'Please give the topic a title.',
  });
export const reasonMissing = () =>
  new Refusal('topic-reason', {
    de: 'Bitte schreiben Sie kurz, warum das Thema nicht auf die Tagesordnung kommt. Wer es vorgeschlagen hat, liest es.',
    en: 'Please write briefly why the topic is not taken onto the agenda. Whoever proposed it reads it.',
  });
export const onlyProposer = (name: string) =>
  new Refusal('topic-proposer', {
    de: `Zurückziehen kann den Vorschlag nur, wer ihn gemacht hat: ${name}.`,
    en: `Only the person who made the proposal can withdraw it: ${name}.`,
  });
export const topicOver = () =>
  new Refusal('topic-over', {
    de: 'Über diesen Vorschlag ist schon entschieden. So steht es jetzt.',
    en: 'This proposal has been decided already. This is how it stands now.',
  });
export const onAgenda = () =>
  new Refusal('topic-on-agenda', {
    de: 'Das Thema steht auf einer Tagesordnung. Bitte wenden Sie sich an die Geschäftsführung des Beirats.',
    en: 'The topic is on an agenda. Please contact the board’s office.',
  });
export const onlyWithDemand = () =>
  new Refusal('topic-only-demand', {
    de: 'Ohne eine Sitzung zu verlangen schlagen nach der Geschäftsordnung andere Themen vor. Bitte kreuzen Sie an, dass Sie eine Sitzung verlangen.',
    en: 'By the rules of procedure others propose topics unless a meeting is demanded. Please tick that you demand a meeting.',
  });
export const noDemands = () =>
  new Refusal('topic-no-demands', {
    de: 'Eine Sitzung zu verlangen sieht die Geschäftsordnung nicht vor („demand“ in beirat.yaml). Das Thema können Sie vorschlagen.',
    en: 'The rules of procedure do not provide for demanding a meeting (“demand” in beirat.yaml). You can propose the topic.',
  });
export const onlyVotingSeats = () =>
  new Refusal('topic-voting-seat', {
    de: 'Eine Sitzung verlangen können nur Mitglieder auf einem stimmberechtigten Sitz, keine Vertretungen.',
    en: 'Only members on a voting seat can demand a meeting, not deputies.',
  });
export const onlyProposerDemands = (name: string) =>
  new Refusal('topic-demand-own', {
    de: `Dazu verlangt noch niemand eine Sitzung; damit beginnen kann, wer das Thema vorgeschlagen hat: ${name}.`,
    en: `Nobody demands a meeting about this yet; whoever proposed the topic can begin: ${name}.`,
  });
export const demandReached = () =>
  new Refusal('topic-demand-reached', {
    de: 'Es haben sich schon genug angeschlossen: Zu der Sitzung ist einzuladen. So steht es jetzt.',
    en: 'Enough members have joined already: the meeting is to be invited to. This is how it stands now.',
  });
export const othersDemand = () =>
  new Refusal('topic-others-demand', {
    de: 'Auch andere verlangen eine Sitzung dazu; der Vorschlag bleibt. Ihr eigenes Verlangen können Sie zurücknehmen, solange es nicht genug sind.',
    en: 'Others demand a meeting about it, too; the proposal stays. You can take your own demand back as long as there are not enough.',
  });
export const chairDecides = () =>
  new Refusal('topic-chair-decides', {
    de: 'Zu diesem Thema ist eine Sitzung verlangt. Dass es dafür nicht zulässig ist, kann nur der Vorsitz feststellen.',
    en: 'A meeting about this topic has been demanded. Only the chair can find that it is not admissible.',
  });
export const noOpenAgenda = () =>
  new Refusal('topic-no-agenda', {
    de: 'Zurzeit ist keine Sitzung in Planung. „Neue Sitzung“ beginnt eine; bei ihrer Tagesordnung steht der Vorschlag zur Übernahme.',
    en: 'No meeting is being planned at present. “New meeting” starts one; the proposal is offered beside its agenda.',
  });
