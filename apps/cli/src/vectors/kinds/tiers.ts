import { readTierComponent, type TierComponentDocument } from '@ciyuan/core/catalogue';
import { formatYuan } from '@ciyuan/core/kernel';
import { chargeBetween } from '@ciyuan/core/rating';

interface TierStep {
  readonly quantity: string;
  readonly charge: string;
  readonly cumulative: string;
}

export interface TiersCase {
  readonly component: TierComponentDocument;
  readonly steps: readonly TierStep[];
}

export function reproduceTiers(given: TiersCase): TiersCase {
  const read = readTierComponent(given.component);
  if (!read.ok) throw new Error(`component.${read.refusal.path}: ${read.refusal.code}`);
  let position = 0n;
  let total = 0n;
  const steps = given.steps.map((step): TierStep => {
    const before = position;
    position += BigInt(step.quantity);
    const charge = chargeBetween(read.value, before, position);
    total += charge;
    return { ...step, charge: formatYuan(charge), cumulative: formatYuan(total) };
  });
  return { ...given, steps };
}
