import '../catalogue/words';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ChoiceInputProps {
  readonly id: string;
  readonly label: string;
  readonly options: readonly (string | number)[];
  /** Some of the options, and not one. */
  readonly isMany: boolean;
  readonly isNeeded: boolean;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** One of a few, or some of them, each by its name. */
export function ChoiceInput(props: ChoiceInputProps): ReactNode {
  const { id, label, options, isMany, isNeeded, value, onChange } = props;
  const { t } = useTranslation('catalogue');
  return (
    <Select<unknown>
      id={id}
      aria-label={label}
      style={{ width: '100%', minWidth: 110 }}
      allowClear={!isNeeded}
      {...(isMany ? { mode: 'multiple' as const } : {})}
      value={isMany ? (value ?? []) : value}
      options={options.map((option) => ({ value: option, label: t(`values.${option}`) }))}
      onChange={(chosen) => onChange(Array.isArray(chosen) && chosen.length === 0 ? undefined : chosen)}
    />
  );
}
