import './words';
import type { View } from '@ciyuan/client';
import { Card, Col, Row } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Count, Money, Tokens } from '../../parts/figures';
import { useListState } from '../../parts/list-state';
import { PlainTable } from '../../parts/plain-table';

type Total = NonNullable<View<'CountedReconciliationView'>['totals']>[number];

const NOT_LISTED = ['all', 'equal'];
const WIDTHS = { xs: 12, sm: 8, md: 6 } as const;

/** How many keys came to which outcome; a card shows its differences below. */
export function OutcomeCards({ totals }: { readonly totals: readonly Total[] }): ReactNode {
  const { t } = useTranslation('reconciliation');
  return (
    <>
      <h2>{t('counts')}</h2>
      <Row gutter={[12, 12]} style={{ marginBottom: 16 }}>
        {totals.map((total) => (
          <Col key={total.outcome} {...WIDTHS}>
            <OutcomeCard total={total} />
          </Col>
        ))}
      </Row>
      <PlainTable<Total>
        label={t('counts')}
        rows={totals}
        rowKey={({ outcome }) => outcome}
        columns={[
          { title: t('outcome'), render: ({ outcome }) => t(`outcomes.${outcome}`) },
          { title: t('keys'), render: ({ keys }) => <Count of={keys} />, isFigure: true },
          { title: t('ourTokens'), render: ({ ours }) => <Count of={ours.tokens} />, isFigure: true },
          { title: t('theirTokens'), render: ({ theirs }) => <Count of={theirs.tokens} />, isFigure: true },
          { title: t('ourAmount'), render: ({ ours }) => <Money amount={ours.amount} />, isFigure: true },
          {
            title: t('theirAmount'),
            render: ({ theirs }) => <Money amount={theirs.amount} />,
            isFigure: true,
          },
        ]}
      />
    </>
  );
}

function OutcomeCard({ total: { outcome, keys, ours, theirs } }: { readonly total: Total }): ReactNode {
  const { t } = useTranslation('reconciliation');
  const { filters, setFilter } = useListState();
  const name = t(`outcomes.${outcome}`);
  const isListed = !NOT_LISTED.includes(outcome) && keys > 0;
  const isChosen = filters['outcome'] === outcome;
  const content = (
    <>
      <div>{name}</div>
      <div style={{ fontSize: 24, fontWeight: 600 }}>
        <Count of={keys} />
      </div>
      <div>
        {t('sides')} <Tokens count={ours.tokens} /> / <Tokens count={theirs.tokens} />
      </div>
    </>
  );
  if (!isListed)
    return (
      <Card size="small" style={{ height: '100%' }}>
        {content}
      </Card>
    );
  return (
    <button
      type="button"
      className="card-button"
      aria-pressed={isChosen}
      onClick={() => setFilter('outcome', isChosen ? undefined : outcome)}
    >
      <Card size="small" hoverable style={{ height: '100%' }}>
        {content}
      </Card>
    </button>
  );
}
