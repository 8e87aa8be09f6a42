import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Count, Money } from '../../parts/figures';
import { PlainTable } from '../../parts/plain-table';
import { Term } from '../../parts/term';
import { Step } from './step';

type Explanation = View<'ExplanationView'>;
type Price = View<'PriceView'>;
type Part = Explanation['overage'][number];

interface ExplainedOverageProps {
  readonly overage: Explanation['overage'];
  readonly costs: Explanation['costs'];
}

/** What no grant covered, priced for the customer; and what all of it costs at the vendor and at the compute owner. */
export function ExplainedOverage({ overage, costs }: ExplainedOverageProps): ReactNode {
  const { t } = useTranslation('operations');
  return (
    <>
      <Step number={4} title={t('steps.overage')} isEmpty={overage.length === 0}>
        {overage.map((part) => (
          <section key={`${part.kind} ${part.plan} ${part.ratedBy}`}>
            <h3>
              <Term of="charge" code={part.kind} />
              {` · ${part.plan} (${part.planVersionId}) `}
              <Money amount={part.yuan} />
            </h3>
            <PricesTable prices={part.prices} label={`${t('steps.overage')} ${part.plan}`} />
            <Tiers tiers={part.tiers} />
          </section>
        ))}
      </Step>
      <Step number={5} title={t('steps.costs')} isEmpty={costs.length === 0}>
        {costs.map(({ role, party, costVersionId, prices, yuan }) => (
          <section key={`${role} ${party}`}>
            <h3>
              <Term of="role" code={role} />
              {` · ${party}${costVersionId === null ? '' : ` (${costVersionId})`} `}
              <Money amount={yuan} />
            </h3>
            <PricesTable prices={prices} label={`${t('steps.costs')} ${party}`} />
          </section>
        ))}
      </Step>
    </>
  );
}

function Tiers({ tiers }: { readonly tiers: Part['tiers'] }): ReactNode {
  const { t } = useTranslation('operations');
  if (tiers.length === 0) return null;
  const name = ({ tier, over }: Part['tiers'][number]['startsIn']): string =>
    tier === null ? '–' : t('tierText', { tier, over });
  return (
    <ul>
      {tiers.map(({ component, from, to, startsIn, endsIn, yuan }) => (
        <li key={component}>
          {`${component}: ${from} → ${to}, ${name(startsIn)} → ${name(endsIn)}: `}
          <Money amount={yuan} />
        </li>
      ))}
    </ul>
  );
}

interface PricesTableProps {
  readonly prices: readonly Price[];
  readonly label: string;
}

function PricesTable({ prices, label }: PricesTableProps): ReactNode {
  const { t } = useTranslation('operations');
  return (
    <PlainTable<Price>
      label={label}
      rows={prices}
      rowKey={(price) => price.class}
      columns={[
        { title: t('class'), render: (price) => <Term of="class" code={price.class} /> },
        { title: t('quantity'), render: ({ quantity }) => <Count of={quantity} />, isFigure: true },
        { title: t('price'), render: ({ price }) => <Money amount={price} />, isFigure: true },
        { title: t('amount'), render: ({ yuan }) => <Money amount={yuan} />, isFigure: true },
      ]}
    />
  );
}
