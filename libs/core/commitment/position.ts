import { PICO_PER_FEN, divideFloor, divideHalfAway, fenToPico, type Fen, type PicoYuan } from '../kernel';
import type { AmountContract, TokenContract } from './contract';
import { flowTokens, type TokenFlow } from './token-flow';

/** What a closed period has come to; amounts in pico-yuan, the shortfall in what the contract counts. */
export interface ClosedPeriod {
  readonly shortfall: bigint;
  /** What is charged for the shortfall: whole fen, for it is a line of a document; its tax is fixed with it. */
  readonly gross: PicoYuan;
  readonly net: PicoYuan;
  readonly makeUpGranted: bigint;
  /** The part of the charge that waits for the credits. */
  readonly deferredGross: PicoYuan;
  readonly deferredNet: PicoYuan;
  /** Of this period's credits, in whatever period they went; and what of the deferred part that recognises. */
  readonly makeUpUsed: bigint;
  readonly usedGross: PicoYuan;
  readonly usedNet: PicoYuan;
  readonly makeUpLapsed: bigint;
  readonly lapsedGross: PicoYuan;
  readonly lapsedNet: PicoYuan;
}

/** All that a contract has charged for what was consumed so far, whatever the order in which it came. */
export interface CommitmentPosition {
  readonly usageGross: PicoYuan;
  /** One for each period that is closed, the first period first. */
  readonly closed: readonly ClosedPeriod[];
}

/** Net of an amount with VAT, on the line that states it. */
export type NetOfFen = (grossFen: Fen) => Fen;

export const NO_PERIOD: ClosedPeriod = {
  shortfall: 0n,
  gross: 0n,
  net: 0n,
  makeUpGranted: 0n,
  deferredGross: 0n,
  deferredNet: 0n,
  makeUpUsed: 0n,
  usedGross: 0n,
  usedNet: 0n,
  makeUpLapsed: 0n,
  lapsedGross: 0n,
  lapsedNet: 0n,
};

/**
 * The position of a contract, of which every movement posts the difference: so records, late records, voids and
 * closes come to the same, in whatever order. `consumption` has one figure for each period of the contract.
 *
 * Credits are used as soon as their period has fallen short, closed or not, so that usage never depends on when a
 * period closes; what a shortfall costs, and what of it is deferred, counts from the close on. Credits lapse at the
 * close of the last period in which they could be used: of the last periods of a contract, at its end.
 */
export function commitmentPosition(
  contract: TokenContract | AmountContract,
  consumption: readonly bigint[],
  closedPeriods: number,
  netOf: NetOfFen,
): CommitmentPosition {
  if (contract.metric === 'amount') {
    return { usageGross: 0n, closed: closedAmounts(contract, consumption.slice(0, closedPeriods), netOf) };
  }
  const flows = flowTokens(contract, consumption);
  const used = usedByOrigin(flows);
  let usageGross = 0n;
  for (const { withinCommitment, over } of flows) {
    usageGross += withinCommitment * contract.pricePico + over * contract.overPricePico;
  }
  const closed = flows
    .slice(0, closedPeriods)
    .map((flow, period) =>
      closePeriod(contract, flow, used[period] ?? 0n, lastUse(contract, period) < closedPeriods, netOf),
    );
  return { usageGross, closed };
}

/** The last period in which the credits of one can be used; itself where there is none. */
export function lastUse(contract: TokenContract | AmountContract, period: number): number {
  if (contract.metric === 'amount') return period;
  const within = contract.makeUp?.withinPeriods ?? 0;
  return Math.min(period + within, contract.committedTokens.length - 1);
}

function usedByOrigin(flows: readonly TokenFlow[]): bigint[] {
  const used: bigint[] = [];
  for (const { makeUpDrawn } of flows) {
    for (const { fromPeriod, tokens } of makeUpDrawn) used[fromPeriod] = (used[fromPeriod] ?? 0n) + tokens;
  }
  return used;
}

function closePeriod(
  contract: TokenContract,
  { shortfall, makeUpGranted }: TokenFlow,
  makeUpUsed: bigint,
  isOver: boolean,
  netOf: NetOfFen,
): ClosedPeriod {
  if (shortfall === 0n) return NO_PERIOD;
  const charge = chargeOf(shortfall * contract.pricePico, contract.shortfallPercent, netOf);
  const deferredGross = divideFloor(charge.gross * makeUpGranted, shortfall);
  const deferredNet = divideFloor(charge.net * makeUpGranted, shortfall);
  const usedGross = partOf(deferredGross, makeUpUsed, makeUpGranted);
  const usedNet = partOf(deferredNet, makeUpUsed, makeUpGranted);
  return {
    shortfall,
    ...charge,
    makeUpGranted,
    deferredGross,
    deferredNet,
    makeUpUsed,
    usedGross,
    usedNet,
    makeUpLapsed: isOver ? makeUpGranted - makeUpUsed : 0n,
    lapsedGross: isOver ? deferredGross - usedGross : 0n,
    lapsedNet: isOver ? deferredNet - usedNet : 0n,
  };
}

/** Cumulative, as a grant is recognised: ⌊deferred × consumed / granted⌋, exactly all of it at the end. */
const partOf = (deferred: PicoYuan, consumed: bigint, granted: bigint): PicoYuan =>
  granted === 0n ? 0n : divideFloor(deferred * consumed, granted);

/** So much percent of an amount, half away from zero to the fen, and its net. */
function chargeOf(
  full: PicoYuan,
  percent: TokenContract['shortfallPercent'],
  netOf: NetOfFen,
): Pick<ClosedPeriod, 'gross' | 'net'> {
  const grossFen = divideHalfAway(full * percent.n, percent.d * 100n * PICO_PER_FEN);
  return { gross: fenToPico(grossFen), net: fenToPico(netOf(grossFen)) };
}

function closedAmounts(
  contract: AmountContract,
  consumption: readonly PicoYuan[],
  netOf: NetOfFen,
): ClosedPeriod[] {
  return consumption.map((consumed, period) => {
    const committed = contract.committedPico[period];
    if (committed === undefined) throw new RangeError(`the contract has no period ${period}`);
    if (consumed >= committed) return NO_PERIOD;
    const shortfall = committed - consumed;
    return { ...NO_PERIOD, shortfall, ...chargeOf(shortfall, contract.shortfallPercent, netOf) };
  });
}
