import { VoidUsage } from '@ciyuan/modules/charging';
import { SettleMonth } from '@ciyuan/modules/settlement';
import { TransferGrant } from '@ciyuan/modules/subscriptions';
import { must } from '../support/settlement-engine';
import { WaitingShares } from '../support/waiting-shares';

const VENDOR = 'zhipu';
const MODEL = 'glm-5-air';

/*
 * A company buys a hundred million tokens for 99.00, 93.40 net, and gives twenty million to ann. Of October’s forty
 * million, 39.60 gross and 37.36 net, the model’s vendor has 35 %: 13.08, which waits until it is collected. Ann’s
 * quarter is of a gift, which she is never billed for: 3.27 of it is due.
 *
 * | month | what happened | share | held | released | waits after it |
 * |---|---|---|---|---|---|
 * | October | nothing is paid | 13.08 | 9.81 | | 9.81 |
 * | November | ten million of the company’s are void: a third is ann’s now | -3.27 | | 3.27 | 6.54 of 9.81 |
 * | December | the company has paid 99.00, of which 18.68 is used | | | 6.54 | nothing |
 */
describe('a package that waits for its money, and a part of it that was given away', () => {
  let story: WaitingShares;
  beforeAll(async () => {
    story = await WaitingShares.open();
    await story.agreeTo(VENDOR, 'collected');
    for (const [account, segment] of [
      ['works', 'small_firm'],
      ['ann', 'consumer'],
    ] as const) {
      await story.market.openAccount(account, segment);
      await story.market.order(account, 'payg-tokenhub');
    }
    expect(await story.market.order('works', 'token-plan-team-100m')).toBe('taken');
    const gift = { from: 'works', to: 'ann', tokens: 20_000_000, by: 'personnel', preview: false };
    must(await story.market.engine.get(TransferGrant).run(gift));
  });
  afterAll(() => story.market.stop());
  afterEach(async () => expect(await story.market.violations()).toEqual([]));

  it('is due as far as it was given away', async () => {
    for (const [day, account] of [
      ['05', 'works'],
      ['06', 'works'],
      ['07', 'works'],
      ['08', 'ann'],
    ] as const)
      await story.use(`2026-10-${day}T11:00:00`, account, MODEL, 'ascend-910c', '10000000', 'input');
    await story.issue('2026-10');
    expect(await story.told('2026-10', VENDOR)).toEqual([
      '13.08 + 0.78 VAT - 9.81 + 0.00 = 4.05',
      '2026-10 collected: 13.08 held 0.00 to 9.81',
    ]);
  });

  it('takes what is void out of what waits first: the month is paid no less, and owes nothing back', async () => {
    story.market.moveTo('2026-11-10T11:00:00+08:00');
    const items = [{ source: 'api', id: 'works-glm-5-air-2026-10-07T11:00:00', reason: 'twice' }];
    const [voided] = await story.market.engine
      .get(VoidUsage)
      .run({ partner: 'gw-east', by: 'ops', asStaff: true, items });
    expect(voided?.status).toBe('voided');
    await settle('2026-11');
    expect(await story.told('2026-11', VENDOR)).toEqual([
      '-3.27 + -0.20 VAT - 0.00 + 3.27 = -0.20',
      '2026-10 collected: 9.81 held 9.81 to 6.54',
    ]);
  });

  it('is due once the company has paid, for what it used and for what it will', async () => {
    await story.bill('2026-12-01');
    await story.pay('2026-12-10', 'works', '99.00');
    await settle('2026-12');
    expect(await story.told('2026-12', VENDOR)).toEqual([
      '0.00 + 0.00 VAT - 0.00 + 6.54 = 6.54',
      '2026-10 collected: 9.81 held 6.54 to 0.00',
    ]);
  });

  /** With what the void has left to be rated anew. */
  async function settle(month: string): Promise<void> {
    await story.market.endMonth(month);
    const { id } = must(await story.market.engine.get(SettleMonth).run({ month, by: 'maker' }));
    must(await story.market.approve(id));
    must(await story.market.issue(id));
    expect(await story.overNet(month)).toBe('0');
  }
});
