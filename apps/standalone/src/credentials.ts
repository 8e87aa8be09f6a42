import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ROLES, type ApiKeys, type Role, type StaffAccounts } from '@ciyuan/platform/auth';
import { z } from 'zod';

const OWNER_ONLY = 0o600;

export interface Credentials {
  readonly baseUrl: string;
  readonly keys: Readonly<Record<Role, string>>;
  /** Logins and first passwords: whoever changes one in the console knows it better than the file. */
  readonly accounts: Readonly<Partial<Record<Role, Account>>>;
}

export interface WrittenCredentials extends Credentials {
  /** Accounts that were not there before. */
  readonly made: readonly Account[];
}

export interface Account {
  readonly login: string;
  readonly password: string;
}

const account = z.object({ login: z.string(), password: z.string() });
const fileSchema = z.object({
  keys: z.partialRecord(z.enum(ROLES), z.string()),
  accounts: z.partialRecord(z.enum(ROLES), account).default({}),
});

interface Issuers {
  readonly keys: ApiKeys;
  readonly accounts: StaffAccounts;
}

/**
 * A key and an account for each role, in a file that its owner alone can read. Keys that are there and still valid are
 * kept, the others issued anew; accounts are made once. What is for the role partner is for `partnerSubject`.
 */
export async function writeCredentials(
  file: string,
  baseUrl: string,
  { keys, accounts }: Issuers,
  partnerSubject: string,
): Promise<WrittenCredentials> {
  const kept = readCredentials(file);
  const written: Partial<Record<Role, string>> = {};
  const known: Partial<Record<Role, Account>> = {};
  const made: Account[] = [];
  for (const role of ROLES) {
    const subject = role === 'partner' ? partnerSubject : role;
    const key = kept.keys[role];
    const caller = key === undefined ? undefined : await keys.callerOf(key);
    written[role] = caller?.role === role && key !== undefined ? key : await keys.issue({ role, subject });
    const account = await accountOf(role, role === 'partner' ? partnerSubject : null, accounts);
    if (account !== undefined) made.push(account);
    const one = account ?? kept.accounts[role];
    if (one !== undefined) known[role] = one;
  }
  const credentials = { baseUrl, keys: written as Record<Role, string>, accounts: known };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(credentials, null, 2)}\n`, { mode: OWNER_ONLY });
  chmodSync(file, OWNER_ONLY);
  return { ...credentials, made };
}

/** Of a role's own name, with a password of its own making; undefined where there is one. */
async function accountOf(
  role: Role,
  party: string | null,
  accounts: StaffAccounts,
): Promise<Account | undefined> {
  const made = await accounts.add({ login: role, displayName: role, role, party }, 'start', false);
  if (made.ok) return { login: role, password: made.value.password };
  if (made.refusal.code === 'login_taken') return undefined;
  throw new Error(`no account for ${role}: ${made.refusal.code}`);
}

function readCredentials(file: string): z.infer<typeof fileSchema> {
  const none = { keys: {}, accounts: {} };
  if (!existsSync(file)) return none;
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // A file that cannot be read is written anew: keys can be issued again, and passwords reset by `npm run staff`.
    return none;
  }
}
