/*
 * Which plans the accounts hold. All have the base tariff from the month's start. The first four, to whom the
 * spread deals half of all sessions, hold next to nothing: a trial and an entry pack, so that even a small trace
 * uses up the trial, takes a record over two grants and ends in overage. The others go by a table of ten lines, by
 * the account's place, so that every line occurs among heavy and light accounts; the light ones leave most of a
 * monthly package unused, which is the breakage at the month's end.
 */
import { dayStart, type Instant } from '@ciyuan/core/kernel';

/** The codes of the seeded plans, and the segments that may order the ladders. */
export interface DemoPlans {
  readonly base: string;
  readonly personal10M: string;
  readonly personal40M: string;
  readonly developer15M: string;
  readonly entryPack: string;
  readonly trial: string;
  readonly consumerSegment: string;
  readonly developerSegment: string;
}

export interface PopulationInput {
  /** Codes, the heaviest account first. */
  readonly accounts: readonly string[];
  readonly plans: DemoPlans;
  readonly monthStart: Instant;
  readonly zone: string;
}

export interface DemoAccount {
  readonly accountIndex: number;
  readonly code: string;
  readonly name: string;
  readonly segment: string;
  /** In the order in which they are to be ordered. */
  readonly plans: readonly DemoOrder[];
}

export interface DemoOrder {
  readonly planCode: string;
  readonly startsAt: Instant;
}

type PlanName = 'personal10M' | 'personal40M' | 'developer15M' | 'entryPack' | 'trial';

interface Holding {
  readonly plans: readonly PlanName[];
  /** Days of the month that have passed when they are ordered. */
  readonly afterDays?: number;
}

const HEAVY_ACCOUNTS = 4;
const HEAVY: Holding = { plans: ['trial', 'entryPack'] };
const OTHERS: readonly Holding[] = [
  { plans: ['personal10M'] },
  { plans: ['developer15M'] },
  { plans: ['trial', 'personal10M'] },
  { plans: ['entryPack'] },
  { plans: ['personal10M', 'entryPack'] },
  { plans: ['personal40M'] },
  { plans: ['trial'] },
  { plans: ['developer15M', 'entryPack'] },
  { plans: ['personal10M'], afterDays: 7 },
  { plans: [] },
];

/** `count` account codes that sort as they are numbered. */
export const accountCodes = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `demo-${String(index + 1).padStart(5, '0')}`);

export function population({ accounts, plans, monthStart, zone }: PopulationInput): DemoAccount[] {
  return accounts.map((code, accountIndex) => {
    const holding = holdingOf(accountIndex);
    const startsAt = dayStart(zone, monthStart, holding.afterDays ?? 0);
    const orders = holding.plans.map((name) => ({ planCode: plans[name], startsAt }));
    return {
      accountIndex,
      code,
      name: `Subscriber ${accountIndex + 1}`,
      segment: holding.plans.includes('developer15M') ? plans.developerSegment : plans.consumerSegment,
      plans: [{ planCode: plans.base, startsAt: monthStart }, ...orders],
    };
  });
}

function holdingOf(accountIndex: number): Holding {
  if (accountIndex < HEAVY_ACCOUNTS) return HEAVY;
  return OTHERS[(accountIndex - HEAVY_ACCOUNTS) % OTHERS.length] as Holding;
}
