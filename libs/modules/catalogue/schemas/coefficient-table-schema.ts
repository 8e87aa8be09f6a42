import { z } from 'zod';
import type { CoefficientTable } from '@ciyuan/core/charging';
import { TOKEN_CLASSES } from '@ciyuan/core/usage';
import { codeText, decimalText } from '@ciyuan/platform/validation';
import { modelPattern } from './model-name';

const COEFFICIENT_PLACES = 3;

const row = z.strictObject({
  model: modelPattern,
  class: z.enum([...TOKEN_CLASSES, '*']),
  coefficient: decimalText(COEFFICIENT_PLACES),
});

export const coefficientTableSchema: z.ZodType<CoefficientTable> = z.strictObject({
  code: codeText,
  rows: z.array(row),
});
