import type { VariancePolicy } from '../catalogue';
import { findVariances } from './find-variances';
import type { SettledSums } from './variance';

/** `alpha 100.00 glm:5` is a party with 100 yuan, and 5 tokens of a model. */
function sums(...parties: readonly string[]): SettledSums {
  const read = parties.map((text) => {
    const [party = '', yuan = '', ...models] = text.split(' ');
    const shareFen = BigInt(yuan.replace('.', ''));
    return { party, currency: 'CNY', shareFen, models };
  });
  return {
    parties: read.map(({ party, currency, shareFen }) => ({ party, currency, shareFen })),
    models: read.flatMap(({ party, currency, shareFen, models }) =>
      models.map((one) => {
        const [model = '', tokens = ''] = one.split(':');
        return { party, currency, model, shareFen, tokens: BigInt(tokens) };
      }),
    ),
  };
}

const POLICY: VariancePolicy = {
  code: 'p',
  partyShare: { percent: '20', yuan: '100' },
  modelTokens: { percent: '50', tokens: 1000 },
  newParty: { yuan: '50' },
  partyGone: { yuan: '50' },
  zeroBill: { yuan: '0' },
  negativeStatement: { yuan: '0' },
  topMovers: 2,
};

const found = (now: SettledSums, before: SettledSums | undefined, policy = POLICY): string[] =>
  findVariances(now, before, policy).findings.map(({ finding }) => finding);

describe('what is far from the month before', () => {
  it.each([
    ['a change of exactly both thresholds is none', 'a 600.00', 'a 500.00', []],
    ['beyond both is one', 'a 600.01', 'a 500.00', ['party_share/a/CNY']],
    ['many yuan and few per cent are none', 'a 10500.00', 'a 10000.00', []],
    ['many per cent and few yuan are none', 'a 100.00', 'a 1.00', []],
    ['a fall counts as a rise does', 'a 399.99', 'a 500.00', ['party_share/a/CNY']],
    ['from nothing, each change is beyond any per cent', 'a 100.01', 'a 0.00', ['party_share/a/CNY']],
    ['of what was owed, too', 'a -379.99', 'a -500.00', ['negative_statement/a/CNY', 'party_share/a/CNY']],
    ['tokens beyond both', 'a 5.00 m:3001', 'a 5.00 m:2000', ['model_tokens/a/CNY/m']],
    ['tokens on the number', 'a 5.00 m:1000', 'a 5.00 m:2000', []],
    ['tokens on the percentage', 'a 5.00 m:6000', 'a 5.00 m:4000', []],
    ['a model that is gone', 'a 5.00', 'a 5.00 m:1001', ['model_tokens/a/CNY/m']],
  ])('%s', (_what, now, before, expected) => {
    expect(found(sums(now), sums(before))).toEqual(expected);
  });

  it('tells parties that are new, gone or billed nothing, and never the same one twice', () => {
    const before = sums('gone 50.01', 'small 50.00', 'zero 0.01', 'nothing 0.00');
    const now = sums('new 50.01', 'tiny 50.00', 'zero 0.00', 'nothing 0.00');
    expect(found(now, before)).toEqual(['new_party/new/CNY', 'party_gone/gone/CNY', 'zero_bill/zero/CNY']);
  });

  it('orders by what the share moved by, and then by name', () => {
    const before = sums('a 500.00', 'b 500.00', 'c 900.00');
    expect(found(sums('a 700.00', 'b 300.00', 'c 100.00 m:5000'), before)).toEqual([
      'party_share/c/CNY',
      'party_share/a/CNY',
      'party_share/b/CNY',
      // Of the model, 100 yuan: what it had is nothing.
      'model_tokens/c/CNY/m',
    ]);
  });

  it('without a month before only says who would owe', () => {
    const { findings, topMovers } = findVariances(sums('a -0.01', 'b 900.00 m:9999'), undefined, POLICY);
    expect(findings).toEqual([
      {
        finding: 'negative_statement/a/CNY',
        kind: 'negative_statement',
        ...{ party: 'a', currency: 'CNY', model: null },
        ...{ before: 0n, after: -1n, change: -1n, basisPoints: null, sizeFen: 1n },
      },
    ]);
    expect(topMovers).toEqual([]);
  });

  it('shows what moved most, whatever the thresholds are', () => {
    const { findings, topMovers } = findVariances(
      sums('a 1.00', 'b 5.00', 'c 3.00'),
      sums('a 1.50', 'b 5.00', 'c 2.00'),
      { code: 'p', topMovers: 2 },
    );
    expect(findings).toEqual([]);
    expect(topMovers.map(({ party, change, basisPoints }) => [party, change, basisPoints])).toEqual([
      ['c', 100n, 5_000n],
      ['a', -50n, -3_333n],
    ]);
  });

  it('asks for nothing that the policy does not name', () => {
    expect(
      found(sums('a -9.00 m:0', 'n 9.00'), sums('a 9.00 m:9', 'g 9.00'), { code: 'p', topMovers: 0 }),
    ).toEqual([]);
  });

  it('is the same in any order, and nothing of a month like the one before', () => {
    const [now, before] = [sums('a 9.00 m:1', 'b 800.00 m:9000'), sums('b 90.00 m:1', 'c 51.00 m:5')];
    const turned = { parties: [...now.parties].reverse(), models: [...now.models].reverse() };
    expect(findVariances(turned, before, POLICY)).toEqual(findVariances(now, before, POLICY));
    expect(findVariances(now, now, POLICY)).toEqual({ findings: [], topMovers: [] });
  });
});
