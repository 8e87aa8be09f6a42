import './words';
import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useListState } from '../../parts/list-state';
import { useSpan } from './use-span';

/** From which month until which. */
export function SpanFilter(): ReactNode {
  const { t } = useTranslation('reports');
  const { setFilter } = useListState();
  const span = useSpan();
  return (['from', 'until'] as const).map((name) => (
    <label key={name}>
      <span>{t(name)}</span>
      <Input
        type="month"
        style={{ width: 160 }}
        value={span[name]}
        onChange={({ target }) => setFilter(name, target.value)}
      />
    </label>
  ));
}
