import { at, monthsOf, recordOf, ruleOf, versionOf } from '../../../test/support/core-catalogue';
import { CONTENT, charge } from '../../../test/support/core-shop';
import type { AccountState } from './account-state';
import { compileCatalogue } from './compile-catalogue';
import { decide } from './decide';
import type { CatalogueContent } from './documents';

type Own = Parameters<typeof recordOf>;

describe('a record is suspended whole', () => {
  it.each<[string, readonly string[], Own, string]>([
    ['of a model that nobody defined', ['base'], [{ model: 'gpt' }], 'unknown_model gpt'],
    [
      'of a model of another vendor',
      ['base'],
      [{ vendor: 'tianyi' }],
      'not_contracted glm-5 of tianyi on tianyi',
    ],
    [
      'on an owner outside the contract',
      ['base'],
      [{ computeOwner: 'x' }],
      'not_contracted glm-5 of alpha on x',
    ],
    [
      'of a partner without a contract',
      ['base'],
      [{ partner: 'x' }],
      'not_contracted glm-5 of alpha on tianyi',
    ],
    [
      'of an unknown model before the contract is asked',
      ['base'],
      [{ model: 'gpt', partner: 'x' }],
      'unknown_model gpt',
    ],
    [
      'without a base tariff for what is left over',
      ['pack'],
      [{}],
      'no_tariff no base subscription at the instant',
    ],
    [
      'before the book of the tariff is in force',
      ['base'],
      [{ at: at('2026-10-01T12:00') }],
      'no_tariff price book retail is not in force at the instant',
    ],
    [
      'with a class that the book does not price',
      ['base', 'pack'],
      [{}, { input: 150, output: 1, requests: 1 }],
      'unpriced output',
    ],
  ])('%s', (_what, plans, own, expected) => {
    const { suspended, ...rest } = charge(plans, own);
    expect(suspended.map((one) => `${one.reason} ${one.detail}`)).toEqual([expected]);
    expect(Object.values(rest).flat()).toEqual([]);
  });

  it('where no rule shares its revenue, of a grant or of overage', () => {
    const only = (plan: string) => ({
      ...CONTENT,
      split_rule: [versionOf(12, plan, ruleOf(plan, { plan }))],
    });
    const reasons = (content: CatalogueContent) =>
      charge(['base', 'pack'], [{}], content).suspended.map((one) => `${one.reason} ${one.detail}`);
    expect(reasons(only('base'))).toEqual(['no_split_rule pack']);
    expect(reasons(only('pack'))).toEqual(['no_split_rule base']);
  });

  it('of a code that no account has', () => {
    const record = recordOf({ accountCode: 'nobody' });
    const given = {
      accounts: new Map<number, AccountState>(),
      catalogue: compileCatalogue(CONTENT),
      months: monthsOf(),
    };
    for (const accountId of [undefined, 5]) {
      const { suspended } = decide({ records: [{ record, accountId }], ...given });
      expect(suspended).toEqual([{ record, reason: 'unknown_account', detail: 'nobody' }]);
    }
  });
});
