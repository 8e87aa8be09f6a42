import { z } from 'zod';

const LONGEST_CODE = 64;

export const transferSchema = z.strictObject({
  kind: z.literal('gift').meta({ description: 'Nothing is paid for it' }),
  to: z.string().min(1).max(LONGEST_CODE).meta({ description: 'The account that receives the tokens' }),
  grant: z
    .string()
    .regex(/^\d{1,12}$/, 'the number of a grant')
    .optional()
    .meta({
      description: 'The one grant to take from; else all that may be given, in the order in which they burn',
    }),
  tokens: z.int().min(1).meta({ description: 'Whole package tokens' }),
  preview: z.boolean().default(false).meta({
    description: 'Say what it would come to, and give nothing: the same gift, taken back',
  }),
});
export type TransferRequest = z.infer<typeof transferSchema>;

export interface TransferView {
  readonly from: string;
  readonly to: string;
  /** Out of which grants of the giver, into which of the receiver. */
  readonly parts: readonly {
    readonly grant: string;
    readonly tokens: string;
    readonly received: string;
    readonly expiresAt: string | null;
  }[];
  /** False of a preview. */
  readonly applied: boolean;
}
