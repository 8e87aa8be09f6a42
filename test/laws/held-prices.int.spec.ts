import {
  ListConcerned,
  ListPriceNotices,
  SaveDraft,
  SubmitDraft,
  ApproveDraft,
} from '@ciyuan/modules/catalogue';
import { IntakeUsage } from '@ciyuan/modules/charging';
import { HoldPrices } from '@ciyuan/modules/subscriptions';
import { formatYuan } from '@ciyuan/core/kernel';
import { must } from '../support/answers';
import { Engine } from '../support/engine';
import { openAccount, openMarket, usage } from '../support/market';

const START = '2026-10-01T00:00:00+08:00';
const BEGINS = Date.parse('2026-12-01T00:00:00+08:00');
const HOLDS_UNTIL = Date.parse('2026-12-20T00:00:00+08:00');
const price = (tokenClass: string, yuan: string): object => ({
  ...{ model: '*', class: tokenClass, price: yuan },
  effectiveFrom: '2026-01-01T00:00:00+08:00',
});
const DEARER = {
  ...{ code: 'retail', zone: 'Asia/Shanghai', currency: 'CNY', multipliers: [], tiers: [] },
  entries: [price('input', '3'), price('output', '8')],
};
const NOTICE = { announcedAt: START, audience: { all: true }, channels: ['sms'], text: 'Dearer.' };

describe('what a notice says of held prices', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await Engine.start(START);
    await openMarket(engine);
    for (const code of ['held', 'follows', 'kept']) await openAccount(engine, code, ['base'], START);
  });
  afterAll(async () => {
    expect(await engine.violations()).toEqual([]);
    await engine.stop();
  });

  it('is what is charged: the old price before the end of the hold, the announced one to everybody else', async () => {
    const effectiveFrom = BEGINS;
    const draft = {
      kind: 'price_book',
      body: DEARER,
      effectiveFrom,
      backDated: false,
      notice: NOTICE,
      by: 'mei',
    };
    const { id: draftId } = must(await engine.get(SaveDraft).run(draft as never));
    must(await engine.get(SubmitDraft).run({ draftId, by: 'mei' }));
    must(await engine.get(ApproveDraft).run({ draftId, by: 'chen' }));
    const hold = (account: string, until: number | null) =>
      engine.get(HoldPrices).run({
        subscriptions: [{ account, subscription: 1 }],
        ...{ asOf: Date.parse(START), until, by: 'mei', preview: false },
      });
    await hold('held', HOLDS_UNTIL);
    await hold('kept', null);
    const { items: notices } = await engine.get(ListPriceNotices).run({ sort: '-announcedAt', limit: 1 });
    const asked = { noticeId: notices[0]?.id ?? 0, sort: 'id', limit: 10 } as const;
    const concerned = (await engine.get(ListConcerned).run(asked))?.items ?? [];
    const protection = concerned.map((one) => [one.account, one.isProtected, one.protectedUntil]);
    expect(protection).toEqual([
      ['held', true, HOLDS_UNTIL],
      ['follows', false, null],
      ['kept', true, null],
    ]);
    engine.clock.moveTo(HOLDS_UNTIL + 1_000);
    for (const [account, isProtected, until] of protection as [string, boolean, number | null][]) {
      expect(await yuanFor(account, BEGINS)).toBe(isProtected ? '2' : '3');
      expect(await yuanFor(account, HOLDS_UNTIL - 1)).toBe(isProtected ? '2' : '3');
      expect(await yuanFor(account, HOLDS_UNTIL)).toBe(isProtected && until === null ? '2' : '3');
    }
  });

  /** What a million input tokens cost the account at an instant. */
  async function yuanFor(account: string, at: number): Promise<unknown> {
    const record = usage(`${account}-${at}`, account, new Date(at).toISOString(), { input: 1_000_000 });
    const [outcome] = await engine.get(IntakeUsage).run('gateway', [record] as never);
    return outcome?.status === 'accepted' ? formatYuan(outcome.charge.usageGross) : outcome;
  }
});
