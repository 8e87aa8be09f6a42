import './words';
import { Flex, Tree, Typography, type TreeDataNode } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { SELLERS, useMay } from '../../session/may';
import type { Customer } from './customers-page';
import type { ReadCustomer } from './customer';
import { MoveCustomer } from './move-customer';

const MOST_CHILDREN = 1_000;

async function partsOf(parent: string): Promise<readonly Customer[]> {
  const query = { parent, limit: MOST_CHILDREN };
  return (await answerOf(client.GET('/v1/customers', { params: { query } }))).customers;
}

/** What an organisation is part of, and what is part of it: what is below that is loaded when it is expanded. */
export function OrganisationTree({ customer }: { readonly customer: ReadCustomer }): ReactNode {
  const { t } = useTranslation('customers');
  const mayMove = useMay(SELLERS);
  const { above, parts, moreParts } = customer;
  return (
    <>
      <Flex justify="space-between" gap={12} wrap style={{ marginBottom: 12 }}>
        <Typography.Text type="secondary">{t('treeHelp')}</Typography.Text>
        {mayMove ? <MoveCustomer customer={customer} /> : null}
      </Flex>
      <LoadedTree key={above.map(({ code }) => code).join(' ')} line={[...above, customer]} below={parts} />
      {moreParts ? <Link to={`/customers?parent=${customer.code}`}>{t('moreParts')}</Link> : null}
    </>
  );
}

interface LoadedTreeProps {
  readonly line: readonly Customer[];
  readonly below: readonly Customer[];
}

function LoadedTree({ line, below }: LoadedTreeProps): ReactNode {
  const { t } = useTranslation('customers');
  const [loaded, setLoaded] = useState<ReadonlyMap<string, readonly Customer[]>>(new Map());
  const current = line.at(-1)?.code;
  const nodeOf = (customer: Customer, children?: readonly Customer[]): TreeDataNode => {
    const under = children ?? loaded.get(customer.code);
    return {
      key: customer.code,
      title: <NodeTitle customer={customer} isCurrent={customer.code === current} />,
      isLeaf: under?.length === 0,
      ...(under === undefined ? {} : { children: under.map((one) => nodeOf(one)) }),
    };
  };
  const [tree] = line.reduceRight<TreeDataNode[]>((inner, customer, index) => {
    const node = nodeOf(customer, index === line.length - 1 ? below : []);
    return [index === line.length - 1 ? node : { ...node, isLeaf: false, children: inner }];
  }, []);
  return (
    <Tree
      aria-label={t('organisation')}
      treeData={tree === undefined ? [] : [tree]}
      defaultExpandedKeys={line.map(({ code }) => code)}
      selectable={false}
      showLine
      loadData={async ({ key }) => {
        const code = String(key);
        if (line.some((one) => one.code === code) || loaded.has(code)) return;
        const found = await partsOf(code);
        setLoaded((before) => new Map(before).set(code, found));
      }}
    />
  );
}

interface NodeTitleProps {
  readonly customer: Customer;
  readonly isCurrent: boolean;
}

function NodeTitle({ customer: { code, name }, isCurrent }: NodeTitleProps): ReactNode {
  if (isCurrent) return <strong>{`${name} · ${code}`}</strong>;
  return <Link to={`/customers/${code}?tab=organisation`}>{`${name} · ${code}`}</Link>;
}
