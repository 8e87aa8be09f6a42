import { DISPUTE_REASONS } from '@ciyuan/core/settlement';
import { decimalText, displayName } from '@ciyuan/platform/validation';
import { z } from 'zod';
import { resolutionSchema } from './differences.dto';

const FEN_PLACES = 2;
const MOST_LINES = 1_000;

export const differenceDisputeSchema = resolutionSchema
  .pick({ ids: true, outcome: true, model: true, tenant: true })
  .extend({
    reason: z.enum(DISPUTE_REASONS),
    note: displayName.optional().meta({
      description: 'On whose word: staff that speaks in the party’s name says it; the party need not',
    }),
    claimed: z
      .array(
        z.strictObject({
          line: z.int().min(1).nullable().meta({ description: 'Of the statement; null for all of it' }),
          share: decimalText(FEN_PLACES).meta({
            description: 'As it should be, in the statement’s currency',
          }),
        }),
      )
      .max(MOST_LINES)
      .default([])
      .meta({
        description:
          'Of lines that differences belong to; of the others it is computed from what lies between',
      }),
  })
  .strict();
export type DifferenceDisputeRequest = z.infer<typeof differenceDisputeSchema>;
