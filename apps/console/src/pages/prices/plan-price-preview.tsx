import type { Plan } from '@ciyuan/core/catalogue';
import { useState, type ReactNode } from 'react';
import { PricePreview } from './price-preview';
import { useUsualRequest } from './usual-request';

/** What a plan would cost that is being written, as it stands at every moment. */
export function PlanPricePreview({ plan }: { readonly plan: Plan }): ReactNode {
  const usual = useUsualRequest();
  const [request, setRequest] = useState(usual);
  return <PricePreview request={{ ...request, plan: plan.code }} draft={plan} onChange={setRequest} />;
}
