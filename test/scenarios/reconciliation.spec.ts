import { ListDisputedDifferences } from '@ciyuan/modules/reconciliation';
import { FILE_TYPES, PACKED_FILE_TYPE } from '@ciyuan/platform/http';
import { ReconciledMarket, packed, totalsOf, xlsxOf } from '../support/reconciled-market';

// Worked out by hand, at 2 yuan a million in and 8 out; up to 5 tokens and 0.01 yuan may lie between.
//
// | record     | ours: tokens, yuan                    | theirs              | said of it       | apart           |
// |------------|---------------------------------------|---------------------|------------------|-----------------|
// | r-equal    | 1,000,000 in + 500,000 out, 2 + 4 = 6 | the same            | equal            |                 |
// | r-near     | 1,000,000 in, 2                       | 1,000,004 in, 2     | within_tolerance | 4, 0            |
// | r-ours     | 500,000 in, 1                         | –                   | ours_only        | −500,000, −1    |
// | r-theirs   | –                                     | 300,000 in, 0.6     | theirs_only      | 300,000, 0.6    |
// | r-quantity | 100,000 in + 100,000 out, 0.2 + 0.8   | 150,000 out, 1.4    | quantity         | 50,000, 0.4     |
// | r-price    | 1,000,000 in, 2                       | 2.1                 | price            | 0, 0.1          |
// | r-cut      | 200,000 in, 0.4, half a minute after  | the same, in time   | late             | 0, 0            |
// | r-booked   | 400,000 in, 0.8, booked to November   | the same            | late             | 0, 0            |
// | all        | 4,800,000, 13.2                       | 4,650,004, 13.3     |                  |                 |
const FILE = `id,when,customer,in,out,price,currency
r-price,2026-10-09T12:00:00+08:00,bob,1000000,,2.1,CNY
r-equal,2026-10-05T12:10:00+08:00,alice,1000000,500000,6,CNY
r-near,2026-10-06T12:00:00+08:00,alice,1000004,,2.00,CNY
r-theirs,2026-10-07T12:00:00+08:00,alice,300000,,0.6,CNY
r-quantity,2026-10-08T12:00:00+08:00,alice,100000,150000,1.4,CNY
r-cut,2026-10-31T23:59:50+08:00,alice,200000,,0.4,CNY
r-booked,2026-10-20T12:00:00+08:00,alice,400000,,0.8,CNY
`;
const COLUMNS = {
  recordId: 'id',
  at: 'when',
  tenant: 'customer',
  input: 'in',
  output: 'out',
  amount: 'price',
};
const RECORDS = { party: 'gateway', role: 'reporter', level: 'records' };

const TOTALS = [
  'ours_only 1 | 500000 1 | 0 0',
  'theirs_only 1 | 0 0 | 300000 0.6',
  'late 2 | 600000 1.2 | 600000 1.2',
  'quantity 1 | 200000 1 | 250000 1.4',
  'price 1 | 1000000 2 | 1000000 2.1',
  'within_tolerance 1 | 1000000 2 | 1000004 2',
  'equal 1 | 1500000 6 | 1500000 6',
  'all 8 | 4800000 13.2 | 4650004 13.3',
];
const DIFFERENCES = [
  'api r-booked: late 0 0',
  'api r-cut: late 0 0',
  'api r-near: within_tolerance 4 0',
  'api r-ours: ours_only -500000 -1',
  'api r-price: price 0 0.1',
  'api r-quantity: quantity 50000 0.4',
  'api r-theirs: theirs_only 300000 0.6',
];

describe('a partner’s month beside ours', () => {
  let month: ReconciledMarket;

  beforeAll(async () => {
    month = await ReconciledMarket.open();
    const agreed = { tokens: { absolute: '5' }, money: { absolute: '0.01' }, columns: COLUMNS };
    const path = '/v1/parties/gateway/reconciliation-agreements';
    expect((await month.market.put(path, agreed, 'finance')).status).toBe(200);
    month.market.engine.clock.moveTo(Date.parse('2026-11-04T10:00:00+08:00'));
  });
  afterAll(() => month.close());
  afterEach(async () => expect(await month.market.engine.violations()).toEqual([]));

  it('says of each record what it comes to', async () => {
    const run = await month.matched(RECORDS, FILE);
    expect(run).toMatchObject({ id: 1, state: 'matched', rows: 7, faults: null, agreement: 1 });
    expect(totalsOf(run)).toEqual(TOTALS);
    expect(await month.told(run.id)).toEqual(DIFFERENCES);
    const { differences } = await month.differences(run.id, 'outcome=quantity');
    expect(differences).toMatchObject([
      {
        at: '2026-10-08T04:00:00Z',
        model: 'glm-5',
        tenant: 'alice',
        ourMonth: '2026-10',
        ours: { counts: { input: '100000', output: '100000' }, tokens: '200000', amount: '1' },
        theirLine: 6,
        theirs: { counts: { input: '100000', output: '150000' }, tokens: '250000', amount: '1.4' },
        resolution: 'open',
      },
    ]);
  });

  it('says the same of a spreadsheet, and of a packed file; the same bytes are the same run', async () => {
    const sheet = await month.matched({ ...RECORDS, format: 'xlsx' }, await xlsxOf(FILE), FILE_TYPES.xlsx);
    const zipped = await month.matched({ ...RECORDS, format: 'csv_gzip' }, packed(FILE), PACKED_FILE_TYPE);
    for (const run of [sheet, zipped]) {
      expect([run.id > 1, totalsOf(run)]).toEqual([true, TOTALS]);
      expect(await month.told(run.id)).toEqual(DIFFERENCES);
    }
    expect((await month.matched(RECORDS, FILE)).id).toBe(1);
  });

  it('takes no tolerance for granted, and compares what the file states', async () => {
    // Without amounts r-price is equal; 4 tokens are too many where nothing is agreed for them.
    const later = { effectiveFrom: '2026-11-05T00:00:00+08:00', columns: COLUMNS };
    const path = '/v1/parties/gateway/reconciliation-agreements';
    expect((await month.market.put(path, later, 'finance')).status).toBe(200);
    month.market.engine.clock.moveTo(Date.parse('2026-11-05T10:00:00+08:00'));
    const priceless = FILE.split('\n')
      .map((line) => line.split(',').slice(0, 5).join(','))
      .join('\n');
    const run = await month.matched(RECORDS, priceless);
    expect(totalsOf(run)).toEqual([
      'ours_only 1 | 500000 1 | 0 0',
      'theirs_only 1 | 0 0 | 300000 0',
      'late 2 | 600000 1.2 | 600000 0',
      'quantity 2 | 1200000 3 | 1250004 0',
      'equal 2 | 2500000 8 | 2500000 0',
      'all 8 | 4800000 13.2 | 4650004 0',
    ]);
    expect((await month.told(run.id)).filter((one) => one.includes('near'))).toEqual([
      'api r-near: quantity 4 0',
    ]);
  });

  it('compares hours of a model and a tenant with what a compute owner asks for them', async () => {
    // 1,000,000 at 0.5 and 500,000 at 1 are 1; of the hour after the month ours are 200,000 at 0.5.
    const hours = `at,model,tenant,input,output,amount
2026-10-05T12:00:00+08:00,glm-5,alice,1000000,500000,1
2026-10-06T12:59:59+08:00,glm-5,alice,1000000,,0.5
2026-10-09T12:00:00+08:00,glm-5,bob,1000000,,0.6
2026-11-01T00:00:00+08:00,glm-5,alice,200000,,0.1
2026-10-09T13:00:00+08:00,glm-5,bob,7,,0
`;
    const run = await month.matched({ party: 'tianyi', role: 'compute_owner', level: 'hours' }, hours);
    expect(await month.told(run.id)).toEqual([
      '2026-10-07T12 alice glm-5: ours_only -500000 -0.25',
      '2026-10-08T12 alice glm-5: ours_only -200000 -0.15',
      '2026-10-09T12 bob glm-5: price 0 0.1',
      '2026-10-09T13 bob glm-5: theirs_only 7 0',
      '2026-10-20T12 alice glm-5: ours_only -400000 -0.2',
      '2026-11-01T00 alice glm-5: late 0 0',
    ]);
    expect(totalsOf(run).slice(-2)).toEqual([
      'equal 2 | 2500000 1.5 | 2500000 1.5',
      'all 8 | 4800000 2.7 | 3700007 2.2',
    ]);
  });

  it('compares the lines of a statement that was issued', async () => {
    // Five records in time: 3,600,000 at 0.5 and 600,000 at 1 are 2.40.
    const query = { party: 'tianyi', role: 'settlement', level: 'statement' };
    const same = await month.matched(query, 'plan,model,kind,tokens,amount\nbase,glm-5,usage,4200000,2.40\n');
    expect(totalsOf(same)).toEqual([
      'equal 1 | 4200000 2.4 | 4200000 2.4',
      'all 1 | 4200000 2.4 | 4200000 2.4',
    ]);
    const other = await month.matched(query, 'plan,model,kind,amount\nbase,glm-5,usage,2.5\n,,guarantee,1\n');
    expect(await month.told(other.id)).toEqual([
      '- - guarantee: theirs_only 0 1',
      'base glm-5 usage: price 0 0.1',
    ]);
  });

  it('says what is done about differences; what is disputed is there for whoever writes the dispute', async () => {
    const path = '/v1/reconciliations/1/resolutions';
    const resolve = (body: object) => market().post<object>(path, body, 'finance');
    const market = () => month.market;
    const [quantity] = (await month.differences(1, 'outcome=quantity')).differences;
    const ids = [quantity?.id];
    expect((await resolve({ state: 'to_dispute', reason: 'their meter', ids })).body).toEqual({
      resolved: 1,
      passedOver: 0,
    });
    expect(
      (await resolve({ state: 'accepted_ours', reason: 'small', outcome: 'within_tolerance' })).body,
    ).toEqual({
      resolved: 1,
      passedOver: 0,
    });
    expect((await resolve({ state: 'accepted_theirs', reason: 'fine', ids })).status).toBe(200);
    expect((await resolve({ state: 'to_dispute', reason: 'again', ids })).status).toBe(409);
    expect((await resolve({ state: 'to_dispute', reason: 'the rest' })).body).toEqual({
      resolved: 5,
      passedOver: 2,
    });
    const disputed = await month.market.app
      .get(ListDisputedDifferences, { strict: false })
      .run({ party: 'gateway', month: '2026-10' });
    expect(disputed.map(({ key, amountApart, reason }) => [key, amountApart, reason])).toEqual([
      ['api r-booked', 0n, 'the rest'],
      ['api r-cut', 0n, 'the rest'],
      ['api r-ours', -1_000_000_000_000n, 'the rest'],
      ['api r-price', 100_000_000_000n, 'the rest'],
      ['api r-theirs', 600_000_000_000n, 'the rest'],
    ]);
    expect((await month.differences(1, 'resolution=accepted_theirs')).differences).toMatchObject([
      { id: quantity?.id, reason: 'fine', resolvedBy: 'finance' },
    ]);
  });
});
