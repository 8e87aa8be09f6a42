import { Module } from '@nestjs/common';
import { entities } from '@ciyuan/platform/database';
import { CatalogueCache } from './catalogue-cache';
import { CatalogueDocumentEntity } from './catalogue-document.entity';
import { CatalogueDocumentsStore } from './catalogue-documents.store';
import { CatalogueEpochStore } from './catalogue-epoch.store';
import { DefineModel } from './define-model';
import { ListModels } from './list-models';
import { ModelEntity } from './model.entity';
import { ModelsStore } from './models.store';
import { PartyCodesStore } from './party-codes.store';
import { PastCatalogues } from './past-catalogues';
import { PublishDocument } from './publish-document';
import { ReadDocuments } from './read-documents';

/** What is sold, at what price, shared by what rule: models and versioned documents. */
@Module({
  imports: [entities(CatalogueDocumentEntity, ModelEntity)],
  providers: [
    CatalogueCache,
    CatalogueDocumentsStore,
    CatalogueEpochStore,
    DefineModel,
    ListModels,
    ModelsStore,
    PartyCodesStore,
    PastCatalogues,
    PublishDocument,
    ReadDocuments,
  ],
  exports: [
    CatalogueCache,
    CatalogueDocumentsStore,
    DefineModel,
    ListModels,
    PastCatalogues,
    PublishDocument,
    ReadDocuments,
  ],
})
export class CatalogueModule {}
