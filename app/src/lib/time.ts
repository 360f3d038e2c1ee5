const UNITS: [name: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

/** "3 minutes ago", "in 2 days". Unix seconds. */
export function relativeTime(at: number, now: number): string {
  const away = at - now;
  if (Math.abs(away) < 5) return 'just now';
  for (const [name, seconds] of UNITS) {
    if (Math.abs(away) >= seconds) return relative.format(Math.trunc(away / seconds), name);
  }
  return 'just now';
}

/** The date and the time of day, in the reader's zone. Unix seconds. */
export function exactTime(at: number): string {
  return exact.format(new Date(at * 1_000));
}

/** "2 d 4 h", "3 min 12 s": the two largest units of a span of seconds. */
export function span(seconds: number): string {
  const left = Math.max(0, Math.floor(seconds));
  const parts = [
    [Math.floor(left / 86_400), 'd'],
    [Math.floor((left % 86_400) / 3_600), 'h'],
    [Math.floor((left % 3_600) / 60), 'min'],
    [left % 60, 's'],
  ] as const;
  const first = parts.findIndex(([count]) => count > 0);
  if (first < 0) return '0 s';
  return parts
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });

/** "02:00 CEST": the time of day in the reader's zone. Unix seconds. */
export function timeOfDay(at: number): string {
  return clock.format(new Date(at * 1_000));
}
