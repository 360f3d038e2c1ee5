import type { PublicKey } from '@solana/web3.js';

/** One fact of an instruction, of a kind that says how it is written for people. */
export interface ShownField {
  label: string;
  kind: 'address' | 'amount' | 'lamports' | 'time' | 'span' | 'number' | 'hash' | 'text';
  /** base58 for addresses, hexadecimal for hashes, decimal for whole numbers */
  value: string;
  /** mint of an amount where the instruction tells it */
  mint?: string;
}

/** Money that an instruction's own bytes say it moves. */
export interface StatedMove {
  /** token account, or the account whose lamports move */
  account: PublicKey;
  /** base units or lamports; negative where they leave */
  amount: bigint;
  kind: 'tokens' | 'lamports';
}

/** An instruction in words. */
export interface ShownInstruction {
  /** name of the program */
  program: string;
  /** of the instruction, as its program calls it */
  name: string;
  /** what it does, short */
  title: string;
  fields: ShownField[];
  moves: StatedMove[];
  /** what is given away by it beyond an amount, such as the right to spend; null where nothing is */
  risk: string | null;
}

/** An instruction that cannot be told to whoever signs it. */
export interface UnknownInstruction {
  programId: PublicKey;
  reason: string;
}
