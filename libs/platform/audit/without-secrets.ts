/** Members whose value is nobody's to read later: compared without case, hyphens and underscores. */
const SECRET = new Set(
  [
    'password',
    'current',
    'next',
    'oneTimePassword',
    'secret',
    'clientSecret',
    'token',
    'csrfToken',
    'accessToken',
    'refreshToken',
    'key',
    'apiKey',
    'identity',
    'identityNumber',
    'idNumber',
    'documentNumber',
    'documentSha256',
    'phoneNumber',
    'bankAccount',
  ].map((name) => name.toLowerCase()),
);
const REMOVED = '(removed)';
/** Deeper than any body that means something; a stranger’s may go on for ever. */
const DEEPEST = 64;
const TOO_DEEP = '(too deep)';

export interface Cleared {
  readonly value: unknown;
  /** Whether anything was replaced. */
  readonly isChanged: boolean;
}

/** A value of JSON with secrets replaced, however deep they are, and with what is deeper than any. */
export function withoutSecrets(value: unknown): Cleared {
  let isChanged = false;
  const cleared = (one: unknown, depth: number): unknown => {
    if (typeof one !== 'object' || one === null) return one;
    if (depth > DEEPEST) {
      isChanged = true;
      return TOO_DEEP;
    }
    if (Array.isArray(one)) return one.map((member) => cleared(member, depth + 1));
    return Object.fromEntries(
      Object.entries(one).map(([name, member]) => {
        if (!isSecret(name)) return [name, cleared(member, depth + 1)];
        isChanged = true;
        return [name, REMOVED];
      }),
    );
  };
  return { value: cleared(value, 0), isChanged };
}

const isSecret = (name: string): boolean => SECRET.has(name.replaceAll(/[-_]/g, '').toLowerCase());
