/** Jest runs the TypeScript sources as ES modules; swc only strips the types. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // The demo and long walks through it that other tests cover piece by piece: `npm run walks`.
  testPathIgnorePatterns: [
    '/node_modules/',
    '/browser/(ideas|beirat|requests|demo)\\.test\\.ts$',
    '/app/demo\\.test\\.ts$',
  ],
  injectGlobals: false,
  // Data that is read once, and one database server for all test files that need one, started by the first of them.
  globalSetup: '<rootDir>/test/support/before-all-files.ts',
  globalTeardown: '<rootDir>/test/support/after-all-files.ts',
  testSequencer: '<rootDir>/test/support/slow-first.ts',
  // A computer with two cores would otherwise run one test file after the other.
  maxWorkers: '100%',
  // Modules of finished test files stay in memory; a worker that has grown large is slowed down by them, a new one is not.
  workerIdleMemoryLimit: '1GB',
  // Only ends what hangs; no test measures time.
  testTimeout: 30_000,
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'es6' } },
    ],
  },
};
