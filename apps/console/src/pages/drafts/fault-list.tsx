import './words';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlacedFault } from './faults';

const MOST = 8;

/** Everything that is wrong by its place, whether a field of the form has it or not. */
export function FaultList({ faults }: { readonly faults: readonly PlacedFault[] }): ReactNode {
  const { t } = useTranslation('drafts');
  if (faults.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={t('faultCount', { count: faults.length })}
      description={
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          {faults.slice(0, MOST).map(({ path, text }) => (
            <li key={`${path} ${text}`}>
              <code>{path}</code> {text}
            </li>
          ))}
        </ul>
      }
    />
  );
}
