import {
  creditIssuerSet,
  creditMintAddress,
  creditsBurn,
  creditsInitialize,
  creditsMint,
} from '@agent-labs/sdk';
import type { Keypair } from '@solana/web3.js';
import { tokenAccount } from '../fixtures/escrow';
import { type RegistryFixture, SOL } from '../fixtures/registry';
import type { Note } from './units';

/** SHA-256 of a payment's number, as it would be. */
const REFERENCE = new Uint8Array(32).fill(5);

/** Credits, minted for a payment and burned. */
export async function measureCredits(
  { admin, chain, deployment, feePayer, send }: RegistryFixture,
  { issuer, holder }: { issuer: Keypair; holder: Keypair },
  note: Note,
): Promise<void> {
  for (const wallet of [issuer, holder]) await chain.airdrop(wallet.publicKey, 10n * SOL);
  const admins = { admin: admin.publicKey, rentPayer: feePayer.publicKey };
  await send((await creditsInitialize(deployment, admins, 6)).instruction, admin);
  const terms = { issuer: issuer.publicKey, dailyCap: 1_000_000n, active: true };
  await send((await creditIssuerSet(deployment, admins, terms)).instruction, admin);
  await tokenAccount(chain, creditMintAddress(deployment), holder.publicKey, 0n);
  const minting = await creditsMint(deployment, {
    ...{ issuer: issuer.publicKey, rentPayer: issuer.publicKey, wallet: holder.publicKey },
    ...{ amount: 1_000n, reference: REFERENCE },
  });
  note('credits_mint', (await send(minting.instruction, issuer)).computeUnits, 'CU', null);
  const burn = await creditsBurn(deployment, holder.publicKey, 400n, REFERENCE);
  note('credits_burn', (await send(burn, holder)).computeUnits, 'CU', null);
}
