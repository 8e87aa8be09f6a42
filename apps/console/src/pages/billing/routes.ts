import type { RouteObject } from 'react-router';

export const billingRoutes: RouteObject[] = [
  { path: '/bill-runs', lazy: async () => ({ Component: (await import('./bill-runs-page')).BillRunsPage }) },
  {
    path: '/bill-runs/:id',
    lazy: async () => ({ Component: (await import('./bill-run-page')).BillRunPage }),
  },
  { path: '/invoices', lazy: async () => ({ Component: (await import('./invoices-page')).InvoicesPage }) },
  {
    path: '/invoices/:number',
    lazy: async () => ({ Component: (await import('./invoice-page')).InvoicePage }),
  },
];
