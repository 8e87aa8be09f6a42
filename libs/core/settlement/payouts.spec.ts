import { deemedConfirmedAt, payoutsOf } from './payouts';

/** `payable/minimum` of each statement; the sums of the payouts, and what is carried. */
function told(text: string): string {
  const statements = text.split(' ').map((one) => {
    const [payableFen = 0n, minimumFen = 0n] = one.split('/').map(BigInt);
    return { payableFen, minimumFen };
  });
  const { payouts, carried } = payoutsOf(statements);
  const sums = payouts.map((one) => `${one.statements.length}:${one.payableFen}`);
  return `${sums.join(' ')} carried ${carried.statements.length}:${carried.payableFen}`.trim();
}

describe('payouts', () => {
  it.each([
    ['100/0', '1:100 carried 0:0'],
    ['100/100', '1:100 carried 0:0'],
    ['99/100', 'carried 1:99'],
    ['40/100 70/100 5/100', '2:110 carried 1:5'],
    ['40/100 70/0', '2:110 carried 0:0'],
    ['40/0 70/200', '1:40 carried 1:70'],
    ['0/0', 'carried 1:0'],
    ['0/0 1/0', '2:1 carried 0:0'],
    ['-30/0 130/100', '2:100 carried 0:0'],
    ['-30/0 129/100', 'carried 2:99'],
    ['200/0 -200/0 200/0 1/0', '1:200 3:1 carried 0:0'],
  ])('%s: %s', (statements, payouts) => {
    expect(told(statements)).toBe(payouts);
  });
});

describe('the day on which a statement counts as confirmed', () => {
  it.each([
    ['2026-11-10T00:00:00+08:00', 10, '2026-11-21T00:00:00+08:00'],
    ['2026-11-10T23:59:59+08:00', 10, '2026-11-21T00:00:00+08:00'],
    ['2026-11-11T00:00:00+08:00', 10, '2026-11-22T00:00:00+08:00'],
    ['2026-12-25T12:00:00+08:00', 0, '2026-12-26T00:00:00+08:00'],
  ])('issued %s, %i days: %s', (issuedAt, days, confirmedAt) => {
    expect(deemedConfirmedAt('Asia/Shanghai', Date.parse(issuedAt), days)).toBe(Date.parse(confirmedAt));
  });
});
