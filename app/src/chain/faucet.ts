import './buffer.js';
import { config } from '../data/config.js';
import { addressOf, connectChain } from './connection.js';

/** Lamports, and whole tokens, that a newcomer to the local chain gets. */
const LAMPORTS = 5_000_000_000;
const TOKENS = 5_000n;

/** The local chain's faucet gave nothing. */
export class FaucetDry extends Error {
  override readonly name = 'FaucetDry';
}

/** Gives a wallet of the local chain SOL and some of each known token. @throws FaucetDry */
export async function fundFromFaucet(wallet: string): Promise<void> {
  const { connection } = await connectChain();
  await connection.requestAirdrop(addressOf(wallet), LAMPORTS);
  for (const [mint, { decimals }] of Object.entries(config().tokens)) {
    const amount = TOKENS * 10n ** BigInt(decimals);
    const response = await fetch(connection.rpcEndpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'localnet_faucet',
        params: [wallet, mint, amount.toString()],
      }),
    });
    const { error } = (await response.json()) as { error?: { message: string } };
    if (error !== undefined) throw new FaucetDry(`The faucet gave no ${mint}: ${error.message}`);
  }
}
