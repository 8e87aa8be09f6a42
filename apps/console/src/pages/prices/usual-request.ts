import { useState } from 'react';
import { atLocalTime, localTimeOf } from '../../parts/local-time';
import type { QuoteRequest } from './quote-request';

/** To begin with: now, and a thousand calls of a model that is still to be chosen. */
export function useUsualRequest(): QuoteRequest {
  const [request] = useState(() => ({
    plan: '',
    base: '',
    at: atLocalTime(localTimeOf(new Date().toISOString())) ?? '',
    uses: [
      {
        model: '',
        calls: 1000,
        tokens: { input: 10_000_000, output: 2_000_000 },
        serviceTier: 'standard',
      },
    ],
  }));
  return request;
}
