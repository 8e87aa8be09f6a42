import './words';
import type { View } from '@ciyuan/client';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Download } from '../../parts/download';
import { useSession } from '../../session/session';
import { isBook } from './kinds';

const PRICING = ['maker', 'checker', 'finance', 'admin'];

/** What can be done with a document, by what it is and who asks. */
export function DocumentActions({ document }: { readonly document: View<'DocumentView'> }): ReactNode {
  const { t } = useTranslation('catalogue');
  const { role } = useSession();
  const { kind, code, version } = document;
  const isMaker = role === 'maker' || role === 'admin';
  return (
    <>
      {kind === 'plan' ? (
        <Link to={`/price-preview?plan=${code}`}>
          <Button>{t('preview')}</Button>
        </Link>
      ) : null}
      {isBook(kind) && PRICING.includes(role) ? (
        <>
          {(['csv', 'xlsx'] as const).map((format) => (
            <Download
              key={format}
              href={`/v1/price-books/${code}/export?kind=${kind}&version=${version}&format=${format}`}
              label={format.toUpperCase()}
            />
          ))}
          <Link to="/price-books/import">
            <Button>{t('import')}</Button>
          </Link>
          <Link to={`/price-books/${kind}/${code}/percent-change`}>
            <Button>{t('percentChange')}</Button>
          </Link>
        </>
      ) : null}
      {isMaker ? (
        <Link to={`/drafts/new?kind=${kind}&code=${code}`}>
          <Button type="primary">{t('change')}</Button>
        </Link>
      ) : null}
    </>
  );
}
