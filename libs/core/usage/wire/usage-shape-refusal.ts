/** Why a usage object is not turned into counts. `field` is the path of the field at fault. */
export type UsageShapeRefusal =
  | { readonly reason: 'not_an_object'; readonly field: string }
  | { readonly reason: 'not_a_list'; readonly field: string }
  | { readonly reason: 'not_a_text'; readonly field: string }
  | { readonly reason: 'missing_count'; readonly field: string }
  | { readonly reason: 'not_a_whole_number'; readonly field: string }
  | { readonly reason: 'count_too_large'; readonly field: string }
  /** A modality or a time to live that no rule here knows. */
  | { readonly reason: 'unknown_value'; readonly field: string; readonly value: string }
  /** Cached tokens and modalities are both there, and nothing says how many tokens are both. */
  | { readonly reason: 'overlap_unknown'; readonly field: string }
  | { readonly reason: 'other_model_in_iterations'; readonly field: string; readonly model?: string }
  | UsageSumRefusal;

/** Two numbers of the object that cannot both be true: what the field says, and what the others allow. */
export interface UsageSumRefusal {
  readonly reason:
    | 'fields_disagree'
    | 'cached_exceeds_input'
    | 'reasoning_exceeds_output'
    | 'modalities_exceed_total'
    | 'parts_differ'
    | 'total_differs';
  readonly field: string;
  readonly stated: number;
  readonly counted: number;
}
