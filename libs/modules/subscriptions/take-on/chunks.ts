import type { PlacedLine } from '@ciyuan/platform/csv';
import type { TakeOnBooks } from './take-on-files';
import type { AccountLine, CustomerLine, GrantLine, SubscriptionLine } from './take-on-lines';

export interface AccountBook {
  readonly line: PlacedLine<AccountLine>;
  readonly subscriptions: readonly PlacedLine<SubscriptionLine>[];
  readonly grants: readonly PlacedLine<GrantLine>[];
}

/** What is taken on in one transaction: customers with all of their accounts. */
export interface Chunk {
  /** From 1: of the same files it is the same chunk each time. */
  readonly number: number;
  readonly customers: readonly PlacedLine<CustomerLine>[];
  readonly accounts: readonly AccountBook[];
}

/** Accounts and customers of a chunk: some are over it, so that no customer is cut. */
const CHUNK_SIZE = 200;

/** The books cut into chunks, in the order of the files: customers first, each with what is theirs; then the others. */
export function chunksOf(books: TakeOnBooks, size = CHUNK_SIZE): Chunk[] {
  const accounts = booksByCustomer(books);
  const own = books.customers.map((line) => ({
    customers: [line],
    accounts: accounts.get(line.value.customer) ?? [],
  }));
  const ofFiles = new Set(books.customers.map(({ value }) => value.customer));
  const others = [...accounts]
    .filter(([customer]) => !ofFiles.has(customer))
    .flatMap(([, some]) => some.map((account) => ({ customers: [], accounts: [account] })));
  const chunks: { number: number; customers: PlacedLine<CustomerLine>[]; accounts: AccountBook[] }[] = [];
  for (const part of [...own, ...others]) {
    let chunk = chunks[chunks.length - 1];
    if (chunk === undefined || chunk.customers.length + chunk.accounts.length >= size) {
      chunk = { number: chunks.length + 1, customers: [], accounts: [] };
      chunks.push(chunk);
    }
    chunk.customers.push(...part.customers);
    chunk.accounts.push(...part.accounts);
  }
  return chunks;
}

/** Under '' those of no customer. */
function booksByCustomer({ accounts, subscriptions, grants }: TakeOnBooks): Map<string, AccountBook[]> {
  const ofAccount = grouped(subscriptions, ({ account }) => account);
  const grantsOf = grouped(grants, ({ account }) => account);
  const byCustomer = new Map<string, AccountBook[]>();
  for (const line of accounts) {
    const { account, customer = '' } = line.value;
    const book = { line, subscriptions: ofAccount.get(account) ?? [], grants: grantsOf.get(account) ?? [] };
    const own = byCustomer.get(customer);
    if (own === undefined) byCustomer.set(customer, [book]);
    else own.push(book);
  }
  return byCustomer;
}

function grouped<T>(
  lines: readonly PlacedLine<T>[],
  nameOf: (value: T) => string,
): Map<string, PlacedLine<T>[]> {
  const groups = new Map<string, PlacedLine<T>[]>();
  for (const line of lines) {
    const group = groups.get(nameOf(line.value));
    if (group === undefined) groups.set(nameOf(line.value), [line]);
    else group.push(line);
  }
  return groups;
}
