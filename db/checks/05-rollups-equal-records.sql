-- What the roll-ups say of usage is what the records and their corrections say, line by line: quantities, money and costs.
WITH records AS (
  SELECT to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS usage_month, accounting_month, model, vendor,
         compute_owner, chip_kind, sum(records) AS records,
         sum(coalesce(input, 0)) AS input,
         sum(coalesce(cached_input, 0)) AS cached_input,
         sum(coalesce(cache_write, 0)) AS cache_write,
         sum(coalesce(cache_write_1h, 0)) AS cache_write_1h,
         sum(coalesce(output, 0)) AS output,
         sum(coalesce(reasoning, 0)) AS reasoning,
         sum(coalesce(image_input, 0)) AS image_input,
         sum(coalesce(audio_input, 0)) AS audio_input,
         sum(coalesce(video_input, 0)) AS video_input,
         sum(coalesce(image_output, 0)) AS image_output,
         sum(coalesce(audio_output, 0)) AS audio_output,
         sum(coalesce(video_output, 0)) AS video_output,
         sum(coalesce(requests, 0)) AS requests,
         sum(coalesce(tool_calls, 0)) AS tool_calls,
         sum(coalesce(images, 0)) AS images,
         sum(coalesce(seconds, 0)) AS seconds,
         sum(coalesce(characters, 0)) AS characters,
         sum(coalesce(pages, 0)) AS pages,
         sum(drawn_milli) AS drawn_milli, sum(usage_gross) AS usage_gross, sum(recognised_gross) AS recognised_gross,
         sum(recognised_net) AS recognised_net, sum(coalesce(vendor_cost, 0)) AS vendor_cost,
         sum(coalesce(compute_cost, 0)) AS compute_cost
    FROM ciyuan.usage_entry
   GROUP BY 1, 2, 3, 4, 5, 6
), rollups AS (
  SELECT usage_month, accounting_month, model, vendor, compute_owner, chip_kind, sum(records) AS records,
         sum(input) AS input,
         sum(cached_input) AS cached_input,
         sum(cache_write) AS cache_write,
         sum(cache_write_1h) AS cache_write_1h,
         sum(output) AS output,
         sum(reasoning) AS reasoning,
         sum(image_input) AS image_input,
         sum(audio_input) AS audio_input,
         sum(video_input) AS video_input,
         sum(image_output) AS image_output,
         sum(audio_output) AS audio_output,
         sum(video_output) AS video_output,
         sum(requests) AS requests,
         sum(tool_calls) AS tool_calls,
         sum(images) AS images,
         sum(seconds) AS seconds,
         sum(characters) AS characters,
         sum(pages) AS pages,
         sum(drawn_milli) AS drawn_milli, sum(CASE WHEN kind = 'package' THEN 0 ELSE gross END) AS usage_gross,
         sum(CASE WHEN kind = 'package' THEN gross ELSE 0 END) AS recognised_gross,
         sum(CASE WHEN kind = 'package' THEN net ELSE 0 END) AS recognised_net, sum(vendor_cost) AS vendor_cost,
         sum(compute_cost) AS compute_cost
    FROM ciyuan.usage_rollup_delta WHERE kind NOT IN ('breakage', 'shortfall', 'fee') GROUP BY 1, 2, 3, 4, 5, 6
), difference AS (
  (TABLE records EXCEPT TABLE rollups) UNION ALL (TABLE rollups EXCEPT TABLE records)
)
SELECT 'roll-ups differ from records' AS what,
       format('%s in %s: %s of %s on %s (%s): %s records, %s usage, %s recognised', usage_month, accounting_month,
              model, vendor, compute_owner, chip_kind, records, usage_gross, recognised_gross) AS detail
  FROM difference;
