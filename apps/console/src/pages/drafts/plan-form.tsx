import '../catalogue/words';
import './words';
import { Card, Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PLAN_GROUPS, type PlanField } from '../catalogue/plan-fields';
import { valueAt, withValueAt, type Body } from '../catalogue/places-in';
import { FieldInput } from './field-input';
import { RowsField } from './rows-field';

interface PlanFormProps {
  readonly plan: Body;
  readonly faultsAt: (path: string) => readonly string[];
  readonly onChange: (plan: Body) => void;
}

/** A plan by groups of fields: those that its role has, and whatever else it says. */
export function PlanForm({ plan, faultsAt, onChange }: PlanFormProps): ReactNode {
  const { t } = useTranslation('catalogue');
  const role = valueAt(plan, 'role');
  const isShown = ({ path, roles }: PlanField): boolean =>
    roles === undefined || roles.some((one) => one === role) || valueAt(plan, path) !== undefined;
  return (
    <Form layout="vertical" component="div">
      {PLAN_GROUPS.map(({ name, fields }) => {
        const shown = fields.filter(isShown);
        return shown.length === 0 ? null : (
          <Card
            key={name}
            size="small"
            title={<h2 style={{ margin: 0, fontSize: 15 }}>{t(`groups.${name}`)}</h2>}
            style={{ marginBottom: 16 }}
          >
            <div className="plan-fields">
              {shown.map((field) => (
                <PlanFormField
                  key={field.path}
                  field={field}
                  value={valueAt(plan, field.path)}
                  faults={faultsAt(field.path)}
                  onChange={(value) => onChange(withValueAt(plan, field.path, value))}
                />
              ))}
            </div>
          </Card>
        );
      })}
    </Form>
  );
}

interface PlanFormFieldProps {
  readonly field: PlanField;
  readonly value: unknown;
  readonly faults: readonly string[];
  readonly onChange: (value: unknown) => void;
}

function PlanFormField({ field, value, faults, onChange }: PlanFormFieldProps): ReactNode {
  const { t } = useTranslation('catalogue');
  const label = t(`fields.${field.path.replaceAll('.', '_')}`);
  const id = `field-${field.path}`;
  const { shape } = field;
  return (
    <Form.Item
      label={label}
      htmlFor={id}
      required={field.isNeeded === true}
      validateStatus={faults.length === 0 ? '' : 'error'}
      help={faults.length === 0 ? undefined : faults.join('; ')}
      style={{ margin: 0, ...(shape.kind === 'rows' ? { gridColumn: '1 / -1' } : {}) }}
    >
      {shape.kind === 'rows' ? (
        <RowsField label={label} columns={shape.columns} value={value} onChange={onChange} />
      ) : (
        <FieldInput id={id} label={label} field={field} value={value} onChange={onChange} />
      )}
    </Form.Item>
  );
}
