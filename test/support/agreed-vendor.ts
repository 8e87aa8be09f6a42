import { PublishDocument } from '@ciyuan/modules/catalogue';
import { ClawBackShare, DecideClawback, ListStatements, type Statement } from '@ciyuan/modules/settlement';
import { calls } from './seeded-calls';
import { countBatchesDown } from './falling-batches';
import { SeededMarket } from './seeded-market';
import { lineText } from './statement-text';
import { must } from './settlement-engine';

export const VENDOR = 'chinatelecom-xingchen';

const CONTRACT = {
  partner: VENDOR,
  validity: { from: '2026-10-01', until: '2027-03-31' },
  settlement: {
    legalEntity: '中电信星辰科技有限公司',
    bankAccount: '6222 0001',
    minimumPayout: '10.00',
    disputeDays: 5,
    paymentDays: 15,
    basis: 'recognised',
    holdback: { share: '0.1', releaseAfterMonths: 2 },
    guarantee: { amount: '50.00', recoupable: true },
    purchase: {
      from: '2026-10',
      months: 6,
      tokens: 200_000_000,
      models: 'telechat-*',
      pricePerMillion: '1',
      shortfallPercent: '50',
    },
  },
};

/** A vendor with a minimum, a promise to buy and a holdback, and the months that it is settled for. */
export class AgreedVendor {
  private constructor(readonly market: SeededMarket) {}

  static async open(): Promise<AgreedVendor> {
    const market = await SeededMarket.open('2026-10-01T00:00:00+08:00');
    await countBatchesDown(market);
    await market.openAccount('wang', 'consumer');
    await market.order('wang', 'payg-standard');
    const story = new AgreedVendor(market);
    await story.agree({});
    return story;
  }

  /** Another version of the contract, from now on. */
  async agree(change: object): Promise<number> {
    const body = { ...CONTRACT, ...change };
    const effectiveFrom = this.market.engine.clock.now();
    const wanted = { kind: 'contract', body, effectiveFrom, by: 'finance' } as const;
    return must(await this.market.engine.get(PublishDocument).run(wanted)).document.version;
  }

  /** So many million tokens of answers at that local time, reported at once or at `reported`. */
  async use(at: string, millions: string, reported = at): Promise<void> {
    this.market.moveTo(`${reported}+08:00`);
    const [whole, part = ''] = millions.split('.');
    const tokens = `${whole}${part.padEnd(6, '0')}`;
    await this.market.post(
      ...calls(`${at} | wang | ${at} | telechat-2-115b | ascend-910c | output ${tokens}`),
    );
  }

  /** Issues the month; what the vendor's statement is made of, and what it comes to. */
  async issue(month: string): Promise<string[]> {
    await this.market.endMonth(month);
    await this.market.settle(month);
    const statement = await this.statementOf(month);
    return statement === undefined
      ? []
      : [...(await this.market.linesOf(statement)).map(lineText), totals(statement)];
  }

  async statementOf(month: string, party = VENDOR): Promise<Statement | undefined> {
    const page = { month, party, sort: 'party', limit: 10 } as const;
    return (await this.market.engine.get(ListStatements).run(page)).items[0];
  }

  /** A part of a month's revenue did not last: asked for by finance, approved by a checker. */
  async clawBack(originMonth: string, percent: string): Promise<string[]> {
    const scope = { originMonth, currency: 'CNY', party: null, plan: null, model: null };
    const wanted = { ...scope, lost: { percent }, reason: 'refunded to wang', by: 'finance' };
    const { id, parts } = must(await this.market.engine.get(ClawBackShare).run(wanted));
    must(await this.market.engine.get(DecideClawback).run({ id, state: 'approved', by: 'checker' }));
    return parts.map(({ party, shareFen }) => `${party} ${yuan(shareFen)}`);
  }
}

const totals = ({ shareFen, vatFen, heldFen, releasedFen, payableFen }: Statement): string =>
  `${yuan(shareFen)} + ${yuan(vatFen)} VAT - ${yuan(heldFen)} + ${yuan(releasedFen)} = ${yuan(payableFen)}`;

export const yuan = (fen: bigint): string => (Number(fen) / 100).toFixed(2);
