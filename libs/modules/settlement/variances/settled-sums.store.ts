import { Injectable } from '@nestjs/common';
import type { SettledSums } from '@ciyuan/core/settlement';
import type { Tx } from '@ciyuan/platform/database';

interface PartyRow {
  party: string;
  currency: string;
  share_fen: string;
}

interface ModelRow extends PartyRow {
  model: string;
  tokens: string;
}

/** What a run comes to, summed up by party and by model of a party; added up where the lines are. */
@Injectable()
export class SettledSumsStore {
  async ofRun(tx: Tx, runId: number): Promise<SettledSums> {
    const parties = await tx.rows<PartyRow>(
      'SELECT party, currency, share_fen FROM ciyuan.statement WHERE run_id = $1',
      [runId],
    );
    const models = await tx.rows<ModelRow>(
      `SELECT party, currency, model, sum(tokens) AS tokens, sum(share_fen) AS share_fen
         FROM ciyuan.statement_line WHERE run_id = $1 AND model IS NOT NULL GROUP BY 1, 2, 3`,
      [runId],
    );
    return {
      parties: parties.map(partyOf),
      models: models.map((row) => ({ ...partyOf(row), model: row.model, tokens: BigInt(row.tokens) })),
    };
  }
}

const partyOf = ({ party, currency, share_fen }: PartyRow) => ({
  party,
  currency,
  shareFen: BigInt(share_fen),
});
