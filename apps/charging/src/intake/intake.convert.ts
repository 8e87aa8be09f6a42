import { formatInstant, formatScaled } from '@ciyuan/core/kernel';
import type { IntakeRead, PartnerIntake, WriteCounts } from '@ciyuan/modules/reporting';
import type { IntakeView, PartnerIntakeView } from './intake.dto';

type Count = Exclude<keyof WriteCounts, 'startsAt'>;

const RATE_PLACES = 3;
const MS_PER_RECORD_MILLI = 1_000_000n;

export const intakeOf = ({ at, from, partners }: IntakeRead): IntakeView => ({
  at: formatInstant(at),
  from: formatInstant(from),
  partners: partners.map((one) => partnerOf(one, at - from)),
});

function partnerOf(one: PartnerIntake, spanMs: number): PartnerIntakeView {
  const sum = (name: Count): number => one.minutes.reduce((total, minute) => total + minute[name], 0);
  const [charged, suspended] = [sum('charged'), sum('suspended')];
  // At the very beginning of a minute nothing of it has passed yet.
  const milliPerSecond = (BigInt(charged + suspended) * MS_PER_RECORD_MILLI) / BigInt(Math.max(spanMs, 1));
  return {
    partner: one.partner,
    charged,
    suspended,
    refused: sum('refused'),
    duplicates: sum('duplicates'),
    conflicts: sum('conflicts'),
    recordsPerSecond: formatScaled(milliPerSecond, RATE_PLACES),
    minutes: one.minutes.map((minute) => ({ ...minute, startsAt: formatInstant(minute.startsAt) })),
    lastWriteAt: one.lastWriteAt === null ? null : formatInstant(one.lastWriteAt),
    openSuspense: one.openSuspense,
    silences: one.silences.map((span) => ({
      from: formatInstant(span.from),
      until: formatInstant(span.until),
    })),
  };
}
