import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import { ListSuspenseCauses } from '@ciyuan/modules/charging';
import { FindImbalance, ReadCommitmentPaces } from '@ciyuan/modules/reporting';
import { Clock } from '@ciyuan/platform/clock';
import { alert, type Alert } from './alert';
import { AlertedLists } from './alerted-lists';

const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 24 * MS_PER_HOUR;

/** How long what waits may have waited: a cause counts in the last age that it has reached. */
const SUSPENSE_AGES: readonly (readonly [name: string, ms: number])[] = [
  ['under_an_hour', 0],
  ['under_a_day', MS_PER_HOUR],
  ['under_a_week', MS_PER_DAY],
  ['a_week_or_more', 7 * MS_PER_DAY],
];

/** What is wrong or late now, by the verbs of whose it is; what is in order is not said. */
@Injectable()
export class ListAlerts {
  constructor(
    private readonly findImbalance: FindImbalance,
    private readonly readPaces: ReadCommitmentPaces,
    private readonly listCauses: ListSuspenseCauses,
    private readonly lists: AlertedLists,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<Alert[]> {
    const now = this.clock.now();
    return [
      ...(await this.imbalance()),
      ...(await this.lists.lateMonths(now)),
      ...(await this.lists.failedJobs(now)),
      ...(await this.suspense(now)),
      ...(await this.lists.overdueDisputes()),
      ...(await this.behind()),
    ];
  }

  private async imbalance(): Promise<Alert[]> {
    const { assets } = await this.findImbalance.run();
    const path = '/v1/ledger/trial-balance';
    return assets.map((subject) => alert({ code: 'ledger_unbalanced', subject, count: 1, path }));
  }

  /** By the age of each cause's oldest record. */
  private async suspense(now: Instant): Promise<Alert[]> {
    const causes = await this.listCauses.run(undefined);
    return SUSPENSE_AGES.flatMap(([subject, from], index): Alert[] => {
      const until = SUSPENSE_AGES[index + 1]?.[1] ?? Infinity;
      const own = causes.filter(({ firstOpenedAt }) => {
        const age = now - firstOpenedAt.getTime();
        return from <= age && age < until;
      });
      const count = own.reduce((sum, { records }) => sum + records, 0);
      const since = Math.min(...own.map(({ firstOpenedAt }) => firstOpenedAt.getTime()));
      const path = '/v1/suspense/causes';
      return count === 0 ? [] : [alert({ code: 'suspense_open', subject, count, since, path })];
    });
  }

  private async behind(): Promise<Alert[]> {
    const behind = (await this.readPaces.run()).filter(({ isBehind }) => isBehind);
    return behind.map(({ account, plan, period }) =>
      alert({
        code: 'commitments_behind',
        subject: `${account} ${plan}`,
        count: 1,
        since: period.startsAt,
        path: `/v1/accounts/${encodeURIComponent(account)}/commitments`,
      }),
    );
  }
}
