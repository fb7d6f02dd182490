import type { Feature } from '../core/feature.ts';
import { createDirectoryFeature } from '../features/directory/feature.ts';
import { createHelpFeature } from '../features/help/feature.ts';
import type { FeaturePorts } from './compose.ts';

/** The one list of what Lotse can do. */
export function createFeatures({ store, ids, directory, lexicon }: FeaturePorts): readonly Feature[] {
  const features = [createDirectoryFeature({ directory: directory.current, lexicon, store, ids })];
  return [...features, createHelpFeature(features)];
}
