import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import { Empty } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { Count, Money } from '../../parts/figures';
import { Instant, hasPassed, shareOfTime } from '../../parts/instant';
import { Loaded } from '../../parts/loaded';
import { Pace } from '../../parts/pace';
import { PlainTable } from '../../parts/plain-table';
import { StateTag, type StateTone } from '../../parts/state-tag';

type Commitment = View<'CommitmentView'>;
type Period = View<'PeriodView'>;

const TONES: Readonly<Record<Period['state'], StateTone>> = {
  to_come: 'quiet',
  granted: 'good',
  open: 'waiting',
  closed: 'quiet',
};

/** What the account has promised, period by period, and how far the running one is. */
export function AccountCommitments({ code }: { readonly code: string }): ReactNode {
  const { t } = useTranslation('accounts');
  const query = useQuery({
    queryKey: ['account', code, 'commitments'],
    queryFn: () => answerOf(client.GET('/v1/accounts/{code}/commitments', { params: { path: { code } } })),
  });
  return (
    <Loaded query={query}>
      {({ commitments }) =>
        commitments.length === 0 ? (
          <Empty description={t('noCommitment')} />
        ) : (
          commitments.map((one) => <OneCommitment key={one.subscription} code={code} commitment={one} />)
        )
      }
    </Loaded>
  );
}

const figureOf = (unit: Commitment['unit'], amount: string): ReactNode =>
  unit === 'yuan' ? <Money amount={amount} /> : <Count of={amount} />;

interface OneCommitmentProps {
  readonly code: string;
  readonly commitment: Commitment;
}

function OneCommitment({ code, commitment }: OneCommitmentProps): ReactNode {
  const { t } = useTranslation('accounts');
  const { plan, mode, unit, periods } = commitment;
  const figure = (title: string, of: (period: Period) => string) => ({
    title,
    render: (period: Period) => figureOf(unit, of(period)),
    isFigure: true,
  });
  const money = (heading: string, of: (period: Period) => string) => ({
    title: heading,
    render: (period: Period) => <Money amount={of(period)} />,
    isFigure: true,
  });
  const toRecords = ({ consumed }: Period): ReactNode => (
    <Link to={`/records?account=${encodeURIComponent(code)}`}>{figureOf(unit, consumed)}</Link>
  );
  const title = `${plan} · ${t(`modes.${mode}`)} (${t(`units.${unit}`)})`;
  return (
    <>
      <h2>{title}</h2>
      <PlainTable<Period>
        label={title}
        rows={periods}
        rowKey={({ period }) => period}
        columns={[
          { title: t('period'), render: ({ period }) => period, isFigure: true },
          { title: t('span'), render: (period) => <Span period={period} /> },
          {
            title: t('status'),
            render: ({ state }) => <StateTag tone={TONES[state]}>{t(`periodStates.${state}`)}</StateTag>,
          },
          figure(t('committed'), ({ committed }) => committed),
          { title: t('consumed'), render: (period) => toRecords(period), isFigure: true },
          { title: t('pace'), render: (period) => <PeriodPace period={period} /> },
          figure(t('shortfall'), ({ shortfall }) => shortfall),
          figure(t('makeUpLeft'), ({ makeUpLeft }) => makeUpLeft),
          {
            title: t('charged'),
            render: ({ chargedYuan }) => <Money amount={chargedYuan} />,
            isFigure: true,
          },
          money(t('shortfallCharge'), ({ shortfallYuan }) => shortfallYuan),
        ]}
      />
    </>
  );
}

function Span({ period: { startsAt, endsAt } }: { readonly period: Period }): ReactNode {
  return (
    <>
      <Instant at={startsAt} dateOnly /> – <Instant at={endsAt} dateOnly />
    </>
  );
}

/** Of the running period: the time that has passed, against what was consumed of what was promised. */
function PeriodPace({ period }: { readonly period: Period }): ReactNode {
  const { t } = useTranslation('accounts');
  if (!hasPassed(period.startsAt) || Number(period.committed) === 0) return '–';
  const time = shareOfTime(period.startsAt, period.endsAt);
  const volume = Number(period.consumed) / Number(period.committed);
  return (
    <Pace
      bars={[
        { label: t('timeElapsed'), share: time },
        { label: t('volumeCounted'), share: volume, isGood: volume >= time },
      ]}
    />
  );
}
