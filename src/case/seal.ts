import { appended, contentOf, type Digest, type NewEntry, sealOf } from '../core/history.ts';
import type { ChainedDocument } from './document.ts';

/** A document as it is, with a seal if it has none: of before there were seals. */
export function sealed<D extends ChainedDocument>(doc: D, covers: (doc: D) => unknown, digest: Digest): D {
  if (doc.seal || doc.history.length === 0) return doc;
  const seal = sealOf(doc, doc, contentOf(covers(doc), digest), digest);
  return seal ? { ...doc, seal } : doc;
}

/** What happened to a document that is kept beside cases: one more entry in its history, and its seal. */
export function chained<D extends ChainedDocument>(
  doc: D,
  entry: Omit<NewEntry, 'content'>,
  covers: (doc: D) => unknown,
  digest: Digest,
): D {
  const content = contentOf(covers(doc), digest);
  const history = appended(doc.history, doc.id, { ...entry, content }, digest);
  const seal = sealOf({ id: doc.id, history }, doc, content, digest);
  return { ...doc, history, ...(seal ? { seal } : {}) };
}
