import type { PicoYuan } from '@ciyuan/core/kernel';
import type { DeferredMoves, LedgerMoves, PlanMoves } from './deferred-revenue.store';

export const MOVES = ['sold', 'stated', 'received', 'given', 'recognised', 'broken'] as const;
const TAKEN: readonly (keyof DeferredMoves)[] = ['given', 'recognised', 'broken'];

/** opening + sold + stated + received − given − recognised − broken = closing. */
export interface RollForwardLine extends DeferredMoves {
  /** Null over all plans of the currency. */
  readonly plan: string | null;
  readonly currency: string;
  readonly opening: PicoYuan;
  readonly closing: PicoYuan;
}

/** A figure over all plans beside what the journals have of it. */
export interface Reconciled {
  readonly currency: string;
  readonly figure: 'opening' | 'sold' | 'stated' | 'transferred' | 'recognised' | 'broken' | 'closing';
  readonly plans: PicoYuan;
  readonly ledger: PicoYuan;
}

export interface RollForward {
  readonly month: string;
  readonly lines: readonly RollForwardLine[];
  /** One for each currency. */
  readonly totals: readonly RollForwardLine[];
  readonly reconciliation: readonly Reconciled[];
  readonly isReconciled: boolean;
}

/** The month's roll-forward by currency and plan out of all moves until its end. Plans that held nothing are left out. */
export function rollForward(
  month: string,
  moves: readonly PlanMoves[],
  ledger: readonly LedgerMoves[],
): RollForward {
  const lines = new Map<string, RollForwardLine>();
  for (const move of moves) {
    const key = `${move.currency} ${move.plan}`;
    lines.set(key, moved(lines.get(key) ?? emptyLine(move.plan, move.currency), move, move.month === month));
  }
  const held = [...lines.values()].filter((line) =>
    [...MOVES, 'opening' as const].some((name) => line[name] !== 0n),
  );
  const currencies = [...new Set([...held, ...ledger].map(({ currency }) => currency))].sort();
  const totals = currencies.map((currency) => totalOf(currency, held));
  const reconciliation = totals.flatMap((total) => reconciled(total, ledger));
  return {
    month,
    lines: held,
    totals,
    reconciliation,
    isReconciled: reconciliation.every((one) => one.plans === one.ledger),
  };
}

const emptyLine = (plan: string | null, currency: string): RollForwardLine => ({
  plan,
  currency,
  opening: 0n,
  sold: 0n,
  stated: 0n,
  received: 0n,
  given: 0n,
  recognised: 0n,
  broken: 0n,
  closing: 0n,
});

/** What moved in the month stands in its columns, and what moved before in the opening. */
function moved(line: RollForwardLine, move: DeferredMoves, isOfMonth: boolean): RollForwardLine {
  const change = MOVES.reduce((sum, name) => sum + (TAKEN.includes(name) ? -move[name] : move[name]), 0n);
  const closing = line.closing + change;
  if (!isOfMonth) return { ...line, opening: line.opening + change, closing };
  const added = MOVES.map((name) => [name, line[name] + move[name]] as const);
  return { ...line, ...Object.fromEntries(added), closing };
}

function totalOf(currency: string, lines: readonly RollForwardLine[]): RollForwardLine {
  const names = ['opening', ...MOVES, 'closing'] as const;
  return lines
    .filter((line) => line.currency === currency)
    .reduce(
      (total, line) => ({
        ...total,
        ...Object.fromEntries(names.map((name) => [name, total[name] + line[name]])),
      }),
      emptyLine(null, currency),
    );
}

function reconciled(total: RollForwardLine, ledger: readonly LedgerMoves[]): Reconciled[] {
  const { currency } = total;
  const booked = ledger.find((one) => one.currency === currency);
  const plans = { ...total, transferred: total.received - total.given };
  const figures = ['opening', 'sold', 'stated', 'transferred', 'recognised', 'broken', 'closing'] as const;
  return figures.map((figure) => ({
    currency,
    figure,
    plans: plans[figure],
    ledger: booked?.[figure] ?? 0n,
  }));
}
