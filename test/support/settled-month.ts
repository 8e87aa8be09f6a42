import type { Database, Tx } from '@ciyuan/platform/database';

/** One line of a month, as the writes of usage would have left it. Yuan. */
export interface BookedLine {
  readonly usageMonth?: string;
  readonly accountingMonth?: string;
  readonly plan?: 'gold' | 'payg';
  readonly model?: string | null;
  readonly vendor?: string | null;
  readonly computeOwner?: string | null;
  readonly channel?: string | null;
  readonly kind?: 'package' | 'usage' | 'overdraw' | 'breakage';
  readonly currency?: string;
  readonly paid?: boolean;
  readonly tokens?: number;
  readonly gross: string;
  readonly net?: string | null;
}

export const JUNE = '2026-06';
export const JULY = '2026-07';

const RULE = {
  vatRate: '0.06',
  vatIncluded: true,
  residual: 'operator',
  steps: [
    { party: 'vendor', type: 'percent', basis: 'net', value: '30' },
    { party: 'compute', type: 'perMillion', class: '*', value: '2' },
    { party: 'channel', type: 'percent', basis: 'remaining', value: '10' },
  ],
  minimumGuarantees: [{ party: 'compute', amount: '30' }],
};

const PARTIES = [
  ['carrier', 'operator', '0', '0'],
  ['alpha', 'vendor', '0.06', '0'],
  ['beta', 'vendor', '0.03', '0.1'],
  ['east', 'compute', '0.06', '0'],
  ['west', 'compute', '0.06', '0'],
  ['shop', 'channel', '0', '0'],
] as const;

const served = { model: 'b', vendor: 'beta', computeOwner: 'west' };
/** Two vendors, two owners, something given away, an overdraw, breakage: 160 yuan net, worked out by hand. */
export const SMALL_MONTH: readonly BookedLine[] = [
  { gross: '106', net: '100', tokens: 10_000_000, channel: 'shop' },
  { gross: '0', net: '0', tokens: 4_000_000, channel: 'shop', paid: false },
  { ...served, plan: 'payg', kind: 'usage', gross: '53', tokens: 5_000_000 },
  { ...served, plan: 'payg', kind: 'overdraw', gross: '0', tokens: 1_000_000 },
  { kind: 'breakage', gross: '10.6', net: '10', model: null, vendor: null, computeOwner: null },
];

const REVENUE_OF = {
  package: ['deferred_revenue', 'package_revenue'],
  breakage: ['deferred_revenue', 'breakage_revenue'],
  usage: ['unbilled_usage', 'usage_revenue'],
  overdraw: ['unbilled_usage', 'usage_revenue'],
} as const;

/** A catalogue of two plans and one rule, and lines of months written straight into the tables. */
export class SettledMonth {
  constructor(private readonly database: Database) {}

  async openMarket(breakage: 'operator' | 'as_consumed' = 'operator'): Promise<void> {
    await this.write(async (tx) => {
      for (const [code, kind, vatRate, withholdingRate] of PARTIES) {
        await tx.rows('INSERT INTO ciyuan.party VALUES ($1, $1, $2, $3, $4, now())', [
          code,
          [kind],
          vatRate,
          withholdingRate,
        ]);
      }
      await this.publish(tx, 'plan', 'gold', { code: 'gold' });
      await this.publish(tx, 'plan', 'payg', { code: 'payg' });
      await this.publish(tx, 'split_rule', 'even', { code: 'even', match: {}, breakage, rule: RULE });
    });
  }

  /** Appends the lines as one write of account 1: roll-up deltas, and the journal beside them. */
  async book(lines: readonly BookedLine[]): Promise<void> {
    await this.write(async (tx) => {
      const [batch] = await tx.rows<{ id: string }>("SELECT nextval('ciyuan.batch_id') AS id");
      for (const [index, line] of lines.entries()) await this.addDelta(tx, Number(batch?.id), index, line);
      await this.addJournal(tx, Number(batch?.id), lines);
    });
  }

  /** A cost that no book prices, of a record of the month. */
  openCost(usageMonth: string): Promise<unknown> {
    return this.sql(
      `INSERT INTO ciyuan.cost_suspense (account_id, at, sequence, role, usage_month, party, detail)
       VALUES (1, '2026-06-15T00:00:00Z', $1, 'compute', $2, 'east', 'no price')`,
      [Number(usageMonth.slice(-2)), usageMonth],
    );
  }

  openRecord(at: string): Promise<unknown> {
    return this.sql(
      `INSERT INTO ciyuan.suspense_record (account_id, key, partner, source, record_id, account_code, at, reason,
         detail, body, opened_at, tried_at, state)
       VALUES (1, 'p s ${at}', 'p', 's', '${at}', 'C-1', '${at}', 'no_tariff', '', '{}', now(), now(), 'open')`,
    );
  }

  sql<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.write((tx) => tx.rows<Row>(text, values));
  }

  private write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(work);
  }

  private async publish(tx: Tx, kind: string, code: string, body: object): Promise<void> {
    await tx.rows(
      `INSERT INTO ciyuan.catalogue_document (kind, code, version, effective_from, body, digest, epoch, created_at, created_by)
       VALUES ($1, $2, 1, '2026-01-01T00:00:00Z', $3, '', 1, now(), 'test')`,
      [kind, code, JSON.stringify(body)],
    );
  }

  private async addDelta(tx: Tx, batchId: number, index: number, line: BookedLine): Promise<void> {
    const {
      kind = 'package',
      usageMonth = JUNE,
      model = 'a',
      vendor = 'alpha',
      computeOwner = 'east',
    } = line;
    const counters = await tx.rows<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns
        WHERE table_schema = 'ciyuan' AND table_name = 'usage_rollup_delta' AND data_type = 'bigint'
          AND column_name NOT IN ('batch_id', 'plan_version_id', 'split_rule_version_id', 'records', 'input')`,
    );
    await tx.rows(
      `INSERT INTO ciyuan.usage_rollup_delta (batch_id, line, usage_month, accounting_month, plan_version_id,
         split_rule_version_id, model, vendor, compute_owner, channel, chip_kind, kind, currency, paid, records, input,
         gross, net, vendor_cost, compute_cost, ${counters.map(({ name }) => name).join(', ')})
       SELECT $1, $2, $3, $4, p.id, r.id, $6, $7, $8, $9, NULL, $10, $11, $12, $13, $14, $15, $16, 0, 0,
              ${counters.map(() => '0').join(', ')}
         FROM ciyuan.catalogue_document AS p JOIN ciyuan.catalogue_document AS r ON r.kind = 'split_rule'
        WHERE p.kind = 'plan' AND p.code = $5`,
      [
        batchId,
        index + 1,
        usageMonth,
        line.accountingMonth ?? usageMonth,
        line.plan ?? 'gold',
        model,
        vendor,
        computeOwner,
        line.channel ?? null,
        kind,
        line.currency ?? 'CNY',
        line.paid ?? true,
        kind === 'breakage' ? 0 : 1,
        line.tokens ?? 0,
        line.gross,
        line.net ?? null,
      ],
    );
  }

  private async addJournal(tx: Tx, batchId: number, lines: readonly BookedLine[]): Promise<void> {
    await tx.rows(
      `INSERT INTO ciyuan.journal_line (account_id, batch_id, line, accounting_month, asset, ledger_account, amount, booked_at)
       SELECT 1, $1, row_number() OVER (), month, 'CNY', account, amount, now()
         FROM unnest($2::text[], $3::text[], $4::numeric[]) AS t (month, account, amount) WHERE amount <> 0`,
      [
        batchId,
        lines.flatMap((line) => Array<string>(2).fill(line.accountingMonth ?? line.usageMonth ?? JUNE)),
        lines.flatMap((line) => [...REVENUE_OF[line.kind ?? 'package']]),
        lines.map((line) => line.net ?? line.gross).flatMap((yuan) => [yuan, negative(yuan)]),
      ],
    );
  }
}

const negative = (yuan: string): string => (yuan.startsWith('-') ? yuan.slice(1) : `-${yuan}`);
