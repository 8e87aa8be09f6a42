import './words';
import { ProblemError } from '@ciyuan/client';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ProblemAlertProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** What was refused, why, and each place at fault. */
export function ProblemAlert({ error, onRetry }: ProblemAlertProps): ReactNode {
  const { t } = useTranslation('parts');
  const isProblem = error instanceof ProblemError;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      data-problem
      style={{ marginBottom: 16 }}
      title={isProblem ? error.title : t('failed')}
      description={isProblem ? <Faults problem={error} /> : t('unreachable')}
      action={
        onRetry === undefined ? undefined : (
          <Button size="small" onClick={onRetry}>
            {t('retry')}
          </Button>
        )
      }
    />
  );
}

function Faults({ problem }: { readonly problem: ProblemError }): ReactNode {
  return (
    <>
      <div>{problem.detail}</div>
      {problem.faults.length === 0 ? null : (
        <ul style={{ margin: '4px 0 0', paddingInlineStart: 20 }}>
          {problem.faults.map(({ path, code, detail }) => (
            <li key={`${path} ${code}`}>
              <code>{path}</code> {detail ?? code}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
