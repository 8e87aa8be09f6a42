-- Journals are appended in the order of their months, more or less: what is read of one month, or until an instant, lies
-- together. An index of block ranges finds it and costs next to nothing where journals are written.
CREATE INDEX journal_line_months ON ciyuan.journal_line USING brin (accounting_month, booked_at)
  WITH (pages_per_range = 64);
