import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { Count, Money, Tokens, charactersOf, compact } from '../../parts/figures';
import { dayFromToday, monthOf } from '../../parts/instant';
import { useSession } from '../../session/session';

type Overview = View<'OverviewView'>;

/** The few figures that people look for first. */
export function Headlines({ overview }: { readonly overview: Overview }): ReactNode {
  const { t } = useTranslation('dashboard');
  const { tokens, revenue, days } = overview;
  const latest = days[days.length - 1];
  return (
    <div className="cards">
      <Headline
        title={t('tokens')}
        note={t('characters', { characters: compact(charactersOf(Number(tokens))) })}
      >
        <Tokens count={tokens} />
      </Headline>
      <Headline title={t('paying')}>
        <Count of={latest?.payingAccounts ?? 0} />
      </Headline>
      {revenue.map(({ kind, currency, amount }) => (
        <Headline key={`${kind} ${currency}`} title={t(`kinds.${kind}`)}>
          <Money amount={amount} currency={currency} isRounded />
        </Headline>
      ))}
      <MarginHeadline />
    </div>
  );
}

interface HeadlineProps {
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
}

function Headline({ title, note, children }: HeadlineProps): ReactNode {
  return (
    <Card size="small">
      <div>{title}</div>
      <div style={{ fontSize: 22, fontWeight: 600, lineHeight: 1.4 }}>{children}</div>
      <div style={{ minHeight: 22 }}>{note}</div>
    </Card>
  );
}

const MARGIN_DAYS = 31;

/** What the operator keeps of this month so far, or of the last one that has anything; for those whom the API tells. */
function MarginHeadline(): ReactNode {
  const { t } = useTranslation('dashboard');
  const { role } = useSession();
  const span = { from: monthOf(dayFromToday(-MARGIN_DAYS)), until: monthOf(dayFromToday(0)) };
  const { data } = useQuery({
    queryKey: ['margin', span],
    queryFn: () => answerOf(client.GET('/v1/reports/margin', { params: { query: span } })),
    enabled: ['finance', 'checker', 'admin'].includes(role),
  });
  const latest = data?.months[data.months.length - 1]?.month;
  const months = (data?.months ?? []).filter(({ month }) => month === latest);
  return months.map(({ month, currency, total }) => (
    <Headline key={currency} title={t('margin')} note={month}>
      <Money amount={total['margin'] ?? null} currency={currency} isRounded />
    </Headline>
  ));
}
