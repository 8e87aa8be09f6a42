import type { FoundKind } from '@ciyuan/modules/reporting';
import { z } from 'zod';

const LONGEST = 128;

export const searchQuerySchema = z.strictObject({
  q: z.string().trim().min(1).max(LONGEST).meta({ description: 'In a code or a name, in whatever letters' }),
});
export type SearchQuery = z.infer<typeof searchQuerySchema>;

/** By kind; whole codes first, then what begins with the text. Ten of a kind at most. */
export interface SearchView {
  readonly found: readonly {
    readonly kind: FoundKind;
    /** Of a run, its number. */
    readonly code: string;
    readonly name: string;
  }[];
}
