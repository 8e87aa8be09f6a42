import type { StairstepComponent } from '../../catalogue';
import type { PicoYuan } from '../../kernel';
import { tierOf } from '../tier-of';

/** The flat fee of the tier that `quantity` (> 0) lies in. */
export function stairstepCharge(component: StairstepComponent, quantity: bigint): PicoYuan {
  return tierOf(component.tiers, quantity).flatFeePico;
}
