import { FreezeMonth, ReadTerms, SettleMonth } from '@ciyuan/modules/settlement';
import { must } from '../support/settlement-engine';
import { COLLECTED, INVOICED, RECOGNISED, WaitingShares } from '../support/waiting-shares';

const PAID = 'telechat-2-115b';

/*
 * Worked out by hand from the seeds and the contracts in test/support/waiting-shares.ts. A million tokens of answers of
 * the model costs 5 yuan with 6 % of VAT; its vendor has 35 % of the net, once it is collected, and the owner of the chips
 * 0.5 yuan a million, once it is invoiced, of which 10 % are held back for a month. Another vendor waits for nothing.
 *
 * | usage | tokens | gross | net | vendor | owner |
 * |---|---|---|---|---|---|
 * | October, wang | 21.2 m | 106.00 | 100.00 | 35.00 | 10.60 |
 * | October, li | 42.4 m | 212.00 | 200.00 | 70.00 | 21.20 |
 * | November, wang | 21.2 m | 106.00 | 100.00 | 35.00 | 10.60 |
 *
 * Wang has 89.04 gross of the other vendor's model in October besides: 84.00 net, of which it has 29.40.
 *
 * | run, before its midnight | vendor: due of October, of November | owner: due of October, of November |
 * |---|---|---|
 * | October, 4 November: nothing | 0 of 105.00 | 0 of 31.80 |
 * | November, 4 December: October invoiced, 106.00 of li’s 212.00 paid | 35.00, 0 of 35.00 | 31.80, 0 of 10.60 |
 * | December, 4 January: November’s invoice void; wang paid 195.04, li the rest | 105.00, 0 | , 0 |
 * | January, 4 February: November invoiced again, 53.00 of 106.00 paid | , 17.50 | , 10.60 |
 * | February, 4 March: half of November did not last | , 8.75 of 17.50 | |
 * | March, 4 April: 53.00 more paid | , 17.50 | |
 *
 * Of the clawback’s 17.50 the half was paid out already: 26.25 were released in all, and 17.50 taken back.
 */
describe('shares that wait for invoices and for money, over half a year', () => {
  let story: WaitingShares;
  beforeAll(async () => {
    story = await WaitingShares.open();
  });
  afterAll(() => story.market.stop());
  afterEach(async () => expect(await story.market.violations()).toEqual([]));

  async function issued(month: string): Promise<readonly string[][]> {
    await story.issue(month);
    expect(await story.overNet(month)).toBe('0');
    return [
      await story.told(month, COLLECTED),
      await story.told(month, INVOICED),
      await story.told(month, RECOGNISED),
    ];
  }

  it('states the shares of October, and holds all that waits', async () => {
    await story.use('2026-10-15T11:00:00', 'wang', PAID, 'ascend-910c', '21200000');
    await story.use('2026-10-16T11:00:00', 'wang', 'minimax-m2', 'hygon-dcu', '10600000');
    await story.use('2026-10-17T11:00:00', 'li', PAID, 'ascend-910c', '42400000');
    expect(await issued('2026-10')).toEqual([
      ['105.00 + 6.30 VAT - 105.00 + 0.00 = 6.30', '2026-10 collected: 105.00 held 0.00 to 105.00'],
      ['31.80 + 1.91 VAT - 31.80 + 0.00 = 1.91', '2026-10 invoiced: 31.80 held 0.00 to 31.80'],
      ['29.40 + 1.76 VAT - 0.00 + 0.00 = 31.16'],
    ]);
  });

  it('releases what was invoiced, and what one customer paid; the holdback is of what falls due', async () => {
    await story.bill('2026-11-01');
    await story.use('2026-11-15T11:00:00', 'wang', PAID, 'ascend-910c', '21200000');
    await story.pay('2026-11-20', 'li', '106.00');
    expect(await issued('2026-11')).toEqual([
      [
        '35.00 + 2.10 VAT - 35.00 + 35.00 = 37.10',
        '2026-10 collected: 105.00 held 105.00 to 70.00',
        '2026-11 collected: 35.00 held 0.00 to 35.00',
      ],
      // 10.60 of November and 3.18 of the 31.80 that fell due.
      [
        '10.60 + 0.64 VAT - 13.78 + 31.80 = 29.26',
        '2026-10 invoiced: 31.80 held 31.80 to 0.00',
        '2026-11 invoiced: 10.60 held 0.00 to 10.60',
      ],
      [],
    ]);
  });

  it('takes the oldest revenue first, and an invoice that is void for none', async () => {
    await story.bill('2026-12-01');
    story.market.moveTo('2026-12-10T12:00:00+08:00');
    await story.voidLatest('wang');
    await story.pay('2026-12-12', 'wang', '195.04');
    await story.pay('2026-12-15', 'li', '106.00');
    expect(await issued('2026-12')).toEqual([
      [
        '0.00 + 0.00 VAT - 0.00 + 70.00 = 70.00',
        '2026-10 collected: 105.00 held 70.00 to 0.00',
        '2026-11 collected: 35.00 held 35.00 to 35.00',
      ],
      ['0.00 + 0.00 VAT - 0.00 + 3.18 = 3.18', '2026-11 invoiced: 10.60 held 10.60 to 10.60'],
      [],
    ]);
  });

  it('counts the invoice that stands in its place, and never takes back what was released', async () => {
    await story.bill('2027-01-01');
    await story.pay('2027-01-20', 'wang', '53.00');
    story.market.moveTo('2027-01-25T12:00:00+08:00');
    // Li's invoice of October was paid whole: what was released for it stays released.
    await story.voidLatest('li');
    expect(await issued('2027-01')).toEqual([
      ['0.00 + 0.00 VAT - 0.00 + 17.50 = 17.50', '2026-11 collected: 35.00 held 35.00 to 17.50'],
      ['0.00 + 0.00 VAT - 1.06 + 10.60 = 9.54', '2026-11 invoiced: 10.60 held 10.60 to 0.00'],
      [],
    ]);
  });

  it('takes what did not last out of what is held first', async () => {
    story.market.moveTo('2027-02-10T12:00:00+08:00');
    await story.clawBack('2026-11', '50');
    expect(await issued('2027-02')).toEqual([
      ['-17.50 + -1.05 VAT - 0.00 + 8.75 = -9.80', '2026-11 collected: 17.50 held 17.50 to 8.75'],
      ['-5.30 + -0.32 VAT - 0.00 + 1.06 = -4.56'],
      [],
    ]);
  });

  it('shows what waits still, and releases it whatever is in force by then', async () => {
    const waiting = async () => (await story.market.engine.get(ReadTerms).run(COLLECTED))?.waiting ?? [];
    expect(await waiting()).toMatchObject([
      {
        currency: 'CNY',
        month: '2026-11',
        basis: 'collected',
        shareFen: 3_500n,
        takenBackFen: 1_750n,
        heldFen: 875n,
      },
    ]);
    await story.agreeRecognised();
    await story.use('2027-03-09T11:00:00', 'li', PAID, 'ascend-910c', '21200000');
    await story.pay('2027-03-10', 'wang', '53.00');
    expect((await issued('2027-03'))[0]).toEqual([
      '35.00 + 2.10 VAT - 0.00 + 8.75 = 45.85',
      '2026-11 collected: 17.50 held 8.75 to 0.00',
    ]);
    expect(await waiting()).toEqual([]);
  });

  it.each(['2026-10', '2026-11', '2026-12', '2027-01', '2027-02'])(
    'an indication of %s, which was issued, is what was issued, although payments went on',
    async (month) => {
      const wanted = { month, by: 'finance', kind: 'proforma' } as const;
      const { id } = must(await story.market.engine.get(SettleMonth).run(wanted));
      for (const party of [COLLECTED, INVOICED, RECOGNISED])
        expect(await story.told(month, party, id)).toEqual(await story.told(month, party));
    },
  );

  it('a run stays right while it waits to be issued, whatever is paid and invoiced meanwhile', async () => {
    await story.use('2027-04-15T11:00:00', 'li', PAID, 'ascend-910c', '21200000');
    await story.market.endMonth('2027-04');
    const { id } = must(await story.market.calculate('2027-04'));
    await story.pay('2027-05-06', 'li', '10.00');
    must(await story.market.approve(id));
    must(await story.market.engine.get(FreezeMonth).run({ month: '2027-04', by: 'finance' }));
    await story.bill('2027-05-04');
    must(await story.market.issue(id));
    expect(await story.told('2027-04', INVOICED)).toEqual([
      '10.60 + 0.64 VAT - 10.60 + 0.00 = 0.64',
      '2027-03 invoiced: 10.60 held 10.60 to 10.60',
      '2027-04 invoiced: 10.60 held 0.00 to 10.60',
    ]);
  });
});
