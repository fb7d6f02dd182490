import type { Reading } from '../../language/read.ts';

/** What is done to an application by somebody else than its administrators. */
const otherActs = new Set([
  'introduce',
  'buy',
  'approve',
  'decide',
  'co-decide',
  'programming',
  'interface',
  'host',
  'infrastructure',
  'budget',
  'money',
  'pay',
  'problem',
  'tech-problem',
  'strong-problem',
  'company',
  'need',
  'access',
  'dispose',
]);
const caring = new Set(['administer', 'maintain', 'configure', 'master-data', 'train']);
const asking = new Set(['who', 'contact']);
/** A name of software, as against a matter that an application is also called by. */
const nameWeight = 1.5;
/** "und wer für die E-Akte?": nothing but the question and the name. */
const shortest = 7;

/**
 * The application that a question is about when it asks who cares for it: that of the directory which the text names.
 * It goes before any general role, because it is the more specific. `undefined` when something else is asked about it.
 */
export function caredApplication({ hits, tokens }: Reading): string | undefined {
  const named = hits.find(({ concept }) => concept.id.startsWith('app:'));
  if (!named) return undefined;
  const inName = (at: number): boolean =>
    hits.some(({ concept, from, to }) => concept.id === named.concept.id && from <= at && at <= to);
  const said = hits.filter((hit) => !inName(hit.from) && hit.concept.weight > 0);
  if (said.some(({ concept }) => otherActs.has(concept.id) || concept.id.startsWith('r:'))) return undefined;
  const cares = said.some(({ concept }) => caring.has(concept.id));
  const asks = said.some(({ concept }) => asking.has(concept.id));
  if (!asks) return undefined;
  const isName = named.concept.weight >= nameWeight;
  const isBare = isName && tokens.length <= shortest;
  return cares || isBare ? named.concept.id.slice('app:'.length) : undefined;
}

/**
 * Whether a question is about specialist applications as such: "Wer ist zuständig für Fachverfahren?" Three roles have
 * to do with them, and which one is meant only the asker knows.
 */
export function asksAboutApplications({ hits, tokens }: Reading): boolean {
  if (tokens.length > shortest + 1 || hits.some(({ concept }) => concept.id.startsWith('app:'))) return false;
  const kind = hits.find(({ concept }) => concept.id === 'specialist-app');
  if (!kind || !hits.some(({ concept }) => asking.has(concept.id))) return false;
  const inKind = (at: number): boolean => kind.from <= at && at <= kind.to;
  return hits.every(
    (hit) =>
      inKind(hit.from) ||
      hit.concept.weight < 0.4 ||
      asking.has(hit.concept.id) ||
      general.has(hit.concept.id),
  );
}

/** Words that ask who is in charge without saying of what. */
const general = new Set([
  'maintain',
  'app-head',
  'help',
  'administer',
  'contact',
  'responsible',
  'own',
  'unit',
  'in-unit',
  'domain',
  'software',
  'who',
  'lead-act',
]);
