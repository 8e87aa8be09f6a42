import './words';
import type { View } from '@ciyuan/client';
import { Progress } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const WHOLE = 100;

/** How many groups of payers are done, while a run is calculated or issued. */
export function BillRunProgress({ run }: { readonly run: View<'BillRunDetailsView'> }): ReactNode {
  const { t } = useTranslation('billing');
  const { calculated, issued, total } = run.progress;
  if (!['calculating', 'finalising'].includes(run.state)) return null;
  const isIssuing = run.state === 'finalising';
  const done = isIssuing ? issued : calculated;
  const label = t(isIssuing ? 'issuing' : 'calculating');
  return (
    <div role="status" aria-label={label} style={{ marginBottom: 16 }}>
      <span>
        {label}: {t('chunks', { done, total })}
      </span>
      <Progress
        aria-label={label}
        status="active"
        percent={total === 0 ? 0 : Math.floor((done / total) * WHOLE)}
      />
    </div>
  );
}
