import './words';
import { quoteUsage, type ChargingCatalogue, type Quote } from '@ciyuan/core/charging';
import { OPERATOR_ZONE, parseInstant } from '@ciyuan/core/kernel';
import type { Plan } from '@ciyuan/core/catalogue';
import { Alert } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../parts/loaded';
import { QuoteAnswer } from './quote-answer';
import { QuoteQuestion } from './quote-question';
import { quotedUse, type QuoteRequest } from './quote-request';
import { useQuotedCatalogue, useQuotedDocuments, type QuotedDocuments } from './quoted-documents';

interface PricePreviewProps {
  readonly request: QuoteRequest;
  readonly onChange: (request: QuoteRequest) => void;
  /** A plan that is being written, which is asked about in place of one that is in force. */
  readonly draft?: Plan;
}

/** What a customer would pay for a month's usage, found in the browser by the functions that bill. */
export function PricePreview({ request, onChange, draft }: PricePreviewProps): ReactNode {
  const { t } = useTranslation('prices');
  const documents = useQuotedDocuments(request.at);
  const catalogue = useQuotedCatalogue(documents.data, draft);
  const { data } = documents;
  const asked = useMemo(() => completed(request, data), [request, data]);
  const quote = useMemo(() => quoteOf(catalogue, asked), [catalogue, asked]);
  return (
    <Loaded query={documents}>
      {(found) => (
        <>
          <QuoteQuestion
            request={asked}
            documents={found}
            isOfDraft={draft !== undefined}
            onChange={onChange}
          />
          {quote === undefined ? (
            <Alert type="info" showIcon title={t('cannotQuote')} />
          ) : (
            <QuoteAnswer quote={quote} plan={asked.plan} />
          )}
        </>
      )}
    </Loaded>
  );
}

/** With a tariff and a model where none is chosen yet, so that there is an answer at once. */
function completed(request: QuoteRequest, documents: QuotedDocuments | undefined): QuoteRequest {
  const base = documents?.plans.find(({ role }) => role === 'base')?.code ?? '';
  const model = documents?.models[0]?.code ?? '';
  const uses = request.uses.map((use) => ({ ...use, model: use.model || model }));
  return { ...request, base: request.base || base, uses };
}

/** Undefined where the plan cannot be read yet, or names what there is not. */
function quoteOf(catalogue: ChargingCatalogue | undefined, asked: QuoteRequest): Quote | undefined {
  const at = parseInstant(asked.at);
  const uses = asked.uses.filter(({ model }) => model !== '').map(quotedUse);
  if (catalogue === undefined || at === undefined || asked.plan === '') return undefined;
  const { plan, base } = asked;
  try {
    return quoteUsage(catalogue, { plan, zone: OPERATOR_ZONE, at, uses, ...(base === '' ? {} : { base }) });
  } catch {
    return undefined;
  }
}
