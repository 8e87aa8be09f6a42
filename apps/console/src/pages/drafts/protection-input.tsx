import '../catalogue/words';
import { Input, Select, Space } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ProtectionInputProps {
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
  readonly onChange: (value: 'term' | { readonly months: number } | undefined) => void;
}

const USUAL_MONTHS = 12;

/** Whether a tariff's prices are held: for some months, or as long as it runs. */
export function ProtectionInput({ id, label, value, onChange }: ProtectionInputProps): ReactNode {
  const { t } = useTranslation('drafts');
  const months = (value as { readonly months?: number } | undefined)?.months;
  const chosen = value === 'term' ? 'term' : months === undefined ? undefined : 'months';
  return (
    <Space.Compact block>
      <Select
        id={id}
        aria-label={label}
        allowClear
        style={{ flex: 1 }}
        value={chosen}
        options={['months', 'term'].map((one) => ({ value: one, label: t(`protection.${one}`) }))}
        onChange={(kind: string | undefined) =>
          onChange(kind === 'term' ? 'term' : kind === undefined ? undefined : { months: USUAL_MONTHS })
        }
      />
      {months === undefined ? null : (
        <Input
          aria-label={t('protection.months')}
          inputMode="numeric"
          style={{ width: 72 }}
          value={months}
          onChange={({ target }) => onChange({ months: Number(target.value) })}
        />
      )}
    </Space.Compact>
  );
}
