import type { Language } from '../../core/text.ts';
import type { Finding } from './finding.ts';
import type { NamedType } from './further-names.ts';
import { targetName } from './further-names.ts';
import type { Directory } from './model.ts';

type Known = { readonly directory: Directory; readonly types: readonly NamedType[] };

/** What a finding would say, in a line. */
export function findingText(finding: Finding, { directory, types }: Known, language: Language): string {
  const german = language === 'de';
  switch (finding.kind) {
    case 'answer': {
      const [{ role, task, application }] = finding.refs;
      if (finding.wish !== undefined)
        return `${german ? 'Formular' : 'Form'}: ${targetName({ request: finding.wish }, directory, types, language)}`;
      const name = targetName({ role, ...(task ? { task } : {}) }, directory, types, language);
      const of = directory.applications.find(({ id }) => id === application)?.name;
      return of ? `${name} (${of})` : name;
    }
    case 'choices':
      return german ? 'Rückfrage mit Auswahl' : 'asks back with choices';
    case 'partner':
      return german ? 'eine Stelle außerhalb des Rollenmodells' : 'a body outside the role model';
    case 'list':
      return german ? 'eine Liste' : 'a list';
    case 'own':
      return german ? 'eine Funktion von Lotse' : 'a function of Lotse';
    case 'pleasantry':
      return german ? 'ein freundlicher Satz' : 'a friendly line';
    case 'none':
      return german ? 'keine Antwort' : 'no answer';
    default:
      return finding satisfies never;
  }
}
