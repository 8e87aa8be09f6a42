-- An approved draft that announces itself has its notice on record with the event that tells of it, as it was submitted
-- and of the version that it became; and there is no other notice.
WITH announced AS (
  SELECT v.id AS document_id, v.kind, v.code, v.version, d.notice -> 'audience' AS audience,
         ARRAY(SELECT jsonb_array_elements_text(d.notice -> 'channels')) AS channels,
         (d.notice ->> 'announcedAt')::timestamptz AS announced_at, v.effective_from, d.notice ->> 'text' AS text,
         v.created_at
    FROM ciyuan.document_draft AS d JOIN ciyuan.catalogue_document AS v ON v.id = d.document_id
   WHERE d.state = 'approved' AND d.notice IS NOT NULL
)
SELECT 'notice differs from the approved draft' AS what,
       format('document version %s, notice %s', coalesce(n.document_id, a.document_id), n.id) AS detail
  FROM announced AS a FULL JOIN ciyuan.price_notice AS n USING (document_id)
 WHERE (a.kind, a.code, a.version, a.audience, a.channels, a.announced_at, a.effective_from, a.text, a.created_at)
       IS DISTINCT FROM
       (n.kind, n.code, n.version, n.audience, n.channels, n.announced_at, n.effective_from, n.text, n.created_at)
UNION ALL
SELECT 'nobody is told of a notice', format('notice %s', n.id)
  FROM ciyuan.price_notice AS n
  LEFT JOIN ciyuan.outbox AS o ON o.batch_id = n.id AND o.topic = 'price.notice'
 WHERE o.payload IS NULL OR o.payload ->> 'kind' <> n.kind OR o.payload ->> 'code' <> n.code
    OR (o.payload ->> 'version')::integer <> n.version OR (o.payload ->> 'notice')::bigint <> n.id;
