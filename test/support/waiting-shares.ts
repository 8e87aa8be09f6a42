import {
  ApproveVoid,
  CalculateBillRun,
  FinaliseBillRun,
  ListInvoices,
  ReceivePayment,
  RequestBillRun,
  RequestVoid,
} from '@ciyuan/modules/billing';
import { formatFen, parseFen } from '@ciyuan/core/kernel';
import { PublishDocument } from '@ciyuan/modules/catalogue';
import {
  ClawBackShare,
  DecideClawback,
  ListStatements,
  ReadStatement,
  type Statement,
} from '@ciyuan/modules/settlement';
import { countBatchesDown } from './falling-batches';
import { calls } from './seeded-calls';
import { SeededMarket } from './seeded-market';
import { must } from './settlement-engine';

export const COLLECTED = 'chinatelecom-xingchen';
export const INVOICED = 'tianyi-ascend';
export const RECOGNISED = 'minimax';

const terms = (partner: string, basis: string, more: object = {}) => ({
  partner,
  validity: { from: '2026-10-01' },
  settlement: {
    legalEntity: partner,
    bankAccount: '6222 0001',
    minimumPayout: '0',
    disputeDays: 5,
    paymentDays: 15,
    basis,
    ...more,
  },
});
const HELD_BACK = { holdback: { share: '0.1', releaseAfterMonths: 1 } };

/** A vendor whose shares wait for money, the owner of its chips whose shares wait for invoices, and one that waits for nothing. */
export class WaitingShares {
  private payments = 0;

  private constructor(readonly market: SeededMarket) {}

  static async open(): Promise<WaitingShares> {
    const market = await SeededMarket.open('2026-10-01T00:00:00+08:00');
    await countBatchesDown(market);
    for (const account of ['wang', 'li']) {
      await market.openAccount(account, 'consumer');
      await market.order(account, 'payg-standard');
    }
    const story = new WaitingShares(market);
    await story.agree(terms(COLLECTED, 'collected'));
    await story.agree(terms(INVOICED, 'invoiced', HELD_BACK));
    return story;
  }

  /** A contract from now on. */
  async agree(body: object): Promise<void> {
    const effectiveFrom = this.market.engine.clock.now();
    const wanted = { kind: 'contract', body, effectiveFrom, by: 'finance' } as const;
    must(await this.market.engine.get(PublishDocument).run(wanted));
  }

  agreeTo(party: string, basis: string): Promise<void> {
    return this.agree(terms(party, basis));
  }

  agreeRecognised(): Promise<void> {
    return this.agreeTo(COLLECTED, 'recognised');
  }

  /** Tokens of answers at that local time. */
  async use(
    at: string,
    account: string,
    model: string,
    chips: string,
    tokens: string,
    tokenClass = 'output',
  ): Promise<void> {
    this.market.moveTo(`${at}+08:00`);
    const id = `${account}-${model}-${at}`;
    const answers = await this.market.post(
      ...calls(`${id} | ${account} | ${at} | ${model} | ${chips} | ${tokenClass} ${tokens}`),
    );
    const wrong = answers.filter(({ status }) => status !== 'accepted');
    if (wrong.length > 0) throw new Error(JSON.stringify(wrong));
  }

  /** Bills what was used before the day, final four days later. */
  async bill(cutOff: string): Promise<void> {
    const wanted = { cutOff: Date.parse(`${cutOff}T00:00:00+08:00`), by: 'maker' };
    const { id } = must(await this.market.engine.get(RequestBillRun).run(wanted));
    must(await this.market.engine.get(CalculateBillRun).run(id));
    this.market.moveTo(new Date(wanted.cutOff + 4 * 86_400_000 + 3_600_000).toISOString());
    must(await this.market.engine.get(FinaliseBillRun).run({ runId: id, by: 'checker' }));
  }

  /** Numbers of an account's documents that stand, the oldest first. */
  async documents(payer: string): Promise<string[]> {
    const { items } = await this.market.engine.get(ListInvoices).run({ payer, sort: 'number', limit: 100 });
    return items.filter(({ state }) => state === 'final').map(({ number }) => number);
  }

  async voidLatest(payer: string): Promise<void> {
    const number = (await this.documents(payer)).at(-1) ?? '';
    must(await this.market.engine.get(RequestVoid).run({ number, reason: 'wrong buyer', by: 'maker' }));
    must(await this.market.engine.get(ApproveVoid).run({ number, by: 'checker' }));
  }

  async pay(day: string, account: string, amount: string): Promise<void> {
    this.market.moveTo(`${day}T12:00:00+08:00`);
    const reference = `P-${(this.payments += 1)}`;
    const told = { currency: 'CNY', amountFen: parseFen(amount), reference, invoice: null } as const;
    const at = this.market.engine.clock.now();
    const wanted = { ...told, at, account, method: 'bank_transfer', by: 'finance' } as const;
    must(await this.market.engine.get(ReceivePayment).run(wanted));
  }

  async clawBack(originMonth: string, percent: string): Promise<void> {
    const scope = { originMonth, currency: 'CNY', party: null, plan: null, model: null };
    const wanted = { ...scope, lost: { percent }, reason: 'the customer is gone', by: 'finance' };
    const { id } = must(await this.market.engine.get(ClawBackShare).run(wanted));
    must(await this.market.engine.get(DecideClawback).run({ id, state: 'approved', by: 'checker' }));
  }

  async issue(month: string): Promise<void> {
    await this.market.endMonth(month);
    await this.market.settle(month);
  }

  async statementOf(month: string, party: string, runId?: number): Promise<Statement | undefined> {
    const page = {
      ...(runId === undefined ? { month } : { runId }),
      party,
      sort: 'party',
      limit: 10,
    } as const;
    return (await this.market.engine.get(ListStatements).run(page)).items[0];
  }

  /** What the statement comes to, and which month waits for what: `2026-10 collected: 105.00 held 105.00 to 70.00`. */
  async told(month: string, party: string, runId?: number): Promise<string[]> {
    const statement = await this.statementOf(month, party, runId);
    if (statement === undefined) return [];
    const { runId: id, currency } = statement;
    const read = await this.market.engine.get(ReadStatement).run({ runId: id, party, currency });
    const months = (read?.bases ?? []).map(
      (one) =>
        `${one.month} ${one.basis}: ${yuan(one.shareFen - one.takenBackFen)} held ${yuan(one.heldBeforeFen)} to ${yuan(one.heldFen)}`,
    );
    const { shareFen, vatFen, heldFen, releasedFen, payableFen } = statement;
    const sum = `${yuan(shareFen)} + ${yuan(vatFen)} VAT - ${yuan(heldFen)} + ${yuan(releasedFen)}`;
    return [`${sum} = ${yuan(payableFen)}`, ...months];
  }

  /** What all statements of a month come to, less what its splits have as net. */
  async overNet(month: string): Promise<string> {
    const [row] = await this.market.rows<{ fen: string }>(
      `SELECT (SELECT coalesce(sum(s.share_fen), 0) FROM ciyuan.statement AS s JOIN ciyuan.settlement_posting AS p USING (run_id)
                WHERE p.month = $1)
            - (SELECT coalesce(sum(s.net_fen), 0) FROM ciyuan.settlement_split AS s JOIN ciyuan.settlement_posting AS p USING (run_id)
                WHERE p.month = $1) AS fen`,
      [month],
    );
    return formatFen(BigInt(row?.fen ?? '-1'));
  }
}

const yuan = (fen: bigint): string => (Number(fen) / 100).toFixed(2);
