import './words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '../../parts/page';
import { PricePreview } from './price-preview';
import { readUse, writtenUse, type QuoteRequest } from './quote-request';
import { useUsualRequest } from './usual-request';

/** What would this customer pay? The question is in the address, so that the answer can be shown to somebody else. */
export function PricePreviewPage(): ReactNode {
  const { t } = useTranslation('prices');
  const [search, setSearch] = useSearchParams();
  const usual = useUsualRequest();
  const uses = search.getAll('use');
  const request: QuoteRequest = {
    plan: search.get('plan') ?? usual.plan,
    base: search.get('base') ?? usual.base,
    at: search.get('at') ?? usual.at,
    uses: uses.length === 0 ? usual.uses : uses.map(readUse),
  };
  const change = ({ plan, base, at, uses: changed }: QuoteRequest): void =>
    setSearch(
      new URLSearchParams([
        ['plan', plan],
        ['base', base],
        ['at', at],
        ...changed.map((use) => ['use', writtenUse(use)]),
      ]),
      { replace: true },
    );
  return (
    <Page title={t('pricePreview')}>
      <PricePreview request={request} onChange={change} />
    </Page>
  );
}
