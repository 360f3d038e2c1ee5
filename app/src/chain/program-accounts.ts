import { programAccounts } from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import { connectChain } from './connection.js';

/** See `programAccounts`: of the chosen node. */
export async function accountsOf(
  program: PublicKey,
  idl: unknown,
  name: string,
  fields: Record<string, PublicKey>,
): Promise<{ address: string; data: Uint8Array }[]> {
  const { connection } = await connectChain();
  const found = await programAccounts(connection, program, idl, name, fields);
  return found.map(({ address, data }) => ({ address: address.toBase58(), data }));
}
