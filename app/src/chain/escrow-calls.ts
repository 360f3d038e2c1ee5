import { escrowIdl } from '@agent-labs/sdk';
import { BorshInstructionCoder, type Idl } from '@coral-xyz/anchor';
import type { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';

/** A call of escrow that approvers may be asked for, taken apart. */
export interface EscrowCall {
  /** as the IDL spells it */
  name: string;
  /** whole numbers by name */
  numbers: Record<string, bigint>;
  /** by name, as the IDL declares them */
  accounts: Record<string, string>;
  /** of those, who must sign */
  signers: string[];
}

const idl = escrowIdl as Idl;
const coder = new BorshInstructionCoder(idl);
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Takes a call apart; null for what is none of escrow's. */
export function escrowCall(data: Uint8Array, keys: readonly PublicKey[]): EscrowCall | null {
  const decoded = coder.decode(Buffer.from(data));
  const described = idl.instructions.find(({ name }) => snake(name) === snake(decoded?.name ?? ''));
  if (decoded === null || described === undefined || keys.length < described.accounts.length) return null;
  const accounts: Record<string, string> = {};
  const signers: string[] = [];
  for (const [at, account] of described.accounts.entries()) {
    const key = keys[at]?.toBase58();
    if (key === undefined) return null;
    accounts[snake(account.name)] = key;
    if ('signer' in account && account.signer === true) signers.push(key);
  }
  const { args = {}, ...beside } = decoded.data as Record<string, unknown>;
  const numbers: Record<string, bigint> = {};
  for (const [name, value] of Object.entries({ ...beside, ...(args as object) })) {
    const text = String(value);
    if (/^-?\d+$/.test(text)) numbers[snake(name)] = BigInt(text);
  }
  return { name: snake(decoded.name), numbers, accounts, signers: [...new Set(signers)] };
}
