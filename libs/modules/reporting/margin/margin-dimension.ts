/** What a margin can be told by. */
export const MARGIN_DIMENSIONS = ['model', 'vendor', 'computeOwner', 'plan', 'channel', 'chipKind'] as const;
export type MarginDimension = (typeof MARGIN_DIMENSIONS)[number];

/** One or two, in the order in which they are shown. */
export type MarginGrouping = readonly [MarginDimension] | readonly [MarginDimension, MarginDimension];

/** Of one row: the values of its dimensions in their order; null where a line has none, such as a channel. */
export type MarginValues = readonly (string | null)[];
