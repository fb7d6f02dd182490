import { randomIds } from '../../../../src/adapters/clock/random-ids.ts';
import type { Store } from '../../../../src/core/ports/store.ts';
import { createRouter, type Router } from '../../../../src/core/router.ts';
import { createRequestsFeature } from '../../../../src/features/requests/feature.ts';
import { directoryWith, holidays, workplace } from '../world.ts';

/** The feature over a store, as people type and press; types are `workplace` only. */
export function routerOver(store: Store): Router {
  const requests = createRequestsFeature({
    store,
    ids: randomIds,
    directory: directoryWith(),
    holidays,
    types: () => [workplace],
  });
  const nothing = async () => ({ card: '', data: {}, summary: '', language: 'de' as const });
  const otherwise = { id: 'x', title: { de: '', en: '' }, examples: { de: [], en: [] }, handle: nothing };
  return createRouter([requests, { id: 'rest', intents: [], actions: [], otherwise, welcome: nothing }]);
}
