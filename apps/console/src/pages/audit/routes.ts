import type { RouteObject } from 'react-router';

export const auditRoutes: RouteObject[] = [
  { path: '/audit-log', lazy: async () => ({ Component: (await import('./audit-log-page')).AuditLogPage }) },
];
