import { Injectable } from '@nestjs/common';
import {
  AccountReplay,
  explainCharge,
  type AccountFacts,
  type AccountState,
  type RecordWatch,
  type ReplayedWrite,
} from '@ciyuan/core/charging';
import type { Plan, Version } from '@ciyuan/core/catalogue';
import { FindInvoicesOfCharges, type InvoicesOfCharges } from '@ciyuan/modules/billing';
import type { Tx } from '@ciyuan/platform/database';
import { AccountLogStore } from '../replay/account-log.store';
import { ReadAccountLog, type LoggedWrite } from '../replay/read-account-log';
import { BookedMoneyStore } from './booked-money.store';
import { chargeOfMoney } from './charge-of-money';
import { chargesOfRecord, type RecordCharged } from './charges-of-record';
import { chargesOfWrite } from './charges-of-write';
import type { FocusCharge } from './focus-charge';
import { FocusTally } from './focus-tally';
import { LedgerSums } from './ledger-sums';

/** What an account was charged and what it used in an accounting month, as rows of cost and usage. */
@Injectable()
export class ReadAccountCharges {
  constructor(
    private readonly log: AccountLogStore,
    private readonly readAccountLog: ReadAccountLog,
    private readonly money: BookedMoneyStore,
    private readonly findInvoices: FindInvoicesOfCharges,
  ) {}

  /**
   * Does the account's history again, because no row keeps what each token class was charged; memory is that of the
   * rows that come of it. Throws where they do not add up to what the account's journals of the month say.
   */
  async run(tx: Tx, accountId: number, month: string): Promise<FocusCharge[]> {
    const facts = await this.log.facts(tx, accountId);
    if (facts === undefined) throw new Error(`no account ${accountId}`);
    const replay = new AccountReplay(facts, await this.log.isCorrected(tx, accountId));
    const invoices = await this.findInvoices.run(tx, facts);
    const tally = new FocusTally();
    const sums = new LedgerSums(month);
    for await (const write of this.readAccountLog.run(tx, facts)) {
      const records: WatchedRecord[] = [];
      const decided = replay.write(write.log, watch(facts, write, month, records));
      if (!decided.ok)
        throw new Error(`account ${facts.code}/${decided.refusal.sequence}: ${decided.refusal.detail}`);
      const charges = [
        ...(await recordsOn(invoices, records)),
        ...(await othersOn(invoices, {
          account: replay.account,
          logged: write,
          write: decided.value,
          month,
        })),
      ];
      sums.add(decided.value.journals, charges);
      for (const charge of charges) tally.add(charge);
    }
    sums.check(facts.code);
    for (const one of await this.money.ofAccount(tx, accountId, month)) tally.add(chargeOfMoney(one));
    return tally.rows();
  }
}

/** A record of the month, before it is known which document it stands on. */
interface WatchedRecord extends Omit<RecordCharged, 'invoice'> {
  readonly sequence: number;
}

function watch(
  { code }: AccountFacts,
  { log }: LoggedWrite,
  month: string,
  into: WatchedRecord[],
): RecordWatch {
  const { catalogue, months } = log;
  return (account, record, plan) => {
    const usageMonth = months.usageMonth(record.at);
    if (months.accountingMonth(usageMonth) !== month) return;
    const paid = new Set(account.grants.filter((one) => one.priceGross > 0n).map(({ number }) => number));
    into.push({
      sequence: account.nextSequence,
      account: code,
      record,
      explanation: explainCharge(account, record, plan, catalogue),
      isCorrection: usageMonth !== month,
      isPaid: (number) => paid.has(number),
      planOf: (id) => catalogue.plan(id),
    });
  };
}

async function recordsOn(
  invoices: InvoicesOfCharges,
  records: readonly WatchedRecord[],
): Promise<FocusCharge[]> {
  const charges: FocusCharge[] = [];
  for (const { sequence, ...record } of records)
    charges.push(...chargesOfRecord({ ...record, invoice: await invoices.ofUsage(sequence) }));
  return charges;
}

interface DecidedWrite {
  readonly account: AccountState;
  readonly logged: LoggedWrite;
  readonly write: ReplayedWrite;
  readonly month: string;
}

async function othersOn(
  invoices: InvoicesOfCharges,
  { logged, ...decided }: DecidedWrite,
): Promise<FocusCharge[]> {
  const { catalogue, months } = logged.log;
  const invoicesOfEntries = new Map<number, string | null>();
  for (const { rating } of decided.write.corrections)
    invoicesOfEntries.set(rating.sequence, await invoices.ofUsage(rating.sequence));
  const invoiceOf: InvoicesOfCharges['ofKey'] = (key, sequence) => invoices.ofKey(key, sequence);
  const planOf = (id: number): Version<Plan> => catalogue.plan(id);
  return chargesOfWrite({ ...decided, months, planOf, invoiceOf, invoicesOfEntries });
}
