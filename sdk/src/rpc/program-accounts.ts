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
 * @param fields that they must have, each a public key, by name as the IDL spells it; `schedule.approver` is the
 * approver in the schedule
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
  return DISCRIMINATOR + offsetIn(idl, name, field.split('.'));
}

function offsetIn(idl: Idl, name: string, [field, ...inner]: string[]): number {
  let offset = 0;
  for (const entry of fieldsOf(idl, name)) {
    if (entry.name === field) {
      const [next] = inner;
      return next === undefined ? offset : offset + offsetIn(idl, definedAs(entry.type), inner);
    }
    offset += sizeOf(idl, entry.type);
  }
  throw new Error(`the IDL does not tell where ${name} has its ${field}`);
}

/** The named fields of a struct. */
function fieldsOf(idl: Idl, name: string): { name: string; type: unknown }[] {
  const found = idl.types?.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
  const fields = found?.type.kind === 'struct' ? (found.type.fields ?? []) : [];
  return fields.flatMap((entry) => (typeof entry !== 'string' && 'name' in entry ? [entry] : []));
}

const definedAs = (type: unknown): string =>
  (type as { defined?: { name?: string } } | null)?.defined?.name ?? '';

function sizeOf(idl: Idl, type: unknown): number {
  if (typeof type === 'string' && SIZES[type] !== undefined) return SIZES[type];
  const [element, count] = (type as { array?: [unknown, number] }).array ?? [];
  if (typeof count === 'number') return count * sizeOf(idl, element);
  const fields = fieldsOf(idl, definedAs(type));
  if (fields.length > 0) return fields.reduce((sum, entry) => sum + sizeOf(idl, entry.type), 0);
  throw new Error(`the size of ${JSON.stringify(type)} is not fixed`);
}
