import { civilFromDays, daysFromCivil } from '../kernel';

/** Whether the text is `YYYY-MM-DD` of a day that there is. */
export function isDate(text: string): boolean {
  const [year = NaN, month = NaN, day = NaN] = /^\d{4}-\d{2}-\d{2}$/.test(text)
    ? text.split('-').map(Number)
    : [];
  const civil = civilFromDays(daysFromCivil(year, month, day));
  return civil.year === year && civil.month === month && civil.day === day;
}
