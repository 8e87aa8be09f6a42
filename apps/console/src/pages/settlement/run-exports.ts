import type { View } from '@ciyuan/client';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answerOf, client } from '../../api/client';

type Job = View<'JobView'>;
export type Manifest = View<'Manifest'>;

export const FORMATS = ['csv', 'xlsx', 'pdf', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** The API says of a job's parameters and result only that there are some. */
export interface RunExport extends Pick<Job, 'id' | 'state' | 'error' | 'requestedBy' | 'requestedAt'> {
  readonly formats: readonly Format[];
  /** Only where it is another than the usual one. */
  readonly rowsPerSheet: number | undefined;
  /** Null until it is done. */
  readonly manifest: Manifest | null;
}

const A_PAGE = 200;
/** Whoever looks for an export that is older than this many exports of all runs finds it among the jobs. */
const MOST_PAGES = 5;
const USUAL_ROWS_A_SHEET = 1_000_000;
const ASKED_EVERY_MS = 1_000;

interface ExportParameters {
  readonly runId: number;
  readonly formats?: readonly Format[];
  readonly rowsPerSheet?: number;
}

const parametersOf = ({ parameters }: Job): ExportParameters => parameters as ExportParameters;

function exportOf(job: Job): RunExport {
  const { id, state, error, requestedBy, requestedAt, result } = job;
  const { formats = ['csv'], rowsPerSheet = USUAL_ROWS_A_SHEET } = parametersOf(job);
  return {
    id,
    state,
    error,
    requestedBy,
    requestedAt,
    formats,
    rowsPerSheet: rowsPerSheet === USUAL_ROWS_A_SHEET ? undefined : rowsPerSheet,
    manifest: (result as { readonly manifest: Manifest } | null)?.manifest ?? null,
  };
}

async function exportsOf(runId: number): Promise<readonly RunExport[]> {
  const found: Job[] = [];
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = { kind: 'export' as const, limit: A_PAGE, ...(after === undefined ? {} : { after }) };
    const { jobs, next } = await answerOf(client.GET('/v1/jobs', { params: { query } }));
    found.push(...jobs.filter((job) => parametersOf(job).runId === runId));
    if (next === null) break;
    after = next;
  }
  return found.map(exportOf);
}

const isUnderWay = ({ state }: RunExport): boolean => state === 'queued' || state === 'running';

/** The exports of a run, the latest first, asked for again while one is under way. */
export const useRunExports = (runId: number): UseQueryResult<readonly RunExport[]> =>
  useQuery({
    queryKey: ['settlement-run', runId, 'exports'],
    queryFn: () => exportsOf(runId),
    refetchInterval: ({ state: { data } }) => (data?.some(isUnderWay) === true ? ASKED_EVERY_MS : false),
  });

/** A name may hold a slash, or what a path gives a meaning to. */
export const exportedFile = (jobId: number, file: string): string =>
  `/v1/jobs/${jobId}/files/${encodeURIComponent(file)}`;
