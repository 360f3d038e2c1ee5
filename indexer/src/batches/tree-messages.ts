import type { ScheduleRow } from '../project/schedules.js';

/** A list of recipients to be checked, and what the chain says of its batch. */
export interface ListGiven {
  /** base58 */
  batch: string;
  /** hex */
  root: string;
  count: number;
  /** base units */
  total: string;
  /** the file */
  text: string;
}

export interface LeafRow {
  index: number;
  recipient: string;
  amount: string;
  schedule: ScheduleRow;
}

/** Leaves and the hashes of their tree, 32 bytes each in hex, level by level from the leaves up; or why it is none. */
export type ListAnswer = { leaves: LeafRow[]; nodes: string } | { invalid: string } | { fault: string };
