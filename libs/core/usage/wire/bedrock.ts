import type { NamedCounts } from './disjoint';
import type { UsageReader } from './usage-reader';

const READ = ['cacheReadInputTokens', 'cacheReadInputTokenCount'] as const;
const WRITTEN = ['cacheWriteInputTokens', 'cacheWriteInputTokenCount'] as const;
const DETAILS = 'cacheDetails';

/** The input is without the cache, the total is with it; cache counts stand under two names and count once. */
export function readBedrock(reader: UsageReader): NamedCounts {
  const input = reader.required('inputTokens');
  const output = reader.required('outputTokens');
  const cached = reader.sameUnder(READ) ?? 0;
  const written = reader.sameUnder(WRITTEN) ?? 0;
  const writtenForAnHour = readHourly(reader, written);
  const all = input + output + cached + written;
  reader.expect('total_differs', 'totalTokens', reader.optional('totalTokens'), all);
  return {
    input,
    cached_input: cached,
    cache_write: written - writtenForAnHour,
    cache_write_1h: writtenForAnHour,
    output,
  };
}

/** How much of what was written is to live for an hour; unsplit, a write is of five minutes. */
function readHourly(reader: UsageReader, written: number): number {
  const details = reader.list(DETAILS) ?? [];
  if (details.length === 0) return 0;
  const found = { '5m': 0, '1h': 0 };
  for (const detail of details) {
    const ttl = detail.text('ttl');
    const count = detail.required('inputTokens');
    if (ttl === '5m' || ttl === '1h') found[ttl] += count;
    else detail.refuse({ reason: 'unknown_value', field: 'ttl', value: ttl ?? '' });
  }
  reader.expect('parts_differ', DETAILS, found['5m'] + found['1h'], written);
  return found['1h'];
}
