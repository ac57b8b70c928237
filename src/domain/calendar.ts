/** One public holiday as the State Council announces it. All days YYYY-MM-DD, both ends included. */
export interface Holiday {
  /** 元旦 春节 清明 劳动节 端午 中秋 国庆; two where they are taken together. */
  names: string[];
  from: string;
  to: string;
  /** Saturdays and Sundays that are worked for it (调休). */
  workdays: string[];
}

/** The holidays of one year. */
export interface HolidayYear {
  year: number;
  /** False: only the days that the law itself gives are known; how they are lengthened is not. */
  announced: boolean;
  /** Who says so. */
  source: string;
  holidays: Holiday[];
}

/** Holidays by year; a year that is not there is not known. */
export type Calendar = readonly HolidayYear[];

/**
 * Whether offices work on a day (YYYY-MM-DD). Null: nobody can know yet, because the year is not
 * announced and the day is not one that the law itself gives.
 */
export function isWorkday(date: string, calendar: Calendar): boolean | null {
  const year = calendar.find((each) => each.year === Number(date.slice(0, 4)));
  const isOff = year?.holidays.some(({ from, to }) => from <= date && date <= to) ?? false;
  if (isOff) return false;
  if (!year?.announced) return null;
  if (year.holidays.some(({ workdays }) => workdays.includes(date))) return true;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The State Council tells of a year's holidays in the November before. */
const announcedFrom = 11;

/** The next year, where by now it should be written down and is not; else null. @param date YYYY-MM-DD */
export function yearToWrite(date: string, calendar: Calendar): number | null {
  const [year = 0, month = 0] = date.split("-").map(Number);
  if (month < announcedFrom) return null;
  return calendar.some((each) => each.year === year + 1 && each.announced) ? null : year + 1;
}
