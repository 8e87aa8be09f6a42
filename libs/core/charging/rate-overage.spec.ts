import { accountOf, at, planOf, recordOf, versionOf } from '../../../test/support/core-catalogue';
import { CONTENT, NOON, charge } from '../../../test/support/core-shop';
import { compileCatalogue } from './compile-catalogue';
import { newSubscription } from './new-subscription';
import { rateOverage } from './rate-overage';

const catalogue = compileCatalogue(CONTENT);
const BASE = versionOf(1, 'base', planOf({ code: 'base', role: 'base', priceBook: 'retail' }));

describe('the tariff that prices overage', () => {
  const record = recordOf({ at: NOON }, { input: 5 });
  const tariffAt = (own: { startsAt: number; endsAt: number | null }): string => {
    const account = accountOf();
    account.subscriptions.push({ ...newSubscription(account, BASE, own.startsAt, 'shop'), ...own });
    const rated = rateOverage(
      { account, record, ranDry: undefined, catalogue, kept: undefined },
      record.counts,
    );
    return rated.ok ? `${rated.overages[0]?.gross} by ${rated.overages[0]?.channel}` : rated.reason;
  };

  it.each<[string, number, number | null, string]>([
    ['begins at the instant', NOON, null, '10000000 by shop'],
    ['begins a millisecond later', NOON + 1, null, 'no_tariff'],
    ['ends a millisecond later', at('2026-10-01T00:00'), NOON + 1, '10000000 by shop'],
    ['ends at the instant', at('2026-10-01T00:00'), NOON, 'no_tariff'],
  ])('that %s', (_what, startsAt, endsAt, expected) => {
    expect(tariffAt({ startsAt, endsAt })).toBe(expected);
  });

  it('is not asked for what a hard limit leaves over, though the grant has something left', () => {
    expect(charge(['hard'], [{}, { input: 1, requests: 2 }]).charged).toMatchObject([
      { coveredTokens: 1, overageTokens: 0, overageKind: 'overdraw', usageGross: 0n },
    ]);
  });
});
