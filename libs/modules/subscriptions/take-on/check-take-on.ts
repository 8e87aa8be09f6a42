import { Injectable } from '@nestjs/common';
import type { Plan, Version } from '@ciyuan/core/catalogue';
import type { ChargingCatalogue } from '@ciyuan/core/charging';
import { periodContaining, type Instant } from '@ciyuan/core/kernel';
import { CatalogueCache } from '@ciyuan/modules/catalogue';
import { AccountsStore, CustomersStore, PartiesStore } from '@ciyuan/modules/parties';
import type { Tx } from '@ciyuan/platform/database';
import type { PlacedLine } from '@ciyuan/platform/csv';
import type { ValueFault } from '@ciyuan/platform/validation';
import { fault, ownName } from './check-books';
import type { TakeOnBooks } from './take-on-files';
import type { AccountLine, GrantLine, SubscriptionLine } from './take-on-lines';

type Blame = (column: string, code: string, detail: string) => void;

const FIRST_OF_MONTH = 1;

/** The version that a line names: the one that was sold at its instant. */
export const planOf = (
  catalogue: ChargingCatalogue,
  { plan, planVersionAt }: SubscriptionLine,
): Version<Plan> | undefined => catalogue.planAt(plan, planVersionAt);

export const anchorOf = ({ anchorDay = FIRST_OF_MONTH }: SubscriptionLine): number => anchorDay;

/** Whether what the files say is known here, is new here where it has to be, and goes on as it was. */
@Injectable()
export class CheckTakeOn {
  constructor(
    private readonly catalogue: CatalogueCache,
    private readonly parties: PartiesStore,
    private readonly customers: CustomersStore,
    private readonly accounts: AccountsStore,
  ) {}

  /** As of `now`: where the same files have been begun with, the instant of that. */
  async run(tx: Tx, books: TakeOnBooks, now: Instant, isBegun: boolean): Promise<ValueFault[]> {
    const catalogue = await this.catalogue.current(tx);
    const parties = new Set((await this.parties.list(tx)).map(({ code }) => code));
    const accounts = new Map(books.accounts.map(({ value }) => [value.account, value]));
    return [
      ...(isBegun ? [] : await this.knownBefore(tx, books)),
      ...subscriptionFaults(books, accounts, { catalogue, parties, now }),
      ...grantFaults(books, catalogue, now),
    ];
  }

  /** A customer that is here already may get further accounts; one of the files is to be new. */
  private async knownBefore(tx: Tx, { customers, accounts }: TakeOnBooks): Promise<ValueFault[]> {
    const codes = accounts.map(({ value }) => value.account);
    const open = await this.accounts.idsByCode(tx, codes);
    const named = accounts.map(({ value }) => value.customer).filter((code) => code !== undefined);
    const known = await this.customers.known(
      tx,
      [...customers.map(({ value }) => value.customer), ...named],
      customers.map(({ value }) => value.identity),
    );
    const own = new Set(customers.map(({ value }) => value.customer));
    return [
      ...customers.flatMap(({ line, value }) => [
        ...(known.codes.has(value.customer) ? [exists('customers', line, 'customer')] : []),
        ...(known.identities.has(value.identity) ? [exists('customers', line, 'identity')] : []),
      ]),
      ...accounts.flatMap(({ line, value: { account, customer } }) => [
        ...(open.has(account) ? [exists('accounts', line, 'account')] : []),
        ...(customer === undefined || own.has(customer) || known.codes.has(customer)
          ? []
          : [fault('accounts', line, 'customer', 'unknown_customer', 'in no file, and not known here')]),
      ]),
    ];
  }
}

interface Known {
  readonly catalogue: ChargingCatalogue;
  readonly parties: ReadonlySet<string>;
  readonly now: Instant;
}

const exists = (file: string, line: number, column: string): ValueFault =>
  fault(file, line, column, 'known_before', 'there is one here already');

function subscriptionFaults(
  { subscriptions }: TakeOnBooks,
  accounts: ReadonlyMap<string, AccountLine>,
  { catalogue, parties, now }: Known,
): ValueFault[] {
  const faults: ValueFault[] = [];
  const based = new Set<string>();
  for (const { line, value } of subscriptions) {
    const blame: Blame = (column, code, detail) =>
      faults.push(fault('subscriptions', line, column, code, detail));
    if (value.channel !== undefined && !parties.has(value.channel))
      blame('channel', 'unknown_channel', 'not known here');
    if (value.startsAt > now) blame('startsAt', 'not_begun', 'what is to begin is ordered, not taken on');
    const plan = planOf(catalogue, value);
    if (plan === undefined) {
      blame('plan', 'unknown_plan', 'no version of this plan was in force at planVersionAt');
      continue;
    }
    if (catalogue.splitRuleFor(plan.code, null, null, now) === undefined)
      blame('plan', 'no_split_rule', 'nobody says whose its breakage is');
    goesOn(value, plan.body, { zone: accounts.get(value.account)?.zone, now }, blame);
    if (plan.body.role !== 'base') continue;
    if (based.has(value.account)) blame('plan', 'second_base_tariff', 'the account has another');
    based.add(value.account);
  }
  return faults;
}

/** Whether the subscription can go on here: a package at the boundary that comes next, a base tariff from when it is said. */
function goesOn(
  value: SubscriptionLine,
  { role, cycleAnchor }: Plan,
  { zone, now }: { readonly zone: string | undefined; readonly now: Instant },
  blame: Blame,
): void {
  const { nextCycleAt } = value;
  if (role === 'commitment') blame('plan', 'a_commitment', 'contracts are not taken on');
  if (role === 'base' && nextCycleAt === undefined)
    blame('nextCycleAt', 'missing', 'of a base tariff it says from when on it prices here');
  if ((role === 'pack' || role === 'trial') && nextCycleAt !== undefined)
    blame('nextCycleAt', 'not_renewed', 'it is granted once');
  if (role !== 'package' || nextCycleAt === undefined || zone === undefined) return;
  if (cycleAnchor === 'calendar' && anchorOf(value) !== FIRST_OF_MONTH)
    blame('anchorDay', 'another_anchor', 'cycles of this plan begin on the first of a month');
  if (cycleAnchor === 'order_day' && value.anchorDay === undefined)
    blame('anchorDay', 'missing', 'cycles of this plan begin on the day of the order');
  if (periodContaining(zone, anchorOf(value), now).end !== nextCycleAt)
    blame('nextCycleAt', 'not_the_next_boundary', 'not where the cycle that runs now ends');
}

function grantFaults(
  { subscriptions, grants }: TakeOnBooks,
  catalogue: ChargingCatalogue,
  now: Instant,
): ValueFault[] {
  const sold = new Map(
    subscriptions.map(({ value }) => [ownName(value.account, value.subscription), planOf(catalogue, value)]),
  );
  return grants.flatMap(({ line, value }: PlacedLine<GrantLine>) => {
    const plan = sold.get(ownName(value.account, value.subscription))?.body;
    const { expiresAt } = value;
    return [
      ...(plan !== undefined && plan.allowance === undefined
        ? [fault('grants', line, 'subscription', 'grants_nothing', 'a plan of this kind grants no tokens')]
        : []),
      ...(expiresAt !== undefined && expiresAt <= now
        ? [fault('grants', line, 'expiresAt', 'expired', 'what has expired is settled where it was sold')]
        : []),
    ];
  });
}
