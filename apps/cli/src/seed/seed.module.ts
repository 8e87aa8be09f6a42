import { Module } from '@nestjs/common';
import { CatalogueModule } from '@ciyuan/modules/catalogue';
import { PartiesModule } from '@ciyuan/modules/parties';
import { SubscriptionsModule } from '@ciyuan/modules/subscriptions';
import { LoadSeeds } from './load-seeds';

@Module({
  imports: [CatalogueModule, PartiesModule, SubscriptionsModule],
  providers: [LoadSeeds],
  exports: [LoadSeeds],
})
export class SeedModule {}
