import './prices.css';
import './words';
import type { Quote, QuotedUseResult } from '@ciyuan/core/charging';
import { Alert, Card, Statistic } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { grouped } from '../../parts/figures';
import { amountText } from './amount-text';
import { QuoteSteps } from './quote-steps';

interface QuoteAnswerProps {
  readonly quote: Quote;
  readonly plan: string;
}

/** What it comes to, and how, in words. */
export function QuoteAnswer({ quote, plan }: QuoteAnswerProps): ReactNode {
  const { t } = useTranslation('prices');
  const { currency, price, grantedMilli, usage, total, uses } = quote;
  const drawn = coveredMilli(uses);
  return (
    <section aria-label={t('answer')} aria-live="polite">
      <Amounts quote={quote} />
      <h2>{t('steps')}</h2>
      <ol className="quote-steps">
        <li>{t('priceStep', { plan, price: amountText(price), currency })}</li>
        {grantedMilli === 0n ? null : (
          <li>{t('grantStep', { granted: packageTokens(grantedMilli), drawn: packageTokens(drawn) })}</li>
        )}
        {uses.map((result, index) => (
          <li key={index}>
            <strong>{result.use.model}</strong>
            {result.ok ? (
              <QuoteSteps charge={result.charge} currency={currency} />
            ) : (
              <Alert
                type="warning"
                showIcon
                title={t(`refusals.${result.reason}`, { defaultValue: result.reason })}
                description={result.detail}
              />
            )}
          </li>
        ))}
        <li>
          {t('totalStep', {
            price: amountText(price),
            usage: amountText(usage),
            total: amountText(total),
            currency,
          })}
        </li>
      </ol>
      <p>{t('basis')}</p>
    </section>
  );
}

function Amounts({ quote }: { readonly quote: Quote }): ReactNode {
  const { t } = useTranslation('prices');
  const { currency, price, usage, total } = quote;
  const amounts = [
    { name: 'total', amount: amountText(total) },
    { name: 'price', amount: amountText(price) },
    { name: 'usage', amount: amountText(usage) },
  ];
  return (
    <div className="cards" style={{ gridTemplateColumns: 'repeat(auto-fill, minmax(160px, 1fr))' }}>
      {amounts.map(({ name, amount }) => (
        <Card key={name} size="small">
          <Statistic title={t(name)} value={amount} formatter={String} suffix={currency} />
        </Card>
      ))}
    </div>
  );
}

const coveredMilli = (uses: readonly QuotedUseResult[]): bigint =>
  uses
    .flatMap((use) => (use.ok ? use.charge.covers : []))
    .reduce((sum, { tokens, coefficientMilli }) => sum + BigInt(tokens) * coefficientMilli, 0n);

const packageTokens = (milli: bigint): string => grouped((milli / 1000n).toString());
