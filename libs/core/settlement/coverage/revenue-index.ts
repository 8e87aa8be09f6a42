import type { LineKey } from '../rollup-line';
import type { AccountRevenue } from './coverage-input';

/** Finds whose revenue a line is of. */
export class RevenueIndex {
  private readonly byKey = new Map<string, AccountRevenue[]>();
  private readonly byModel = new Map<string, AccountRevenue[]>();

  constructor(revenue: readonly AccountRevenue[]) {
    for (const one of revenue) {
      add(this.byKey, keyOf(one.month, one.currency, one), one);
      add(this.byModel, modelOf(one.month, one.currency, one), one);
    }
  }

  /**
   * The revenue of the line's own plan and kind. Breakage that follows consumption, and what makes up a shortfall, have
   * no records of their own: they are of whoever used the model at its vendor and owner. Nobody's where nobody did.
   */
  of(month: string, currency: string, key: LineKey): readonly AccountRevenue[] {
    const own = this.byKey.get(keyOf(month, currency, key));
    return own ?? this.byModel.get(modelOf(month, currency, key)) ?? [];
  }
}

type Keyed = Pick<LineKey, 'planVersionId' | 'model' | 'vendor' | 'computeOwner' | 'chipKind' | 'kind'>;

const keyOf = (month: string, currency: string, key: Keyed): string =>
  JSON.stringify([
    month,
    currency,
    key.planVersionId,
    key.kind,
    key.model,
    key.vendor,
    key.computeOwner,
    key.chipKind,
  ]);

const modelOf = (month: string, currency: string, key: Keyed): string =>
  JSON.stringify([month, currency, key.model, key.vendor, key.computeOwner]);

function add(into: Map<string, AccountRevenue[]>, key: string, one: AccountRevenue): void {
  const found = into.get(key);
  if (found === undefined) into.set(key, [one]);
  else found.push(one);
}
