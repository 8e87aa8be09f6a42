import { z } from 'zod';

const name = z.string().regex(/^[\x21-\x7e]{1,128}$/, '1 to 128 printable ASCII characters');

export const explanationQuerySchema = z.strictObject({
  id: name.meta({ description: 'The record, as its partner named it' }),
  source: name.default('api'),
  partner: name.meta({ description: 'Who reported it' }),
});
export type ExplanationQuery = z.infer<typeof explanationQuerySchema>;

/** Quantities by class; money in yuan and package tokens as decimal texts, exact unless said otherwise. */
export interface ExplanationView {
  readonly record: {
    readonly partner: string;
    readonly source: string;
    readonly id: string;
    readonly account: string;
    readonly at: string;
    /** The code of the model that it was charged as. */
    readonly model: string;
    /** The name that it was reported by, where that only stands for the model. */
    readonly reportedModel: string | null;
    readonly vendor: string;
    readonly computeOwner: string;
    readonly serviceTier: string;
    readonly dimensions: Readonly<Record<string, string>>;
    /** The provider's own object and whose meaning it has, where the partner posted one. */
    readonly raw: { readonly semantics: string; readonly usage: unknown } | null;
    /** Disjoint counts: what was drawn and priced. */
    readonly classes: Readonly<Record<string, number>>;
  };
  readonly sequence: number;
  readonly usageMonth: string;
  readonly accountingMonth: string;
  /** Of the catalogue that rated it, and that it was computed again with. */
  readonly catalogueEpoch: number;
  /** Every grant that was eligible, in burn order. */
  readonly grants: readonly {
    readonly grant: number;
    readonly plan: string;
    readonly planVersionId: number;
    readonly coefficientVersionId: number | null;
    readonly priority: number;
    readonly expiresAt: string | null;
    readonly beforeTokens: string;
    readonly drawnTokens: string;
    readonly afterTokens: string;
    readonly covered: readonly {
      readonly class: string;
      readonly tokens: number;
      readonly coefficient: string;
    }[];
    readonly recognisedYuan: string;
    readonly recognisedNetYuan: string;
  }[];
  readonly overage: readonly {
    readonly kind: string;
    /** `commitment`, `base`, or `none` for what a hard limit or a cap left over. */
    readonly ratedBy: string;
    readonly plan: string;
    readonly planVersionId: number;
    readonly priceVersionId: number | null;
    readonly classes: Readonly<Record<string, number>>;
    readonly prices: readonly PriceView[];
    readonly tiers: readonly {
      readonly component: string;
      readonly from: string;
      readonly to: string;
      /** The tiers that its first and its last token lie in. */
      readonly startsIn: TierView;
      readonly endsIn: TierView;
      readonly yuan: string;
    }[];
    /** The consumption of the contract's period before and after: tokens, or pico-yuan of a spend. */
    readonly commitment: { readonly from: string; readonly to: string } | null;
    /** What is charged at most in the window, and what was rated in it before and after; beyond it nothing is charged. */
    readonly cap: { readonly yuan: string; readonly fromYuan: string; readonly toYuan: string } | null;
    readonly yuan: string;
  }[];
  readonly costs: readonly {
    readonly role: string;
    readonly party: string;
    readonly costVersionId: number | null;
    readonly prices: readonly PriceView[];
    /** Null where no book of the party prices the record. */
    readonly yuan: string | null;
  }[];
  /** As if the record were alone in its month: before guarantees and whole fen; to twelve places. */
  readonly shares: readonly {
    readonly kind: string;
    readonly splitRuleVersionId: number;
    readonly netYuan: string;
    /** What is taken off before the steps, by the names that the split rule gives. */
    readonly deductions: readonly {
      readonly name: string;
      readonly party: string;
      readonly yuan: string;
    }[];
    readonly steps: readonly { readonly type: string; readonly party: string; readonly yuan: string }[];
    readonly residual: string;
    readonly leftYuan: string;
  }[];
  readonly journal: readonly {
    readonly accountingMonth: string;
    readonly asset: string;
    readonly ledgerAccount: string;
    readonly amount: string;
  }[];
  /** Entries that took this back since, with negative figures, or stated it anew; void where a reversal is the last. */
  readonly corrections: readonly {
    readonly sequence: number;
    readonly kind: string;
    readonly packageTokens: string;
    readonly usageYuan: string;
    readonly reason: string;
    readonly requestedBy: string;
    readonly bookedAt: string;
  }[];
  /** Whether what is stored is what was computed again. */
  readonly agrees: boolean;
  readonly differences: readonly {
    readonly figure: string;
    readonly column: string;
    readonly stored: string;
    readonly computed: string;
  }[];
}

export interface TierView {
  /** From 1; null where nothing is charged yet. Of packages, the one begun last. */
  readonly tier: number | null;
  readonly over: string;
  readonly upTo: string | null;
}

export interface PriceView {
  readonly class: string;
  readonly quantity: number;
  /** Yuan per million tokens, or per unit of a meter. */
  readonly price: string;
  readonly yuan: string;
}
