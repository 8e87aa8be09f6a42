import { createBrowserRouter, type RouteObject } from 'react-router';
import { FailedPage } from './parts/failed-page';
import { Loading } from './parts/loading';
import { ChangePassword } from './session/change-password-page';
import { SignInPage } from './session/sign-in-page';
import { SignedIn } from './session/signed-in';
import { HomePage } from './shell/home-page';
import { NotFoundPage } from './shell/not-found-page';
import { auditRoutes } from './pages/audit/routes';
import { billingRoutes } from './pages/billing/routes';
import { disputeRoutes } from './pages/disputes/routes';
import { clawbackRoutes } from './pages/clawbacks/routes';
import { ledgerRoutes } from './pages/ledger/routes';
import { monthRoutes } from './pages/months/routes';
import { catalogueRoutes } from './pages/catalogue/routes';
import { draftRoutes } from './pages/drafts/routes';
import { accountRoutes } from './pages/accounts/routes';
import { customerRoutes } from './pages/customers/routes';
import { partyRoutes } from './pages/parties/routes';
import { operationsRoutes } from './pages/operations/routes';
import { ownRoutes } from './pages/own/routes';
import { reconciliationRoutes } from './pages/reconciliation/routes';
import { reportRoutes } from './pages/reports/routes';
import { priceRoutes } from './pages/prices/routes';
import { settlementRoutes } from './pages/settlement/routes';
import { staffAccountRoutes } from './pages/staff-accounts/routes';
import { subscriptionRoutes } from './pages/subscriptions/routes';

/** A page whose code is loaded when somebody first goes there. */
export const router = createBrowserRouter([
  { path: '/sign-in', Component: SignInPage },
  {
    Component: SignedIn,
    HydrateFallback: Loading,
    children: [
      {
        ErrorBoundary: FailedPage,
        children: [
          ...catalogueRoutes,
          ...draftRoutes,
          ...priceRoutes,
          { path: '/', Component: HomePage },
          ...accountRoutes,
          ...customerRoutes,
          ...partyRoutes,
          ...operationsRoutes,
          ...settlementRoutes,
          ...monthRoutes,
          ...billingRoutes,
          ...disputeRoutes,
          ...clawbackRoutes,
          ...ledgerRoutes,
          ...reportRoutes,
          ...reconciliationRoutes,
          ...auditRoutes,
          ...ownRoutes,
          ...staffAccountRoutes,
          ...subscriptionRoutes,
          { path: '/password', Component: ChangePassword },
          { path: '*', Component: NotFoundPage },
        ] satisfies RouteObject[],
      },
    ],
  },
]);
