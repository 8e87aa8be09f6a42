import { documentDigest, personIdentity } from './person-identity';

const KEY = '00'.repeat(32);
const SHA = '426695a0efdb59b9eaedaf0b5ca3eddf013cc2a7f9e283437704ea605f421e6d';
const HMAC = 'ea61f34bb9a0c9c80b51fbe8fc2d2a375d2f7985ebdfc85bc6d441185cedf5d2';

describe('by what a person is known', () => {
  it('is HMAC-SHA-256 of the SHA-256 of the number', () => {
    // printf 11010519491231002X | sha256sum; the same again with openssl dgst -sha256 -mac HMAC -macopt hexkey:00…
    expect(documentDigest('11010519491231002X')).toBe(SHA);
    expect(personIdentity(SHA, KEY)).toBe(HMAC);
  });

  it.each([
    '11010519491231002x',
    ' 110105 19491231 002X ',
    '110105-19491231-002X',
    '１１０１０５１９４９１２３１００２Ｘ',
  ])('is the same however the number is written: %s', (number) => {
    expect(documentDigest(number)).toBe(SHA);
  });

  it('is another one under another key, and for another number', () => {
    const others = [
      personIdentity(SHA, 'ff'.repeat(32)),
      personIdentity(documentDigest('110105194912310021'), KEY),
    ];
    expect(new Set([HMAC, ...others]).size).toBe(3);
    expect(personIdentity(SHA.toUpperCase(), KEY)).toBe(HMAC);
  });
});
