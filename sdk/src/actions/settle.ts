import type { PublicKey } from '@solana/web3.js';
import type { Chain, TransactionOutcome } from '../chain.js';
import type { Deployment } from '../deployment.js';
import { channelPayout, channelSettle } from '../instructions/escrow-channel.js';
import { AccountMismatch } from '../rpc/errors.js';
import type { CallEvidence } from '../store/records.js';
import type { TransactionSigner } from '../transactions/signers.js';
import { channelId } from '../voucher/format.js';
import { readChannel, readMandate } from './read.js';

/** What settling needs of a payer's store. */
export interface EvidenceSource {
  evidence(id: ReturnType<typeof channelId>): Promise<CallEvidence[]>;
}

/**
 * Settles the last answered call of a channel from the payer's side, for an agent that does not: settling is
 * open to whoever holds the voucher. All calls before it are settled with it.
 * @returns null where the chain has it already, or no call was answered
 * @throws AccountMismatch; ProgramError; what sending throws
 */
export async function settleLast(
  chain: Chain,
  deployment: Deployment,
  channel: PublicKey,
  store: EvidenceSource,
  feePayer: TransactionSigner,
): Promise<TransactionOutcome | null> {
  const account = await readChannel(chain, deployment, channel);
  if (account === null) throw new AccountMismatch(`there is no channel at ${channel.toBase58()}`);
  const { genesisHash, escrow } = deployment;
  const id = channelId(genesisHash, escrow.toBytes(), channel.toBytes(), account.generation);
  const last = (await store.evidence(id)).at(-1);
  if (last === undefined || last.cumulative <= account.settled) return null;
  const item = {
    channel,
    publicKey: account.sessionKey.toBytes(),
    signature: last.signature,
    message: last.voucher,
  };
  return chain.send(channelSettle(deployment, [item]), { payer: feePayer });
}

/**
 * Pays out what has matured of a channel to its payout owner. Anyone may.
 * @throws AccountMismatch; ProgramError, escrow's `NothingPayable` for one; what sending throws
 */
export async function payOut(
  chain: Chain,
  deployment: Deployment,
  channel: PublicKey,
  feePayer: TransactionSigner,
): Promise<TransactionOutcome> {
  const account = await readChannel(chain, deployment, channel);
  const mandate = account && (await readMandate(chain, deployment, account.mandate));
  if (!account || !mandate) throw new AccountMismatch(`there is no channel at ${channel.toBase58()}`);
  const ref = { channel, mandate: account.mandate, tokenProgram: mandate.tokenProgram };
  const instruction = await channelPayout(deployment, ref, mandate.mint, account.payoutOwner);
  return chain.send([instruction], { payer: feePayer });
}
