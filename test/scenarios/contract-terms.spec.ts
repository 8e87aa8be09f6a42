import {
  ListStatements,
  ReadCommitmentPosition,
  ReadTerms,
  SettleMonth,
  type Statement,
} from '@ciyuan/modules/settlement';
import { AgreedVendor, VENDOR } from '../support/agreed-vendor';
import { must } from '../support/settlement-engine';
import { lineText } from '../support/statement-text';

/*
 * Worked out by hand from the seeds and the contract in test/support/agreed-vendor.ts. A million tokens of answers costs
 * 5 yuan with 6 % of VAT: 21.2 million are 106 gross and 100 net, of which the vendor has 35, the owner of the chips
 * 10.60 and the operator the rest. Guaranteed are 50 a month, recoupable; 10 % are held back for two months; 200 million
 * tokens are promised in six months, at 1 yuan a million for half of what is missing.
 *
 * | month | tokens | own | moved | advance left | share | VAT | held | released | payable |
 * |---|---|---|---|---|---|---|---|---|---|
 * | 2026-10 | 21.2 m | 35.00 | advance 15.00 | 15.00 | 50.00 | 3.00 | 5.00 | | 48.00 |
 * | 2026-11 | 33.92 m | 56.00 | recoupment 6.00 | 9.00 | 50.00 | 3.00 | 5.00 | | 48.00 |
 * | 2026-12 | none | 0.00 | advance 50.00 | 59.00 | 50.00 | 3.00 | 5.00 | 5.00 | 53.00 |
 * | 2027-01 | 42.4 m | 70.00 | recoupment 20.00 | 39.00 | 50.00 | 3.00 | 5.00 | 5.00 | 53.00 |
 * | 2027-02 | 42.4 m | 70.00 | recoupment 20.00, clawback 7.00 | 19.00 | 43.00 | 2.58 | 4.30 | 5.00 | 46.28 |
 * | 2027-03 | 42.4 m | 70.00 | recoupment 19.00, commitment 8.84 | 0.00 | 59.84 | 3.59 | 5.98 | 5.00 | 62.45 |
 * | 2027-04 | | | commitment -5.30 | | 12.20 | 0.73 | | 4.30 | 17.23 |
 * | 2027-05 | | | | | 0.00 | | | 5.98 | 5.98 |
 *
 * Ten per cent of January's 200 net did not last: 20, of which 7 of the vendor's 70, 2.12 of the 21.20 of the owner and
 * 10.88 of the operator's 108.80. In March 182.32 million of 200 are counted: 17.68 at 1 yuan, half of it 8.84. In April
 * 10.6 million of March come late, 17.50 for the vendor: 7.08 are missing, 3.54 are due, 5.30 go back. The contract has
 * ended by then: nothing is guaranteed or held back any more, and what was held is released all the same.
 */
describe('a contract’s minimum, promise and holdback over six months', () => {
  let story: AgreedVendor;
  beforeAll(async () => {
    story = await AgreedVendor.open();
  });
  afterAll(() => story.market.stop());
  afterEach(async () => expect(await story.market.violations()).toEqual([]));

  it('advances what a month falls short of the minimum by', async () => {
    await story.use('2026-10-15T11:00:00', '21.2');
    expect(await story.issue('2026-10')).toEqual([
      'payg-standard telechat-2-115b usage 35.00',
      'advance 2026-10 15.00',
      '50.00 + 3.00 VAT - 5.00 + 0.00 = 48.00',
    ]);
  });

  it('takes it back out of a month that comes to more', async () => {
    await story.use('2026-11-16T11:00:00', '33.92');
    expect(await story.issue('2026-11')).toEqual([
      'payg-standard telechat-2-115b usage 56.00',
      'recoupment 2026-11 -6.00',
      '50.00 + 3.00 VAT - 5.00 + 0.00 = 48.00',
    ]);
  });

  it('guarantees a month without any revenue, and releases what was held of October', async () => {
    expect(await story.issue('2026-12')).toEqual([
      'advance 2026-12 50.00',
      '50.00 + 3.00 VAT - 5.00 + 5.00 = 53.00',
    ]);
    expect((await story.statementOf('2026-12', 'operator'))?.shareFen).toBe(-5_000n);
  });

  it('takes back no more than what is above the minimum', async () => {
    await story.use('2027-01-15T11:00:00', '42.4');
    expect(await story.issue('2027-01')).toEqual([
      'payg-standard telechat-2-115b usage 70.00',
      'recoupment 2027-01 -20.00',
      '50.00 + 3.00 VAT - 5.00 + 5.00 = 53.00',
    ]);
  });

  it('takes shares back of revenue that did not last, from each party by what it had', async () => {
    await story.use('2027-02-10T11:00:00', '42.4');
    expect(await story.clawBack('2027-01', '10')).toEqual([
      `${VENDOR} -7.00`,
      'operator -10.88',
      'tianyi-ascend -2.12',
    ]);
    expect(await story.issue('2027-02')).toEqual([
      'payg-standard telechat-2-115b usage 70.00',
      'clawback 2027-01 -7.00',
      'recoupment 2027-02 -20.00',
      '43.00 + 2.58 VAT - 4.30 + 5.00 = 46.28',
    ]);
    // 42.4 million at 0.5 yuan a million, less its part of January.
    expect((await story.statementOf('2027-02', 'tianyi-ascend'))?.shareFen).toBe(2_120n - 212n);
  });

  it('shows where the promise stands, and expects what the pace so far leaves missing', async () => {
    story.market.moveTo('2027-03-05T12:00:00+08:00');
    const [position] = (await story.market.engine.get(ReadCommitmentPosition).run(VENDOR)) ?? [];
    expect(position).toMatchObject({
      committed: 200_000_000n,
      counted: 139_920_000n,
      shortfall: 60_080_000n,
      dueFen: 3_004n,
      last: '2027-03',
      volumeCounted: 6_996,
      // 155.5 of 182 days.
      timeElapsed: 8_543,
      // 139.92 * 182 / 155.5 = 163.765 million; half of the 36.235 that are missing.
      expectedDueFen: 1_812n,
    });
    expect(position?.counts.map(({ month, tokens }) => `${month} ${tokens}`)).toEqual([
      '2026-10 21200000',
      '2026-11 33920000',
      '2027-01 42400000',
      '2027-02 42400000',
    ]);
  });

  it('charges what was missing of the promise in its last month', async () => {
    await story.use('2027-03-15T11:00:00', '42.4');
    expect(await story.issue('2027-03')).toEqual([
      'payg-standard telechat-2-115b usage 70.00',
      'commitment 2027-03 8.84',
      'recoupment 2027-03 -19.00',
      '59.84 + 3.59 VAT - 5.98 + 5.00 = 62.45',
    ]);
  });

  it('gives a part of it back once more is counted, and is not bound by what has ended', async () => {
    await story.use('2027-03-20T11:00:00', '10.6', '2027-04-10T12:00:00');
    expect(await story.issue('2027-04')).toEqual([
      'adjustment 2027-03 17.50',
      'commitment 2027-03 -5.30',
      '12.20 + 0.73 VAT - 0.00 + 4.30 = 17.23',
    ]);
    expect(await story.issue('2027-05')).toEqual(['0.00 + 0.00 VAT - 0.00 + 5.98 = 5.98']);
  });

  it('leaves nothing outstanding', async () => {
    const read = await story.market.engine.get(ReadTerms).run(VENDOR);
    expect(read?.advances).toEqual([]);
    expect(read?.holdbacks.map(({ heldMonth, fen, releasedIn }) => [heldMonth, fen, releasedIn])).toEqual([
      ['2026-10', 500n, '2026-12'],
      ['2026-11', 500n, '2027-01'],
      ['2026-12', 500n, '2027-02'],
      ['2027-01', 500n, '2027-03'],
      ['2027-02', 430n, '2027-04'],
      ['2027-03', 598n, '2027-05'],
    ]);
    expect(read?.terms).toMatchObject({ disputeDays: 5, paymentDays: 15, minimumPayoutFen: 1_000n });
  });

  it.each(['2026-10', '2026-12', '2027-03', '2027-04'])(
    'an indication of %s, which was issued, is what was issued',
    async (month) => {
      const wanted = { month, by: 'finance', kind: 'proforma' } as const;
      const { id: runId } = must(await story.market.engine.get(SettleMonth).run(wanted));
      const issued = await story.statementOf(month);
      if (issued === undefined) throw new Error(`nothing was issued of ${month}`);
      const page = { runId, party: VENDOR, sort: 'party', limit: 10 } as const;
      const { items } = await story.market.engine.get(ListStatements).run(page);
      const { shareFen, heldFen, releasedFen, payableFen } = issued;
      expect(items).toMatchObject([{ shareFen, heldFen, releasedFen, payableFen }]);
      const texts = async (one: Statement) => (await story.market.linesOf(one)).map(lineText);
      expect(await texts({ ...issued, runId })).toEqual(await texts(issued));
    },
  );

  it('a contract that is approved later changes nothing that was issued', async () => {
    story.market.moveTo('2027-06-10T12:00:00+08:00');
    expect(await story.agree({ validity: { from: '2026-10-01' } })).toBe(2);
    expect(await story.market.differences('2026-10')).toEqual([]);
  });

  it('a month that is issued after a later one releases nothing again, and advances what it lacks', async () => {
    expect(await story.issue('2027-07')).toEqual([
      'advance 2027-07 50.00',
      '50.00 + 3.00 VAT - 5.00 + 0.00 = 48.00',
    ]);
    await story.use('2027-06-30T11:00:00', '42.4', '2027-08-05T12:00:00');
    // 70.00 of its own; of July's 50 the 20 above the minimum are given back.
    expect(await story.issue('2027-06')).toEqual([
      'payg-standard telechat-2-115b usage 70.00',
      'recoupment 2027-06 -20.00',
      '50.00 + 3.00 VAT - 5.00 + 0.00 = 48.00',
    ]);
    expect(await story.issue('2027-08')).toEqual([
      'advance 2027-08 50.00',
      '50.00 + 3.00 VAT - 5.00 + 5.00 = 53.00',
    ]);
  });
});
