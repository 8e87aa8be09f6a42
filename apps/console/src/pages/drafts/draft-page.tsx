import '../catalogue/words';
import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answerOf, client } from '../../api/client';
import { AddressTabs } from '../../parts/address-tabs';
import { AsJson } from '../../parts/as-json';
import { Facts } from '../../parts/facts';
import { Instant } from '../../parts/instant';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { Differences } from '../catalogue/differences';
import { DocumentContent } from '../catalogue/document-content';
import { DraftActions } from './draft-actions';
import { DraftAffected } from './draft-affected';
import { DraftState } from './draft-state';

type Draft = View<'DraftDetailsView'>;

/** A draft as whoever decides about it wants to see it: what it changes, and whom that touches. */
export function DraftPage(): ReactNode {
  const { t } = useTranslation(['drafts', 'catalogue']);
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['draft', id],
    queryFn: () => answerOf(client.GET('/v1/drafts/{id}', { params: { path: { id: Number(id) } } })),
  });
  const { data: draft } = query;
  const title = draft === undefined ? '' : ` · ${t(`catalogue:kinds.${draft.kind}`)} ${draft.code}`;
  return (
    <Page
      title={`${t('draft')} #${id}${title}`}
      aside={draft === undefined ? null : <DraftState state={draft.state} />}
      crumbs={[{ title: t('drafts'), to: '/drafts' }]}
      actions={draft === undefined ? null : <DraftActions draft={draft} />}
    >
      <Loaded query={query}>{(found) => <DraftDetails draft={found} />}</Loaded>
    </Page>
  );
}

function DraftDetails({ draft }: { readonly draft: Draft }): ReactNode {
  const { t } = useTranslation(['drafts', 'catalogue']);
  const isOpen = draft.state === 'draft' || draft.state === 'submitted';
  const tabs = [
    { key: 'changes', label: t('changes'), children: <Differences changes={draft.changes} /> },
    { key: 'affected', label: t('affected'), children: <DraftAffected affected={draft.affected} /> },
    {
      key: 'content',
      label: t('catalogue:content'),
      children: <DocumentContent kind={draft.kind} body={draft.body} />,
    },
    { key: 'json', label: 'JSON', children: <AsJson value={draft.body} label={t('catalogue:content')} /> },
  ];
  return (
    <>
      {draft.isStale && isOpen ? (
        <Alert type="warning" showIcon title={t('stale')} style={{ marginBottom: 16 }} />
      ) : null}
      {draft.reason === null ? null : (
        <Alert
          type="error"
          showIcon
          title={t('rejectedBecause')}
          description={draft.reason}
          style={{ marginBottom: 16 }}
        />
      )}
      <DraftFacts draft={draft} />
      <AddressTabs tabs={tabs} />
    </>
  );
}

function DraftFacts({ draft }: { readonly draft: Draft }): ReactNode {
  const { t } = useTranslation(['drafts', 'catalogue']);
  const { notice } = draft;
  const told =
    notice === null
      ? t('noNotice')
      : `${notice.channels.map((channel) => t(`channels.${channel}`)).join('、')}: ${notice.text}`;
  const facts = [
    {
      label: t('catalogue:code'),
      value: <Link to={`/catalogue/${draft.kind}/${draft.code}`}>{draft.code}</Link>,
    },
    { label: t('catalogue:effectiveFrom'), value: <Instant at={draft.effectiveFrom} /> },
    { label: t('backDated'), value: t(`catalogue:${draft.backDated ? 'yes' : 'no'}`) },
    { label: t('baseVersion'), value: draft.baseVersion },
    { label: t('author'), value: draft.author },
    { label: t('changedAt'), value: <Instant at={draft.changedAt} /> },
    { label: t('submittedAt'), value: <Instant at={draft.submittedAt} /> },
    { label: t('decidedBy'), value: draft.decidedBy },
    { label: t('decidedAt'), value: <Instant at={draft.decidedAt} /> },
    ...(notice === null ? [] : [{ label: t('announcedAt'), value: <Instant at={notice.announcedAt} /> }]),
    { label: t('notice'), value: told, isWide: true },
  ];
  return <Facts facts={facts} />;
}
