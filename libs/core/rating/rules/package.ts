import type { PackageComponent } from '../../catalogue';
import type { PicoYuan } from '../../kernel';

/** ⌈(quantity − freeUnits) / packageSize⌉ packages; none while the free units last. */
export function packageCharge(component: PackageComponent, quantity: bigint): PicoYuan {
  return packagesBegun(component, quantity) * component.packagePricePico;
}

export function packagesBegun({ packageSize, freeUnits }: PackageComponent, quantity: bigint): bigint {
  const charged = quantity - freeUnits;
  return charged <= 0n ? 0n : (charged + packageSize - 1n) / packageSize;
}
