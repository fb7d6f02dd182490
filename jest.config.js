export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  injectGlobals: false,
  // Data that is read once, and one database server for all test files that need one, started by the first of them.
  globalSetup: '<rootDir>/test/support/before-all-files.ts',
  globalTeardown: '<rootDir>/test/support/after-all-files.ts',
  testSequencer: '<rootDir>/test/support/slow-first.ts',
  // A computer with two cores would otherwise run one test file after the other.
  maxWorkers: '100%',
  // Plain Node runs the files, and each thread reads the program once, not once for each file: three times as fast.
  runner: 'jest-light-runner',
  setupFiles: ['<rootDir>/test/support/before-each-worker.ts'],
  transform: {},
};
