import { csvRows } from './csv-rows';
import { countFrom, disjoint, millisecondsFrom } from './fields';
import type { TraceCall } from './trace-call';
import { at } from './trace-error';

const COLUMNS = [
  'trace_id',
  'seq',
  't',
  'model',
  'input_tokens',
  'prefix_hit_tokens',
  'output_tokens',
] as const;

/**
 * Sessions of a coding agent: `trace_id` is the session, `seq` the order of its calls, `input_tokens` the whole
 * prompt with what the cache held, `prefix_hit_tokens` what it held.
 */
export async function* readClaudeCode(path: string): AsyncGenerator<TraceCall> {
  const clock = new SessionClocks();
  for await (const { line, fields, optional } of csvRows(path, COLUMNS)) {
    const call = at(path, line, () => {
      const session = fields.trace_id;
      if (session === '') throw new Error('trace_id is empty');
      const prompt = countFrom('input_tokens', fields.input_tokens);
      const cached = countFrom('prefix_hit_tokens', fields.prefix_hit_tokens);
      const sinceStart = millisecondsFrom('t', fields.t);
      return {
        session,
        offsetMs: clock.offsetMs(session, optional('agent_id'), sinceStart),
        model: fields.model,
        counts: disjoint(prompt, cached, countFrom('output_tokens', fields.output_tokens)),
        recordKey: `${session}-${countFrom('seq', fields.seq)}`,
      };
    });
    yield call;
  }
}

/** A sub-agent's `t` counts from its own start, which is when its session had come to its first call. */
class SessionClocks {
  readonly #latest = new Map<string, number>();
  readonly #starts = new Map<string, number>();

  offsetMs(session: string, agent: string, sinceStartMs: number): number {
    const latest = this.#latest.get(session) ?? 0;
    const key = `${session}\n${agent}`;
    const start = this.#starts.get(key) ?? (agent === '' ? 0 : latest);
    this.#starts.set(key, start);
    const offset = start + sinceStartMs;
    this.#latest.set(session, Math.max(latest, offset));
    return offset;
  }
}
