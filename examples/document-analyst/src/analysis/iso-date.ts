const ISO_DATE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/;

export interface IsoDate {
  /** Milliseconds on the proleptic Gregorian calendar, for comparing; without an offset taken as UTC. */
  instant: number;
  time: 'none' | 'local' | 'offset';
}

/**
 * Reads ISO 8601 calendar dates (`2026-03-31`), alone or with a time of day (`2026-03-31T18:05:09.25+02:00`,
 * blank instead of `T` allowed). Week dates, ordinal dates and the basic format (`20260331`) are not read.
 */
export function parseIsoDate(text: string): IsoDate | null {
  if (text.length > 40) return null;
  const match = ISO_DATE.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  const [y, m, d, h, min, s] = [year, month, day, hour, minute, second].map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m) || h > 23 || min > 59 || s > 60) return null;
  const offset = zone === undefined || zone === 'Z' ? 0 : offsetMinutes(zone);
  if (offset === null) return null;
  const minutes = dayNumber(y, m, d) * 1440 + h * 60 + min - offset;
  const milliseconds = Number((fraction ?? '').padEnd(3, '0').slice(0, 3));
  return {
    instant: (minutes * 60 + s) * 1000 + milliseconds,
    time: hour === undefined ? 'none' : zone === undefined ? 'local' : 'offset',
  };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 0000-03-01; counting years from March puts the leap day last. */
function dayNumber(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const m = (month + 9) % 12;
  return (
    y * 365 +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) +
    Math.floor((m * 153 + 2) / 5) +
    day -
    1
  );
}

function offsetMinutes(zone: string): number | null {
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2));
  if (hours > 23 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
