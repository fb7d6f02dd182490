import type { Paper } from '../../../core/ports/papers.ts';
import type { Language, Text } from '../../../core/text.ts';
import type { Context, Request } from '../model.ts';
import { actsHere, isKeeper } from '../policy.ts';
import { councilPaper } from './council.ts';
import { releasePaper } from './release.ts';

/** The paper that a request has now for this party: the text for the council while it waits for it, else the release. */
export function paperFor(
  request: Request,
  party: string,
  context: Context,
  language: Language,
): Paper | undefined {
  const isTheirs = actsHere(request, party, context) || isKeeper(party, context);
  return (
    (isTheirs ? councilPaper(request, context, language) : undefined) ??
    releasePaper(request, context, language)
  );
}

/** What its button says. */
export function paperName(request: Request, party: string, context: Context): Text | undefined {
  if (!paperFor(request, party, context, 'de')) return undefined;
  return councilPaper(request, context, 'de')
    ? { de: 'Text für die Vorlage', en: 'Text for the council paper' }
    : { de: 'Papier zur Freigabe', en: 'Paper of the release' };
}
