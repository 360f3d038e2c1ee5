import { DAY, MONTH } from './lock-form.js';
import { span } from './time.js';

const NAMES: Record<number, string> = {
  0: 'not at all',
  3600: 'an hour',
  [DAY]: 'a day',
  [7 * DAY]: 'a week',
  [30 * DAY]: '30 days',
  [MONTH]: 'a month',
  [3 * MONTH]: '3 months',
  [6 * MONTH]: '6 months',
  [12 * MONTH]: 'a year',
  [24 * MONTH]: '2 years',
  [48 * MONTH]: '4 years',
};

/** A span as a person says it: 'a month', '3 months'; else its two largest units. */
export const nameOfSpan = (seconds: number): string => NAMES[seconds] ?? span(seconds);
