import './words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../parts/choice';
import { useListState } from '../../parts/list-state';

const DIMENSIONS = ['model', 'vendor', 'computeOwner', 'plan', 'channel', 'chipKind'] as const;
const WIDTH = 150;

interface DimensionFilterProps {
  readonly name: string;
  readonly label: string;
  /** Where the address says nothing; none where it can be left out. */
  readonly usual?: string;
}

export function DimensionFilter({ name, label, usual }: DimensionFilterProps): ReactNode {
  const { t } = useTranslation('reports');
  const { filters, setFilter } = useListState();
  return (
    <label>
      <span>{label}</span>
      <Choice
        label={label}
        style={{ width: WIDTH }}
        allowClear={usual === undefined}
        placeholder={t('noDimension')}
        value={filters[name] ?? usual ?? null}
        options={DIMENSIONS.map((value) => ({ value, label: t(`dimensions.${value}`) }))}
        onChange={(value: string | null | undefined) => setFilter(name, value ?? undefined)}
      />
    </label>
  );
}
