import {
  channelOpen,
  cheapestChannelNumber,
  mandateOpen,
  stake,
  stakeWithdraw,
  unstake,
  vaultOpen,
} from '@agent-labs/sdk';
import type { Keypair, PublicKey } from '@solana/web3.js';
import { tokenAccount } from '../fixtures/escrow';
import type { RegistryFixture } from '../fixtures/registry';

/** Base units: what the fixture's config makes an owner bear of its cap. */
const FIRST_LOSS = 200_000_000n;

export interface StakeBench {
  agent: PublicKey;
  owner: Keypair;
  /** Opens a channel under a limit on stake; with a purse of the settlement mint. */
  payer: Keypair;
  session: Keypair;
  mint: PublicKey;
}

/** Measures staking on an agent of fixed keys, and opening a channel that asks for the stake. */
export async function measureStake(
  { chain, deployment, send, stakeMint, settings }: RegistryFixture,
  { agent, owner, payer, session, mint }: StakeBench,
  note: (name: string, value: bigint, budget: number | null) => void,
): Promise<void> {
  await tokenAccount(chain, stakeMint, owner.publicKey, 2n * FIRST_LOSS);
  const ref = { agent, staker: owner.publicKey, tranche: 'FirstLoss' } as const;
  const opening = await vaultOpen(deployment, { rentPayer: owner.publicKey, agent, stakeMint });
  note('vault_open', (await send(opening.instruction, owner)).computeUnits, null);
  for (const [name, amount] of [
    ['stake, making the position', FIRST_LOSS],
    ['stake, once more', 1n],
  ] as const) {
    const { instruction } = await stake(deployment, { ...ref, stakeMint, amount });
    note(name, (await send(instruction, owner)).computeUnits, 25_000);
  }

  const now = await chain.unixTime();
  const opened = await mandateOpen(deployment, {
    payer: payer.publicKey,
    mint,
    id: 2n,
    sessionKey: session.publicKey,
    perCallMax: 1_000n,
    dailyCap: 1_000n,
    totalCap: 1_000n,
    expiresAt: now + 900n,
    deposit: 1_000n,
    minStake: FIRST_LOSS,
  });
  await send(opened.instruction, payer);
  const channel = await channelOpen(deployment, {
    authority: session.publicKey,
    rentPayer: payer.publicKey,
    mandate: opened.mandate,
    agent,
    versionNumber: 1,
    n: cheapestChannelNumber(deployment, opened.mandate, agent),
    amount: 1_000n,
    expiresAt: now + 800n,
  });
  const { computeUnits } = await send(channel.instruction, session, payer);
  note('channel_open, asking for stake', computeUnits, 15_000);

  const leaving = await unstake(deployment, ref, FIRST_LOSS + 1n);
  note('unstake', (await send(leaving, owner)).computeUnits, null);
  await chain.advance({ seconds: settings.windows.unbonding });
  const withdrawal = await stakeWithdraw(deployment, ref, stakeMint);
  note('withdraw, closing the position', (await send(withdrawal, owner)).computeUnits, null);
}
