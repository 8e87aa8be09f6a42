import { formatScaled, parseScaled } from '@ciyuan/core/kernel';
import type { InvoiceLine } from '@ciyuan/modules/billing';
import { lastDay, localDay } from './invoice-paper';

const MILLI_PLACES = 3;
const RATE_PLACES = 8;
const WORDS: Readonly<Record<InvoiceLine['kind'], readonly [chinese: string, english: string]>> = {
  grant: ['套餐词元', 'Token package'],
  fee: ['套餐服务费', 'Fee'],
  usage: ['按量使用', 'Usage'],
  shortfall: ['承诺用量不足补差', 'Commitment shortfall'],
};

/** What a line is for, as its buyer knows it: `按量使用 Usage: Base · glm-5`. */
export function wordsOf({ kind, planName, model }: InvoiceLine): string {
  const [chinese, english] = WORDS[kind];
  return `${chinese} ${english}: ${planName}${model === null ? '' : ` · ${model}`}`;
}

/** First and last day, `2026-10-01 – 2026-10-31`; what has no end of its own, from its day on. */
export function periodOf({ startsAt, endsAt }: InvoiceLine): string {
  const last = lastDay(endsAt);
  return last === null ? `${localDay(startsAt)} 起 on` : `${localDay(startsAt)} – ${last}`;
}

export const tokensOf = ({ milliTokens }: InvoiceLine): string => formatScaled(milliTokens, MILLI_PLACES);

/** A fraction as percent: 0.06 is `6%`. */
export const percentOf = (vatRate: string): string =>
  `${formatScaled(parseScaled(vatRate, RATE_PLACES) * 100n, RATE_PLACES)}%`;
