import { z } from 'zod';
import type { CoefficientTable } from '@ciyuan/core/charging';
import { TOKEN_CLASSES } from '@ciyuan/core/usage';
import { codeText, decimalText, zoneName } from '@ciyuan/platform/validation';
import { hours } from './hours-schema';
import { modelPattern } from './model-name';

const COEFFICIENT_PLACES = 3;

const row = z.strictObject({
  model: modelPattern,
  class: z.enum([...TOKEN_CLASSES, '*']),
  coefficient: decimalText(COEFFICIENT_PLACES),
  hours: z.exactOptional(z.strictObject(hours)),
});

export const coefficientTableSchema: z.ZodType<CoefficientTable> = z.strictObject({
  code: codeText,
  zone: z.exactOptional(zoneName),
  rows: z.array(row),
});
