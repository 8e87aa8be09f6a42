import './words';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Facts } from '../../parts/facts';
import { Count, compact } from '../../parts/figures';
import { PlainTable } from '../../parts/plain-table';
import { PLAN_GROUPS, type PlanField, type PlanGroup } from './plan-fields';
import { textOf, valueAt, type Body } from './places-in';

/** A plan by groups; what it does not say is left out. */
export function PlanView({ plan }: { readonly plan: Body }): ReactNode {
  const { t } = useTranslation('catalogue');
  return PLAN_GROUPS.map((group) => {
    const said = group.fields.filter(({ path }) => valueAt(plan, path) !== undefined);
    return said.length === 0 ? null : (
      <section key={group.name}>
        <h2>{t(`groups.${group.name}`)}</h2>
        <GroupView group={{ ...group, fields: said }} plan={plan} />
      </section>
    );
  });
}

function GroupView({ group, plan }: { readonly group: PlanGroup; readonly plan: Body }): ReactNode {
  const { t } = useTranslation('catalogue');
  const plain = group.fields.filter(({ shape }) => shape.kind !== 'rows');
  const facts = plain.map((field) => ({
    label: t(`fields.${field.path.replaceAll('.', '_')}`),
    value: <FieldValue field={field} value={valueAt(plan, field.path)} />,
  }));
  return (
    <>
      {facts.length === 0 ? null : <Facts facts={facts} />}
      {group.fields.map(({ path, shape }) =>
        shape.kind === 'rows' ? (
          <PlainTable<Body>
            key={path}
            label={t(`fields.${path.replaceAll('.', '_')}`)}
            rows={valueAt(plan, path) as readonly Body[]}
            rowKey={(row) => JSON.stringify(row)}
            columns={shape.columns.map((column) => ({
              title: t(`fields.${column.path}`),
              render: (row) => <FieldValue field={column} value={row[column.path]} />,
            }))}
          />
        ) : null,
      )}
    </>
  );
}

function FieldValue({ field, value }: { readonly field: PlanField; readonly value: unknown }): ReactNode {
  const { t } = useTranslation('catalogue');
  const { shape } = field;
  if (value === undefined) return '–';
  switch (shape.kind) {
    case 'choice':
      return t(`values.${textOf(value)}`);
    case 'decimal':
      return <Count of={textOf(value)} />;
    case 'whole':
      return (
        <>
          <Count of={Number(value)} />
          {Number(value) >= 10_000 ? ` (${compact(Number(value))})` : ''}
        </>
      );
    case 'flag':
      return t(value === true ? 'yes' : 'no');
    case 'code':
      return <Link to={`/catalogue/${shape.of}/${textOf(value)}`}>{textOf(value)}</Link>;
    case 'protection':
      return value === 'term'
        ? t('values.term')
        : t('protectedMonths', { months: (value as { readonly months: number }).months });
    case 'choices':
      return tags((value as readonly string[]).map((one) => t(`values.${one}`)));
    case 'models':
    case 'words':
    case 'wholes':
    case 'codes':
      return tags((value as readonly unknown[]).map(textOf));
    default:
      return textOf(value);
  }
}

const tags = (texts: readonly string[]): ReactNode =>
  texts.map((text) => (
    <Tag key={text} variant="outlined">
      {text}
    </Tag>
  ));
