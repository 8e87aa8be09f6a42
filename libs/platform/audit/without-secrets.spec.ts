import { withoutSecrets } from './without-secrets';

describe('what is kept of a body', () => {
  it('is all of it where there is no secret', () => {
    const body = { code: 'c-1', list: [{ name: 'next of kin', tokens: { input: 1 } }], none: null };
    expect(withoutSecrets(body)).toEqual({ value: body, isChanged: false });
  });

  it.each([
    'password',
    'current',
    'next',
    'clientSecret',
    'client_secret',
    'CLIENT-SECRET',
    'token',
    'key',
    'api_key',
    'documentNumber',
    'document_number',
    'documentSha256',
    'idNumber',
    'phoneNumber',
    'bankAccount',
    'oneTimePassword',
  ])('has no %s, however deep', (name) => {
    const { value, isChanged } = withoutSecrets({
      a: [{ b: { [name]: { more: '31010119900101' } } }],
      [name]: 1,
    });
    expect(value).toEqual({ a: [{ b: { [name]: '(removed)' } }], [name]: '(removed)' });
    expect(isChanged).toBe(true);
    expect(JSON.stringify(value)).not.toContain('3101');
  });

  it('ends where nothing means anything any more', () => {
    const depth = 200_000;
    const deep = JSON.parse(`${'['.repeat(depth)}{"password":"x"}${']'.repeat(depth)}`) as unknown;
    const { value, isChanged } = withoutSecrets(deep);
    expect(isChanged).toBe(true);
    expect(JSON.stringify(value)).toBe(`${'['.repeat(65)}"(too deep)"${']'.repeat(65)}`);
  });

  it.each([[undefined], [null], ['text'], [1], [true], [[]]])('%p is nothing to look into', (value) => {
    expect(withoutSecrets(value)).toEqual({ value, isChanged: false });
  });
});
