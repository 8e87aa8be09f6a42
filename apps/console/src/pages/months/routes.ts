import type { RouteObject } from 'react-router';

export const monthRoutes: RouteObject[] = [
  { path: '/months', lazy: async () => ({ Component: (await import('./months-page')).MonthsPage }) },
  { path: '/months/:month', lazy: async () => ({ Component: (await import('./month-page')).MonthPage }) },
];
