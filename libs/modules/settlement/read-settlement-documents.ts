import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import type { SettlementDocuments } from '@ciyuan/core/settlement';
import { CatalogueDocumentsStore } from '@ciyuan/modules/catalogue';
import { PartiesStore } from '@ciyuan/modules/parties';
import type { Tx } from '@ciyuan/platform/database';
import type { NoOperator } from './refusals';

/** Reads what lines of settlement are read with: rules, plans and parties, one of which is the operator. */
@Injectable()
export class ReadSettlementDocuments {
  constructor(
    private readonly documents: CatalogueDocumentsStore,
    private readonly parties: PartiesStore,
  ) {}

  async run(tx: Tx): Promise<Result<SettlementDocuments, NoOperator>> {
    const parties = await this.parties.list(tx);
    const operators = parties.filter(({ kinds }) => kinds.includes('operator'));
    const [operator] = operators;
    if (operator === undefined || operators.length > 1) {
      return refuse({ code: 'no_operator', operators: operators.map(({ code }) => code) });
    }
    const rules = await this.documents.versions(tx, 'split_rule');
    const plans = await this.documents.versions(tx, 'plan');
    return ok({
      rules: new Map(rules.map(({ id, body }) => [id, body])),
      planCodes: new Map(plans.map(({ id, code }) => [id, code])),
      operator: operator.code,
      parties: new Map(parties.map((party) => [party.code, party])),
    });
  }
}
