import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptIdentityKey } from './identity-key';

describe('the key of identities', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'identity-'));
    file = join(folder, 'below', 'identity.key');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made once, for its owner alone, and kept', () => {
    const key = keptIdentityKey(file);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(keptIdentityKey(file)).toBe(key);
    expect(keptIdentityKey(join(folder, 'other.key'))).not.toBe(key);
  });

  it('is never replaced: a file without a key is refused, and stays as it is', () => {
    keptIdentityKey(file);
    writeFileSync(file, 'damaged');
    expect(() => keptIdentityKey(file)).toThrow('must hold 64 hexadecimal digits');
    expect(readFileSync(file, 'utf8')).toBe('damaged');
  });
});
