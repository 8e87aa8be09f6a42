import './words';
import type { View } from '@ciyuan/client';
import { ProblemError } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import { Alert, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { answerOf, client } from '../../api/client';
import { AsJson } from '../../parts/as-json';
import { Facts } from '../../parts/facts';
import { Instant } from '../../parts/instant';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { StateTag } from '../../parts/state-tag';
import { DocumentActions } from './document-actions';
import { DocumentContent } from './document-content';
import { DocumentVersions } from './document-versions';
import { kindOf } from './kinds';
import { Signature } from './signature';
import { VersionDifferences } from './version-differences';

type Document = View<'DocumentView'>;

interface Found {
  readonly versions: readonly Document[];
  /** The number of the version in force; undefined before the first one begins. */
  readonly inForce: number | undefined;
}

/** One document: what it says, its versions, and what each says otherwise. */
export function DocumentPage(): ReactNode {
  const { t } = useTranslation('catalogue');
  const { kind: kindText, code = '' } = useParams();
  const kind = kindOf(kindText) ?? 'plan';
  const [search] = useSearchParams();
  const query = useQuery({ queryKey: ['document', kind, code], queryFn: () => readDocument(kind, code) });
  const shown = shownOf(query.data, Number(search.get('version') ?? NaN));
  const isInForce = shown !== undefined && shown.version === query.data?.inForce;
  return (
    <Page
      title={`${t(`kinds.${kind}`)} ${code}`}
      aside={
        shown === undefined ? null : (
          <StateTag tone={isInForce ? 'good' : 'quiet'}>
            {t(isInForce ? 'versionInForce' : 'versionOther', { version: shown.version })}
          </StateTag>
        )
      }
      crumbs={[
        { title: t('catalogue'), to: '/catalogue' },
        { title: t(`kinds.${kind}`), to: `/catalogue?kind=${kind}` },
      ]}
      actions={shown === undefined ? null : <DocumentActions document={shown} />}
    >
      <Loaded query={query}>
        {({ versions, inForce }) =>
          shown === undefined ? (
            <Alert type="warning" showIcon title={t('noSuchVersion')} />
          ) : (
            <DocumentTabs shown={shown} versions={versions} inForce={inForce} />
          )
        }
      </Loaded>
    </Page>
  );
}

function DocumentTabs({ shown, versions, inForce }: Found & { readonly shown: Document }): ReactNode {
  const { t } = useTranslation('catalogue');
  const [search, setSearch] = useSearchParams();
  const facts = [
    { label: t('version'), value: shown.version },
    { label: t('effectiveFrom'), value: <Instant at={shown.effectiveFrom} /> },
    { label: t('writtenBy'), value: shown.createdBy },
    { label: t('approvedBy'), value: <Signature version={shown} /> },
    { label: t('approvedAt'), value: <Instant at={shown.approvedAt ?? shown.createdAt} /> },
    { label: t('digest'), value: <code>{shown.digest.slice(0, 16)}</code> },
  ];
  const tabs = [
    {
      key: 'content',
      label: t('content'),
      children: <DocumentContent kind={shown.kind} body={shown.body} />,
    },
    {
      key: 'versions',
      label: t('versions'),
      children: <DocumentVersions versions={versions} inForce={inForce} />,
    },
    {
      key: 'differences',
      label: t('differences'),
      children: <VersionDifferences versions={versions} shown={shown.version} />,
    },
    { key: 'json', label: 'JSON', children: <AsJson value={shown.body} label={t('content')} /> },
  ];
  const choose = (tab: string): void => {
    const changed = new URLSearchParams(search);
    changed.set('tab', tab);
    setSearch(changed, { replace: true });
  };
  return (
    <>
      <Facts facts={facts} />
      <Tabs data-address-tabs items={tabs} activeKey={search.get('tab') ?? 'content'} onChange={choose} />
    </>
  );
}

function shownOf(found: Found | undefined, version: number): Document | undefined {
  const wanted = Number.isNaN(version) ? (found?.inForce ?? found?.versions[0]?.version) : version;
  return found?.versions.find((one) => one.version === wanted);
}

/** Its versions, the latest first, and which of them is in force. */
async function readDocument(kind: NonNullable<ReturnType<typeof kindOf>>, code: string): Promise<Found> {
  const path = { kind, code };
  const [{ documents }, inForce] = await Promise.all([
    answerOf(
      client.GET('/v1/catalogue/{kind}/{code}/versions', {
        params: { path, query: { limit: 1000, sort: '-version' } },
      }),
    ),
    answerOf(client.GET('/v1/catalogue/{kind}/{code}', { params: { path } })).catch((error: unknown) => {
      // It begins later.
      if (error instanceof ProblemError && error.code === 'not_in_force') return undefined;
      throw error;
    }),
  ]);
  return { versions: documents, inForce: inForce?.version };
}
