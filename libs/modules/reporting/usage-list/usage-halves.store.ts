import { COUNTERS } from '@ciyuan/core/usage';

const KEY = (row: string): string => `${row}.partner || ' ' || ${row}.source || ' ' || ${row}.record_id`;

/** $1 from, $2 until, $3 partner, $4 account code, $5 account, $6 source, $7 model, $8 plan, $9 state. */
export const FILTERS = 9;

/** Where a page of each half begins, and how long it is. */
interface Page {
  readonly key: string;
  readonly after: string;
  readonly orderBy: string;
  readonly limit: string;
}

/** Each half stops at its own limit, so that neither is read further than the page needs. */
export const usageListSql = (page: Page, isVoid: boolean): string => `
SELECT * FROM ((${charged(page, isVoid ? TAKEN_BACK : '')}) UNION ALL (${uncharged(page)})) AS u
 ORDER BY ${page.orderBy} LIMIT ${page.limit}`;

/** What is void is little: it is found by what took it back, and not among all that was charged. */
const TAKEN_BACK = `
   AND (u.account_id, u.at, u.sequence) IN (
         SELECT back.account_id, back.at, back.record_sequence FROM ciyuan.usage_correction AS back
          WHERE back.kind = 'reversal' AND back.at >= $1::timestamptz AND back.at < $2::timestamptz)`;

const charged = ({ key, after, orderBy, limit }: Page, more: string): string => `
SELECT u.at, u.key, ${key}, u.partner, u.source, u.record_id, a.code AS account, u.model, u.service_tier,
       ${COUNTERS.map((name) => `u.${name}`).join(', ')}, p.code AS plan,
       CASE WHEN c.last = 'reversal' THEN 'void' ELSE 'charged' END AS state, a.currency,
       u.drawn_milli + coalesce(c.drawn_milli, 0) AS drawn_milli,
       u.recognised_gross + coalesce(c.recognised_gross, 0) AS recognised_gross,
       u.usage_gross + coalesce(c.usage_gross, 0) AS usage_gross, c.entries AS corrections,
       NULL::text AS reason, NULL::text AS detail
  FROM (SELECT r.*, ${KEY('r')} AS key FROM ciyuan.usage_record AS r) AS u
  JOIN ciyuan.account AS a ON a.account_id = u.account_id
  LEFT JOIN ciyuan.grant_bucket AS g ON g.account_id = u.account_id AND g.number = u.grant_number
  LEFT JOIN ciyuan.catalogue_document AS p ON p.id = coalesce(g.plan_version_id, u.base_plan_version_id)
 CROSS JOIN LATERAL (
        SELECT count(*)::int AS entries, sum(one.drawn_milli) AS drawn_milli, sum(one.recognised_gross) AS recognised_gross,
               sum(one.usage_gross) AS usage_gross, (array_agg(one.kind ORDER BY one.sequence DESC))[1] AS last
          FROM ciyuan.usage_correction AS one
         WHERE one.account_id = u.account_id AND one.record_sequence = u.sequence) AS c
 WHERE u.at >= $1::timestamptz AND u.at < $2::timestamptz AND ($3::text IS NULL OR u.partner = $3)
   AND ($4::text IS NULL OR u.account_id = $5::bigint) AND ($6::text IS NULL OR u.source = $6)
   AND ($7::text IS NULL OR u.model = $7) AND ($8::text IS NULL OR p.code = $8)
   AND ($9::text IS NULL OR ($9 <> 'suspense' AND (c.last IS NOT DISTINCT FROM 'reversal') = ($9 = 'void')))${more}
   AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`;

const uncharged = ({ key, after, orderBy, limit }: Page): string => `
SELECT u.at, u.key, ${key}, u.partner, u.source, u.record_id, u.account_code, u.body ->> 'model', u.body ->> 'serviceTier',
       ${COUNTERS.map(() => 'NULL::bigint').join(', ')}, NULL::text, CASE u.state WHEN 'voided' THEN 'void' ELSE 'suspense' END,
       NULL::text, NULL::bigint, NULL::numeric, NULL::numeric, NULL::int,
       CASE u.state WHEN 'open' THEN u.reason END, CASE u.state WHEN 'open' THEN u.detail END
  FROM ciyuan.suspense_record AS u
 WHERE u.state <> 'recycled' AND u.at >= $1::timestamptz AND u.at < $2::timestamptz
   AND ($3::text IS NULL OR u.partner = $3) AND ($4::text IS NULL OR u.account_code = $4)
   AND ($6::text IS NULL OR u.source = $6) AND ($7::text IS NULL OR u.body ->> 'model' = $7) AND $8::text IS NULL
   AND ($9::text IS NULL OR u.state = CASE $9 WHEN 'void' THEN 'voided' WHEN 'suspense' THEN 'open' END)
   AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`;
