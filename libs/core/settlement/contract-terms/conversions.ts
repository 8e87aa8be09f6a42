import { convert } from '../../catalogue';
import { ok, refuse, type Fen, type Result } from '../../kernel';
import type { PartyTransfer } from '../party-transfer';
import type { PartyLines } from '../statement-lines';
import type { ContractInput, FrozenRate } from './contract-input';

/** A contract settles in a currency into which nothing is published for another one that the party has shares in. */
export interface NoExchangeRate {
  readonly code: 'no_exchange_rate';
  readonly base: string;
  readonly quote: string;
}

/**
 * What parties have in other currencies than their contracts settle in, moved into those: everything that the month
 * states, once, at the rate of the month, half away from zero to the hundredth. The operator takes the one currency and
 * gives the other, so that each keeps its own sum. In whole hundredths, as the statement in the other currency has it;
 * by the month that it is about, so that a minimum knows what is of its own month.
 */
export function conversions(
  month: string,
  { agreements, rates }: ContractInput,
  statements: ReadonlyMap<string, PartyLines>,
): Result<PartyTransfer[], NoExchangeRate> {
  const moved: PartyTransfer[] = [];
  for (const { party, settlesIn } of agreements) {
    if (settlesIn === undefined) continue;
    for (const { currency, lines } of [...statements.values()].filter((one) => one.party === party)) {
      if (currency === settlesIn) continue;
      const found = rates.find(({ base, quote }) => base === currency && quote === settlesIn);
      if (found === undefined) return refuse({ code: 'no_exchange_rate', base: currency, quote: settlesIn });
      for (const [originMonth, fen] of byOrigin(lines))
        moved.push(...pairOf({ party, originMonth, fen, month }, found));
    }
  }
  return ok(moved);
}

interface ToConvert {
  readonly party: string;
  readonly month: string;
  readonly originMonth: string;
  readonly fen: Fen;
}

/** Out of the one currency, into the other; nothing of what comes to nothing there. */
function pairOf({ party, month, originMonth, fen }: ToConvert, { base, quote, rate }: FrozenRate) {
  const reference = `${party}.${month}.${originMonth}.${base}-${quote}`;
  const out = { kind: 'conversion', party, originMonth, reference } as const;
  const into = convert(fen, rate);
  return [
    { ...out, currency: base, shareFen: -fen },
    ...(into === 0n ? [] : [{ ...out, currency: quote, shareFen: into }]),
  ];
}

function byOrigin(lines: PartyLines['lines']): Map<string, Fen> {
  const sums = new Map<string, Fen>();
  for (const { originMonth, shareFen } of lines)
    sums.set(originMonth, (sums.get(originMonth) ?? 0n) + shareFen);
  for (const [month, fen] of sums) if (fen === 0n) sums.delete(month);
  return sums;
}
