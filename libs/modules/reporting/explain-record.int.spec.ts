import { parseYuan, ratio } from '@ciyuan/core/kernel';
import { Tampering } from '../../../test/support/tampering';
import { openVerifiedMarket, type VerifiedMarket } from '../../../test/support/verified-market';
import { VerifiedTampering } from '../../../test/support/verified-tampering';
import { ExplainRecord, type ExplainedRecord } from './explain-record';
import type { FigureDifference } from './replay/figures';

const yuan = parseYuan;
const WHOLE = { d: 1n };

describe('a charged record, explained', () => {
  let verified: VerifiedMarket;
  let superuser: Tampering;

  beforeAll(async () => {
    verified = await openVerifiedMarket();
    superuser = await Tampering.asSuperuser(verified.engine.urls);
  });

  afterAll(async () => {
    await superuser.end();
    await verified.stop();
  });

  const explain = (recordId: string, partner = 'gateway', source = 'api') =>
    verified.market.engine.get(ExplainRecord).run({ partner, source, recordId });
  const told = async (recordId: string): Promise<ExplainedRecord> => {
    const explained = await explain(recordId);
    if (!explained.ok) throw new Error(JSON.stringify(explained.refusal));
    return explained.value;
  };
  const journalOf = ({ journal }: ExplainedRecord): string[] =>
    journal.map(({ accountingMonth, asset, account, amount }) =>
      [accountingMonth, asset, account, amount].join(' '),
    );

  it('over two grants and beyond them: what each had, what it covered, and what the rest cost', async () => {
    const explained = await told('o3');
    expect(explained).toMatchObject({
      accountId: 2,
      sequence: 7,
      usageMonth: '2026-10',
      accountingMonth: '2026-10',
      differences: [],
    });
    // 9,000 of the trial's 10,000 were used; the pack has 400,000; 395,000 and 8,000 are asked for.
    expect(explained.charge.grants).toMatchObject([
      {
        number: 3,
        plan: 'trial',
        beforeMilli: 1_000_000n,
        drawnMilli: 1_000_000n,
        afterMilli: 0n,
        covered: [{ counter: 'input', tokens: 1_000, coefficientMilli: 1_000n }],
        recognisedGross: 0n,
        recognisedNet: 0n,
      },
      {
        number: 5,
        plan: 'pack',
        beforeMilli: 400_000_000n,
        drawnMilli: 400_000_000n,
        afterMilli: 0n,
        covered: [
          { counter: 'input', tokens: 394_000, coefficientMilli: 1_000n },
          { counter: 'output', tokens: 6_000, coefficientMilli: 1_000n },
        ],
        recognisedGross: yuan('1'),
        recognisedNet: yuan('0.94'),
      },
    ]);
    expect(explained.charge.overages).toMatchObject([
      {
        kind: 'usage',
        rating: 'base',
        plan: 'base',
        counts: [{ counter: 'output', quantity: 2_000 }],
        lines: [{ counter: 'output', quantity: 2_000, picoPerUnit: 8_000_000n, amount: yuan('0.016') }],
        tiers: [],
        gross: yuan('0.016'),
      },
    ]);
    expect(explained.charge.costs).toMatchObject([
      { role: 'vendor', party: 'zhipu', amount: null },
      { role: 'compute', party: 'tianyi', amount: yuan('0.2055') },
    ]);
    expect(journalOf(explained)).toEqual([
      '2026-10 CNY deferred_revenue 940000000000',
      '2026-10 CNY package_revenue -940000000000',
      '2026-10 CNY unbilled_usage 16000000000',
      '2026-10 CNY usage_revenue -16000000000',
      '2026-10 TOKEN token_balance -401000000',
      '2026-10 TOKEN token_consumed 401000000',
    ]);
  });

  it('shares each part by itself: 40 % to the vendor, the cost to the owner, the rest to the operator', async () => {
    const { shares } = await told('o3');
    expect(
      shares.map(({ key, net, steps, residual, left }) => [
        key.kind,
        net,
        ...steps.map(({ type, party, taken }) => [type, party, taken]),
        residual,
        left,
      ]),
    ).toEqual([
      // 0.016 / 1.06; the cost of 2,000 of output at 1 yuan.
      [
        'usage',
        ratio(800_000_000_000n, 53n),
        ['percent', 'zhipu', ratio(320_000_000_000n, 53n)],
        ['cost', 'tianyi', ratio(yuan('0.002'))],
        'operator',
        ratio(374_000_000_000n, 53n),
      ],
      // Given away: its cost is the operator's.
      [
        'package',
        ratio(0n),
        ['percent', 'zhipu', ratio(0n)],
        ['cost', 'tianyi', ratio(yuan('0.0005'))],
        'operator',
        ratio(yuan('-0.0005')),
      ],
      [
        'package',
        ratio(yuan('0.94')),
        ['percent', 'zhipu', ratio(yuan('0.376'))],
        ['cost', 'tianyi', ratio(yuan('0.203'))],
        'operator',
        ratio(yuan('0.361')),
      ],
    ]);
  });

  it('of a provider’s own object: what was said, and the counts that it came to', async () => {
    const { record, charge, differences } = await told('o8');
    expect(record.wire).toEqual({
      semantics: 'openai_chat',
      raw: { prompt_tokens: 900, completion_tokens: 100, prompt_tokens_details: { cached_tokens: 300 } },
    });
    // 1,250 of the million went to the record before it.
    expect(charge.grants).toMatchObject([
      {
        beforeMilli: 998_750_000n,
        drawnMilli: 730_000n,
        covered: [
          { counter: 'input', tokens: 600, coefficientMilli: 1_000n },
          { counter: 'cached_input', tokens: 300, coefficientMilli: 100n },
          { counter: 'output', tokens: 100, coefficientMilli: 1_000n },
        ],
        // 730 millionths of 9.90 and of 9.34.
        recognisedGross: yuan('0.007227'),
        recognisedNet: yuan('0.0068182'),
      },
    ]);
    expect(charge.overages).toEqual([]);
    expect(differences).toEqual([]);
  });

  it('that was in suspense: with the catalogue of the write that charged it', async () => {
    const [first, recycled] = [await told('o1'), await told('o6')];
    expect(recycled).toMatchObject({
      accountId: 6,
      sequence: 2,
      accountingMonth: '2026-10',
      differences: [],
    });
    expect(recycled.charge.overages).toMatchObject([{ gross: yuan('0.000196') }]);
    expect(recycled.batchId).not.toBe(first.batchId);
    expect(recycled.catalogueEpoch).toBe(first.catalogueEpoch + 1);
  });

  it('that was late, of a grant that had expired: booked in the next month, as breakage taken back', async () => {
    const explained = await told('n2');
    expect(explained).toMatchObject({ usageMonth: '2026-10', accountingMonth: '2026-11', differences: [] });
    expect(explained.charge.grants).toMatchObject([
      { number: 3, drawnMilli: 404_000n, recognisedNet: yuan('0.00377336') },
    ]);
    expect(journalOf(explained)).toEqual([
      '2026-11 CNY package_revenue -3773360000',
      '2026-11 CNY breakage_revenue 3773360000',
      '2026-11 TOKEN token_consumed 404000',
      '2026-11 TOKEN token_expired -404000',
    ]);
    expect(explained.shares.map(({ key, net, left }) => [key.kind, net, left])).toEqual([
      ['breakage', { n: -3_773_360_000n, ...WHOLE }, { n: 0n, ...WHOLE }],
      // Less 40 % and a cost of 0.000204.
      ['package', { n: 3_773_360_000n, ...WHOLE }, { n: 2_060_016_000n, ...WHOLE }],
    ]);
  });

  it('by tiers, at coefficients that had moved on', async () => {
    const { charge } = await told('p2');
    expect(charge.grants).toMatchObject([
      {
        coefficientVersionId: null,
        beforeMilli: 6_700_000n,
        covered: [
          { counter: 'input', tokens: 4_000, coefficientMilli: 1_000n },
          { counter: 'cached_input', tokens: 9_000, coefficientMilli: 300n },
        ],
      },
    ]);
    expect(charge.overages).toMatchObject([
      {
        lines: [
          { counter: 'cached_input', quantity: 21_000, picoPerUnit: 2_500_000n, amount: yuan('0.0525') },
        ],
        tiers: [{ lineage: 'output', from: 0n, to: 900n, amount: yuan('0.009') }],
        gross: yuan('0.0615'),
      },
    ]);
  });

  it('by the price that was in force when it was charged, not by one that is back-dated since', async () => {
    const priced = async (id: string) => (await told(id)).charge.overages[0]?.lines[0]?.picoPerUnit;
    expect([await priced('p3'), await priced('n3'), await priced('n5')]).toEqual([
      2_000_000n,
      2_000_000n,
      3_000_000n,
    ]);
  });

  it.each([
    ['in suspense', 'o7', 'gateway', 'api'],
    ['that nobody reported', 'o99', 'gateway', 'api'],
    ['of another partner', 'o1', 'shop', 'api'],
    ['of another source', 'o1', 'gateway', 'batch'],
  ])('is not there for a record %s', async (_what, id, partner, source) => {
    expect(await explain(id, partner, source)).toEqual({ ok: false, refusal: { code: 'not_found' } });
  });

  describe('behind whose back something was changed', () => {
    const after = async (id: string, ...statements: string[]): Promise<readonly FigureDifference[]> => {
      const tampering = new VerifiedTampering(superuser, async () => (await told(id)).differences);
      return tampering.found(...statements);
    };
    const own = (id: string): string => `WHERE record_id = '${id}'`;
    const YUAN_PLACES = Array.from({ length: 13 }, (_, place) => `1e-${place}::numeric(38,12)`);
    const COUNT_PLACES = Array.from({ length: 9 }, (_, place) => String(10 ** place));

    it.each([
      ['recognised_gross', YUAN_PLACES],
      ['recognised_net', YUAN_PLACES],
      ['usage_gross', YUAN_PLACES],
      ['compute_cost', YUAN_PLACES],
      ['drawn_milli', COUNT_PLACES],
      ['covered_tokens', COUNT_PLACES],
      ['overage_tokens', COUNT_PLACES],
    ])('names %s for every digit of it', async (column, places) => {
      for (const place of places) {
        const found = await after(
          'o3',
          `UPDATE usage_record SET ${column} = ${column} + ${place} ${own('o3')}`,
        );
        expect(found.map((one) => [one.figure, one.column])).toEqual([['usage_record 2/7', column]]);
      }
    });

    it.each([
      ['vendor_cost', '0'],
      ['first_drawn_milli', 'first_drawn_milli - 1'],
      ['grant_number', 'grant_number + 2'],
      ['overage_kind', "'overdraw'"],
      ['accounting_month', "'2026-11'"],
      ['base_plan_version_id', 'base_plan_version_id + 1'],
      ['price_version_id', 'price_version_id + 1'],
    ])('names %s', async (column, value) => {
      const found = await after('o3', `UPDATE usage_record SET ${column} = ${value} ${own('o3')}`);
      expect(found.map((one) => [one.figure, one.column])).toEqual([['usage_record 2/7', column]]);
    });

    it('names what a movement, a missing cost and a provider’s object say otherwise', async () => {
      const draw = "UPDATE grant_movement SET milli_tokens = milli_tokens - 1 WHERE kind = 'drawn'";
      expect(await after('o3', draw)).toEqual([
        {
          figure: 'grant_movement 2/7 5 drawn',
          column: 'milli_tokens',
          stored: '399999999',
          computed: '400000000',
        },
      ]);
      expect(await after('n6', "DELETE FROM cost_suspense WHERE usage_month = '2026-11'")).toEqual([
        { figure: 'cost_suspense 4/8 vendor', column: 'row', stored: 'absent', computed: 'present' },
      ]);
      const said = `UPDATE usage_record SET raw_usage = raw_usage || '{"prompt_tokens": 901}' ${own('o8')}`;
      expect((await after('o8', said)).map((one) => one.column)).toEqual(['raw_usage']);
    });

    it('names every line of its journal, for every digit', async () => {
      const lines = await superuser.rows<{ line: number; asset: string; ledger_account: string }>(
        `SELECT line, asset, ledger_account FROM journal_line
          WHERE account_id = 2 AND batch_id = (SELECT batch_id FROM usage_record ${own('o3')})`,
      );
      expect(lines.length).toBeGreaterThanOrEqual(6);
      for (const { line, asset, ledger_account } of lines)
        for (const place of ['1', '0.01', '0.000000000001']) {
          const change = `UPDATE journal_line SET amount = amount + ${place} WHERE account_id = 2 AND line = ${line}
                             AND batch_id = (SELECT batch_id FROM usage_record ${own('o3')})`;
          const found = await after('o3', change);
          expect(found.map((one) => one.figure)).toEqual([
            expect.stringMatching(`^journal_line 2/\\d+ 2026-10 ${asset} ${ledger_account}$`),
          ]);
        }
    });

    it('has no explanation of what cannot have come about', async () => {
      const tampering = new VerifiedTampering(superuser, async () => {
        const explained = await explain('o3');
        return [explained.ok ? 'explained' : explained.refusal] as never;
      });
      const found = await tampering.found("DELETE FROM usage_record WHERE record_id = 'o2'");
      expect(found).toEqual([
        {
          code: 'broken_history',
          sequence: 7,
          detail: 'the account is at 6: a number is missing or stands twice',
        },
      ]);
    });

    it('agrees with itself in the end', async () => {
      const rows = await verified.market.rows<{ record_id: string }>(
        'SELECT record_id FROM ciyuan.usage_record ORDER BY record_id',
      );
      expect(rows).toHaveLength(18);
      for (const { record_id: id } of rows) expect((await told(id)).differences).toEqual([]);
    });
  });
});
