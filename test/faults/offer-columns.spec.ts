import { ChangeAccountStatus, MoveCustomer, RegisterCustomer } from '@ciyuan/modules/parties';
import { TopUpPool } from '@ciyuan/modules/subscriptions';
import { Engine } from '../support/engine';
import { deletionIsSeen, unseenChanges } from '../support/every-column';
import { openMarket } from '../support/market';
import { openCustomer, openOffers, orderNow } from '../support/offers';
import { must } from '../support/settlement-engine';
import { Tampering } from '../support/tampering';

const NO_RIGHT = '42501';
const BROKEN_LAW = '23514';
const TWICE = '23505';

/** What nothing else repeats: who did it, when, and why; what people are called, and where they are. */
const ROWS: readonly (readonly [table: string, where: string, unseen: readonly string[]])[] = [
  ['offer_taken', "plan_code = 'once'", []],
  ['offer_taken', "plan_code = 'both'", []],
  ['campaign_pool', 'true', ['name', 'starts_at', 'ends_at']],
  ['campaign_top_up', "reference = 'opening'", ['added_by']],
  ['campaign_top_up', "reference = 'more'", ['reference', 'added_by', 'added_at']],
  ['account_status_change', 'number = 1', ['reason', 'changed_by', 'changed_at']],
  ['account_status_change', 'number = 2', ['reason', 'changed_by', 'changed_at']],
];

const ATTACKS: readonly (readonly [what: string, sqlState: string, statement: string])[] = [
  [
    'an offer taken twice',
    TWICE,
    "INSERT INTO offer_taken SELECT plan_code, customer_code, 2, 2, now() FROM offer_taken WHERE plan_code = 'once'",
  ],
  ['an offer given back', NO_RIGHT, 'DELETE FROM offer_taken'],
  ['an offer of somebody else', NO_RIGHT, "UPDATE offer_taken SET customer_code = 'other'"],
  ['more taken than there is', BROKEN_LAW, 'UPDATE campaign_pool SET taken_tokens = tokens + 1'],
  ['less taken than nothing', BROKEN_LAW, 'UPDATE campaign_pool SET taken_tokens = -1'],
  ['a longer campaign', NO_RIGHT, 'UPDATE campaign_pool SET ends_at = NULL'],
  ['a campaign taken away', NO_RIGHT, 'DELETE FROM campaign_pool'],
  ['an edited top-up', NO_RIGHT, 'UPDATE campaign_top_up SET tokens = 1'],
  ['a customer of another name', NO_RIGHT, "UPDATE customer SET name = 'x'"],
  ['a customer that moved away', NO_RIGHT, "UPDATE customer SET region = 'CN-BJ'"],
  ['a verification by nobody', BROKEN_LAW, 'UPDATE customer SET verified_at = now(), verified_by = NULL'],
  [
    'a company that is its own parent',
    BROKEN_LAW,
    "UPDATE customer SET parent_code = code WHERE kind = 'organisation'",
  ],
  ['a company with a parent', BROKEN_LAW, "UPDATE customer SET parent_code = 'group' WHERE code = 'solo'"],
  ['a forgotten suspension', NO_RIGHT, 'DELETE FROM account_status_change'],
  ['a closed account opened again', NO_RIGHT, "UPDATE account SET status = 'active' WHERE status = 'closed'"],
  ['another account’s code', NO_RIGHT, "UPDATE account SET code = 'x'"],
];

describe('what offers leave, changed in one column behind the engine’s back', () => {
  let engine: Engine;
  let tampering: Tampering;

  beforeAll(async () => {
    engine = await Engine.start('2026-10-01T00:00:00+08:00');
    await openMarket(engine);
    await openOffers(engine);
    await openCustomer(engine, 'solo', ['a', 'b']);
    await openCustomer(engine, 'other', ['c']);
    for (const plan of ['once', 'both', 'pooled']) expect(await orderNow(engine, 'a', plan)).toBe('taken');
    must(await engine.get(TopUpPool).run({ pool: 'spring', reference: 'more', tokens: 7, by: 'maker' }));
    for (const status of ['suspended', 'closed'] as const)
      must(await engine.get(ChangeAccountStatus).run({ account: 'b', status, reason: 'x', by: 'desk' }));
    for (const code of ['group', 'branch']) {
      const firm = {
        code,
        kind: 'organisation',
        name: code,
        region: 'CN-SH',
        identity: `${code}00`.toUpperCase(),
      };
      must(await engine.get(RegisterCustomer).run(firm));
    }
    must(await engine.get(MoveCustomer).run({ code: 'branch', parent: 'group' }));
    tampering = await Tampering.asSuperuser(engine.urls);
  });
  afterAll(async () => {
    await tampering.end();
    await engine.stop();
  });

  it('begins with nothing to report', async () => {
    expect(await engine.violations()).toEqual([]);
  });

  it.each(ROWS)('%s where %s: all is seen but %p', async (table, where, unseen) => {
    expect(await unseenChanges(tampering, table, where)).toEqual(unseen);
    expect(await deletionIsSeen(tampering, table, where)).toBe(true);
  });

  it.each([
    ["UPDATE customer SET parent_code = 'branch' WHERE code = 'group'"],
    ["UPDATE account SET status = 'suspended' WHERE code = 'a'"],
    ["UPDATE account SET customer_code = 'other' WHERE code = 'a'"],
    ['UPDATE campaign_pool SET tokens = tokens + 1'],
    ['UPDATE campaign_pool SET taken_tokens = taken_tokens - 10000'],
  ])('sees %s', async (statement) => {
    expect(await tampering.isSeen(statement)).toBe(true);
  });

  it.each(ATTACKS)('%s is refused with %s', async (_what, sqlState, statement) => {
    const application = await Tampering.at(engine.urls.appUrl);
    try {
      expect(await application.refusal(statement)).toBe(sqlState);
    } finally {
      await application.end();
    }
  });
});
