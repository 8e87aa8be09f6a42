import { Injectable } from '@nestjs/common';
import type { Customer } from '@ciyuan/core/catalogue';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import { differences, readWith } from '@ciyuan/platform/validation';
import { CustomersStore } from './customers.store';
import type { RegistrationRefusal } from './registration-refusal';
import { newCustomerSchema, type NewCustomer } from './schemas';

/**
 * Makes a customer known by its code and its identity. A person's identity comes as a keyed digest
 * ({@link personIdentity}); the document's number gets no further than the edge. Saying the same again changes nothing.
 */
@Injectable()
export class RegisterCustomer {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly customers: CustomersStore,
  ) {}

  async run(candidate: unknown): Promise<Result<Customer, RegistrationRefusal>> {
    const read = readWith(newCustomerSchema, candidate);
    if (!read.ok) return refuse({ code: 'invalid', faults: read.refusal });
    const customer = read.value;
    return this.database.retrying(async (tx) => {
      if (await this.customers.insert(tx, customer, this.clock.now()))
        return ok({ ...customer, parent: null, verifiedAt: null });
      return this.compare(tx, customer);
    });
  }

  /** With who has the code, or else the identity. No fault repeats an identity. */
  private async compare(tx: Tx, customer: NewCustomer): Promise<Result<Customer, RegistrationRefusal>> {
    const known = await this.customers.byCode(tx, customer.code);
    if (known === undefined) {
      const other = await this.customers.byIdentity(tx, customer.identity);
      if (other === undefined) throw new Error(`customer ${customer.code} is neither new nor known`);
      const detail = `it is customer ${other.code}’s`;
      return refuse({ code: 'identity_taken', faults: [{ path: 'identity', code: 'taken', detail }] });
    }
    const { kind, name, region } = known;
    const faults = differences({ ...customer }, { kind, name, region });
    if (known.identity !== customer.identity)
      faults.push({ path: 'identity', code: 'differs', detail: 'known by another identity' });
    return faults.length === 0 ? ok(known) : refuse({ code: 'code_taken', faults });
  }
}
