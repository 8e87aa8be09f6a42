import { draft, finish, grantStated, type AccountState, type StatedGrant } from '@ciyuan/core/charging';
import { parseYuan } from '@ciyuan/core/kernel';
import { Database } from '@ciyuan/platform/database';
import { SeededMarket } from '../../../test/support/seeded-market';
import { ChangeAccounts } from './change-accounts';

const START = '2026-10-05T00:00:00+08:00';
const NOW = Date.parse(START);

/** 400,000.500 tokens left of a package that was bought elsewhere, and 1.06 yuan of its price. */
const HALF_USED: Omit<StatedGrant, 'planVersionId'> = {
  origin: 'stated',
  subscriptionId: 2,
  cycle: 1,
  channel: null,
  quantityMilli: 400_000_500n,
  priceGross: parseYuan('1.06'),
  priceNet: parseYuan('1.000000000001'),
  grantedAt: NOW,
  effectiveAt: Date.parse('2026-09-20T00:00:00+08:00'),
  expiresAt: Date.parse('2026-10-20T00:00:00+08:00'),
  priority: 20,
  from: null,
};

describe('a grant of stated terms', () => {
  let market: SeededMarket;

  beforeAll(async () => {
    market = await SeededMarket.open(START);
    await market.openAccount('wang', 'consumer');
    await market.order('wang', 'payg-standard');
    await market.order('wang', 'personal-10m');
    await state('wang');
  });
  afterAll(() => market.stop());

  const state = (account: string) =>
    market.engine.get(Database).transaction(async (tx) => {
      const [row] = await tx.rows<{ account_id: string; plan_version_id: string }>(
        `SELECT account_id, plan_version_id FROM ciyuan.subscription JOIN ciyuan.account AS a USING (account_id)
          WHERE a.code = $1 AND id = 2`,
        [account],
      );
      const id = Number(row?.account_id);
      await market.engine.get(ChangeAccounts).run(tx, {
        kind: 'take_on',
        takes: new Map([[id, 1]]),
        from: NOW,
        until: NOW,
        decide: (accounts, months, catalogue) => {
          const work = draft(catalogue, months);
          const terms = { ...HALF_USED, planVersionId: Number(row?.plan_version_id) };
          grantStated(work, accounts.get(id) as AccountState, terms);
          return finish(work);
        },
      });
    });

  it('is owed by nobody: the other books hand over what is left to recognise', async () => {
    expect(
      await market.rows(
        `SELECT ledger_account, trim_scale(amount)::text AS amount FROM ciyuan.journal_line
          JOIN ciyuan.account_write AS w USING (batch_id) WHERE w.kind = 'take_on' ORDER BY line`,
      ),
    ).toEqual([
      { ledger_account: 'deferred_revenue', amount: '-1.000000000001' },
      { ledger_account: 'token_balance', amount: '400000.5' },
      { ledger_account: 'opening_balance', amount: '1.000000000001' },
      { ledger_account: 'token_opening', amount: '-400000.5' },
    ]);
  });

  it('expires like any other, and everything adds up and comes out again', async () => {
    await market.endMonth('2026-10');
    expect(
      await market.rows(
        'SELECT kind, milli_tokens FROM ciyuan.grant_movement WHERE grant_number = 4 ORDER BY sequence',
      ),
    ).toEqual([
      { kind: 'stated', milli_tokens: '400000500' },
      { kind: 'expired', milli_tokens: '400000500' },
    ]);
    expect(await market.violations()).toEqual([]);
  });
});
