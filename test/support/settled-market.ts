import { Test } from '@nestjs/testing';
import { IntakeUsage } from '@ciyuan/modules/charging';
import {
  ApproveSettlement,
  IssueStatements,
  RunSettlement,
  SettlementModule,
} from '@ciyuan/modules/settlement';
import { ExpireDue } from '@ciyuan/modules/subscriptions';
import { ClockModule } from '@ciyuan/platform/clock';
import { DatabaseModule } from '@ciyuan/platform/database';
import { Engine } from './engine';
import { openAccount, openMarket, usage } from './market';
import { must } from './settlement-engine';

const START = '2026-10-01T00:00:00+08:00';
const OCTOBER = '2026-10-05T12:00:00+08:00';

/**
 * The small market with October issued and November calculated and signed: November holds what was late for
 * October, and what expired at its end.
 */
export async function openSettledMarket(): Promise<Engine> {
  const engine = await Engine.start(START);
  await openMarket(engine);
  await openAccount(engine, 'alice', ['base', 'monthly'], START);
  await openAccount(engine, 'bob', ['base', 'trial'], START);
  const post = (...records: object[]) => engine.get(IntakeUsage).run('gateway', records as never);
  engine.clock.moveTo(Date.parse('2026-11-02T00:00:00+08:00'));
  await post(
    usage('s1', 'alice', OCTOBER, { input: 50_000, output: 20_000 }),
    usage('s2', 'bob', OCTOBER, { input: 90_000, output: 40_000 }, { model: 'kimi-k2', vendor: 'kimi' }),
    usage('s3', 'bob', '2026-10-25T00:00:00+08:00', { input: 90_000, output: 40_000 }),
  );
  await settle(engine, '2026-10', true);
  engine.clock.moveTo(Date.parse('2026-11-20T00:00:00+08:00'));
  await engine.get(ExpireDue).run(engine.clock.now());
  await post(usage('s4', 'alice', OCTOBER, { input: 5_000 }));
  await settle(engine, '2026-11', false);
  return engine;
}

async function settle(engine: Engine, month: string, issued: boolean): Promise<void> {
  const imports = [
    DatabaseModule.at(engine.urls.appUrl, 2),
    ClockModule.forRoot(engine.clock),
    SettlementModule,
  ];
  const module = await Test.createTestingModule({ imports }).compile();
  const { id: runId } = must(await module.get(RunSettlement).run({ month, by: 'maker' }));
  must(await module.get(ApproveSettlement).run({ runId, by: 'checker' }));
  if (issued) must(await module.get(IssueStatements).run({ runId, by: 'finance', waiveOpenSuspense: false }));
  await module.close();
}
