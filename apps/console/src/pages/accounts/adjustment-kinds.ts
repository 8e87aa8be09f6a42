/** What somebody can ask for by hand. */
export const ADJUSTMENT_KINDS = ['goodwill', 'manual_credit', 'manual_debit', 'refund', 'write_off'] as const;
