import { type Idl, utils } from '@coral-xyz/anchor';
import type { Connection, PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';

const DISCRIMINATOR = 8;
/** Bytes of what stands before the fields that accounts are looked up by. */
const SIZES: Record<string, number> = {
  bool: 1,
  u8: 1,
  u16: 2,
  u32: 4,
  u64: 8,
  i64: 8,
  u128: 16,
  pubkey: 32,
};

/** An account as a node lists it: not believed yet. */
export interface ListedAccount {
  address: PublicKey;
  data: Uint8Array;
}

/**
 * Accounts of one kind of a program, as the node lists them. What they say of themselves has to be checked.
 * @param idl of the program
 * @param fields that they must have, each a public key, by name as the IDL spells it
 */
export async function programAccounts(
  connection: Connection,
  program: PublicKey,
  idl: unknown,
  name: string,
  fields: Record<string, PublicKey>,
): Promise<ListedAccount[]> {
  const described = idl as Idl;
  const account = described.accounts?.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
  if (account === undefined) throw new Error(`the IDL has no account ${name}`);
  const bytes = utils.bytes.bs58.encode(Buffer.from(account.discriminator));
  const found = await connection.getProgramAccounts(program, {
    filters: [
      { memcmp: { offset: 0, bytes } },
      ...Object.entries(fields).map(([field, key]) => ({
        memcmp: { offset: offsetOf(described, name, field), bytes: key.toBase58() },
      })),
    ],
  });
  return found.map(({ pubkey, account: { data } }) => ({ address: pubkey, data: new Uint8Array(data) }));
}

/** Place of a field in an account, all before it being of fixed size. @throws Error otherwise */
function offsetOf(idl: Idl, name: string, field: string): number {
  const found = idl.types?.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
  let offset = DISCRIMINATOR;
  const fields = found?.type.kind === 'struct' ? (found.type.fields ?? []) : [];
  for (const entry of fields) {
    if (typeof entry === 'string' || !('name' in entry)) break;
    if (entry.name === field) return offset;
    offset += sizeOf(entry.type);
  }
  throw new Error(`the IDL does not tell where ${name} has its ${field}`);
}

function sizeOf(type: unknown): number {
  if (typeof type === 'string' && SIZES[type] !== undefined) return SIZES[type];
  const [element, count] = (type as { array?: [unknown, number] }).array ?? [];
  if (typeof count === 'number') return count * sizeOf(element);
  throw new Error(`the size of ${JSON.stringify(type)} is not fixed`);
}
