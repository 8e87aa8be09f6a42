/** The list as its file holds it: by model, the costs and what else is known of the model. */
export type LiteLlmList = Readonly<Record<string, LiteLlmEntry>>;
export type LiteLlmEntry = Readonly<Record<string, unknown>>;

/** What of the list a book cannot hold; without a key it is the whole model. */
export interface RefusedPrice {
  readonly model: string;
  readonly key?: string;
  readonly reason: string;
}
