import { MODEL_ORDER, type NamedModel } from '@ciyuan/modules/catalogue';
import { MAXIMUM_PAGE, pageQuery } from '@ciyuan/platform/lists';
import { z } from 'zod';

export const modelsQuerySchema = z.strictObject({
  ...pageQuery(MODEL_ORDER, { usual: MAXIMUM_PAGE }),
  vendor: z.string().min(1).max(63).optional(),
  text: z.string().min(1).max(200).optional().meta({ description: 'What the code has in it' }),
});
export type ModelsQuery = z.infer<typeof modelsQuerySchema>;

export interface ModelsView {
  readonly models: readonly NamedModel[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}
