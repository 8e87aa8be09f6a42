import type { RevenueKind } from '@ciyuan/modules/reporting';
import { z } from 'zod';

const MS_PER_DAY = 86_400_000;
const MOST_DAYS = 93;

const day = z.iso.date().meta({ description: 'A day of the operator’s zone' });

export const overviewQuerySchema = z
  .strictObject({ from: day, to: day.meta({ description: 'Inclusive; at most 93 days in all' }) })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'not before from' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < MOST_DAYS * MS_PER_DAY, {
    path: ['to'],
    message: 'at most 93 days at once',
  });
export type OverviewQuery = z.infer<typeof overviewQuerySchema>;

/** `usage` is pay-as-you-go and what went beyond a hard limit: as it was charged. All else is without VAT. */
export interface RevenueView {
  readonly kind: RevenueKind;
  readonly currency: string;
  readonly amount: string;
}

/** By when things were booked; counts are decimal texts, for they may be larger than a number holds. */
export interface OverviewDayView {
  readonly day: string;
  readonly payingAccounts: number;
  readonly records: number;
  readonly tokens: string;
  readonly classes: Readonly<Record<string, string>>;
  readonly revenue: readonly RevenueView[];
}

export interface ModelTotalView {
  readonly model: string;
  readonly currency: string;
  readonly tokens: string;
  readonly amount: string;
}

export interface OverviewView {
  readonly from: string;
  readonly to: string;
  readonly days: readonly OverviewDayView[];
  readonly tokens: string;
  readonly revenue: readonly RevenueView[];
  /** Ten of them; by revenue ten in each currency. */
  readonly topByTokens: readonly ModelTotalView[];
  readonly topByRevenue: readonly ModelTotalView[];
}

export interface CommitmentPaceView {
  readonly account: string;
  readonly subscription: number;
  readonly plan: string;
  readonly mode: string;
  readonly unit: 'tokens' | 'yuan';
  readonly period: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly committed: string;
  readonly consumed: string;
  /** Of the promise and of the period's time: 1 is all of it. */
  readonly usedShare: string;
  readonly elapsedShare: string;
  /** Less is used than time has gone by, by a tenth of the period or more. */
  readonly behind: boolean;
}

export interface CommitmentPacesView {
  /** What is furthest behind its time first. */
  readonly commitments: readonly CommitmentPaceView[];
}
