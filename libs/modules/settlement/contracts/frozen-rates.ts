import { compileExchangeRates } from '@ciyuan/core/catalogue';
import { OPERATOR_ZONE, monthBounds } from '@ciyuan/core/kernel';
import type { FrozenRate } from '@ciyuan/core/settlement';
import type { CatalogueDocument } from '@ciyuan/modules/catalogue';

/** What each pair is worth at the month's last instant, by the version that is in force then. */
export function frozenRates(
  versions: readonly CatalogueDocument<'exchange_rates'>[],
  month: string,
): FrozenRate[] {
  const last = monthBounds(OPERATOR_ZONE, month).end - 1;
  const inForce = new Map<string, CatalogueDocument<'exchange_rates'>>();
  for (const one of versions) {
    const known = inForce.get(one.code);
    if (one.effectiveFrom <= last && one.effectiveFrom >= (known?.effectiveFrom ?? -Infinity))
      inForce.set(one.code, one);
  }
  return [...inForce.values()].flatMap(({ body }) => {
    const rate = compileExchangeRates(body).rateAt(last);
    return rate === undefined ? [] : [{ base: body.base, quote: body.quote, rate }];
  });
}
