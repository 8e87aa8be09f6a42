/** What became of one row of a file that is checked against a price list. */
export interface RowOutcome {
  readonly id: string;
  /** `refused`: a book would not hold the row's price; `out_of_scope`: not a price by this list at all. */
  readonly outcome: 'reproduced' | 'differs' | 'refused' | 'out_of_scope';
  /** Why; absent for a row that is reproduced. */
  readonly detail?: string;
}
