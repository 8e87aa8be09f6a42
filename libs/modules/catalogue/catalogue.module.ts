import { Module } from '@nestjs/common';
import { entities } from '@ciyuan/platform/database';
import { CatalogueCache } from './catalogue-cache';
import { CatalogueDocumentEntity } from './catalogue-document.entity';
import { CatalogueDocumentsStore } from './catalogue-documents.store';
import { CatalogueEpochStore } from './catalogue-epoch.store';
import { DefineModel } from './define-model';
import { ModelEntity } from './model.entity';
import { ModelsStore } from './models.store';
import { PartyCodesStore } from './party-codes.store';
import { PublishDocument } from './publish-document';

/** What is sold, at what price, shared by what rule: models and versioned documents. */
@Module({
  imports: [entities(CatalogueDocumentEntity, ModelEntity)],
  providers: [
    CatalogueCache,
    CatalogueDocumentsStore,
    CatalogueEpochStore,
    DefineModel,
    ModelsStore,
    PartyCodesStore,
    PublishDocument,
  ],
  exports: [CatalogueCache, CatalogueDocumentsStore, DefineModel, ModelsStore, PublishDocument],
})
export class CatalogueModule {}
