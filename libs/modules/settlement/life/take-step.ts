import { Injectable } from '@nestjs/common';
import type { Tx } from '@ciyuan/platform/database';
import { StatementsStore } from '../statements.store';
import type { LockedStatement } from './lock-statement';
import type { StepTaken, StepTold } from './statement-event';
import { StatementEventsStore } from './statement-events.store';

/** Moves statements that are locked by one step, and tells of each of them who, when and what. */
@Injectable()
export class TakeStep {
  constructor(
    private readonly statements: StatementsStore,
    private readonly events: StatementEventsStore,
  ) {}

  async run(tx: Tx, locked: readonly LockedStatement[], told: StepTold): Promise<StepTaken> {
    for (const { statement, terms } of locked) {
      const { runId, party, currency } = statement;
      const number = (await this.events.ofStatement(tx, statement)).length + 1;
      await this.events.add(tx, { ...told, runId, party, currency, number, termsFrom: terms.effectiveFrom });
      await this.statements.move(tx, statement, told.state);
    }
    return {
      statements: locked.map(({ statement }) => ({ ...statement, state: told.state })),
      told,
      applied: true,
    };
  }
}
