import type { RouteObject } from 'react-router';

export const priceRoutes: RouteObject[] = [
  {
    path: '/price-preview',
    lazy: async () => ({ Component: (await import('./price-preview-page')).PricePreviewPage }),
  },
  {
    path: '/price-books/import',
    lazy: async () => ({ Component: (await import('./import-page')).ImportPage }),
  },
  {
    path: '/price-books/:kind/:code/percent-change',
    lazy: async () => ({ Component: (await import('./percent-change-page')).PercentChangePage }),
  },
];
