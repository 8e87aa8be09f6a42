import type { RouteObject } from 'react-router';

const STATEMENTS = '/own/statements';
const DISPUTES = '/own/disputes';
const FILES = '/own/files';

/** What a partner sees: its own, on the pages that staff have, too. The API gives it nothing else. */
export const ownRoutes: RouteObject[] = [
  {
    path: STATEMENTS,
    lazy: async () => {
      const { StatementsPage } = await import('../settlement/statements-page');
      return { element: <StatementsPage base={STATEMENTS} /> };
    },
  },
  {
    path: `${STATEMENTS}/:runId/:party`,
    lazy: async () => {
      const { StatementPage } = await import('../settlement/statement-page');
      return { element: <StatementPage base={STATEMENTS} /> };
    },
  },
  {
    path: '/own/records',
    lazy: async () => {
      const { RecordsPage } = await import('../operations/records-page');
      return { element: <RecordsPage isOwn /> };
    },
  },
  {
    path: DISPUTES,
    lazy: async () => {
      const { DisputesPage } = await import('../disputes/disputes-page');
      return { element: <DisputesPage base={DISPUTES} /> };
    },
  },
  {
    path: `${DISPUTES}/:id`,
    lazy: async () => {
      const { DisputePage } = await import('../disputes/dispute-page');
      return { element: <DisputePage base={DISPUTES} statements={STATEMENTS} /> };
    },
  },
  {
    path: FILES,
    lazy: async () => {
      const { ReconciliationsPage } = await import('../reconciliation/reconciliations-page');
      return { element: <ReconciliationsPage base={FILES} /> };
    },
  },
  {
    path: `${FILES}/:id`,
    lazy: async () => {
      const { ReconciliationPage } = await import('../reconciliation/reconciliation-page');
      return { element: <ReconciliationPage base={FILES} /> };
    },
  },
];
