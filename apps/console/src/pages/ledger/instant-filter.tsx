import './words';
import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useListState } from '../../parts/list-state';

/** An instant in place of the month; taken out again, it is the month that counts. */
export function InstantFilter(): ReactNode {
  const { t } = useTranslation('ledger');
  const { filters, setFilter } = useListState();
  const at = filters['at'] ?? '';
  return (
    <label>
      <span>{t('at')}</span>
      <Input
        key={at}
        allowClear
        type="datetime-local"
        style={{ width: 230 }}
        defaultValue={at}
        onChange={({ target }) => {
          if (target.value === '') setFilter('at', undefined);
        }}
        onBlur={({ target }) => setFilter('at', target.value)}
        onPressEnter={({ currentTarget }) => setFilter('at', currentTarget.value)}
      />
    </label>
  );
}
