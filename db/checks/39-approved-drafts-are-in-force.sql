-- An approved draft is in the catalogue as it was submitted: the version after the one that it was made from, of its
-- author, since the signature of somebody else. Documents without a draft came with the installation or before drafts.
SELECT 'approved draft' AS what,
       format('draft %s of %s %s by %s: version %s of %s %s by %s', d.id, d.kind, d.code, d.author, v.version, v.kind,
              v.code, v.created_by) AS detail
  FROM ciyuan.document_draft AS d LEFT JOIN ciyuan.catalogue_document AS v ON v.id = d.document_id
 WHERE d.state = 'approved'
   AND (d.kind, d.code, d.body, d.effective_from, coalesce(d.base_version, 0) + 1, d.author, d.decided_at)
       IS DISTINCT FROM (v.kind, v.code, v.body, v.effective_from, v.version, v.created_by, v.created_at)
UNION ALL
SELECT 'draft begins early without saying so',
       format('draft %s of %s %s, approved %s, begins %s', d.id, d.kind, d.code, d.decided_at, d.effective_from)
  FROM ciyuan.document_draft AS d
 WHERE d.state = 'approved' AND NOT d.back_dated AND d.effective_from < d.decided_at + interval '5 minutes';
