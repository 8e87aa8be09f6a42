import type { ChargeExplanation, GrantStep, OverageStep } from '@ciyuan/core/charging';
import type { Plan, Version } from '@ciyuan/core/catalogue';
import { dayStart } from '@ciyuan/core/kernel';
import { TOKEN_CLASSES, type Counter, type UsageRecord } from '@ciyuan/core/usage';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import { PLAIN_KEY, type FocusCharge, type FocusKey } from './focus-charge';
import { prepaid, type PlanOf, takeOrPay } from './focus-commitment';
import { partsOf, type Weighed } from './parts-of';

const MILLI = 1000n;
const TOKENS: ReadonlySet<string> = new Set(TOKEN_CLASSES);

/** A record, and what is needed to say what it was charged by. */
export interface RecordCharged {
  readonly account: string;
  readonly record: UsageRecord;
  readonly explanation: ChargeExplanation;
  /** Booked to a later month than its own. */
  readonly isCorrection: boolean;
  /** Whether something was paid for a grant, by its number. */
  readonly isPaid: (grantNumber: number) => boolean;
  /** The document that billed what no grant covered; what one covered was billed with the grant. */
  readonly invoice: string | null;
  readonly planOf: PlanOf;
}

interface WeighedClass extends Weighed {
  readonly counter: Counter;
}

/**
 * One charge for each token class and what covered or priced it. What a grant recognises of a record is one sum: its
 * classes have parts of it in proportion to what they drew, which add up to it. What a price book prices is as the
 * book says; what a tier, a cap or a contract charges is in proportion to what the book would, or to the tokens.
 */
export function chargesOfRecord(charged: RecordCharged): FocusCharge[] {
  const { grants, overages } = charged.explanation;
  return [
    ...grants.filter(({ covered }) => covered.length > 0).flatMap((step) => covered(charged, step)),
    ...overages.flatMap((step) => beyond(charged, step)),
  ];
}

function covered(charged: RecordCharged, step: GrantStep): FocusCharge[] {
  const plan = charged.planOf(step.planVersionId);
  const parts = step.covered.map(({ counter, tokens, coefficientMilli }): WeighedClass => {
    const quantity = BigInt(tokens);
    return { counter, quantity, weight: quantity * coefficientMilli };
  });
  const gross = partsOf(step.recognisedGross, parts);
  const net = partsOf(step.recognisedNet, parts);
  const isPaid = charged.isPaid(step.number);
  return parts.map(({ counter, quantity, weight }, index) => ({
    ...keyOf(charged, plan, counter),
    commitment: isPaid ? prepaid(charged.account, plan, 'Used') : null,
    priceId: `${plan.code}/${plan.id}`,
    quantity,
    commitmentMilli: isPaid ? weight : 0n,
    billed: 0n,
    effective: gross[index] ?? 0n,
    effectiveLedger: net[index] ?? 0n,
  }));
}

function beyond(charged: RecordCharged, step: OverageStep): FocusCharge[] {
  const plan = charged.planOf(step.planVersionId);
  const isBook = step.lines.reduce((sum, { amount }) => sum + amount, 0n) === step.gross;
  const prices = new Map(step.lines.map((line) => [line.counter, line]));
  const parts = step.counts.map(({ counter, quantity }): WeighedClass => {
    const weight = step.tiers.length === 0 ? prices.get(counter)?.amount : undefined;
    return { counter, quantity: BigInt(quantity), weight: weight ?? BigInt(quantity) };
  });
  const amounts = isBook
    ? parts.map(({ counter }) => prices.get(counter)?.amount ?? 0n)
    : partsOf(step.gross, parts);
  const isContract = step.rating === 'commitment';
  return parts.map(({ counter, quantity }, index) => ({
    ...keyOf(charged, plan, counter),
    commitment: isContract ? takeOrPay(charged.account, plan, 'Used') : null,
    invoice: charged.invoice,
    priceId: `${plan.code}/${step.priceVersionId ?? plan.id}`,
    picoPerUnit: isBook && step.kind === 'usage' ? (prices.get(counter)?.picoPerUnit ?? null) : null,
    quantity,
    commitmentMilli: isContract && TOKENS.has(counter) ? quantity * MILLI : 0n,
    billed: amounts[index] ?? 0n,
    effective: amounts[index] ?? 0n,
    effectiveLedger: amounts[index] ?? 0n,
  }));
}

function keyOf(
  { record, isCorrection }: RecordCharged,
  plan: Version<Plan>,
  counter: Counter,
): Omit<FocusKey, 'priceId'> {
  return {
    ...PLAIN_KEY,
    category: 'Usage',
    isCorrection,
    frequency: 'Usage-Based',
    description: `${record.model} ${counter}`,
    periodStart: dayStart(OPERATOR_ZONE, record.at),
    periodEnd: dayStart(OPERATOR_ZONE, record.at, 1),
    currency: plan.body.currency,
    plan: plan.code,
    model: record.model,
    vendor: record.vendor,
    computeOwner: record.computeOwner,
    chipKind: record.chipKind,
    counter,
  };
}
