import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ROLES, type ApiKeys, type Role } from '@ciyuan/platform/auth';
import { z } from 'zod';

const OWNER_ONLY = 0o600;

export interface Credentials {
  readonly baseUrl: string;
  readonly keys: Readonly<Record<Role, string>>;
}

const fileSchema = z.object({ keys: z.partialRecord(z.enum(ROLES), z.string()) });

/**
 * A key for each role, in a file that its owner alone can read. Keys that are there and still valid are kept; the
 * others are issued anew, for `partnerSubject` where the role is partner.
 */
export async function writeCredentials(
  file: string,
  baseUrl: string,
  keys: ApiKeys,
  partnerSubject: string,
): Promise<Credentials> {
  const kept = readKeys(file);
  const written: Partial<Record<Role, string>> = {};
  for (const role of ROLES) {
    const subject = role === 'partner' ? partnerSubject : role;
    const key = kept[role];
    const caller = key === undefined ? undefined : await keys.callerOf(key);
    written[role] = caller?.role === role && key !== undefined ? key : await keys.issue({ role, subject });
  }
  const credentials = { baseUrl, keys: written as Record<Role, string> };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(credentials, null, 2)}\n`, { mode: OWNER_ONLY });
  chmodSync(file, OWNER_ONLY);
  return credentials;
}

function readKeys(file: string): Partial<Record<Role, string>> {
  if (!existsSync(file)) return {};
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).keys;
  } catch {
    // A file that cannot be read is written anew: its keys can be issued again, and nothing else is in it.
    return {};
  }
}
