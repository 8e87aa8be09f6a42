import { openCommittedMarket } from '../../../test/support/committed-market';
import { deletionIsSeen, unseenChanges } from '../../../test/support/every-column';
import type { SeededMarket } from '../../../test/support/seeded-market';
import { Tampering } from '../../../test/support/tampering';
import { VerifiedTampering } from '../../../test/support/verified-tampering';
import type { FigureDifference } from './replay/figures';
import { VerifyMonth } from './verify-month';

const NONE: readonly string[] = [];
/** What no figure hangs on. */
const IDENTITY = ['at', 'source', 'record_id', 'service_tier'];

/** One row of each kind that commitments leave, and the columns that can be changed without verifying finding it. */
const ROWS: readonly (readonly [table: string, where: string, unseen: readonly string[]])[] = [
  ['commitment_entry', 'closes AND period = 1', NONE],
  ['commitment_entry', 'NOT closes AND make_up_used > 0', NONE],
  ['commitment_entry', 'NOT closes AND gross < 0', NONE],
  ['commitment_entry', 'make_up_lapsed > 0', NONE],
  ['usage_record', "record_id = 'm4'", IDENTITY],
  ['usage_record', "record_id = 'k1'", IDENTITY],
  ['tier_counter', "key LIKE '%|commitment|1'", NONE],
  ['subscription', "plan_code = 'prepaid-quarters-12b'", ['created_at']],
];

describe('a month of commitments that is computed again', () => {
  let market: SeededMarket;
  let superuser: Tampering;
  let tampering: VerifiedTampering;

  /** Both accounts have records in it, so it looks at all that ever happened to them. */
  const found = async (): Promise<readonly FigureDifference[]> =>
    (await market.engine.get(VerifyMonth).run('2026-02')).differences;

  beforeAll(async () => {
    market = await openCommittedMarket();
    superuser = await Tampering.asSuperuser(market.urls);
    tampering = new VerifiedTampering(superuser, found);
  });

  afterAll(async () => {
    await superuser.end();
    await market.stop();
  });

  it('begins with nothing to report', async () => {
    expect(await found()).toEqual([]);
  });

  it.each(ROWS)('%s where %s: all is seen but %p', async (table, where, unseen) => {
    expect(await unseenChanges(tampering, table, where)).toEqual(unseen);
    expect(await deletionIsSeen(tampering, table, where)).toBe(true);
  });

  it('ends as it began', async () => {
    expect(await found()).toEqual([]);
  });
});
