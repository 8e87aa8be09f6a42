import './words';
import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from './choice';
import { useListState } from './list-state';

interface ChoiceFilterProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly width?: number;
}

/** A filter of the address out of a few; none chosen is all. */
export function ChoiceFilter({ name, label, options, width = 160 }: ChoiceFilterProps): ReactNode {
  const { t } = useTranslation('parts');
  const { filters, setFilter } = useListState();
  return (
    <label>
      <span>{label}</span>
      <Choice
        allowClear
        label={label}
        style={{ width }}
        placeholder={t('all')}
        value={filters[name] ?? null}
        options={[...options]}
        onChange={(value: string | null | undefined) => setFilter(name, value ?? undefined)}
      />
    </label>
  );
}

interface TextFilterProps {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'month' | 'date';
  readonly width?: number;
  /** What holds where the address says nothing. */
  readonly fallback?: string;
}

/** A filter of the address that is typed; applied when one leaves it or presses enter. */
export function TextFilter({
  name,
  label,
  type = 'text',
  width = 160,
  fallback = '',
}: TextFilterProps): ReactNode {
  const { filters, setFilter } = useListState();
  const applied = filters[name] ?? fallback;
  const apply = (text: string): void => {
    if (text.trim() !== applied) setFilter(name, text.trim());
  };
  return (
    <label>
      <span>{label}</span>
      <Input
        // Another filter of the address is another field.
        key={applied}
        allowClear
        type={type}
        style={{ width }}
        defaultValue={applied}
        onChange={({ target }) => {
          if (target.value === '' || type !== 'text') apply(target.value);
        }}
        onBlur={({ target }) => apply(target.value)}
        onPressEnter={({ currentTarget }) => apply(currentTarget.value)}
      />
    </label>
  );
}

export function Filters({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <div className="filters" role="search">
      {children}
    </div>
  );
}
