import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { DisputedDifferencesStore } from '@ciyuan/modules/settlement';
import type { Tx } from '@ciyuan/platform/database';
import type { DisputedDifference } from './difference';
import { DifferencesStore, type DifferenceFilter } from './differences.store';
import type { ChoiceRefusal } from './dispute-refusal';
import type { Reconciliation } from './reconciliation-run';

export interface DifferencesToChoose extends Omit<DifferenceFilter, 'resolution'> {
  /** These alone, and all of them; without it, whatever the filter names that is to be disputed and is not yet. */
  readonly ids?: readonly number[] | undefined;
}

/** The differences that a dispute is to be about, by id. The caller holds the lock of the run. */
@Injectable()
export class ChooseDifferences {
  constructor(
    private readonly differences: DifferencesStore,
    private readonly disputed: DisputedDifferencesStore,
  ) {}

  async run(
    tx: Tx,
    { party, month }: Pick<Reconciliation, 'party' | 'month'>,
    { runId, ids, outcome, model, tenant }: DifferencesToChoose,
  ): Promise<Result<readonly DisputedDifference[], ChoiceRefusal>> {
    const named = await this.differences.named(tx, { runId, outcome, model, tenant }, ids);
    if (ids !== undefined && named.length < new Set(ids).size) return refuse({ code: 'unknown_difference' });
    const wrong = named.find(({ resolution }) => resolution !== 'to_dispute');
    if (ids !== undefined && wrong !== undefined)
      return refuse({ code: 'not_to_dispute', id: wrong.id, state: wrong.resolution });
    const before = await this.disputed.disputed(
      tx,
      named.map(({ id }) => id),
    );
    if (ids !== undefined && before[0] !== undefined)
      return refuse({ code: 'difference_disputed', id: before[0] });
    const wanted = new Set(named.map(({ id }) => id));
    for (const id of before) wanted.delete(id);
    const all = await this.differences.disputed(tx, party, month);
    const chosen = all.filter(({ id }) => wanted.has(id));
    return chosen.length === 0 ? refuse({ code: 'nothing_to_dispute' }) : ok(chosen);
  }
}
