import './words';
import { COUNTERS, type Counter } from '@ciyuan/core/usage';
import { Button, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { compact } from '../../parts/figures';
import { useTermText } from '../../parts/term';
import { wholeOf, type AskedUse } from './quote-request';
import type { QuotedDocuments } from './quoted-documents';

interface UseFieldsProps {
  readonly use: AskedUse;
  readonly number: number;
  readonly models: QuotedDocuments['models'];
  readonly onChange: (use: AskedUse) => void;
  readonly actions: ReactNode;
}

/** What nearly everybody asks about; the other classes and meters are a click away. */
const USUAL: readonly Counter[] = ['input', 'cached_input', 'output'];
const SERVICE_TIERS = ['standard', 'priority', 'batch', 'flex'];
const TELLING = 10_000;

/** How much of one model is used in a month. */
export function UseFields({ use, number, models, onChange, actions }: UseFieldsProps): ReactNode {
  const { t } = useTranslation('prices');
  const termText = useTermText();
  const [isAll, setIsAll] = useState(false);
  const classes = COUNTERS.filter((name) => isAll || USUAL.includes(name) || (use.tokens[name] ?? 0) > 0);
  return (
    <div className="filters" style={{ marginBottom: 0 }}>
      <ModelFields use={use} number={number} models={models} onChange={onChange} />
      <Quantity
        label={t('calls')}
        number={number}
        value={use.calls}
        onChange={(calls) => onChange({ ...use, calls: Math.max(1, calls) })}
      />
      {classes.map((name) => (
        <Quantity
          key={name}
          label={termText('class', name)}
          number={number}
          value={use.tokens[name] ?? 0}
          onChange={(count) => onChange({ ...use, tokens: { ...use.tokens, [name]: count } })}
        />
      ))}
      {isAll ? null : (
        <Button type="link" onClick={() => setIsAll(true)}>
          {t('moreClasses')}
        </Button>
      )}
      {actions}
    </div>
  );
}

function ModelFields({ use, number, models, onChange }: Omit<UseFieldsProps, 'actions'>): ReactNode {
  const { t } = useTranslation('prices');
  const termText = useTermText();
  return (
    <>
      <label>
        <span>{t('model')}</span>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={`${t('model')} ${number}`}
          style={{ width: 200 }}
          value={use.model === '' ? null : use.model}
          options={models.map(({ code, name }) => ({ value: code, label: `${name} · ${code}` }))}
          onChange={(model: string | null) => onChange({ ...use, model: model ?? '' })}
        />
      </label>
      <label>
        <span>{t('serviceTier')}</span>
        <Select
          aria-label={`${t('serviceTier')} ${number}`}
          style={{ width: 110 }}
          value={use.serviceTier}
          options={SERVICE_TIERS.map((value) => ({ value, label: termText('serviceTier', value) }))}
          onChange={(serviceTier: string) => onChange({ ...use, serviceTier })}
        />
      </label>
    </>
  );
}

interface QuantityProps {
  readonly label: string;
  readonly number: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Quantity({ label, number, value, onChange }: QuantityProps): ReactNode {
  return (
    <label>
      <span>{label}</span>
      <Input
        aria-label={`${label} ${number}`}
        inputMode="numeric"
        style={{ width: 170 }}
        value={value.toLocaleString('en')}
        suffix={value >= TELLING ? compact(value) : <span />}
        onChange={({ target }) => onChange(wholeOf(target.value))}
      />
    </label>
  );
}
