import type { GraduatedComponent } from '../../catalogue';
import type { PicoYuan } from '../../kernel';

/** Each part of `quantity` (> 0) at its own tier's price; a tier's flat fee once the quantity exceeds its lower bound. */
export function graduatedCharge(component: GraduatedComponent, quantity: bigint): PicoYuan {
  let charge = 0n;
  let lower = 0n;
  for (const { upTo, unitPricePico, flatFeePico } of component.tiers) {
    charge += flatFeePico;
    if (upTo === null || quantity <= upTo) return charge + (quantity - lower) * unitPricePico;
    charge += (upTo - lower) * unitPricePico;
    lower = upTo;
  }
  throw new RangeError(`no tier reaches ${quantity}: the last one must have no bound`);
}
