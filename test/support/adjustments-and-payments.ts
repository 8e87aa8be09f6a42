import type { AdjustmentKind } from '@ciyuan/core/catalogue';
import { formatFen, formatYuan, parseFen, parseYuan, type Result } from '@ciyuan/core/kernel';
import {
  ApproveAdjustment,
  ReadReceivable,
  ReceivePayment,
  RejectAdjustment,
  RequestAdjustment,
  ReversePayment,
  WithdrawAdjustment,
  taxFen,
  type AdjustmentDetails,
} from '@ciyuan/modules/billing';
import { PublishDocument } from '@ciyuan/modules/catalogue';
import { RegisterParty } from '@ciyuan/modules/parties';
import {
  ApprovePayment,
  ConfirmStatement,
  RecordInvoice,
  RecordPayment,
  type StepTaken,
  WaiveItem,
} from '@ciyuan/modules/settlement';
import { calls } from './seeded-calls';
import { SeededMarket } from './seeded-market';
import { must } from './settlement-engine';

const OCTOBER_BEGINS = '2026-10-01T00:00:00+08:00';
const ALWAYS = Date.parse('2026-01-01T00:00:00+08:00');
const ARCHIVE = 'archive';

/** Half of what is used by the base tariff, net: its owner's VAT is 6 %, and 10 % are withheld from it. */
const ARCHIVE_RULE = {
  code: 'archive-share',
  match: { plan: 'payg-standard' },
  breakage: 'operator',
  rule: {
    vatRate: '0.06',
    vatIncluded: true,
    residual: 'operator',
    steps: [{ type: 'percent', party: ARCHIVE, basis: 'net', value: '50' }],
  },
};

/** Somebody in a role: `desk operations`. */
const actorOf = (who: string): { by: string; role: string } => {
  const [by = '', role = ''] = who.split(' ');
  return { by, role };
};

/** Customers whose accounts are adjusted by hand and who pay, and a partner that is paid. */
export class AdjustmentsAndPayments {
  private runId = 0;

  private constructor(readonly market: SeededMarket) {}

  static async open(): Promise<AdjustmentsAndPayments> {
    const market = await SeededMarket.open(OCTOBER_BEGINS);
    const party = { code: ARCHIVE, name: 'Archive', kinds: ['data_owner'] };
    must(await market.engine.get(RegisterParty).run({ ...party, vatRate: '0.06', withholdingRate: '0.1' }));
    const rule = { kind: 'split_rule', body: ARCHIVE_RULE, effectiveFrom: ALWAYS, by: 'seed' } as const;
    must(await market.engine.get(PublishDocument).run(rule));
    await market.openAccount('wang', 'consumer');
    await market.order('wang', 'personal-10m');
    await market.openAccount('li', 'consumer');
    await market.order('li', 'payg-standard');
    return new AdjustmentsAndPayments(market);
  }

  /** `posted 50 = 47.17 + 2.83`, or why not. */
  async ask(
    kind: AdjustmentKind,
    amount: string,
    who: string,
    { preview = false, account = 'wang' } = {},
  ): Promise<string> {
    const wanted = {
      account,
      kind,
      grossFen: parseFen(amount),
      vatRate: undefined,
      ...actorOf(who),
      preview,
    };
    const told = { reason: 'calls that failed', reference: 'T-1' };
    const asked = await this.market.engine.get(RequestAdjustment).run({ ...wanted, ...told });
    if (!asked.ok) return refusalText(asked.refusal);
    const { adjustment } = asked.value;
    const parts = [adjustment.grossFen, adjustment.netFen, taxFen(adjustment)].map(formatFen);
    return `${adjustment.state} ${parts[0]} = ${parts[1]} + ${parts[2]}`;
  }

  async sign(number: number, who: string, { preview = false, account = 'wang' } = {}): Promise<string> {
    const wanted = { account, number, ...actorOf(who), note: null, preview };
    return stateOf(await this.market.engine.get(ApproveAdjustment).run(wanted));
  }

  async reject(number: number, who: string): Promise<string> {
    const wanted = { account: 'wang', number, ...actorOf(who), reason: 'no ticket' };
    return stateOf(await this.market.engine.get(RejectAdjustment).run(wanted));
  }

  async withdraw(number: number, who: string, account = 'wang'): Promise<string> {
    const wanted = { account, number, ...actorOf(who), note: null };
    return stateOf(await this.market.engine.get(WithdrawAdjustment).run(wanted));
  }

  async pay(amount: string, reference: string, account = 'wang'): Promise<string> {
    const at = Date.parse('2026-10-01T00:00:00+08:00');
    const told = { currency: 'CNY', amountFen: parseFen(amount), at, reference, invoice: null } as const;
    const wanted = { ...told, account, method: 'bank_transfer', by: 'finance' } as const;
    const paid = await this.market.engine.get(ReceivePayment).run(wanted);
    if (!paid.ok) return refusalText(paid.refusal);
    return paid.value.isNew ? 'new' : 'known';
  }

  async bounce(number: number): Promise<string> {
    const wanted = { account: 'wang', number, reason: 'insufficient funds', by: 'finance' };
    const reversed = await this.market.engine.get(ReversePayment).run(wanted);
    return reversed.ok ? reversed.value.kind : refusalText(reversed.refusal);
  }

  async owed(account = 'wang'): Promise<string> {
    const receivable = await this.market.engine.get(ReadReceivable).run(account);
    return formatYuan(receivable?.balances[0]?.owed ?? 0n);
  }

  async causes(account = 'wang'): Promise<string[]> {
    const receivable = await this.market.engine.get(ReadReceivable).run(account);
    return (receivable?.balances ?? []).flatMap(({ causes }) =>
      causes.map(({ cause, amount }) => `${cause} ${formatYuan(amount)}`),
    );
  }

  /** What an account of the ledger came to on a customer's account, or on the operator's own. */
  async balance(ledgerAccount: string, account: string | null, party: string | null = null): Promise<string> {
    const [row] = await this.market.rows<{ amount: string }>(
      `SELECT coalesce(sum(amount), 0) AS amount FROM ciyuan.journal_line
        WHERE ledger_account = $1 AND ($3::text IS NULL OR party = $3) AND account_id = coalesce(
          (SELECT account_id FROM ciyuan.account_code WHERE code = $2), 0)`,
      [ledgerAccount, account, party],
    );
    return formatYuan(parseYuan(row?.amount ?? '0'));
  }

  /** Where a payment was booked. */
  async monthsOf(reference: string): Promise<string[]> {
    const rows = await this.market.rows<{ month: string }>(
      `SELECT DISTINCT j.accounting_month AS month FROM ciyuan.journal_line AS j
         JOIN ciyuan.customer_payment AS p ON p.batch_id = j.batch_id AND p.kind = 'received' AND p.reference = $1`,
      [reference],
    );
    return rows.map(({ month }) => month);
  }

  /** 106 million tokens at 2 yuan a million: 212.00 yuan, 200.00 net. */
  async issueOctober(): Promise<void> {
    this.market.moveTo('2026-10-20T12:00:00+08:00');
    await this.market.post(
      ...calls('u1 | li | 2026-10-20T11:00:00 | deepseek-v3.2 | hygon-dcu | input 106_000_000'),
    );
    await this.market.endMonth('2026-10');
    // What was asked for and not decided by then is looked at later; where there is none, nothing is waived.
    const waiver = { item: 'adjustments_requested', reason: 'looked at later', by: 'finance' } as const;
    await this.market.engine.get(WaiveItem).run({ month: '2026-10', ...waiver });
    this.runId = (await this.market.settle('2026-10')).id;
    must(await this.market.engine.get(ConfirmStatement).run({ ...this.statement, by: ARCHIVE }));
  }

  async invoice(amount: string, preview = false): Promise<string> {
    const invoice = { number: 'A-1', date: '2026-11-03' };
    const wanted = { ...this.statement, by: 'finance', invoice, amountFen: parseFen(amount), preview };
    return stepOf(await this.market.engine.get(RecordInvoice).run(wanted));
  }

  async payArchive(amount: string): Promise<string> {
    must(
      await this.market.engine.get(ApprovePayment).run({ ...this.statement, by: 'checker', preview: false }),
    );
    const payment = { number: 'B-1', date: '2026-11-03' };
    const wanted = { ...this.statement, by: 'finance', payment, amountFen: parseFen(amount), preview: false };
    return stepOf(await this.market.engine.get(RecordPayment).run(wanted));
  }

  private get statement() {
    return { runId: this.runId, party: ARCHIVE, currency: 'CNY' };
  }
}

const stateOf = (taken: Result<AdjustmentDetails, { readonly code: string }>): string =>
  taken.ok ? taken.value.adjustment.state : refusalText(taken.refusal);

const stepOf = (taken: Result<StepTaken, { readonly code: string }>): string =>
  taken.ok
    ? `${taken.value.applied ? '' : 'would be '}${taken.value.told.state}`
    : refusalText(taken.refusal);

/** The code, and what a refusal says besides. */
const refusalText = ({ code, ...more }: { readonly code: string }): string =>
  [code, ...Object.values(more).map(String)].join(' ');
