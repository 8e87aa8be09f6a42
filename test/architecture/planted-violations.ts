import type { Tree } from './sound-tree';

/** What is wrong, the rule that must refuse it, and the text that is put into the sound tree. */
export type Plant = readonly [wrong: string, rule: string, planted: Tree];

const RATE = 'libs/core/rating/rate.ts';
const POST = 'libs/core/ledger/post.ts';
const CHARGE = 'libs/modules/charging/charge-usage-batch.ts';
const TRANSFERS = 'libs/modules/ledger/post-transfers.ts';
const APP = 'apps/charging/src/charging-app.ts';
const CONSOLE = 'apps/console/src/main.ts';
const OUTBOX = 'libs/platform/outbox/outbox.ts';

const from = (module: string): string => `import * as planted from '${module}';\nexport { planted };\n`;
const typeFrom = (module: string): string =>
  `import type * as planted from '${module}';\nexport { planted };\n`;

const IN_CORE: readonly Plant[] = [
  ['Nest in core', 'core-is-pure', { [RATE]: from('@nestjs/common') }],
  ['a module of Node in core', 'core-is-pure', { [POST]: from('node:crypto') }],
  ['a type of an ORM in core', 'core-is-pure', { [POST]: typeFrom('typeorm') }],
  ['platform in core', 'core-is-pure', { [POST]: from('@ciyuan/platform/outbox') }],
  ['a module in core', 'core-is-pure', { [POST]: from('@ciyuan/modules/usage') }],
  ['rating that knows the ledger', 'core-rating', { [RATE]: from('@ciyuan/core/ledger') }],
  ['rating that knows a type of the ledger', 'core-rating', { [RATE]: typeFrom('../ledger') }],
  ['a kernel that knows the catalogue', 'core-kernel', { 'libs/core/kernel/tenth.ts': from('../catalogue') }],
  ['past a door within core', 'enter-by-the-door-within-libs', { [RATE]: from('../catalogue/today') }],
  [
    'an area of core that is not declared',
    'declare-your-lib',
    { 'libs/core/tax/index.ts': from('../kernel') },
  ],
];

const IN_MODULES: readonly Plant[] = [
  [
    'past the door of a module',
    'enter-by-the-door-within-libs',
    { [CHARGE]: from('../ledger/postings.store') },
  ],
  ['past the door of core', 'enter-by-the-door-within-libs', { [CHARGE]: from('@ciyuan/core/rating/rate') }],
  ['the own door from inside', 'nobody-inside-uses-the-door', { [CHARGE]: from('.') }],
  ['a higher row', 'modules-ledger', { [TRANSFERS]: from('@ciyuan/modules/charging') }],
  ['the same row', 'modules-usage', { 'libs/modules/usage/accept-batch.ts': from('../ledger') }],
  ['a type of a higher row', 'modules-ledger', { [TRANSFERS]: typeFrom('../charging') }],
  ['a flow that speaks SQL', 'only-stores-speak-sql', { [TRANSFERS]: from('typeorm') }],
  ['a flow that holds a pool', 'only-stores-speak-sql', { [TRANSFERS]: typeFrom('pg') }],
  [
    'a module file with a repository',
    'only-stores-speak-sql',
    { 'libs/modules/ledger/ledger.module.ts': from('@nestjs/typeorm') },
  ],
  ['a flow that holds an entity', 'entities-stay-in-their-store', { [TRANSFERS]: from('./posting.entity') }],
  [
    'another module’s entity',
    'enter-by-the-door-within-libs',
    { [CHARGE]: from('../ledger/posting.entity') },
  ],
  ['a module that knows an app', 'libs-know-no-app', { [CHARGE]: from('../../../apps/charging/src/main') }],
  [
    'a module that uses test support',
    'libs-know-no-app',
    { [CHARGE]: from('../../../test/support/database') },
  ],
  ['a module that uses the client', 'modules-use-no-client', { [CHARGE]: from('../../client') }],
  ['a module that is not declared', 'declare-your-lib', { 'libs/modules/crm/index.ts': from('../ledger') }],
  ['a lib that is not declared', 'declare-your-lib', { 'libs/extra/index.ts': from('../client') }],
  [
    'a spec that drives an app',
    'specs-of-libs-know-no-app',
    {
      'libs/modules/ledger/post-transfers.int.spec.ts': from('../../../apps/charging/src/charging-app'),
    },
  ],
];

const IN_PLATFORM: readonly Plant[] = [
  [
    'platform that knows a module',
    'platform-knows-no-business',
    { [OUTBOX]: from('@ciyuan/modules/ledger') },
  ],
  ['platform that knows prices', 'platform-knows-no-business', { [OUTBOX]: from('@ciyuan/core/rating') }],
  ['platform with SQL of its own', 'only-stores-speak-sql', { [OUTBOX]: from('pg') }],
  ['a client that knows core', 'client-stands-alone', { 'libs/client/generated.ts': from('../core/kernel') }],
];

const IN_APPS: readonly Plant[] = [
  ['an app past a door', 'enter-by-the-door', { [APP]: from('@ciyuan/modules/ledger/post-transfers') }],
  ['an app past a door of core', 'enter-by-the-door', { [APP]: from('@ciyuan/core/rating/rate') }],
  ['an app with SQL', 'apps-hold-no-sql', { [APP]: from('typeorm') }],
  ['a store in an app', 'apps-hold-no-sql', { 'apps/charging/src/x.store.ts': from('pg') }],
  ['an app in an app', 'no-app-to-app', { [APP]: from('../../settlement/src/settlement-app') }],
  ['an app that uses test support', 'apps-know-no-test', { [APP]: from('../../../test/support/database') }],
  [
    'a console that calls a module',
    'console-sees-core-and-client-only',
    {
      [CONSOLE]: from('@ciyuan/modules/ledger'),
    },
  ],
  [
    'a console that uses platform',
    'console-sees-core-and-client-only',
    {
      [CONSOLE]: from('@ciyuan/platform/outbox'),
    },
  ],
];

const ANYWHERE: readonly Plant[] = [
  ['a cycle', 'no-cycle', { 'libs/modules/ledger/postings.store.ts': from('./post-transfers') }],
  ['a cycle of types', 'no-cycle', { 'libs/modules/ledger/posting.entity.ts': typeFrom('./postings.store') }],
  ['an import that leads nowhere', 'resolvable', { [APP]: from('./nowhere') }],
  ['a package for development', 'declared-packages', { [CHARGE]: from('fast-check') }],
  ['a package that only others depend on', 'declared-packages', { [CHARGE]: from('semver') }],
  ['an orphan', 'no-orphan', { 'libs/modules/ledger/forgotten.ts': 'export const x = 1;\n' }],
  [
    'a file that nothing imports',
    'no-forgotten-file',
    { 'libs/modules/ledger/forgotten.ts': from('./postings.store') },
  ],
];

export const PLANTS: readonly Plant[] = [...IN_CORE, ...IN_MODULES, ...IN_PLATFORM, ...IN_APPS, ...ANYWHERE];
