import './words';
import { ProblemError } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { Download } from '../../parts/download';
import { Facts } from '../../parts/facts';
import { Count } from '../../parts/figures';
import { ChoiceFilter, Filters } from '../../parts/filters';
import { useListState } from '../../parts/list-state';
import { Loaded } from '../../parts/loaded';
import { MonthFilter } from './month-filter';
import { useBookMonth } from './use-book-month';
import { VouchersTable } from './vouchers-table';

/** More may be booked into it: there is nothing wrong with that. */
const isNotClosed = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'month_not_closed';

/** A month as vouchers for the general ledger, and the file that takes them there. */
export function Vouchers(): ReactNode {
  const { t } = useTranslation('ledger');
  const { filters } = useListState();
  const month = useBookMonth();
  const isSaid = (name: string): 'true' | 'false' => (filters[name] === 'true' ? 'true' : 'false');
  const asked = { month, reversal: isSaid('reversal'), provisional: isSaid('provisional') };
  const query = useQuery({
    queryKey: ['vouchers', asked],
    queryFn: () => answerOf(client.GET('/v1/ledger/vouchers', { params: { query: asked } })),
  });
  const href = `/v1/ledger/vouchers/export.csv?${new URLSearchParams(asked).toString()}`;
  return (
    <>
      <Filters>
        <MonthFilter />
        <ChoiceFilter
          name="provisional"
          label={t('provisional')}
          width={220}
          options={[{ value: 'true', label: t('provisional') }]}
        />
        <ChoiceFilter
          name="reversal"
          label={t('reversal')}
          options={[{ value: 'true', label: t('reversal') }]}
        />
        <Download href={href} label={t('csv')} />
      </Filters>
      {isNotClosed(query.error) ? (
        <Alert type="info" showIcon title={t('onlyClosed')} />
      ) : (
        <Loaded query={query}>
          {({ state, vouchers, file }) => (
            <>
              <Facts
                facts={[
                  { label: t('monthState'), value: t(`monthStates.${state}`, { defaultValue: state }) },
                  { label: t('csv'), value: file.name },
                  { label: t('vouchers'), value: <Count of={vouchers.length} /> },
                  { label: t('fileDigest'), value: <code>{file.sha256}</code>, isWide: true },
                ]}
              />
              <VouchersTable vouchers={vouchers} />
            </>
          )}
        </Loaded>
      )}
    </>
  );
}
