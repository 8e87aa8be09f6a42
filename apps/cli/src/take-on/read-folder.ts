import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TakeOnFile } from '@ciyuan/modules/subscriptions';

/** The five files of a take-on, as bytes. */
export function readFolder(folder: string): Readonly<Record<TakeOnFile, Uint8Array>> {
  const read = (name: TakeOnFile): Uint8Array => readFileSync(join(folder, `${name}.csv`));
  return {
    customers: read('customers'),
    accounts: read('accounts'),
    subscriptions: read('subscriptions'),
    grants: read('grants'),
    control: read('control'),
  };
}
