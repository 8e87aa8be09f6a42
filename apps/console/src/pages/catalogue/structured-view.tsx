import './member-words';
import './words';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../parts/facts';
import { PlainTable } from '../../parts/plain-table';
import { Term, type TermKind } from '../../parts/term';
import { textOf, type Body } from './places-in';

/** A document of any shape: words as facts, lists of things as tables, what lies deeper below a heading of its own. */
export function StructuredView({ value }: { readonly value: Body }): ReactNode {
  const nameOf = useNames();
  const parts = Object.entries(value).filter(([, one]) => !isEmpty(one));
  const facts = parts
    .filter(([, one]) => isPlain(one))
    .map(([name, one]) => ({ label: nameOf(name), value: <PlainValue of={name} value={one} /> }));
  return (
    <>
      {facts.length === 0 ? null : <Facts facts={facts} />}
      {parts
        .filter(([, one]) => !isPlain(one))
        .map(([name, one]) => (
          <section key={name}>
            <h2>{nameOf(name)}</h2>
            {Array.isArray(one) ? (
              <ListedParts name={nameOf(name)} rows={one as readonly Body[]} />
            ) : (
              <StructuredView value={one as Body} />
            )}
          </section>
        ))}
    </>
  );
}

/** The names of members that documents are made of; one that has no words is said as it is written. */
function useNames(): (name: string) => string {
  const { t } = useTranslation('catalogue');
  return (name) => t(`names.${name}`, { defaultValue: name });
}

function ListedParts({ name, rows }: { readonly name: string; readonly rows: readonly Body[] }): ReactNode {
  const nameOf = useNames();
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].sort((a, b) => rank(a) - rank(b));
  return (
    <PlainTable<Body>
      label={name}
      rows={rows}
      rowKey={(row) => JSON.stringify(row)}
      columns={columns.map((column) => ({
        title: nameOf(column),
        render: (row) => <PlainValue of={column} value={row[column]} />,
      }))}
    />
  );
}

/** What a row begins with, whatever the order in which it is kept. */
const FIRST = ['step', 'day', 'date', 'model', 'class', 'vendor', 'party', 'name', 'type', 'basis', 'from'];
const rank = (column: string): number => (FIRST.includes(column) ? FIRST.indexOf(column) : FIRST.length);

/** Members whose codes have words that other pages have, too. */
const TERMS: Readonly<Record<string, TermKind>> = {
  class: 'class',
  step: 'monthStep',
  type: 'step',
  party: 'role',
  residual: 'role',
};

interface PlainValueProps {
  /** The member that has it: what its codes mean depends on it. */
  readonly of: string;
  readonly value: unknown;
}

function PlainValue({ of, value }: PlainValueProps): ReactNode {
  const { t } = useTranslation('catalogue');
  const said = (code: string): string => t(`said.${of}.${code.replaceAll('.', '_')}`, { defaultValue: code });
  if (value === undefined || value === null) return '–';
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    return value.map((one) => (
      <Tag key={String(one)} variant="outlined">
        {said(String(one))}
      </Tag>
    ));
  if (typeof value === 'object') return <code>{textOf(value)}</code>;
  const term = TERMS[of];
  return term === undefined ? said(textOf(value)) : <Term of={term} code={textOf(value)} />;
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

const isPlain = (value: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (Array.isArray(value) && value.every((one) => typeof one !== 'object'));
