import './words';
import type { QuotedCharge } from '@ciyuan/core/charging';
import { formatScaled, formatYuan } from '@ciyuan/core/kernel';
import { counterIndex, isToken } from '@ciyuan/core/usage';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { grouped } from '../../parts/figures';
import { useTermText } from '../../parts/term';
import { amountText } from './amount-text';

interface QuoteStepsProps {
  readonly charge: QuotedCharge;
  readonly currency: string;
}

const MILLION = 1_000_000n;
const MILLI_PLACES = 3;

/** What a package covers of one use, and how the rest is priced: a line for each step. */
export function QuoteSteps({ charge, currency }: QuoteStepsProps): ReactNode {
  const { t } = useTranslation('prices');
  const { covers, lines, tiers, cap, commitment, overdrawn, gross } = charge;
  const termText = useTermText();
  const classOf = (counter: string): string => termText('class', counter);
  const texts = [
    ...covers.map(({ plan, counter, tokens, coefficientMilli }) =>
      t('coverStep', {
        plan,
        class: classOf(counter),
        tokens: whole(tokens),
        coefficient: formatScaled(coefficientMilli, MILLI_PLACES),
        drawn: grouped(formatScaled(BigInt(tokens) * coefficientMilli, MILLI_PLACES)),
      }),
    ),
    ...lines.map(({ counter, quantity, picoPerUnit }) => {
      const isOfTokens = isToken(counterIndex(counter) ?? 0);
      return t(isOfTokens ? 'tokenStep' : 'meterStep', {
        class: classOf(counter),
        quantity: whole(quantity),
        price: formatYuan(isOfTokens ? picoPerUnit * MILLION : picoPerUnit),
        amount: amountText(BigInt(quantity) * picoPerUnit),
        currency,
      });
    }),
    ...tiers.map(({ lineage, from, to, amount }) =>
      t('tierStep', {
        lineage,
        from: grouped(String(from)),
        to: grouped(String(to)),
        amount: amountText(amount),
        currency,
      }),
    ),
    ...(commitment === null ? [] : [t('commitmentStep', { plan: commitment.plan })]),
    ...(cap === null
      ? []
      : [t('capStep', { limit: amountText(cap.limit), rated: amountText(cap.to), currency })]),
    ...(overdrawn === 0 ? [] : [t('overdrawStep', { quantity: whole(overdrawn) })]),
    t('useStep', { amount: amountText(gross), currency }),
  ];
  return (
    <ul>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

const whole = (count: number): string => grouped(String(count));
