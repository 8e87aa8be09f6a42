import { Injectable } from '@nestjs/common';
import type { Customer } from '@ciyuan/core/catalogue';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Database, type Tx } from '@ciyuan/platform/database';
import { CustomerTreeStore } from './customer-tree.store';
import { CustomersStore } from './customers.store';

/** Levels from the topmost organisation down to the lowest, both counted. */
export const DEEPEST_TREE = 8;

export interface Move {
  readonly code: string;
  /** Null: it is part of nobody. */
  readonly parent: string | null;
}

export interface MoveRefusal {
  readonly code: 'unknown_customer' | 'not_an_organisation' | 'part_of_itself' | 'too_deep';
  readonly detail: string;
}

/** Makes an organisation part of another one, or of none. Looked for in the order of {@link MoveRefusal}. */
@Injectable()
export class MoveCustomer {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersStore,
    private readonly tree: CustomerTreeStore,
  ) {}

  run({ code, parent }: Move): Promise<Result<Customer, MoveRefusal>> {
    return this.database.retrying(async (tx) => {
      await this.tree.lock(tx);
      const customer = await this.customers.byCode(tx, code);
      if (customer === undefined) return refuse({ code: 'unknown_customer', detail: code });
      const refusal = parent === null ? undefined : await this.refusalUnder(tx, customer, parent);
      if (refusal !== undefined) return refuse(refusal);
      await this.tree.place(tx, code, parent);
      return ok({ ...customer, parent });
    });
  }

  private async refusalUnder(
    tx: Tx,
    { code, kind }: Customer,
    parentCode: string,
  ): Promise<MoveRefusal | undefined> {
    const parent = await this.customers.byCode(tx, parentCode);
    if (parent === undefined) return { code: 'unknown_customer', detail: parentCode };
    if (kind !== 'organisation') return { code: 'not_an_organisation', detail: code };
    if (parent.kind !== 'organisation') return { code: 'not_an_organisation', detail: parentCode };
    const line = await this.tree.lineOf(tx, parentCode);
    if (line.includes(code)) return { code: 'part_of_itself', detail: `${parentCode} is part of ${code}` };
    const depth = line.length + (await this.tree.heightOf(tx, code));
    if (depth > DEEPEST_TREE)
      return { code: 'too_deep', detail: `${depth} levels, and at most ${DEEPEST_TREE}` };
    return undefined;
  }
}
