import { PICO_PER_FEN, divideHalfAway, type Fen, type PicoYuan } from '../kernel';
import { netFen, taxOnTopFen } from '../ledger';
import type { Billed } from './billed';
import type { Chargeable } from './chargeable';

interface LineAmounts {
  readonly grossFen: Fen;
  readonly netFen: Fen;
  readonly taxFen: Fen;
}

/** The difference that a document bills of one key; negative where less was charged than billed. */
export interface BillLine extends Chargeable, LineAmounts {
  /** What was billed before. */
  readonly before: Billed;
  /** What of `total` the line bills, exactly. */
  readonly exact: PicoYuan;
  readonly lineMilliTokens: bigint;
}

/**
 * What was charged so far, rounded half away from zero to the fen, less what was billed so far: so that lines of a key
 * always add up to its rounded total, in however many cuts it is billed. VAT is fixed once, on the line. Undefined where
 * there is no fen to bill.
 */
export function billLine(charge: Chargeable, before: Billed): BillLine | undefined {
  const amounts = amountsOf(charge, before);
  if (amounts.grossFen === 0n && amounts.netFen === 0n) return undefined;
  const exact = charge.total - before.exact;
  const lineMilliTokens = charge.milliTokens - before.milliTokens;
  return { ...charge, ...amounts, before, exact, lineMilliTokens };
}

function amountsOf({ tax, total, totalNet, vatRate }: Chargeable, before: Billed): LineAmounts {
  const stated = toFen(total);
  if (tax === 'on_top') {
    const net = stated - before.netFen;
    const onTop = taxOnTopFen(net, vatRate);
    return { grossFen: net + onTop, netFen: net, taxFen: onTop };
  }
  const gross = stated - before.grossFen;
  const net = totalNet === null ? netFen(gross, vatRate) : toFen(totalNet) - before.netFen;
  return { grossFen: gross, netFen: net, taxFen: gross - net };
}

const toFen = (exact: PicoYuan): Fen => divideHalfAway(exact, PICO_PER_FEN);
