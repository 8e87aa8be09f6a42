import { ReRateAccount, ReRateVoided, ReplaceUsage, VoidUsage } from '@ciyuan/modules/charging';
import { PublishDocument } from '@ciyuan/modules/catalogue';
import type { DocumentKind } from '@ciyuan/core/charging';
import { calls } from '../support/seeded-calls';
import { SeededMarket } from '../support/seeded-market';
import { must } from '../support/settlement-engine';

// Every figure here is worked out by hand in db/seeds/scenarios/corrections.md.

const OCTOBER_BEGINS = '2026-10-01T00:00:00+08:00';
const NOVEMBER_BEGINS = '2026-11-01T00:00:00+08:00';
const M = 1_000_000_000n;

interface PricedBook {
  readonly entries: readonly { readonly model: string; readonly class: string; readonly price: string }[];
}

describe('what was charged wrongly', () => {
  let market: SeededMarket;
  beforeAll(async () => {
    market = await SeededMarket.open(OCTOBER_BEGINS);
    await market.openAccount('wang', 'consumer');
    await market.order('wang', 'payg-standard');
    await market.order('wang', 'personal-10m');
  });
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  const post = async (...records: object[]) => (await market.post(...records)).map(({ status }) => status);
  const gateway = { partner: 'gw-east', by: 'gw-east', asStaff: false };
  const reason = 'reported wrongly';
  const takeBack = async (...ids: string[]) => {
    const items = ids.map((id) => ({ source: 'api', id, reason }));
    return (await market.engine.get(VoidUsage).run({ ...gateway, items })).map(({ status }) => status);
  };
  /** Shown first, then applied as shown: of each record its usage before and after, and what that changes. */
  const reRate = async (): Promise<unknown[][]> => {
    const period = {
      account: 'wang',
      from: Date.parse(OCTOBER_BEGINS),
      until: Date.parse(NOVEMBER_BEGINS),
      reason,
      by: 'finance',
    };
    const shown = must(await market.engine.get(ReRateAccount).run({ ...period, apply: 'no' }));
    const apply = { asShown: shown.digest };
    const { differences } = must(await market.engine.get(ReRateAccount).run({ ...period, apply }));
    expect(differences).toEqual(shown.differences);
    expect(must(await market.engine.get(ReRateAccount).run({ ...period, apply: 'no' })).differences).toEqual(
      [],
    );
    return differences.map(({ id, before, after, change }) => [
      id,
      before.usageGross,
      after.usageGross,
      change.draws.map(({ milliTokens }) => milliTokens),
      change.computeCost,
    ]);
  };
  /** Publishes a version of a book as it is, but for what `change` makes of its entries. */
  const publish = async (
    kind: DocumentKind,
    code: string,
    effectiveFrom: string,
    change: (entries: PricedBook['entries']) => readonly object[],
  ) => {
    const [row] = await market.rows<{ body: PricedBook }>(
      'SELECT body FROM ciyuan.catalogue_document WHERE kind = $1 AND code = $2',
      [kind, code],
    );
    const { entries = [], ...rest } = row?.body ?? { entries: [] };
    const body = { ...rest, entries: change(entries) };
    const from = Date.parse(effectiveFrom);
    must(await market.engine.get(PublishDocument).run({ kind, body, effectiveFrom: from, by: 'maker' }));
  };
  const drawn = async () => (await market.balance('wang'))[0]?.slice(2);
  const usage = async () =>
    (await market.rows('SELECT sum(usage_gross) AS yuan FROM ciyuan.usage_entry')).map(({ yuan }) => yuan);

  it('a record sent by mistake is void, and what it pushed beyond the package comes back onto it', async () => {
    market.moveTo('2026-10-20T09:00:00+08:00');
    expect(await post(...calls(MISTAKEN))).toEqual(Array(3).fill('accepted'));
    expect([await drawn(), await usage()]).toEqual([[10n * M, 0n], ['5.000000000000']]);
    expect(await takeBack('a1')).toEqual(['voided']);
    expect([await drawn(), await usage()]).toEqual([[4n * M, 0n], ['5.000000000000']]);
    expect(await reRate()).toEqual([
      ['a2', 3_000_000_000_000n, 0n, [M], 0n],
      ['a3', 2_000_000_000_000n, 0n, [M], 0n],
    ]);
    expect([await drawn(), await usage()]).toEqual([[6n * M, 0n], ['0.000000000000']]);
  });

  it('a price of an earlier date charges what came before it was published', async () => {
    market.moveTo('2026-10-25T09:00:00+08:00');
    expect(await post(...calls(BEYOND))).toEqual(['accepted']);
    expect([await drawn(), await usage()]).toEqual([[10n * M, 0n], ['2.000000000000']]);
    await publish('price_book', 'retail', '2026-10-21T00:00:00+08:00', (entries) =>
      entries.map((entry) =>
        entry.model === 'deepseek-v3.2' && entry.class === 'input' && entry.price === '2'
          ? { ...entry, price: '2.5' }
          : entry,
      ),
    );
    expect(await reRate()).toEqual([['a4', 2_000_000_000_000n, 2_500_000_000_000n, [], 0n]]);
  });

  it('a cost that nobody knew is booked once it is known, and holds up nothing any more', async () => {
    market.moveTo('2026-10-27T09:00:00+08:00');
    const [call] = calls(UNKNOWN_COST);
    expect(await post({ ...call, chipKind: NEW_CHIP })).toEqual(['accepted']);
    const gaps = () => market.rows('SELECT settled_sequence IS NULL AS open FROM ciyuan.cost_suspense');
    expect(await gaps()).toEqual([{ open: true }]);
    const when = { chipKind: NEW_CHIP };
    const effectiveFrom = '2026-01-01T00:00:00+08:00';
    await publish('cost_book', 'tianyi-ascend-cost', OCTOBER_BEGINS, (entries) => [
      ...entries,
      { model: '*', class: 'input', price: '0.1', when, effectiveFrom },
      { model: '*', class: 'output', price: '0.4', when, effectiveFrom },
    ]);
    expect(await reRate()).toEqual([['a5', 1_500_000_000_000n, 1_500_000_000_000n, [], 100_000_000_000n]]);
    expect(await gaps()).toEqual([{ open: false }]);
  });

  it('a record that counted too much is replaced by one under another id', async () => {
    const [call] = calls(MENDED);
    const record = { ...call, chipKind: NEW_CHIP } as never;
    const items = [{ source: 'api', id: 'a5', reason, record }];
    expect(await market.engine.get(ReplaceUsage).run({ ...gateway, items })).toMatchObject([
      {
        status: 'replaced',
        void: { creditedGross: 1_500_000_000_000n },
        record: { status: 'accepted', charge: { usageGross: 600_000_000_000n } },
      },
    ]);
    expect(await usage()).toEqual(['3.100000000000']);
  });

  it('a month is not issued before the accounts of its voids are re-rated', async () => {
    await market.endMonth('2026-10');
    const { id } = must(await market.calculate('2026-10'));
    must(await market.approve(id));
    expect(await market.issue(id)).toEqual({ ok: false, refusal: { code: 'voids_not_re_rated', count: 1 } });
    const reRated = await market.engine.get(ReRateVoided).run({ month: '2026-10', by: 'close' });
    expect(reRated).toEqual({ accounts: 1, changed: 0 });
    must(await market.issue(id));
    expect(await market.told('2026-10')).toBe(OCTOBER);
  });

  it('what is void once its month is closed and its package over lapses at once, and again', async () => {
    market.moveTo('2026-11-10T09:00:00+08:00');
    expect(await takeBack('a2')).toEqual(['voided']);
    expect(await drawn()).toEqual([5n * M, 5n * M]);
    expect(await post(...calls(LATE))).toEqual(['accepted']);
    expect(await drawn()).toEqual([7n * M, 3n * M]);
    expect(await takeBack('b1', 'b1')).toEqual(['voided', 'already_voided']);
    expect(await drawn()).toEqual([5n * M, 5n * M]);
    const months = await market.rows(
      "SELECT DISTINCT accounting_month FROM ciyuan.usage_correction WHERE record_id IN ('a2', 'b1')",
    );
    expect(months).toEqual([{ accounting_month: '2026-10' }, { accounting_month: '2026-11' }]);
  });

  it('November adjusts October by it, and October’s statements stay as they were issued', async () => {
    await market.endMonth('2026-11');
    const reRated = await market.engine.get(ReRateVoided).run({ month: '2026-11', by: 'close' });
    expect(reRated).toEqual({ accounts: 1, changed: 2 });
    expect(await drawn()).toEqual([6_320_000_000n, 3_680_000_000n]);
    await market.settle('2026-11');
    expect(await market.told('2026-11')).toBe(NOVEMBER);
    expect(await market.told('2026-10')).toBe(OCTOBER);
  });
});

const NEW_CHIP = 'ascend-920';
const MISTAKEN = `
  a1 | wang | 2026-10-05T11:00:00 | deepseek-v3.2 | hygon-dcu | input 6_000_000
  a2 | wang | 2026-10-08T11:00:00 | deepseek-v3.2 | hygon-dcu | input 3_000_000, output 2_000_000
  a3 | wang | 2026-10-12T11:00:00 | deepseek-v3.2 | hygon-dcu | input 1_000_000`;
const BEYOND = 'a4 | wang | 2026-10-22T11:00:00 | deepseek-v3.2 | hygon-dcu | input 5_000_000';
const UNKNOWN_COST = 'a5 | wang | 2026-10-26T11:00:00 | telechat-2-115b | ascend-910c | input 1_000_000';
const MENDED = 'a5-b | wang | 2026-10-26T11:00:00 | telechat-2-115b | ascend-910c | input 400_000';
const LATE = 'b1 | wang | 2026-10-30T11:00:00 | deepseek-v3.2 | hygon-dcu | input 2_000_000';

const OCTOBER = `
chinatelecom-xingchen: payg-standard telechat-2-115b usage 0.20
chinatelecom-xingchen: issued 0.20 + 0.01 VAT = 0.21
deepseek: payg-standard deepseek-v3.2 usage 0.90
deepseek: personal-10m deepseek-v3.2 package 2.72
deepseek: issued 3.62 + 0.22 VAT = 3.84
hygon-cloud: payg-standard deepseek-v3.2 usage 0.14
hygon-cloud: personal-10m deepseek-v3.2 package 2.22
hygon-cloud: issued 2.36 + 0.14 VAT = 2.50
operator: payg-standard deepseek-v3.2 usage 1.32
operator: personal-10m deepseek-v3.2 package 4.40
operator: payg-standard telechat-2-115b usage 0.33
operator: issued 6.05 + 0.00 VAT = 6.05
tianyi-ascend: payg-standard telechat-2-115b usage 0.04
tianyi-ascend: issued 0.04 + 0.00 VAT = 0.04`;

const NOVEMBER = `
chinatelecom-xingchen: adjustment 2026-10 -0.09
chinatelecom-xingchen: issued -0.09 + -0.01 VAT = -0.10
deepseek: adjustment 2026-10 -1.74
deepseek: issued -1.74 + -0.10 VAT = -1.84
hygon-cloud: adjustment 2026-10 -1.52
hygon-cloud: issued -1.52 + -0.09 VAT = -1.61
operator: personal-10m breakage 9.34
operator: adjustment 2026-10 0.42
operator: issued 9.76 + 0.00 VAT = 9.76
tianyi-ascend: adjustment 2026-10 0.00
tianyi-ascend: issued 0.00 + 0.00 VAT = 0.00`;
