import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Instant } from '../../parts/instant';
import { PlainTable } from '../../parts/plain-table';
import { StateTag } from '../../parts/state-tag';
import { Signature } from './signature';

interface DocumentVersionsProps {
  readonly versions: readonly View<'DocumentView'>[];
  readonly inForce: number | undefined;
}

/** Every version, who signed it and when; each with what it says otherwise than the one before. */
export function DocumentVersions({ versions, inForce }: DocumentVersionsProps): ReactNode {
  const { t } = useTranslation('catalogue');
  return (
    <PlainTable
      label={t('versions')}
      rows={versions}
      rowKey={({ version }) => version}
      columns={[
        {
          title: t('version'),
          render: ({ version }) => (
            <Link to={`?version=${version}`} aria-label={t('versionOther', { version })}>
              {version}
            </Link>
          ),
        },
        {
          title: t('state'),
          render: ({ version }) =>
            version === inForce ? <StateTag tone="good">{t('inForce')}</StateTag> : null,
        },
        { title: t('effectiveFrom'), render: ({ effectiveFrom }) => <Instant at={effectiveFrom} /> },
        { title: t('writtenBy'), render: ({ createdBy }) => createdBy },
        {
          title: t('approvedBy'),
          render: (one) => <Signature version={one} />,
        },
        {
          title: t('approvedAt'),
          render: ({ approvedAt, createdAt }) => <Instant at={approvedAt ?? createdAt} />,
        },
        {
          title: t('differences'),
          render: ({ version }) =>
            version === 1 ? (
              '–'
            ) : (
              <Link to={`?version=${version}&tab=differences&from=${version - 1}`}>{t('fromBefore')}</Link>
            ),
        },
      ]}
    />
  );
}
