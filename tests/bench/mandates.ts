import {
  AllowTree,
  attestationIssue,
  attestationRevoke,
  channelOpen,
  cheapestChannelNumber,
  mandateOpen,
} from '@agent-labs/sdk';
import { type Keypair, PublicKey } from '@solana/web3.js';
import { tokenAccount } from '../fixtures/escrow';
import { NOW, type RegistryFixture, SOL } from '../fixtures/registry';
import type { Note } from './units';

interface Cast {
  agent: PublicKey;
  owner: Keypair;
  mint: PublicKey;
  payer: Keypair;
  session: Keypair;
  attestor: Keypair;
}

/** A mandate with everything that can be asked of an agent but stake and score, and an allotment under it. */
export async function measureMandates(
  { chain, deployment, send }: RegistryFixture,
  { agent, owner, mint, payer, session, attestor }: Cast,
  note: Note,
): Promise<void> {
  for (const wallet of [payer, attestor]) await chain.airdrop(wallet.publicKey, 10n * SOL);
  await tokenAccount(chain, mint, payer.publicKey, 1_000_000n);
  const vouched = { attestor: attestor.publicKey, subject: owner.publicKey };
  const issued = await attestationIssue(deployment, {
    ...vouched,
    expiresAt: (await chain.unixTime()) + 900n,
    evidence: new Uint8Array(32).fill(7),
  });
  note('attestation_issue, the first', (await send(issued.instruction, attestor)).computeUnits, 'CU', null);
  const rent = (await chain.getAccount(issued.attestation))?.lamports ?? 0n;
  note('attestation, rent', rent, 'lamports', null);

  const others = Array.from({ length: 999 }, (_, at) => keyNumber(at));
  const tree = new AllowTree([agent, ...others]);
  const opened = await mandateOpen(deployment, {
    payer: payer.publicKey,
    mint,
    id: 2n,
    sessionKey: session.publicKey,
    perCallMax: 1_000n,
    dailyCap: 500_000n,
    totalCap: 900_000n,
    expiresAt: NOW + 100_000_000n,
    deposit: 500_000n,
    allowRoot: tree.root,
    attestor: attestor.publicKey,
    approval: { approvers: others.slice(0, 8), threshold: 5, above: 400_000n },
  });
  const units = (await send(opened.instruction, payer)).computeUnits;
  note('mandate_open, with root, attestor and 8 approvers', units, 'CU', null);
  const { mandate } = opened;
  const { instruction } = await channelOpen(deployment, {
    authority: session.publicKey,
    rentPayer: payer.publicKey,
    mandate,
    agent,
    versionNumber: 1,
    n: cheapestChannelNumber(deployment, mandate, agent),
    amount: 100_000n,
    expiresAt: (await chain.unixTime()) + 800n,
    allowProof: tree.proof(agent),
    attestation: issued.attestation,
  });
  const allotted = await send(instruction, session, payer);
  note('channel_open, an attested agent out of 1,000', allotted.computeUnits, 'CU', null);

  const revoked = await attestationRevoke(deployment, vouched);
  note('attestation_revoke', (await send(revoked.instruction, attestor)).computeUnits, 'CU', null);
}

/** The same key for a number in every run. */
function keyNumber(number: number): PublicKey {
  const bytes = Buffer.alloc(32, 1);
  bytes.writeUInt32LE(number + 1);
  return new PublicKey(bytes);
}
