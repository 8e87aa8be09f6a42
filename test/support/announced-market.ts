import { IntakeUsage, ReRateAccount } from '@ciyuan/modules/charging';
import { ApproveDraft, DefineModel, SaveDraft, SubmitDraft } from '@ciyuan/modules/catalogue';
import { must } from './answers';
import { Engine } from './engine';
import { openAccount, openMarket, publish, usage } from './market';

const START = '2026-10-01T00:00:00+08:00';
const DAY_MS = 86_400_000;

const names = (chat: string): object => ({ code: 'general', aliases: [{ name: 'chat', model: chat }] });
const entry = (tokenClass: string, price: string): object => ({
  model: '*',
  class: tokenClass,
  price,
  effectiveFrom: START,
});

/**
 * The small market with a record that was reported by another name and rated anew as another model, and a price that
 * was announced before it rose.
 */
export async function openAnnouncedMarket(): Promise<Engine> {
  const engine = await Engine.start(START);
  await openMarket(engine);
  await publish(engine, 'served_models', names('glm-5'));
  await openAccount(engine, 'alice', ['base'], START);
  engine.clock.moveTo(Date.parse('2026-10-20T00:00:00+08:00'));
  const at = '2026-10-15T12:00:00+08:00';
  const call = usage('a1', 'alice', at, { input: 1_000_000, output: 5_000 }, { model: 'chat' });
  await engine.get(IntakeUsage).run('gateway', [call] as never);
  await reRate(engine);
  await announce(engine);
  return engine;
}

async function reRate(engine: Engine): Promise<void> {
  must(await engine.get(DefineModel).run({ code: 'glm-6', name: 'GLM-6', vendor: 'zhipu' }));
  await publish(engine, 'served_models', names('glm-6'), Date.parse('2026-10-10T00:00:00+08:00'));
  const period = {
    account: 'alice',
    from: Date.parse(START),
    until: engine.clock.now(),
    reason: 'another model',
    by: 'finance',
  };
  const { digest } = must(await engine.get(ReRateAccount).run({ ...period, apply: 'no' }));
  must(await engine.get(ReRateAccount).run({ ...period, apply: { asShown: digest } }));
}

async function announce(engine: Engine): Promise<void> {
  const now = engine.clock.now();
  const { id: draftId } = must(
    await engine.get(SaveDraft).run({
      kind: 'price_book',
      body: {
        code: 'retail',
        zone: 'Asia/Shanghai',
        currency: 'CNY',
        entries: [entry('input', '3'), entry('output', '8')],
        multipliers: [],
        tiers: [],
      },
      effectiveFrom: now + 40 * DAY_MS,
      backDated: false,
      notice: {
        announcedAt: new Date(now + DAY_MS).toISOString(),
        audience: { all: true },
        channels: ['sms', 'letter'],
        text: 'dearer',
      },
      by: 'mei',
    }),
  );
  must(await engine.get(SubmitDraft).run({ draftId, by: 'mei' }));
  must(await engine.get(ApproveDraft).run({ draftId, by: 'chen' }));
}
