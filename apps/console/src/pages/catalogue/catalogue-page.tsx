import './words';
import type { View, operations } from '@ciyuan/client';
import { Button, Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { Filters, TextFilter } from '../../parts/filters';
import { Instant } from '../../parts/instant';
import { useListState } from '../../parts/list-state';
import { ListTable, type ListColumn, type ListPage, type ListedRows } from '../../parts/list-table';
import { Page } from '../../parts/page';
import { useSession } from '../../session/session';
import { DOCUMENT_KINDS, kindOf } from './kinds';

/** A version of a list; what is in force comes with what it says. */
type Row = View<'VersionView'> & { readonly body?: unknown };
type VersionsQuery = NonNullable<operations['readDocumentsAll']['parameters']['query']>;
type InForceQuery = NonNullable<operations['listDocuments']['parameters']['query']>;
type Filters = Readonly<Record<string, string | undefined>>;

/** Documents of every kind: those in force of a kind, or every version that there ever was. */
export function CataloguePage(): ReactNode {
  const { t } = useTranslation('catalogue');
  const { role } = useSession();
  const { filters } = useListState();
  const isAll = filters['show'] === 'versions';
  return (
    <Page
      title={t('catalogue')}
      actions={
        role === 'maker' || role === 'admin' ? (
          <Link to={`/drafts/new?kind=${kindOf(filters['kind']) ?? 'plan'}`}>
            <Button type="primary">{t('newDocument')}</Button>
          </Link>
        ) : null
      }
    >
      <CatalogueFilters isAll={isAll} />
      <ListTable<Row>
        label={t('catalogue')}
        queryKey={['catalogue', filters]}
        load={(page) => (isAll ? versions(filters, page) : inForce(filters, page))}
        rowKey={({ kind, code, version }) => `${kind} ${code} ${version}`}
        columns={useColumns(isAll)}
      />
    </Page>
  );
}

function CatalogueFilters({ isAll }: { readonly isAll: boolean }): ReactNode {
  const { t } = useTranslation('catalogue');
  const { filters, setFilter } = useListState();
  const kindOptions = DOCUMENT_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }));
  return (
    <Filters>
      <Segmented
        aria-label={t('show')}
        value={isAll ? 'versions' : 'inForce'}
        options={[
          { value: 'inForce', label: t('inForce') },
          { value: 'versions', label: t('allVersions') },
        ]}
        onChange={(chosen) => setFilter('show', chosen === 'versions' ? chosen : undefined)}
      />
      <label>
        <span>{t('kind')}</span>
        <Select
          allowClear={isAll}
          aria-label={t('kind')}
          style={{ width: 180 }}
          placeholder={t('allKinds')}
          value={kindOf(filters['kind']) ?? (isAll ? null : 'plan')}
          options={kindOptions}
          onChange={(kind: string | null | undefined) => setFilter('kind', kind ?? undefined)}
        />
      </label>
      <TextFilter name="code" label={t('code')} />
      {isAll ? null : <TextFilter name="at" label={t('inForceOn')} type="date" />}
      <TextFilter name="from" label={t('beginsFrom')} type="date" />
      <TextFilter name="until" label={t('beginsBefore')} type="date" />
    </Filters>
  );
}

function useColumns(isAll: boolean): ListColumn<Row>[] {
  const { t } = useTranslation('catalogue');
  const nameOf = ({ body }: Row): string => {
    const name = (body as { readonly name?: unknown } | undefined)?.name;
    return typeof name === 'string' ? name : '–';
  };
  return [
    {
      title: t('code'),
      sort: 'code',
      render: ({ kind, code, version }) => (
        <Link to={`/catalogue/${kind}/${code}${isAll ? `?version=${version}` : ''}`}>{code}</Link>
      ),
    },
    ...(isAll ? [] : [{ title: t('name'), render: nameOf }]),
    { title: t('kind'), render: ({ kind }) => t(`kinds.${kind}`) },
    { title: t('version'), render: ({ version }) => version, sort: 'version', isFigure: true },
    {
      title: t('effectiveFrom'),
      render: ({ effectiveFrom }) => <Instant at={effectiveFrom} />,
      sort: 'effectiveFrom',
    },
    { title: t('writtenBy'), render: ({ createdBy }) => createdBy },
    { title: t('approvedAt'), render: ({ createdAt }) => <Instant at={createdAt} />, sort: 'createdAt' },
  ];
}

const dayStart = (day: string): string => `${day}T00:00:00+08:00`;

/** The spans of the address, as instants of the API. */
const spanOf = ({ from, until, code }: Filters) => ({
  ...(code !== undefined && { code }),
  ...(from !== undefined && { effectiveFrom: dayStart(from) }),
  ...(until !== undefined && { effectiveUntil: dayStart(until) }),
});

async function versions(filters: Filters, page: ListPage): Promise<ListedRows<Row>> {
  const kind = kindOf(filters['kind']);
  const query = { ...page, ...spanOf(filters), ...(kind !== undefined && { kind }) };
  const found = await answerOf(client.GET('/v1/catalogue', { params: { query: query as VersionsQuery } }));
  return { items: found.versions, next: found.next };
}

async function inForce(filters: Filters, page: ListPage): Promise<ListedRows<Row>> {
  const at = filters['at'];
  const query = { ...page, ...spanOf(filters), ...(at !== undefined && { at: dayStart(at) }) };
  const path = { kind: kindOf(filters['kind']) ?? 'plan' };
  const found = await answerOf(
    client.GET('/v1/catalogue/{kind}', { params: { path, query: query as InForceQuery } }),
  );
  return { items: found.documents, next: found.next };
}
