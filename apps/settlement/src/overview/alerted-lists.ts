import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import { ListDisputes, ListMonths } from '@ciyuan/modules/settlement';
import { ListJobs } from '@ciyuan/platform/jobs';
import { alert, counted, type Alert } from './alert';

const MS_PER_DAY = 86_400_000;
const JOB_DAYS = 7;
const MOST_COUNTED = 200;

/** What is late or failed of what is listed elsewhere. */
@Injectable()
export class AlertedLists {
  constructor(
    private readonly listMonths: ListMonths,
    private readonly listJobs: ListJobs,
    private readonly listDisputes: ListDisputes,
  ) {}

  /** One for each step that is late and not done; steps that were done late are over. */
  async lateMonths(now: Instant): Promise<Alert[]> {
    return (await this.listMonths.run()).flatMap(({ month, steps }) =>
      steps
        .filter(({ due, doneAt }) => doneAt === null && due !== null && due <= now)
        .map(({ step, due }) =>
          alert({
            code: 'month_late',
            subject: `${month} ${step}`,
            count: 1,
            since: due,
            path: `/v1/months/${month}`,
          }),
        ),
    );
  }

  async failedJobs(now: Instant): Promise<Alert[]> {
    const requestedFrom = now - JOB_DAYS * MS_PER_DAY;
    const asked = { sort: 'id', limit: MOST_COUNTED, state: 'failed', requestedFrom } as const;
    const { items, next } = await this.listJobs.run(asked);
    const since = items[0]?.requestedAt ?? null;
    const path = '/v1/jobs?state=failed';
    return counted({ code: 'jobs_failed', count: items.length, isMore: next !== null, since, path });
  }

  async overdueDisputes(): Promise<Alert[]> {
    const asked = { sort: 'openedAt', limit: MOST_COUNTED, overdue: true } as const;
    const { items, next } = await this.listDisputes.run(asked);
    const since = items[0]?.openedAt ?? null;
    const path = '/v1/disputes?overdue=true';
    return counted({ code: 'disputes_overdue', count: items.length, isMore: next !== null, since, path });
  }
}
