import type { Language } from '../../../core/text.ts';
import type { Request } from '../request.ts';

/** "aus Idee ID-2026-0007", for a request that came from somewhere. */
export function originOf({ origin }: Pick<Request, 'origin'>, language: Language): readonly string[] {
  if (!origin) return [];
  const name = names[origin.kind]?.[language] ?? origin.kind;
  return [language === 'de' ? `aus ${name} ${origin.id}` : `from ${name} ${origin.id}`];
}

const names: Readonly<Record<string, { readonly de: string; readonly en: string }>> = {
  idea: { de: 'Idee', en: 'idea' },
};
