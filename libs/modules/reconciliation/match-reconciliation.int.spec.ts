import { gzipSync } from 'node:zlib';
import { HttpMarket } from '../../../test/support/http-market';
import { openAccount } from '../../../test/support/market';
import { MatchReconciliation } from './match-reconciliation';
import { ReadReconciliation } from './read-reconciliation';
import { ReceiveReconciliation } from './receive-reconciliation';

const OCTOBER = '2026-10-01T00:00:00+08:00';
/** More than are read, staged, fetched or written at once. */
const ROWS = 12_000;
/** Of every hundred rows one is missing, and one is a token more. */
const EVERY = 100;

/** Written past the engine: what matters here is how many there are. */
const FILL = `
  WITH record AS (
    INSERT INTO ciyuan.usage_record (account_id, at, sequence, batch_id, accounting_month, partner, source, record_id, model, vendor,
      compute_owner, chip_kind, service_tier, input, output, drawn_milli, first_drawn_milli, covered_tokens, overage_tokens,
      overage_kind, recognised_gross, recognised_net, usage_gross)
    SELECT $1, timestamptz '${OCTOBER}' + n * interval '1 second', 1000 + n, 1, '2026-10', 'gateway', 'api', 'r-' || n, 'glm-5', 'zhipu',
      'tianyi', 'ascend', 'standard', n, 1, 0, 0, 0, n + 1, 'usage', 0, 0, n * 0.000002 + 0.000008
      FROM generate_series(1, $2::integer) AS n RETURNING account_id, at, source, record_id
  )
  INSERT INTO ciyuan.usage_key (key, content_hash, hash_version, account_id, at)
  SELECT 'gateway ' || source || ' ' || record_id, decode(repeat('00', 16), 'hex'), 1, account_id, at FROM record`;

describe('matching a long file', () => {
  let market: HttpMarket;

  beforeAll(async () => {
    market = await HttpMarket.open(OCTOBER);
    const account = await openAccount(market.engine, 'alice', ['base'], OCTOBER);
    await market.engine.rows("SELECT ciyuan.ensure_usage_partition('2026-09')");
    await market.engine.rows("SELECT ciyuan.ensure_usage_partition('2026-10')");
    await market.engine.rows(FILL, [account, ROWS]);
  }, 120_000);
  afterAll(() => market.close());

  const get = <T>(type: abstract new (...args: never[]) => T): T =>
    market.app.get<T>(type, { strict: false });

  async function receive(): Promise<number> {
    const lines = Array.from({ length: ROWS }, (_, index) => index + 1)
      .filter((n) => n % EVERY !== 0)
      .map((n) => `r-${n},${n},${n % EVERY === 1 ? 2 : 1}`);
    const received = await get(ReceiveReconciliation).run({
      party: 'gateway',
      role: 'reporter',
      level: 'records',
      month: '2026-10',
      currency: 'CNY',
      fileName: 'long',
      fileFormat: 'csv_gzip',
      columns: {},
      bytes: gzipSync(`recordId,input,output\n${lines.join('\n')}\n`),
      by: 'finance',
    });
    if (!received.ok) throw new Error(received.refusal.code);
    return received.value.id;
  }

  it('may break off, and comes to the same when it is begun again', async () => {
    const id = await receive();
    const broken = get(MatchReconciliation).run(id, () => Promise.reject(new Error('broken off')));
    await expect(broken).rejects.toThrow('broken off');
    expect(await get(ReadReconciliation).run({ runId: id })).toMatchObject({
      state: 'received',
      totals: null,
    });
    const seen: (readonly [number, number | null])[] = [];
    await get(MatchReconciliation).run(id, async (done, total) => {
      seen.push([done, total]);
      return Promise.resolve();
    });
    const rows = ROWS - ROWS / EVERY;
    expect([seen[0], seen.at(-1)]).toEqual([
      [2_000, null],
      [rows, rows],
    ]);
    const found = await get(ReadReconciliation).run({ runId: id });
    expect(found).toMatchObject({
      state: 'matched',
      rows,
      totals: {
        ours_only: { keys: ROWS / EVERY },
        quantity: { keys: ROWS / EVERY },
        equal: { keys: ROWS - (2 * ROWS) / EVERY },
      },
    });
    expect(await get(MatchReconciliation).run(id, () => Promise.reject(new Error('twice')))).toMatchObject({
      id,
    });
  }, 300_000);
});
