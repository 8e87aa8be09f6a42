import { Module } from '@nestjs/common';
import { CatalogueModule } from '@ciyuan/modules/catalogue';
import { PartiesModule } from '@ciyuan/modules/parties';
import { SubscriptionsModule } from '@ciyuan/modules/subscriptions';
import { AuthModule } from '@ciyuan/platform/auth';
import { AccountController } from './accounts/account.controller';
import { AccountsController } from './accounts/accounts.controller';
import { AllSubscriptionsController } from './all-subscriptions/all-subscriptions.controller';
import { AuditLogController } from './audit-log/audit-log.controller';
import { CampaignsController } from './campaigns/campaigns.controller';
import { CustomerController } from './customers/customer.controller';
import { CustomersController } from './customers/customers.controller';
import { IdentityKey } from './customers/identity-key';
import { DocumentsController } from './documents/documents.controller';
import { DecisionsController } from './drafts/decisions.controller';
import { DraftsController } from './drafts/drafts.controller';
import { ModelsController } from './models/models.controller';
import { PartiesController } from './parties/parties.controller';
import { PriceBooksController } from './price-books/price-books.controller';
import { PriceNoticesController } from './price-notices/price-notices.controller';
import { PriceProtectionsController } from './price-protections/price-protections.controller';
import { PlanChangesController } from './subscription-changes/plan-changes.controller';
import { OidcController } from './sessions/oidc.controller';
import { SessionsController } from './sessions/sessions.controller';
import { SignInLimit } from './sessions/sign-in-limit';
import { StaffAccountsController } from './staff-accounts/staff-accounts.controller';
import { SubscriptionChangesController } from './subscription-changes/subscription-changes.controller';
import { SubscriptionsController } from './subscriptions/subscriptions.controller';
import { TransfersController } from './transfers/transfers.controller';

/** The staff's side of the catalogue: what is sold, at what price, by whom, and to whom. */
@Module({
  imports: [AuthModule, CatalogueModule, PartiesModule, SubscriptionsModule],
  controllers: [
    AccountController,
    AccountsController,
    AllSubscriptionsController,
    AuditLogController,
    CampaignsController,
    CustomerController,
    CustomersController,
    DecisionsController,
    DocumentsController,
    DraftsController,
    ModelsController,
    OidcController,
    PartiesController,
    PlanChangesController,
    PriceBooksController,
    PriceNoticesController,
    PriceProtectionsController,
    SessionsController,
    StaffAccountsController,
    SubscriptionChangesController,
    SubscriptionsController,
    TransfersController,
  ],
  providers: [IdentityKey, SignInLimit],
})
export class CatalogueAppModule {}
