// `unit` needs nothing but the code; `pg` gets a migrated PostgreSQL of its own. A run that touches no `pg` spec
// starts no database.
const NEEDS_DATABASE = ['\\.int\\.spec\\.ts$', '/test/(scenarios|faults|contract|browser)/.+\\.spec\\.ts$'];

// What draws the pictures of the README: a command, and no test.
const SCREENSHOTS = ['/test/screenshots/.+\\.spec\\.ts$'];

const typescript = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2023',
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
  swcrc: false,
};

const shared = {
  rootDir: __dirname,
  testEnvironment: 'node',
  cacheDirectory: '<rootDir>/.jest-cache',
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
  transform: {
    '\\.ts$': ['@swc/jest', typescript],
    '/node_modules/.+\\.m?js$': '<rootDir>/test/support/esm-dependencies.cjs',
  },
  transformIgnorePatterns: [],
  moduleNameMapper: {
    '^@ciyuan/(core|modules|platform)/(.*)$': '<rootDir>/libs/$1/$2',
    '^@ciyuan/client$': '<rootDir>/libs/client',
  },
};

module.exports = {
  maxWorkers: 2,
  // Jest reads it here alone: in a project it changes nothing.
  testTimeout: 30_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testRegex: '\\.spec\\.ts$',
      testPathIgnorePatterns: ['/node_modules/', ...NEEDS_DATABASE, ...SCREENSHOTS],
    },
    {
      ...shared,
      displayName: 'pg',
      testRegex: process.env.SCREENSHOTS === '1' ? SCREENSHOTS : NEEDS_DATABASE,
      globalSetup: '<rootDir>/test/support/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/global-teardown.ts',
      setupFiles: ['<rootDir>/test/support/worker-environment.ts'],
    },
  ],
};
