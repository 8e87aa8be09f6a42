// The allowed graph, written once. What is not allowed here is refused; test/architecture plants violations and
// sees each of them refused.

/** Each area of core, and the areas it may import. */
const CORE = {
  kernel: [],
  catalogue: ['kernel'],
  usage: ['kernel'],
  entitlement: ['kernel', 'catalogue', 'usage'],
  rating: ['kernel', 'catalogue', 'usage'],
  commitment: ['kernel'],
  ledger: ['kernel'],
  settlement: ['kernel', 'catalogue', 'usage'],
  billing: ['kernel', 'catalogue', 'ledger'],
  reconciliation: ['kernel', 'usage'],
  charging: ['kernel', 'catalogue', 'usage', 'entitlement', 'rating', 'commitment', 'ledger', 'settlement'],
};

/** Each module's row: a module may import modules of a strictly lower row. */
const MODULE_ROWS = {
  parties: 0,
  catalogue: 0,
  ledger: 0,
  usage: 0,
  entitlement: 1,
  subscriptions: 2,
  charging: 3,
  billing: 4,
  settlement: 5,
  reconciliation: 6,
  reporting: 6,
};

const SPEC = '\\.spec\\.ts$';
const SQL_PACKAGES = 'node_modules/(@types/)?(typeorm|@nestjs/typeorm|pg|pg-copy-streams)/';
const CORE_PACKAGES = 'node_modules/(@types/)?(decimal\\.js|luxon)/';

const lowerRows = (row) => Object.keys(MODULE_ROWS).filter((name) => MODULE_ROWS[name] < row);
const anyOf = (names) => `(${names.join('|')})`;
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const imports = (group, name, allowed) =>
  forbid(
    `${group}-${name}`,
    `${group}/${name} may import of ${group}: ${allowed.join(', ') || 'nothing'}`,
    { path: `^libs/${group}/${name}/` },
    { path: `^libs/${group}/`, pathNot: [name, ...allowed].map((area) => `^libs/${group}/${area}/`) },
  );

const WITHIN_LIBS = [
  ...Object.entries(CORE).map(([name, allowed]) => imports('core', name, allowed)),
  ...Object.entries(MODULE_ROWS).map(([name, row]) => imports('modules', name, lowerRows(row))),
  forbid(
    'core-is-pure',
    'core imports core, decimal.js and luxon: no other package, no module of Node, not even a type',
    { path: '^libs/core/', pathNot: SPEC },
    { pathNot: ['^libs/core/', CORE_PACKAGES] },
  ),
  forbid(
    'platform-knows-no-business',
    'platform imports platform and the kernel of core',
    { path: '^libs/platform/' },
    { path: '^libs/(modules/|client/|core/(?!kernel/))' },
  ),
  forbid(
    'modules-use-no-client',
    'the client is for those outside the process',
    { path: '^libs/modules/' },
    { path: '^libs/client/' },
  ),
  forbid(
    'client-stands-alone',
    'the client is generated and imports nothing of the repository',
    { path: '^libs/client/' },
    { path: '^(libs/(?!client/)|apps/|db/|test/)' },
  ),
  forbid(
    'declare-your-lib',
    'a new folder of libs, libs/core or libs/modules must be named in the tables above',
    {
      path: [
        `^libs/core/(?!${anyOf(Object.keys(CORE))}/)[^/]+/`,
        `^libs/modules/(?!${anyOf(Object.keys(MODULE_ROWS))}/)[^/]+/`,
        '^libs/(?!(core|modules|platform|client)/)',
      ],
    },
    {},
  ),
];

const DOORS = [
  forbid(
    'enter-by-the-door',
    'from an app, import an area by its index.ts',
    { path: '^apps/' },
    {
      path: '^libs/',
      pathNot: ['^libs/(core|modules|platform)/[^/]+/index\\.ts$', '^libs/client/index\\.ts$'],
    },
  ),
  forbid(
    'enter-by-the-door-within-libs',
    'from another area, import an area by its index.ts',
    { path: '^libs/([^/]+)/([^/]+)/' },
    { path: '^libs/', pathNot: ['^libs/$1/$2/', '^libs/(core|modules|platform)/[^/]+/index\\.ts$'] },
  ),
  forbid(
    'nobody-inside-uses-the-door',
    'inside an area, import the sibling itself: the way over the door is a cycle in waiting',
    { path: '^libs/(core|modules|platform)/([^/]+)/', pathNot: ['/index\\.ts$', SPEC] },
    { path: '^libs/$1/$2/index\\.ts$' },
  ),
];

const DATABASE = [
  forbid(
    'only-stores-speak-sql',
    'of the libs only stores, entities and platform/database import a database package',
    { path: '^libs/', pathNot: ['\\.(store|entity)\\.ts$', '^libs/platform/database/', SPEC] },
    { path: SQL_PACKAGES },
  ),
  forbid('apps-hold-no-sql', 'an app calls a verb of a module', { path: '^apps/' }, { path: SQL_PACKAGES }),
  forbid(
    'entities-stay-in-their-store',
    'stores return core types; the module file registers the entities',
    { path: '^(libs|apps)/', pathNot: '\\.(store|entity|module)\\.ts$' },
    { path: '\\.entity\\.ts$' },
  ),
];

const APPS = [
  forbid(
    'libs-know-no-app',
    'a lib is used; it does not know by whom',
    { path: '^libs/', pathNot: SPEC },
    { path: '^(apps|db|test|scripts)/' },
  ),
  forbid(
    'specs-of-libs-know-no-app',
    'a spec beside the code may use test/support',
    { path: `^libs/.+${SPEC}` },
    { path: '^(apps|scripts|test/(?!support/))/?' },
  ),
  forbid(
    'apps-know-no-test',
    'what runs in production does not import from test or scripts',
    { path: '^apps/', pathNot: SPEC },
    { path: '^(test|scripts)/' },
  ),
  forbid(
    'no-app-to-app',
    'standalone alone composes the other apps',
    { path: '^apps/(?!standalone/)([^/]+)/' },
    { path: '^apps/', pathNot: '^apps/$1/' },
  ),
  forbid(
    'console-sees-core-and-client-only',
    'the browser calls the servers through the client',
    { path: '^apps/console/' },
    {
      path: '^(libs/(?!(core|client)/)|db/)|node_modules/@nestjs/',
    },
  ),
];

const HYGIENE = [
  forbid('no-cycle', 'not even of types', {}, { circular: true }),
  forbid('resolvable', 'an import that leads nowhere', {}, { couldNotResolve: true }),
  forbid(
    'declared-packages',
    'a package that runs in production stands among the dependencies',
    { path: '^(apps|libs|db)/', pathNot: SPEC },
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'], dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'no-orphan',
    'a file that nothing uses and that uses nothing',
    { orphan: true, pathNot: [SPEC, '/main\\.tsx?$'] },
    {},
  ),
  {
    name: 'no-forgotten-file',
    comment: 'a file that nothing but a spec imports',
    severity: 'error',
    from: { pathNot: SPEC },
    module: {
      path: '^(apps|libs)/.+\\.tsx?$',
      pathNot: [SPEC, '/main\\.tsx?$', '/index\\.ts$', '^apps/console/'],
      numberOfDependentsLessThan: 1,
    },
  },
];

module.exports = {
  forbidden: [...WITHIN_LIBS, ...DOORS, ...DATABASE, ...APPS, ...HYGIENE],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.data|\\.jest-cache)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
