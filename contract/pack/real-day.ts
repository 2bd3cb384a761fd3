/** The days of each month; 29 for February where the year is not known. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether a written day (`YYYY-MM-DD`, or `MM-DD` for every year) exists in the calendar. */
export function isRealDay(written: string): boolean {
  const [day = 0, month = 0, year] = written.split('-').map(Number).reverse();
  if (month === 2 && day === 29 && year !== undefined) return isLeapYear(year);
  return day >= 1 && day <= (DAYS[month - 1] ?? 0);
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
