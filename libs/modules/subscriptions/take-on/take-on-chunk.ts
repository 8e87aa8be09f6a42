import { Injectable } from '@nestjs/common';
import type { Customer } from '@ciyuan/core/catalogue';
import { takeOn, type AccountTakenOn, type NumbersTakenOn } from '@ciyuan/core/charging';
import type { Instant } from '@ciyuan/core/kernel';
import { CatalogueCache } from '@ciyuan/modules/catalogue';
import { AccountsStore, CustomersStore } from '@ciyuan/modules/parties';
import type { Tx } from '@ciyuan/platform/database';
import { ChangeAccounts } from '../change-accounts';
import { OffersTakenStore } from '../offers-taken.store';
import { bookOf, type BookedAccount } from './account-book';
import type { AccountBook, Chunk } from './chunks';
import { TakeOnRefused } from './take-on-refused';
import { TakenOnStore, type TakenWith } from './taken-on.store';

export interface ChunkToTakeOn extends TakenWith {
  readonly chunk: number;
  readonly by: string;
  readonly at: Instant;
}

/** Takes a chunk on, within the transaction of whoever keeps or rolls it back. */
@Injectable()
export class TakeOnChunk {
  constructor(
    private readonly customers: CustomersStore,
    private readonly accounts: AccountsStore,
    private readonly catalogue: CatalogueCache,
    private readonly changeAccounts: ChangeAccounts,
    private readonly offers: OffersTakenStore,
    private readonly takenOn: TakenOnStore,
  ) {}

  async run(tx: Tx, chunk: Chunk, context: ChunkToTakeOn): Promise<void> {
    await this.register(tx, chunk, context);
    const ids = await this.open(tx, chunk.accounts, context);
    const catalogue = await this.catalogue.current(tx);
    const booked = chunk.accounts.map((book, index) => bookOf(ids[index] as number, book, catalogue));
    const { numbers, batchId, bookedAt } = await this.book(tx, booked, context.at);
    await this.record(tx, booked, { numbers, batchId, context });
    await this.offer(tx, booked, numbers, bookedAt);
  }

  private async register(tx: Tx, { customers }: Chunk, context: ChunkToTakeOn): Promise<void> {
    for (const { line, value } of customers) {
      const { customer: code, verifiedAt, ...known } = value;
      const own: Pick<Customer, 'code' | 'kind' | 'name' | 'identity' | 'region'> = { code, ...known };
      if (!(await this.customers.insert(tx, own, context.at)))
        throw new TakeOnRefused('known_before', `customers.${line}`);
      if (verifiedAt !== undefined) await this.customers.verify(tx, code, verifiedAt, context.by);
    }
    const codes = customers.map(({ value }) => value.customer);
    await this.takenOn.addCustomers(tx, context, codes);
  }

  private async open(tx: Tx, books: readonly AccountBook[], context: ChunkToTakeOn): Promise<number[]> {
    const ids: number[] = [];
    for (const { line } of books) {
      const { account: code, customer = null, region = null, ...account } = line.value;
      const wanted = { code, customer, region, currency: 'CNY' as const, ...account };
      const opened = await this.accounts.open(tx, wanted, context.at);
      if (opened === undefined) throw new TakeOnRefused('known_before', `accounts.${line.line}`);
      ids.push(opened.id);
    }
    await this.takenOn.addAccounts(tx, context, ids);
    return ids;
  }

  /** Through the one way in which accounts change; accounts that bring nothing along are not written. */
  private async book(tx: Tx, booked: readonly BookedAccount[], at: Instant): Promise<Booked> {
    const bringing = booked.map(({ taken }) => taken).filter(bringsAnything);
    if (bringing.length === 0) return { numbers: new Map(), batchId: null, bookedAt: at };
    const { batchId, bookedAt, decision } = await this.changeAccounts.run(tx, {
      kind: 'take_on',
      takes: new Map(bringing.map((one) => [one.accountId, one.subscriptions.length + one.grants.length])),
      from: at,
      until: at,
      decide: (accounts, months, inForce, now) => takeOn(bringing, accounts, now, inForce, months),
    });
    return { numbers: decision.numbers, batchId, bookedAt };
  }

  private async record(tx: Tx, booked: readonly BookedAccount[], { numbers, batchId, context }: Recorded) {
    const subscriptions = booked.flatMap((one) => one.subscriptionsOnRecord(numbers.get(one.accountId)));
    const grants = booked.flatMap((one) => one.grantsOnRecord(numbers.get(one.accountId), batchId));
    await this.takenOn.addSubscriptions(tx, context, subscriptions);
    await this.takenOn.addGrants(tx, context, grants);
  }

  /** Who brings along what is given once has had it. */
  private async offer(
    tx: Tx,
    booked: readonly BookedAccount[],
    numbers: ReadonlyMap<number, NumbersTakenOn>,
    takenAt: Instant,
  ): Promise<void> {
    for (const one of booked) {
      const { customer } = one.book.line.value;
      for (const { accountId, subscriptionId, plan } of one.subscriptionsOnRecord(
        numbers.get(one.accountId),
      )) {
        const once = plan.body.eligibility?.oncePerCustomer === true;
        if (!once || customer === undefined || subscriptionId === null) continue;
        const offer = { planCode: plan.code, customerCode: customer, accountId, subscriptionId, takenAt };
        if (!(await this.offers.add(tx, offer)))
          throw new TakeOnRefused('taken_before', `accounts.${one.book.line.line}: ${plan.code}`);
      }
    }
  }
}

interface Booked {
  readonly numbers: ReadonlyMap<number, NumbersTakenOn>;
  readonly batchId: number | null;
  readonly bookedAt: Instant;
}

interface Recorded extends Pick<Booked, 'numbers' | 'batchId'> {
  readonly context: ChunkToTakeOn;
}

const bringsAnything = ({ subscriptions, grants }: AccountTakenOn): boolean =>
  subscriptions.length + grants.length > 0;
