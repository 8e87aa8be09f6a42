import { quotedCatalogue } from '@ciyuan/core/charging';
import type { ChargingCatalogue, CatalogueBodies } from '@ciyuan/core/charging';
import type { Model, Plan } from '@ciyuan/core/catalogue';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answerOf, client } from '../../api/client';

type QuotedKind = 'plan' | 'price_book' | 'coefficient_table' | 'holiday_calendar';

export interface QuotedDocuments {
  readonly plans: readonly Plan[];
  readonly priceBooks: readonly CatalogueBodies['price_book'][];
  readonly coefficientTables: readonly CatalogueBodies['coefficient_table'][];
  readonly holidayCalendars: readonly CatalogueBodies['holiday_calendar'][];
  readonly models: readonly (Model & { readonly name: string })[];
}

/** Everything that says what customers pay, as it is in force at an instant. */
export const useQuotedDocuments = (at: string): UseQueryResult<QuotedDocuments> =>
  useQuery({
    queryKey: ['quoted-documents', at],
    queryFn: () => readDocuments(at),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });

async function readDocuments(at: string): Promise<QuotedDocuments> {
  const bodies = async <Kind extends QuotedKind>(kind: Kind): Promise<CatalogueBodies[Kind][]> => {
    const params = { path: { kind }, query: { at } };
    const { documents } = await answerOf(client.GET('/v1/catalogue/{kind}', { params }));
    return documents.map(({ body }) => body as CatalogueBodies[Kind]);
  };
  const [plans, priceBooks, coefficientTables, holidayCalendars, { models }] = await Promise.all([
    bodies('plan'),
    bodies('price_book'),
    bodies('coefficient_table'),
    bodies('holiday_calendar'),
    answerOf(client.GET('/v1/models')),
  ]);
  return { plans, priceBooks, coefficientTables, holidayCalendars, models };
}

/** The catalogue that prices come from, with a draft in place of the plan of its code; undefined where it is no plan yet. */
export function useQuotedCatalogue(
  documents: QuotedDocuments | undefined,
  draft: Plan | undefined,
): ChargingCatalogue | undefined {
  return useMemo(() => {
    if (documents === undefined) return undefined;
    const others = documents.plans.filter(({ code }) => code !== draft?.code);
    try {
      return quotedCatalogue({ ...documents, plans: draft === undefined ? others : [...others, draft] });
    } catch {
      return undefined;
    }
  }, [documents, draft]);
}
