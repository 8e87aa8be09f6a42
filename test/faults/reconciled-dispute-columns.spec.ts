import type { DisputeView } from '../../apps/settlement/src/disputes/disputes.dto';
import { publish, usage } from '../support/market';
import { ReconciledMarket } from '../support/reconciled-market';
import { TamperedStory, type Forgery, type WatchedRow } from '../support/tampered-story';

const FOUND_BY = 'disputes-name-what-was-found';
const NOT_FOUND = 'evidence was not found';
const NOT_MARKED = 'evidence was not to be disputed';
const TWICE = 'evidence of two claims';

const RULE = {
  ...{ vatRate: '0.06', vatIncluded: true, residual: 'operator' },
  steps: [
    { party: 'gateway', type: 'percent', basis: 'net', value: '10' },
    { party: 'compute', type: 'cost' },
  ],
};
const FILE = `recordId,at,input,output,amount
r-equal,2026-10-05T12:10:00+08:00,1000000,500000,6
r-near,2026-10-06T12:00:00+08:00,1000000,,2
r-quantity,2026-10-08T12:00:00+08:00,100000,100000,1
r-price,2026-10-09T12:00:00+08:00,1000000,,2.1
r-kimi,2026-10-10T12:00:00+08:00,500000,,1
`;
const OF_KIMI = { model: 'kimi-k2', vendor: 'kimi' };
const KIMI = usage('r-kimi', 'alice', '2026-10-10T12:00:00+08:00', { input: 1_000_000 }, OF_KIMI);
const RECORDS = { party: 'gateway', role: 'reporter', level: 'records' };

const ROWS: readonly WatchedRow[] = [
  ['dispute_line', 'dispute_id = 1', []],
  ['dispute_line', 'dispute_id = 2', []],
];

/** A line of a dispute like another one, that names other evidence. */
const naming = (ids: string): string =>
  `INSERT INTO dispute_line SELECT dispute_id, 9, statement_line, issued_fen, claimed_fen, reason, detail, ${ids}, digest
     FROM dispute_line WHERE dispute_id = 2`;
const OF = (outcome: string): string =>
  `ARRAY(SELECT id FROM reconciliation_difference WHERE outcome = '${outcome}')`;

const FORGERIES: readonly Forgery[] = [
  ['evidence that nobody found', NOT_FOUND, naming("'{999}'")],
  ['evidence that nobody marked', NOT_MARKED, naming(OF('ours_only'))],
  ['evidence of another claim', TWICE, naming(OF('price'))],
  ['evidence of one claim twice', TWICE, naming(`${OF('price')} || ${OF('price')}`)],
];

/** What only a superuser can do, and what is said of it. */
const LIES: readonly (readonly [what: string, told: string, statement: string])[] = [
  ['a difference of another month', NOT_FOUND, "UPDATE reconciliation_run SET month = '2026-09'"],
  ['a difference of another party', NOT_FOUND, "UPDATE reconciliation_run SET party = 'zhipu'"],
  ['a difference in another currency', NOT_FOUND, "UPDATE reconciliation_run SET currency = 'USD'"],
  [
    'a difference that was not there',
    NOT_FOUND,
    "DELETE FROM reconciliation_difference WHERE outcome = 'price'",
  ],
  ['a mark of afterwards', NOT_MARKED, "UPDATE reconciliation_decision SET at = at + interval '9 days'"],
  [
    'a mark that says otherwise',
    NOT_MARKED,
    "UPDATE reconciliation_decision SET state = 'accepted_ours' WHERE number = 1",
  ],
  ['no mark', NOT_MARKED, 'DELETE FROM reconciliation_resolution WHERE decision = 1'],
  [
    'a dispute of before its mark',
    NOT_MARKED,
    "UPDATE dispute SET opened_at = opened_at - interval '9 days'",
  ],
  ['a claim that was not withdrawn', TWICE, "DELETE FROM dispute_event WHERE step = 'withdrawn'"],
];

describe('disputes of what was found, changed behind the engine’s back', () => {
  const told = new TamperedStory(toldStory, (month) => month.place());
  told.seesChangesOf(ROWS);
  told.finds(FORGERIES, FOUND_BY);

  it.each(LIES)('%s is found', async (_what, said, statement) => {
    const { rows, reports } = await told.superuser.with(statement);
    expect(rows).toBeGreaterThan(0);
    expect(reports[FOUND_BY]).toContain(said);
  });

  it('what was marked otherwise once it was disputed changes nothing', async () => {
    const { reports } = await told.superuser.with(
      `INSERT INTO reconciliation_decision
         SELECT (jsonb_populate_record(d, '{"number": 9, "state": "accepted_ours", "at": "2027-01-01T00:00:00Z"}')).*
           FROM reconciliation_decision AS d WHERE number = 1`,
      `INSERT INTO reconciliation_resolution
         SELECT (jsonb_populate_record(r, '{"number": 9, "decision": 9}')).*
           FROM reconciliation_resolution AS r WHERE decision = 1 LIMIT 1`,
    );
    expect(reports[FOUND_BY]).toBeUndefined();
  });
});

/** Two lines of a statement are disputed; one is withdrawn, and disputed anew. */
async function toldStory(): Promise<ReconciledMarket> {
  const month = await ReconciledMarket.open(
    ({ engine }) =>
      publish(engine, 'split_rule', {
        ...{ code: 'of-base', match: { plan: 'base' }, breakage: 'operator', rule: RULE },
      }),
    [KIMI],
  );
  const { id } = await month.matched(RECORDS, FILE);
  const ask = async <Body>(path: string, body: object, role: 'finance' | 'partner'): Promise<Body> => {
    const answer = await month.market.post<Body>(
      path,
      body,
      role,
      role === 'partner' ? 'gateway' : undefined,
    );
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  for (const outcome of ['price', 'quantity']) {
    const marked = { state: 'to_dispute', reason: 'their meter', outcome };
    await ask(`/v1/reconciliations/${id}/resolutions`, marked, 'finance');
  }
  const dispute = (more: object): Promise<DisputeView> =>
    ask<DisputeView>(
      `/v1/reconciliations/${id}/disputes`,
      { reason: 'quantity', note: 'their mail', ...more },
      'partner',
    );
  const { lines } = await dispute({});
  const line = lines.find(({ statementLine }) => statementLine === 1)?.line;
  await ask(`/v1/disputes/1/lines/${line}/withdrawal`, { reason: 'in error' }, 'partner');
  await dispute({ outcome: 'price' });
  return month;
}
