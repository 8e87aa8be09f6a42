import { Injectable } from '@nestjs/common';
import { ReadCommitments } from '@ciyuan/modules/subscriptions';
import { Clock } from '@ciyuan/platform/clock';
import { Database } from '@ciyuan/platform/database';
import { paceAt, type CommitmentPace } from './commitment-pace';
import { RunningCommitmentsStore } from './running-commitments.store';

/** Every commitment that runs now, what is furthest behind its time first. Contracts are few: each is read as it stands. */
@Injectable()
export class ReadCommitmentPaces {
  constructor(
    private readonly database: Database,
    private readonly running: RunningCommitmentsStore,
    private readonly readCommitments: ReadCommitments,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<CommitmentPace[]> {
    const now = this.clock.now();
    const accounts = await this.database.transaction((tx) => this.running.accountsAt(tx, now));
    const paces: CommitmentPace[] = [];
    for (const account of accounts) {
      const commitments = (await this.readCommitments.run(account)) ?? [];
      paces.push(...commitments.flatMap((one) => paceAt(account, one, now) ?? []));
    }
    const ahead = ({ used, elapsed }: CommitmentPace): bigint => used - elapsed;
    return paces.sort((a, b) => (ahead(a) < ahead(b) ? -1 : ahead(a) > ahead(b) ? 1 : 0));
  }
}
