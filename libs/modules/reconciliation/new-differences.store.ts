import { Injectable } from '@nestjs/common';
import { formatScaled } from '@ciyuan/core/kernel';
import { tokensOf, type Outcome, type Side } from '@ciyuan/core/reconciliation';
import { COPY_NULL, copyText, type Tx } from '@ciyuan/platform/database';
import type { DifferingOutcome } from './difference';
import type { OurSide, TheirSide } from './matched-sides.store';

/** A key that is found to differ. */
export interface FoundDifference {
  readonly key: string;
  readonly outcome: DifferingOutcome;
  readonly ours: OurSide | undefined;
  readonly theirs: TheirSide | undefined;
}

export interface RunBeingMatched {
  readonly id: number;
  readonly fileDigest: string;
  /** What counts are called, by their index. */
  readonly countNames: readonly string[];
  readonly statesTokens: boolean;
  readonly statesMoney: boolean;
}

export const isDiffering = (outcome: Outcome): outcome is DifferingOutcome => outcome !== 'equal';

const COLUMNS = [
  'run_id',
  'key',
  'outcome',
  'at',
  'model',
  'tenant',
  'plan',
  'kind',
  'our_month',
  'our_counts',
  'our_tokens',
  'our_amount',
  'their_line',
  'their_counts',
  'their_tokens',
  'their_amount',
  'tokens_apart',
  'amount_apart',
].join(', ');
const ALL = `id, ${COLUMNS}`;
const MONEY_PLACES = 12;

/** Differences of a run that is being matched: gathered first, then written at once, each sealed with the file. */
@Injectable()
export class NewDifferencesStore {
  async begin(tx: Tx): Promise<void> {
    await tx.rows(`CREATE TEMPORARY TABLE staged_difference ON COMMIT DROP AS
      SELECT * FROM ciyuan.reconciliation_difference WITH NO DATA`);
    await tx.rows(`ALTER TABLE staged_difference ALTER COLUMN id
      SET DEFAULT nextval(pg_get_serial_sequence('ciyuan.reconciliation_difference', 'id'))`);
  }

  async gather(tx: Tx, run: RunBeingMatched, found: readonly FoundDifference[]): Promise<void> {
    const lines = found.map((one) => `${cellsOf(run, one).join('\t')}\n`);
    await tx.copyIn(`COPY staged_difference (${COLUMNS}) FROM STDIN`, [lines.join('')]);
  }

  async write(tx: Tx, { fileDigest }: RunBeingMatched): Promise<void> {
    await tx.rows(
      `INSERT INTO ciyuan.reconciliation_difference (${ALL}, digest) OVERRIDING SYSTEM VALUE
       SELECT ${ALL}, ciyuan.chained_digest($1, d) FROM staged_difference AS d ORDER BY id`,
      [fileDigest],
    );
  }
}

function cellsOf(run: RunBeingMatched, { key, outcome, ours, theirs }: FoundDifference): string[] {
  const facts = [ours?.facts, theirs?.facts];
  const text = (name: 'model' | 'tenant' | 'plan' | 'kind') =>
    nullable(facts.find((one) => typeof one?.[name] === 'string')?.[name]);
  const at = facts.find((one) => one?.at instanceof Date)?.at;
  const [own, other] = [figuresOf(ours, run.countNames), figuresOf(theirs, run.countNames)];
  return [
    String(run.id),
    copyText(key),
    outcome,
    at?.toISOString() ?? COPY_NULL,
    ...[text('model'), text('tenant'), text('plan'), text('kind'), nullable(ours?.month)],
    own.counts,
    String(own.tokens),
    money(own.amount),
    theirs === undefined ? COPY_NULL : String(theirs.line),
    other.counts,
    String(other.tokens),
    money(other.amount),
    String(run.statesTokens ? other.tokens - own.tokens : 0n),
    money(run.statesMoney ? other.amount - own.amount : 0n),
  ];
}

function figuresOf(side: Side | undefined, names: readonly string[]) {
  if (side === undefined) return { counts: COPY_NULL, tokens: 0n, amount: 0n };
  const counts = names.flatMap((name, index) => {
    const count = side.counts[index] ?? 0n;
    return count === 0n ? [] : [[name, String(count)]];
  });
  return { counts: JSON.stringify(Object.fromEntries(counts)), tokens: tokensOf(side), amount: side.amount };
}

const nullable = (text: string | null | undefined): string =>
  text === null || text === undefined ? COPY_NULL : copyText(text);
const money = (pico: bigint): string => formatScaled(pico, MONEY_PLACES);
