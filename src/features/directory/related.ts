import type { RoleId } from '../../core/ports/role-directory.ts';
import type { Directory, Relation } from './model.ts';

/*
 * "Was macht der Digitale Beirat?" … "Und wer hat da den Vorsitz?", "Wen berät der denn?": the role model says how its roles stand to
 * each other; after an answer such a question is about the role that was named.
 */

const word = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu');

/** How each relation is asked for, the more particular first. */
const said: readonly { readonly kind: Relation['kind']; readonly words: RegExp }[] = [
  {
    kind: 'leads',
    words: word(
      'vorsitz\\p{L}*|vorsteh\\p{L}*|sitzt (?:\\p{L}+ ){0,3}vor|sitzungsleit\\p{L}*|leitet (?:\\p{L}+ )?sitzungen|chairs?|chair(?:man|woman|person)|presides',
    ),
  },
  {
    kind: 'manages',
    words: word(
      'geschäftsführ\\p{L}*|geschäftsstelle|führt (?:\\p{L}+ ){0,3}geschäfte|organisiert (?:\\p{L}+ ){0,2}(?:sitzung|treffen)\\p{L}*|(?:lädt|ladet) (?:\\p{L}+ ){0,3}ein|verschickt (?:\\p{L}+ ){0,2}einladung\\p{L}*|manages|secretariat|sends out the invitations',
    ),
  },
  {
    kind: 'supports',
    words: word('unterstütz\\p{L}*|hilft (?:ihm|ihr|denen|dem|der|dabei)|supports?|helps (?:them|him|her)'),
  },
  { kind: 'advises', words: word('berät|beraten|berat|beratung|advis\\p{L}*|counsels?') },
  {
    kind: 'splits-into',
    words: word(
      '(?:gibt|geben|abgegeben|gehen|verteilt|verteilen|teilt|teilen|gesplittet|splittet)(?: \\p{L}+){0,4} (?:ab|auf|aufgaben|an)|aufgabensplitt\\p{L}*|splits?|hands? (?:\\p{L}+ )?(?:over|on)',
    ),
  },
  {
    kind: 'sends-experts-to',
    words: word(
      '(?:stellt|schickt|entsendet|entsenden|stellen)(?: \\p{L}+){0,3} (?:fachleute|expert\\p{L}*)|sends? experts',
    ),
  },
];

/** "Wen berät der?", "An wen gibt das Aufgaben ab?": what the role itself does to others. */
const asksOther = word('wen|wem|für wen|an wen|whom|who (?:do|does) (?:they|he|she|it)|to whom');

/** The role to which the one of the answer before stands as the text asks; `undefined` where the model says nothing of it. */
export function relatedRole(text: string, role: string, { relations }: Directory): RoleId | undefined {
  const asked = said.find(({ words }) => words.test(text));
  if (!asked) return undefined;
  const ofKind = relations.filter(({ kind }) => kind === asked.kind);
  const itsOwn = ofKind.find(({ from }) => from === role)?.to;
  const ofOthers = ofKind.find(({ to }) => to === role)?.from;
  return asksOther.test(text) ? (itsOwn ?? ofOthers) : (ofOthers ?? itsOwn);
}
