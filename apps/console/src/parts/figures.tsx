import type { ReactNode } from 'react';
import { localeTag } from '../language/language';

const DECIMAL = /^(-?)(\d+)(\.\d+)?$/;
const CHARACTERS_A_TOKEN = 1.6;

/** Groups the digits of a decimal as it stands: figures of money are never turned into floating numbers. */
export function grouped(decimal: string): string {
  const [, sign, whole, rest] = DECIMAL.exec(decimal) ?? [];
  if (whole === undefined) return decimal;
  return `${sign ?? ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest ?? ''}`;
}

interface MoneyProps {
  /** A decimal of the currency; null is nothing to say. */
  readonly amount: string | null | undefined;
  readonly currency?: string;
  /** To the fen, for headlines; the exact amount is its title. */
  readonly isRounded?: boolean;
}

/** A bill says 10.90, and not 10.9. */
const withFen = (decimal: string): string =>
  /^-?\d+(\.\d)?$/.test(decimal) ? `${decimal}${decimal.includes('.') ? '0' : '.00'}` : decimal;

/** Rounded as a text: no floating number comes between. */
const twoDecimals = (decimal: string): string =>
  new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    decimal as Intl.StringNumericLiteral,
  );

/** An amount where no element can stand, such as in a list to choose from. */
export const moneyText = (amount: string, currency: string): string =>
  `${grouped(withFen(amount))} ${currency}`;

export function Money({ amount, currency, isRounded = false }: MoneyProps): ReactNode {
  if (amount === null || amount === undefined) return <span>–</span>;
  const exact = grouped(withFen(amount));
  return (
    <span className="figures" {...(isRounded ? { title: exact } : {})}>
      {isRounded ? twoDecimals(amount) : exact}
      {currency === undefined ? '' : ` ${currency}`}
    </span>
  );
}

export function Count({ of }: { readonly of: string | number | null | undefined }): ReactNode {
  return <span className="figures">{of === null || of === undefined ? '–' : grouped(String(of))}</span>;
}

/** A figure such as a percentage, to two decimals; the exact one is its title. */
export function Rounded({ of }: { readonly of: string | null | undefined }): ReactNode {
  if (of === null || of === undefined) return <span>–</span>;
  return (
    <span className="figures" title={grouped(of)}>
      {twoDecimals(of)}
    </span>
  );
}

const PERCENT = { style: 'percent', maximumFractionDigits: 2 } as const;

/** A share of one, such as a tax rate: 0.06 is 6%. */
export function Percent({ of }: { readonly of: string | null | undefined }): ReactNode {
  if (of === null || of === undefined) return <span>–</span>;
  return (
    <span className="figures" title={of}>
      {new Intl.NumberFormat('en', PERCENT).format(of as Intl.StringNumericLiteral)}
    </span>
  );
}

/** Tokens in the units that people say: 万 and 亿 in Chinese, K, M and B in English. The exact figure is its title. */
export function Tokens({ count }: { readonly count: string | number | null | undefined }): ReactNode {
  if (count === null || count === undefined) return <span>–</span>;
  return (
    <span className="figures" title={grouped(String(count))}>
      {compact(Number(count))}
    </span>
  );
}

export const compact = (count: number): string =>
  new Intl.NumberFormat(localeTag(), { notation: 'compact', maximumFractionDigits: 2 }).format(count);

/** About how many Chinese characters so many tokens are: some 1.6 a token with today's vocabularies. */
export const charactersOf = (tokens: number): number => Math.round(tokens * CHARACTERS_A_TOKEN);
