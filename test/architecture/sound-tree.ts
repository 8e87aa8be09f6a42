import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './cruise';

/** Paths and texts. */
export type Tree = Readonly<Record<string, string>>;

const use = (...names: readonly string[]): string => `export const used = [${names.join(', ')}];\n`;

/** The smallest tree in which each altitude imports what it may, and nothing is to be complained of. */
const CORE: Tree = {
  'libs/core/kernel/index.ts': "export { tenth } from './tenth';\n",
  'libs/core/kernel/tenth.ts':
    "import { Decimal } from 'decimal.js';\nexport const tenth = new Decimal('0.1');\n",
  'libs/core/catalogue/index.ts': "export { today } from './today';\n",
  'libs/core/catalogue/today.ts':
    "import { DateTime } from 'luxon';\nimport { tenth } from '../kernel';\n" +
    'export const today = [DateTime, tenth];\n',
  'libs/core/catalogue/today.spec.ts':
    "import * as laws from 'fast-check';\nimport { today } from './today';\n" + use('laws', 'today'),
  'libs/core/ledger/index.ts': "export { post } from './post';\n",
  'libs/core/ledger/post.ts': "import { tenth } from '@ciyuan/core/kernel';\nexport const post = tenth;\n",
  'libs/core/rating/index.ts': "export { rate } from './rate';\n",
  'libs/core/rating/rate.ts': "import { today } from '../catalogue';\nexport const rate = today;\n",
};

const PLATFORM: Tree = {
  'libs/platform/database/index.ts': "export { Database } from './database';\n",
  'libs/platform/database/database.ts': "import { Pool } from 'pg';\nexport const Database = Pool;\n",
  'libs/platform/outbox/index.ts': "export { outbox } from './outbox';\n",
  'libs/platform/outbox/outbox.ts':
    "import { Database } from '../database';\nimport { tenth } from '@ciyuan/core/kernel';\n" +
    'export const outbox = [Database, tenth];\n',
};

const MODULES: Tree = {
  'libs/modules/ledger/index.ts':
    "export { PostTransfers } from './post-transfers';\nexport { LedgerModule } from './ledger.module';\n",
  'libs/modules/ledger/ledger.module.ts':
    "import { Posting } from './posting.entity';\nexport const LedgerModule = Posting;\n",
  'libs/modules/ledger/posting.entity.ts':
    "import { Entity } from 'typeorm';\n@Entity()\nexport class Posting {}\n",
  'libs/modules/ledger/postings.store.ts':
    "import { EntityManager } from 'typeorm';\nimport { Posting } from './posting.entity';\n" +
    'export const Postings = [EntityManager, Posting];\n',
  'libs/modules/ledger/post-transfers.ts':
    "import { post } from '@ciyuan/core/ledger';\nimport { outbox } from '@ciyuan/platform/outbox';\n" +
    "import { Postings } from './postings.store';\nexport const PostTransfers = [post, outbox, Postings];\n",
  'libs/modules/ledger/post-transfers.int.spec.ts':
    "import { freshDatabase } from '../../../test/support/database';\nimport { Client } from 'pg';\n" +
    "import { PostTransfers } from './post-transfers';\n" +
    use('freshDatabase', 'Client', 'PostTransfers'),
  'libs/modules/usage/index.ts': "export { AcceptBatch } from './accept-batch';\n",
  'libs/modules/usage/accept-batch.ts':
    "import { Database } from '@ciyuan/platform/database';\nexport const AcceptBatch = Database;\n",
  'libs/modules/charging/index.ts': "export { ChargeUsageBatch } from './charge-usage-batch';\n",
  'libs/modules/charging/charge-usage-batch.ts':
    "import { PostTransfers } from '../ledger';\nimport { AcceptBatch } from '@ciyuan/modules/usage';\n" +
    "import { rate } from '@ciyuan/core/rating';\nexport const ChargeUsageBatch = [PostTransfers, AcceptBatch, rate];\n",
};

const EDGE: Tree = {
  'libs/client/index.ts': "export { client } from './generated';\n",
  'libs/client/generated.ts': 'export const client = 1;\n',
  'apps/charging/src/main.ts': "import { app } from './charging-app';\n" + use('app'),
  'apps/charging/src/charging-app.ts':
    "import { ChargeUsageBatch } from '@ciyuan/modules/charging';\nimport { Module } from '@nestjs/common';\n" +
    'export const app = [ChargeUsageBatch, Module];\n',
  'apps/settlement/src/main.ts': "import { worker } from './settlement-app';\n" + use('worker'),
  'apps/settlement/src/settlement-app.ts':
    "import { outbox } from '@ciyuan/platform/outbox';\nexport const worker = outbox;\n",
  'apps/standalone/src/main.ts':
    "import { app } from '../../charging/src/charging-app';\nimport source from '../../../db/data-source';\n" +
    use('app', 'source'),
  'apps/console/src/main.ts':
    "import { client } from '../../../libs/client';\nimport { rate } from '@ciyuan/core/rating';\n" +
    use('client', 'rate'),
  'db/data-source.ts':
    "import { DataSource } from 'typeorm';\nimport { Posting } from '../libs/modules/ledger/posting.entity';\n" +
    'export default [DataSource, Posting];\n',
  'test/support/database.ts': "import { Client } from 'pg';\nexport const freshDatabase = Client;\n",
  'test/scenarios/month.spec.ts':
    "import { app } from '../../apps/charging/src/charging-app';\n" +
    "import { Postings } from '../../libs/modules/ledger/postings.store';\n" +
    use('app', 'Postings'),
  'scripts/run.mjs': "import fs from 'node:fs';\nvoid fs;\n",
};

const SOUND_TREE: Tree = { ...CORE, ...PLATFORM, ...MODULES, ...EDGE };

/** Writes the sound tree into `root`, with `planted` put before what its files hold. */
export function plantTree(root: string, planted: Tree): string {
  mkdirSync(root);
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
    copyFileSync(join(ROOT, file), join(root, file));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  write(root, SOUND_TREE);
  for (const [path, text] of Object.entries(planted))
    write(root, { [path]: text + (SOUND_TREE[path] ?? '') });
  return root;
}

function write(root: string, tree: Tree): void {
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
