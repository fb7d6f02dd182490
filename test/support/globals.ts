/** What `@jest/globals` names: the runner puts it here. */
export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } =
  globalThis as unknown as typeof import('@jest/globals');
