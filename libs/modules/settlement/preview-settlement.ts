import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@ciyuan/core/kernel';
import { planSettlement, type SettlementDocuments, type SettlementPlan } from '@ciyuan/core/settlement';
import type { PlanRefusal } from '@ciyuan/core/settlement';
import { Clock } from '@ciyuan/platform/clock';
import type { Tx } from '@ciyuan/platform/database';
import { LoadSettlement } from './load-settlement';
import type { NoOperator } from './refusals';

export type PreviewRefusal = NoOperator | PlanRefusal;

export interface PreviewedSettlement {
  readonly plan: SettlementPlan;
  readonly planCodes: SettlementDocuments['planCodes'];
}

/** What settling a month would state if it were done now; writes nothing. A month without lines has an empty plan. */
@Injectable()
export class PreviewSettlement {
  constructor(
    private readonly loadSettlement: LoadSettlement,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, month: string): Promise<Result<PreviewedSettlement, PreviewRefusal>> {
    const loaded = await this.loadSettlement.run(tx, month, this.clock.now());
    if (!loaded.ok) return loaded;
    const { input } = loaded.value;
    const plan = planSettlement(input);
    return plan.ok ? ok({ plan: plan.value, planCodes: input.planCodes }) : plan;
  }
}
