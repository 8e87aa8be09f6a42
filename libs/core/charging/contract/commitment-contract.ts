import type { CommitmentTerms, Plan } from '../../catalogue';
import { prorateCommitted, type AmountContract, type TokenContract } from '../../commitment';
import {
  PICO_PER_FEN,
  daysBetween,
  divideHalfAway,
  fenToPico,
  parseFen,
  parseScaled,
  pattern,
  periodContaining,
  ratioOf,
  type Fen,
  type Instant,
  type Period,
} from '../../kernel';
import { netFen } from '../../ledger';
import type { SubscriptionState } from '../account-state';

/** A commitment as an account has taken it up: with its periods as instants, the first perhaps a partial one. */
export interface Contract {
  readonly mode: CommitmentTerms['mode'];
  readonly periods: readonly Period[];
  /** What prepaid periods grant, too: whole tokens, period by period. */
  readonly terms: TokenContract | AmountContract;
  readonly netOf: (gross: Fen) => Fen;
  readonly matchesModel: (model: string) => boolean;
}

/** Yuan a million tokens with six places is pico-yuan a token. */
const PRICE_PLACES = 6;
const MS_PER_HOUR = 3_600_000;
const NO_PRICE = '0';

const CONTRACTS = new WeakMap<SubscriptionState, Contract>();

/** Read once for each subscription that is loaded. Throws for a plan that commits to nothing. */
export function contractOf(subscription: SubscriptionState, zone: string): Contract {
  let contract = CONTRACTS.get(subscription);
  if (contract === undefined) CONTRACTS.set(subscription, (contract = readContract(subscription, zone)));
  return contract;
}

/** Whether cycles of the plan are closed afterwards rather than granted ahead. */
export const isSettledAfterwards = ({ commitment }: Plan): boolean =>
  commitment !== undefined && commitment.mode !== 'prepaid';

/** When a period, counted from 0, is closed: once late records have had their time. */
export const closeDueAt = (contract: Contract, period: number, plan: Plan): Instant =>
  (contract.periods[period] as Period).end + plan.latenessHours * MS_PER_HOUR;

/** The period, counted from 0, that an instant lies in. Throws outside the contract: nothing is charged there. */
export function periodAt(contract: Contract, at: Instant): number {
  const period = contract.periods.findIndex(({ start, end }) => start <= at && at < end);
  if (period < 0) throw new Error(`no period of the contract at ${at}`);
  return period;
}

function readContract({ plan, startsAt, anchorDay }: SubscriptionState, zone: string): Contract {
  const terms = plan.body.commitment;
  if (terms === undefined) throw new Error(`plan ${plan.code} is no commitment`);
  const patterns = terms.models.map(pattern);
  const { periods, days, periodDays } = periodsOf(terms, zone, anchorDay, startsAt);
  const isPartial = plan.body.firstPeriod.mode === 'prorated';
  const partOf = (amount: bigint, period: number): bigint =>
    period === 0 && isPartial ? prorateCommitted(amount, days, periodDays) : amount;
  return {
    mode: terms.mode,
    periods,
    terms: terms.mode === 'spend' ? amountTerms(terms, partOf) : tokenTerms(terms, partOf),
    netOf: (gross) => netFen(gross, plan.body.vatRate),
    matchesModel: (model) => patterns.some((one) => one.matches(model)),
  };
}

type PartOf = (amount: bigint, period: number) => bigint;

/** A partial first period promises whole fen, rounded down like tokens. */
const amountTerms = (terms: CommitmentTerms, partOf: PartOf): AmountContract => ({
  metric: 'amount',
  shortfallPercent: ratioOf(terms.shortfallPercent ?? NO_PRICE),
  committedPico: terms.periods.map(({ committed }, period) => fenToPico(partOf(parseFen(committed), period))),
});

const tokenTerms = (terms: CommitmentTerms, partOf: PartOf): TokenContract => ({
  metric: 'tokens',
  pricePico: parseScaled(terms.pricePerMillion ?? NO_PRICE, PRICE_PLACES),
  overPricePico: parseScaled(terms.overPricePerMillion ?? NO_PRICE, PRICE_PLACES),
  shortfallPercent: ratioOf(terms.shortfallPercent ?? NO_PRICE),
  committedTokens: terms.periods.map(({ committed }, period) => partOf(BigInt(committed), period)),
  ...(terms.makeUp && {
    makeUp: { ...terms.makeUp, percentOfShortfall: ratioOf(terms.makeUp.percentOfShortfall) },
  }),
});

/** Whole periods from the anchor on, the first cut at the start; and how many of its days that leaves. */
function periodsOf(terms: CommitmentTerms, zone: string, anchorDay: number, startsAt: Instant) {
  const first = periodContaining(zone, anchorDay, startsAt).start;
  const periods: Period[] = [];
  for (let start = first; periods.length < terms.periods.length; ) {
    let end = start;
    for (let month = 0; month < terms.periodMonths; month++) end = periodContaining(zone, anchorDay, end).end;
    periods.push({ start: periods.length === 0 ? startsAt : start, end });
    start = end;
  }
  const { end } = periods[0] as Period;
  return { periods, days: daysBetween(zone, startsAt, end), periodDays: daysBetween(zone, first, end) };
}

/** What a prepaid period grants and costs: its tokens at the contract price, half away from zero to the fen. */
export function prepaidOf({ terms }: Contract, period: number): { tokens: bigint; grossFen: bigint } {
  if (terms.metric === 'amount') throw new Error('a spend grants nothing');
  const tokens = terms.committedTokens[period] as bigint;
  return { tokens, grossFen: divideHalfAway(tokens * terms.pricePico, PICO_PER_FEN) };
}
