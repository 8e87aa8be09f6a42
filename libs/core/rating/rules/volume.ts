import type { VolumeComponent } from '../../catalogue';
import type { PicoYuan } from '../../kernel';
import { tierOf } from '../tier-of';

/** All of `quantity` (> 0) at the price of the tier that it lies in, and that tier's flat fee. */
export function volumeCharge(component: VolumeComponent, quantity: bigint): PicoYuan {
  const tier = tierOf(component.tiers, quantity);
  return quantity * tier.unitPricePico + tier.flatFeePico;
}
