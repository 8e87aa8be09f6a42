export const LEVELS = ['records', 'hours', 'statement'] as const;
/** What a key is: a record, an hour of a model and a tenant, or a line of a statement. */
export type Level = (typeof LEVELS)[number];
