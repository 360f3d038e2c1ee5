import { creditsBurn } from '@agent-labs/sdk';
import { sendAs } from './actions.js';
import { signer } from './app-chain.js';
import { deployment } from './connection.js';

/**
 * Burns credits of the wallet, for good.
 * @param amount base units
 * @param reference 32 bytes that tell what they are redeemed for; null for none
 */
export async function burnMyCredits(amount: bigint, reference: Uint8Array | null): Promise<void> {
  const { wallet } = await signer();
  await sendAs('Burn credits', [
    await creditsBurn(deployment(), wallet.publicKey, amount, reference ?? undefined),
  ]);
}
