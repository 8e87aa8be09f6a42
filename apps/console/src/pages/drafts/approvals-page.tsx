import './words';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { Money } from '../../parts/figures';
import { ChoiceFilter, Filters } from '../../parts/filters';
import { Instant } from '../../parts/instant';
import { useListState } from '../../parts/list-state';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { PlainTable } from '../../parts/plain-table';
import { StateTag } from '../../parts/state-tag';
import { useApprovalTitle } from './approval-title';
import { pageOf, type Approval } from './approvals';

const EVERY_MS = 30_000;

/** What waits for a second person of one's role, the longest waiting first. */
export function ApprovalsPage(): ReactNode {
  const { t } = useTranslation('drafts');
  const { filters } = useListState();
  const query = useQuery({
    queryKey: ['approvals'],
    queryFn: () => answerOf(client.GET('/v1/approvals')),
    refetchInterval: EVERY_MS,
  });
  const isAskedFor = ({ kind, mine }: Approval): boolean =>
    (filters['kind'] ?? kind) === kind && (filters['whose'] ?? String(mine)) === String(mine);
  const kinds = [...new Set(query.data?.approvals.map(({ kind }) => kind))];
  return (
    <Page title={t('approvals')}>
      <Filters>
        <ChoiceFilter
          name="kind"
          label={t('approvalKind')}
          options={kinds.map((value) => ({ value, label: t(`approvalKinds.${value}`) }))}
        />
        <ChoiceFilter
          name="whose"
          label={t('whose')}
          options={[
            { value: 'false', label: t('toSign') },
            { value: 'true', label: t('mine') },
          ]}
        />
      </Filters>
      <Loaded query={query}>
        {({ approvals, more }) => (
          <>
            {more.length === 0 ? null : <Alert type="info" showIcon title={t('moreWait')} />}
            <ApprovalsTable approvals={approvals.filter(isAskedFor)} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function ApprovalsTable({ approvals }: { readonly approvals: readonly Approval[] }): ReactNode {
  const { t } = useTranslation('drafts');
  const titleOf = useApprovalTitle();
  return (
    <PlainTable<Approval>
      label={t('approvals')}
      rows={approvals}
      rowKey={({ kind, decisionPath, title }) => `${kind} ${decisionPath} ${title}`}
      empty={t('nothingWaits')}
      columns={[
        { title: t('what'), render: (one) => <Link to={pageOf(one)}>{titleOf(one)}</Link> },
        { title: t('approvalKind'), render: ({ kind }) => t(`approvalKinds.${kind}`) },
        {
          title: t('amount'),
          render: ({ amount }) =>
            amount === null ? '–' : <Money amount={amount.value} currency={amount.currency} />,
          isFigure: true,
        },
        { title: t('reason'), render: ({ reason }) => reason ?? '–' },
        { title: t('author'), render: ({ askedBy }) => askedBy },
        { title: t('since'), render: ({ askedAt }) => <Instant at={askedAt} /> },
        { title: t('signedBy'), render: ({ signedBy }) => signedBy.join(', ') || '–' },
        {
          title: t('whose'),
          render: ({ mine }) => (
            <StateTag tone={mine ? 'quiet' : 'attention'}>{t(mine ? 'mine' : 'toSign')}</StateTag>
          ),
        },
      ]}
    />
  );
}
