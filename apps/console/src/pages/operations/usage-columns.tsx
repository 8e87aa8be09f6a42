import './words';
import type { View } from '@ciyuan/client';
import type { TFunction } from 'i18next';
import { Link } from 'react-router';
import { Count, Money } from '../../parts/figures';
import { Instant } from '../../parts/instant';
import type { ListColumn } from '../../parts/list-table';
import { StateTag, type StateTone } from '../../parts/state-tag';
import { Term } from '../../parts/term';

export type ListedUsage = View<'ListedUsageView'>;

const TONES: Readonly<Record<ListedUsage['state'], StateTone>> = {
  charged: 'good',
  suspense: 'attention',
  void: 'quiet',
};

export const explanationPath = ({
  partner,
  source,
  id,
}: Pick<ListedUsage, 'partner' | 'source' | 'id'>): string =>
  `/records/${encodeURIComponent(partner)}/${encodeURIComponent(source)}/${encodeURIComponent(id)}`;

/** What waits is looked at, and charged again, among its like. */
const pathOf = (one: ListedUsage): string =>
  one.state === 'suspense'
    ? `/suspense?${new URLSearchParams({ tab: 'entries', partner: one.partner, account: one.account, reason: one.reason ?? '' })}`
    : explanationPath(one);

const total = (classes: ListedUsage['classes']): number | null =>
  classes === null ? null : Object.values(classes).reduce((sum, count) => sum + count, 0);

interface UsageColumnsOptions {
  /** Whether the record leads to its explanation, and the account to its page. */
  readonly isLinked: boolean;
}

/** What lists of usage show of a record. */
export function usageColumns(
  t: TFunction<'operations'>,
  { isLinked }: UsageColumnsOptions,
): ListColumn<ListedUsage>[] {
  return [
    { title: t('time'), render: ({ at }) => <Instant at={at} />, sort: 'at' },
    {
      title: t('record'),
      render: (one) => (isLinked ? <Link to={pathOf(one)}>{one.id}</Link> : one.id),
    },
    { title: t('partner'), render: ({ partner, source }) => `${partner} · ${source}` },
    {
      title: t('account'),
      render: ({ account }) => (isLinked ? <Link to={`/accounts/${account}`}>{account}</Link> : account),
    },
    { title: t('model'), render: ({ model }) => model ?? '–' },
    { title: t('plan'), render: ({ plan }) => plan ?? '–' },
    {
      title: t('state'),
      render: ({ state, reason, detail }) => (
        <>
          <StateTag tone={TONES[state]}>{t(`states.${state}`)}</StateTag>
          {reason === null ? null : (
            <div>
              <Term of="suspense" code={reason} />
              {` ${detail ?? ''}`}
            </div>
          )}
        </>
      ),
    },
    { title: t('quantities'), render: ({ classes }) => <Count of={total(classes)} />, isFigure: true },
    {
      title: t('packageTokens'),
      render: ({ charge }) => <Count of={charge?.packageTokens} />,
      isFigure: true,
    },
    {
      title: t('charge'),
      render: ({ charge }) =>
        charge === null ? '–' : <Money amount={charge.usage} currency={charge.currency} />,
      isFigure: true,
    },
  ];
}
