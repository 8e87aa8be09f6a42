import './words';
import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useListState } from '../../parts/list-state';
import { useBookMonth } from './use-book-month';

/** Which month is looked at; there is always one. */
export function MonthFilter(): ReactNode {
  const { t } = useTranslation('ledger');
  const { setFilter } = useListState();
  const month = useBookMonth();
  return (
    <label>
      <span>{t('month')}</span>
      <Input
        type="month"
        style={{ width: 160 }}
        value={month}
        onChange={({ target }) => setFilter('month', target.value)}
      />
    </label>
  );
}
