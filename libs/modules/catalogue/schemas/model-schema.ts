import { z } from 'zod';
import type { Model } from '@ciyuan/core/catalogue';
import { codeText, displayName } from '@ciyuan/platform/validation';
import { modelName } from './model-name';

/** A model with the name that people read. */
export interface NamedModel extends Model {
  readonly name: string;
}

export const modelSchema: z.ZodType<NamedModel> = z.strictObject({
  code: modelName,
  name: displayName,
  vendor: codeText,
});
