import './words';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { atLocalTime, localTimeOf } from '../../parts/local-time';
import { UseFields } from './use-fields';
import type { AskedUse, QuoteRequest } from './quote-request';
import type { QuotedDocuments } from './quoted-documents';

interface QuoteQuestionProps {
  readonly request: QuoteRequest;
  readonly documents: QuotedDocuments;
  readonly isOfDraft: boolean;
  readonly onChange: (request: QuoteRequest) => void;
}

const NEW_USE: AskedUse = { model: '', calls: 1000, tokens: {}, serviceTier: 'standard' };

/** Which plan, when, and how much of which models. */
export function QuoteQuestion({ request, documents, isOfDraft, onChange }: QuoteQuestionProps): ReactNode {
  const { t } = useTranslation('prices');
  const { plans, models } = documents;
  return (
    <>
      <div className="filters">
        {isOfDraft ? null : (
          <PlanChoice
            label={t('plan')}
            plans={plans}
            value={request.plan}
            onChange={(plan) => onChange({ ...request, plan })}
          />
        )}
        <PlanChoice
          label={t('base')}
          plans={plans.filter(({ role }) => role === 'base')}
          value={request.base}
          onChange={(base) => onChange({ ...request, base })}
        />
        <label>
          <span>{t('at')}</span>
          <Input
            type="datetime-local"
            value={localTimeOf(request.at)}
            onChange={({ target }) => onChange({ ...request, at: atLocalTime(target.value) ?? request.at })}
          />
        </label>
      </div>
      <AskedUses uses={request.uses} models={models} onChange={(uses) => onChange({ ...request, uses })} />
    </>
  );
}

interface AskedUsesProps {
  readonly uses: readonly AskedUse[];
  readonly models: QuotedDocuments['models'];
  readonly onChange: (uses: readonly AskedUse[]) => void;
}

function AskedUses({ uses, models, onChange }: AskedUsesProps): ReactNode {
  const { t } = useTranslation('prices');
  return (
    <>
      {uses.map((use, index) => (
        <Card key={index} size="small" style={{ marginBottom: 12 }}>
          <UseFields
            use={use}
            number={index + 1}
            models={models}
            onChange={(changed) => onChange(uses.with(index, changed))}
            actions={
              <Button
                type="text"
                danger
                icon={<DeleteOutlined />}
                aria-label={t('removeUse', { number: index + 1 })}
                onClick={() => onChange(uses.toSpliced(index, 1))}
              />
            }
          />
        </Card>
      ))}
      <Button
        icon={<PlusOutlined />}
        style={{ marginBottom: 16 }}
        onClick={() => onChange([...uses, NEW_USE])}
      >
        {t('addUse')}
      </Button>
    </>
  );
}

interface PlanChoiceProps {
  readonly label: string;
  readonly plans: QuotedDocuments['plans'];
  readonly value: string;
  readonly onChange: (code: string) => void;
}

function PlanChoice({ label, plans, value, onChange }: PlanChoiceProps): ReactNode {
  return (
    <label>
      <span>{label}</span>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={label}
        style={{ width: 240 }}
        value={value === '' ? null : value}
        options={plans.map(({ code, name }) => ({ value: code, label: `${name} · ${code}` }))}
        onChange={(code: string | null) => onChange(code ?? '')}
      />
    </label>
  );
}
