import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { DocumentFault } from '@ciyuan/core/catalogue';
import type { Result } from '@ciyuan/core/kernel';
import { DefineModel, PublishDocument } from '@ciyuan/modules/catalogue';
import { RegisterParty } from '@ciyuan/modules/parties';
import { OpenCampaignPool } from '@ciyuan/modules/subscriptions';
import { projectRoot } from '@ciyuan/platform/project';
import { readSeeds, type SeedList } from './read-seeds';
import { SeedError, within } from './seed-error';

/** The market that comes with the product. */
export const SEED_FOLDER = join(projectRoot(), 'db', 'seeds');

export interface SeedsLoaded {
  readonly parties: number;
  readonly models: number;
  readonly documents: number;
  /** How many of the documents were new, or a new version. */
  readonly published: number;
}

type Flow = (item: unknown) => Promise<Result<unknown, { readonly faults: readonly DocumentFault[] }>>;

/**
 * Loads a market from its seed files; `by` is whose name its documents carry. Loading again changes nothing. Stops at
 * the first file that is refused, with a {@link SeedError}; what was loaded before it stays, and is passed over then.
 */
@Injectable()
export class LoadSeeds {
  constructor(
    private readonly registerParty: RegisterParty,
    private readonly defineModel: DefineModel,
    private readonly publishDocument: PublishDocument,
    private readonly openCampaignPool: OpenCampaignPool,
  ) {}

  async run(folder: string, by: string): Promise<SeedsLoaded> {
    const { parties, models, campaignPools, documents } = readSeeds(folder);
    await loadList(parties, (party) => this.registerParty.run(party));
    await loadList(models, (model) => this.defineModel.run(model));
    await loadList(campaignPools, (pool) => this.openCampaignPool.run(pool, by));
    let published = 0;
    for (const { file, ...document } of documents) {
      const answer = await this.publishDocument.run({ ...document, by });
      if (!answer.ok) throw new SeedError(file, faultsOf(answer.refusal));
      if (answer.value.isNew) published += 1;
    }
    return {
      parties: parties.items.length,
      models: models.items.length,
      documents: documents.length,
      published,
    };
  }
}

async function loadList({ file, items }: SeedList, flow: Flow): Promise<void> {
  for (const [index, item] of items.entries()) {
    const answer = await flow(item);
    if (!answer.ok) throw new SeedError(file, within(String(index), answer.refusal.faults));
  }
}

/** A fault of the body lies below `body`; when a version may begin is said above it. */
const faultsOf = ({
  code,
  faults,
}: {
  code: string;
  faults: readonly DocumentFault[];
}): readonly DocumentFault[] => (code === 'effective_from_taken' ? faults : within('body', faults));
