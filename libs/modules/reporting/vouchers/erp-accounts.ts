import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { CHART, LEDGER_ACCOUNTS, type LedgerAccount } from '@ciyuan/core/ledger';
import { projectRoot } from '@ciyuan/platform/project';
import { currencyCode, displayName, readWith } from '@ciyuan/platform/validation';

/** An account of the general ledger elsewhere. */
export interface ErpAccount {
  readonly code: string;
  readonly name: string;
}

export type ErpAccounts = (account: LedgerAccount, currency: string) => ErpAccount;

const FILE = 'db/seeds/erp-accounts.yaml';
/** Tokens are not money: no voucher has them. */
const OF_MONEY = LEDGER_ACCOUNTS.filter((account) => CHART[account].type !== 'quantity');

const schema = z.array(
  z.strictObject({
    ledger: z.enum(OF_MONEY),
    currency: currencyCode.optional(),
    code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, 'letters, digits, dots, - and _'),
    name: displayName,
  }),
);

export const readErpAccounts = (): ErpAccounts =>
  erpAccountsOf(readFileSync(join(projectRoot(), FILE), 'utf8'));

/** Throws where the file is of another shape, maps something twice, or leaves an account of money out. */
export function erpAccountsOf(text: string): ErpAccounts {
  const read = readWith(schema, parse(text));
  if (!read.ok)
    throw new Error(`${FILE}: ${read.refusal.map(({ path, code }) => `${path} ${code}`).join(', ')}`);
  const mapped = new Map<string, ErpAccount>();
  for (const { ledger, currency, code, name } of read.value) {
    const key = keyOf(ledger, currency);
    if (mapped.has(key)) throw new Error(`${FILE}: ${key} twice`);
    mapped.set(key, { code, name });
  }
  const missing = OF_MONEY.filter((account) => !mapped.has(keyOf(account)));
  if (missing.length > 0) throw new Error(`${FILE}: nothing for ${missing.join(', ')}`);
  return (account, currency) =>
    mapped.get(keyOf(account, currency)) ?? (mapped.get(keyOf(account)) as ErpAccount);
}

const keyOf = (account: LedgerAccount, currency?: string): string =>
  currency === undefined ? account : `${account} in ${currency}`;
