-- What the counts of a record were made of, where the partner posted the provider's own usage object.
ALTER TABLE ciyuan.usage_record
  ADD COLUMN semantics text,
  ADD COLUMN raw_usage jsonb,
  ADD CONSTRAINT raw_usage_has_semantics CHECK ((semantics IS NULL) = (raw_usage IS NULL));

-- The text that a content hash is taken of, made again: members in the order of UTF-16 code units, no white space,
-- numbers as ECMAScript writes them.
CREATE FUNCTION ciyuan.canonical_json(document jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  number   numeric;
  digits   text;
  exponent integer;
BEGIN
  CASE jsonb_typeof(document)
    WHEN 'object' THEN
      -- The code units of what is beyond the basic plane come before U+E000 to U+FFFF; UTF-8 has them after.
      RETURN (SELECT '{' || coalesce(string_agg(to_jsonb(m.name)::text || ':' || ciyuan.canonical_json(m.value), ','
                ORDER BY regexp_replace(m.name, '([\uE000-\uFFFF])', E'\U0010FFFF\\1', 'g') COLLATE "C"), '') || '}'
                FROM jsonb_each(document) AS m (name, value));
    WHEN 'array' THEN
      RETURN (SELECT '[' || coalesce(string_agg(ciyuan.canonical_json(m.value), ',' ORDER BY m.place), '') || ']'
                FROM jsonb_array_elements(document) WITH ORDINALITY AS m (value, place));
    WHEN 'number' THEN
      number := document::numeric;
      -- Between these it is written without an exponent, here as there.
      IF number = 0 OR (abs(number) >= 0.000001 AND abs(number) < 1e21) THEN RETURN document::text; END IF;
      digits := trim(BOTH '0' FROM replace(abs(number)::text, '.', ''));
      exponent := CASE WHEN abs(number) >= 1 THEN length(trunc(abs(number))::text) - 1
                       ELSE length(ltrim(split_part(abs(number)::text, '.', 2), '0'))
                          - length(split_part(abs(number)::text, '.', 2)) - 1 END;
      RETURN CASE WHEN number < 0 THEN '-' ELSE '' END || left(digits, 1)
          || CASE WHEN length(digits) > 1 THEN '.' || substr(digits, 2) ELSE '' END
          || 'e' || CASE WHEN exponent > 0 THEN '+' ELSE '' END || exponent;
    ELSE RETURN document::text;
  END CASE;
END $$;
