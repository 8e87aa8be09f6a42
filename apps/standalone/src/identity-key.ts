import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from '@ciyuan/platform/config';

const OWNER_ONLY = 0o600;
const KEY_BYTES = 32;
const KEY = /^[0-9a-f]{64}$/;

/**
 * The key that people's identities are digested with, out of a file that its owner alone can read; made when there is
 * none. A file that holds no key is refused and never written over: with another key nobody would be known again.
 */
export function keptIdentityKey(file: string): string {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${randomBytes(KEY_BYTES).toString('hex')}\n`, { mode: OWNER_ONLY, flag: 'wx' });
  }
  const key = readFileSync(file, 'utf8').trim();
  if (!KEY.test(key)) throw new ConfigError(`${file} must hold 64 hexadecimal digits`);
  return key;
}
