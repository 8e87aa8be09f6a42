import { z } from 'zod';
import type { ServedModels } from '@ciyuan/core/catalogue';
import { codeText } from '@ciyuan/platform/validation';
import { modelName } from './model-name';

export const servedModelsSchema: z.ZodType<ServedModels> = z.strictObject({
  code: codeText,
  partner: z.exactOptional(codeText),
  aliases: z.array(z.strictObject({ name: modelName, model: modelName })),
});
