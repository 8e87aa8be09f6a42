import { WAIVABLE_CODES } from '@ciyuan/core/settlement';
import { z } from 'zod';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month, YYYY-MM');
const reason = z.string().trim().min(1).max(500);

export const monthParamsSchema = z.object({ month });
export type MonthParams = z.infer<typeof monthParamsSchema>;

export const waiverParamsSchema = z.object({
  month,
  number: z.coerce.number().int().min(1).max(1_000_000),
});
export type WaiverParams = z.infer<typeof waiverParamsSchema>;

export const waiverSchema = z.strictObject({ item: z.enum(WAIVABLE_CODES), reason });
export type WaiverRequest = z.infer<typeof waiverSchema>;

export const reopeningSchema = z.strictObject({ reason });
export type ReopeningRequest = z.infer<typeof reopeningSchema>;

export interface StepView {
  readonly step: string;
  /** Null where the calendar of holidays does not cover its days. */
  readonly due: string | null;
  readonly doneAt: string | null;
  /** Of a step that is done statement by statement: for how many of how many. */
  readonly done?: number;
  readonly of?: number;
  readonly late: boolean;
}

export interface MonthView {
  readonly month: string;
  readonly state: string;
  /** Of the run that was posted, or that stands until one is. */
  readonly runId: number | null;
  readonly stepsDone: number;
  readonly stepsLate: number;
  readonly steps: readonly StepView[];
}

export interface MonthsView {
  readonly months: readonly MonthView[];
}

export interface ItemView {
  readonly code: string;
  readonly state: 'ok' | 'open' | 'waived';
  readonly count: number;
  /** One of them, where one says more than their number. */
  readonly example: string | null;
  readonly waivable: boolean;
  readonly lookAt: string;
  readonly toDo: string;
}

export interface WaiverView {
  readonly number: number;
  readonly item: string;
  /** How much of it there was; with more of it, the item is open again. */
  readonly seen: number;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

export interface EventView {
  readonly number: number;
  readonly kind: string;
  readonly at: string;
  readonly by: string;
  readonly reason: string | null;
  readonly item: string | null;
  readonly seen: number | null;
  /** Of a withdrawal or an approval: the event that it answers. */
  readonly refersTo: number | null;
  readonly askedBy: string | null;
  /** Of a freeze: what it did not wait for. */
  readonly waived: Readonly<Record<string, number>> | null;
  readonly runId: number | null;
}

export interface MonthDetailsView extends MonthView {
  readonly checklist: readonly ItemView[];
  readonly waivers: readonly WaiverView[];
  readonly events: readonly EventView[];
}
