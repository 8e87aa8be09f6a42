import { ProblemError } from '@ciyuan/client';
import { QueryClient } from '@tanstack/react-query';

const MOST_TRIES = 2;
const FRESH_MS = 10_000;

/** What was refused is refused again; what did not arrive is asked for once more. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      refetchOnWindowFocus: false,
      retry: (count, error) => !(error instanceof ProblemError) && count + 1 < MOST_TRIES,
    },
  },
});
