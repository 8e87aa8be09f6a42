import { Module } from '@nestjs/common';
import { CatalogueModule } from '@ciyuan/modules/catalogue';
import { PartiesModule } from '@ciyuan/modules/parties';
import { SubscriptionsModule } from '@ciyuan/modules/subscriptions';
import { AccountsController } from './accounts/accounts.controller';
import { DocumentsController } from './documents/documents.controller';
import { ModelsController } from './models/models.controller';
import { PartiesController } from './parties/parties.controller';
import { SubscriptionsController } from './subscriptions/subscriptions.controller';

/** The staff's side of the catalogue: what is sold, at what price, by whom, and to whom. */
@Module({
  imports: [CatalogueModule, PartiesModule, SubscriptionsModule],
  controllers: [
    AccountsController,
    DocumentsController,
    ModelsController,
    PartiesController,
    SubscriptionsController,
  ],
})
export class CatalogueAppModule {}
