import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import type { SettlementInput } from '@ciyuan/core/settlement';
import { CatalogueDocumentsStore } from '@ciyuan/modules/catalogue';
import { PartiesStore } from '@ciyuan/modules/parties';
import type { Tx } from '@ciyuan/platform/database';
import { inputDigest } from './input-digest';
import { IssuedFiguresStore } from './issued-figures.store';
import type { NoOperator } from './refusals';
import { RollupLinesStore } from './rollup-lines.store';

export interface LoadedSettlement {
  readonly input: SettlementInput;
  readonly digest: string;
}

/** Reads everything that a month is settled from: six statements, however many lines. */
@Injectable()
export class LoadSettlement {
  constructor(
    private readonly rollups: RollupLinesStore,
    private readonly issued: IssuedFiguresStore,
    private readonly documents: CatalogueDocumentsStore,
    private readonly parties: PartiesStore,
  ) {}

  async run(tx: Tx, month: string): Promise<Result<LoadedSettlement, NoOperator>> {
    const parties = await this.parties.list(tx);
    const operators = parties.filter(({ kinds }) => kinds.includes('operator'));
    const [operator] = operators;
    if (operator === undefined || operators.length > 1) {
      return refuse({ code: 'no_operator', operators: operators.map(({ code }) => code) });
    }
    const rules = await this.documents.versions(tx, 'split_rule');
    const plans = await this.documents.versions(tx, 'plan');
    const lines = await this.rollups.upTo(tx, month);
    const origins = [...new Set(lines.map((line) => line.usageMonth))];
    const input: SettlementInput = {
      month,
      lines,
      rules: new Map(rules.map(({ id, body }) => [id, body])),
      planCodes: new Map(plans.map(({ id, code }) => [id, code])),
      operator: operator.code,
      parties: new Map(parties.map((party) => [party.code, party])),
      issuedShares: await this.issued.shares(tx, origins),
      issuedSplits: await this.issued.splits(tx, origins),
    };
    return ok({ input, digest: inputDigest(input) });
  }
}
