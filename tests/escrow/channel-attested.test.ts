import assert from 'node:assert/strict';
import {
  agentTransferAccept,
  agentTransferPropose,
  attestationAddress,
  type ChannelOpenParams,
  channelRearm,
} from '@agent-labs/sdk';
import { type Keypair, type PublicKey, SystemProgram } from '@solana/web3.js';
import { attest, unattest } from '../fixtures/attestations';
import { type EscrowFixture, escrowOn, tokenAccount } from '../fixtures/escrow';
import { funded } from '../fixtures/registry';
import { expectRefused, withAccount } from '../helpers/refused';
import { key, patch } from '../registry/support';
import { arriveAt, channelOpening, openAnother, sharedChain } from './shared';

describe('escrow channels and an attestor that vouches for the agent’s owner', () => {
  const { escrow, escrowOfAgent } = sharedChain();

  type Attested = EscrowFixture & { attestor: Keypair; attestation: PublicKey };
  /** A mandate that asks for an attestor, and a new agent whose owner nobody vouches for yet. */
  const asking = async (): Promise<Attested> => {
    const agent = await escrowOfAgent({ channel: null });
    const attestor = await funded(agent.chain);
    const on = await escrowOn(agent, { mandate: { attestor: attestor.publicKey }, channel: null });
    const attestation = attestationAddress(on.deployment, attestor.publicKey, on.creator.publicKey);
    return { ...on, attestor, attestation };
  };
  const signers = (on: EscrowFixture) => [on.session, on.payer];
  const refused = async (on: Attested, error: string, changes: Partial<ChannelOpenParams> = {}) => {
    const { instruction } = await channelOpening(on, { attestation: on.attestation, ...changes });
    await expectRefused(on.chain, instruction, signers(on), error);
  };
  const rearming = async (on: Attested, attestation: PublicKey | null = on.attestation) => {
    const { expiresAt } = await on.readChannel();
    const ref = { ...on.channelRef, ...(attestation && { attestation }) };
    return channelRearm(on.deployment, ref, on.session.publicKey, 10n, expiresAt);
  };

  it('allots at opening and re-arming while the attestation is worth something', async () => {
    const on = await asking();
    const until = (await on.chain.unixTime()) + 40n;
    await attest(on, on.attestor, on.creator.publicKey, until);
    await openAnother(on, { attestation: on.attestation });
    await arriveAt(on.chain, until - 1n);
    await on.send(await rearming(on), on.session);
    await arriveAt(on.chain, until);
    await expectRefused(on.chain, await rearming(on), [on.session], 'AttestationExpired');
    await refused(on, 'AttestationExpired', { n: 1 });
    await attest(on, on.attestor, on.creator.publicKey);
    await on.send(await rearming(on), on.session);
  });

  it('NotAttested: allots to nobody that the attestor does not vouch for, or no longer does', async () => {
    const on = await asking();
    await refused(on, 'NotAttested');
    const { instruction } = await channelOpening(on);
    await expectRefused(on.chain, instruction, signers(on), 'NotAttested');
    await refused(on, 'NotAttested', { attestation: key() });
    await attest(on, on.attestor, on.creator.publicKey);
    await openAnother(on, { attestation: on.attestation });
    await on.chain.advance({ slots: 1 });
    await expectRefused(on.chain, await rearming(on, null), [on.session], 'NotAttested');
    await unattest(on, on.attestor, on.creator.publicKey);
    await expectRefused(on.chain, await rearming(on), [on.session], 'NotAttested');
    await refused(on, 'NotAttested', { n: 1 });
  });

  it("AttestationMismatch: takes no other attestor's, and none about somebody else", async () => {
    const on = await asking();
    const stranger = await funded(on.chain);
    await attest(on, on.attestor, on.creator.publicKey);
    await openAnother(on, { attestation: on.attestation });
    await on.chain.advance({ slots: 1 });
    const wrong = [
      await attest(on, stranger, on.creator.publicKey),
      await attest(on, on.attestor, on.agentKey.publicKey),
      await attest(on, on.attestor, on.payoutOwner.publicKey),
      await attest(on, on.creator, on.creator.publicKey),
      on.agent,
      on.mandate,
      on.config,
    ];
    for (const attestation of wrong) {
      await refused(on, 'AttestationMismatch', { n: 1, attestation });
      await expectRefused(on.chain, await rearming(on, attestation), [on.session], 'AttestationMismatch');
    }
  });

  it('AttestationMismatch, attacks 2, 3: takes no account of another program or type', async () => {
    const on = await asking();
    await attest(on, on.attestor, on.creator.publicKey);
    const state = await on.chain.getAccount(on.attestation);
    assert.ok(state);
    for (const owner of [SystemProgram.programId, on.deployment.escrow, on.mint]) {
      await on.chain.setAccount(on.attestation, { ...state, owner });
      await refused(on, 'AttestationMismatch');
    }
    for (const data of [state.data.slice(0, -1), Buffer.concat([state.data, Buffer.alloc(1)])]) {
      await on.chain.setAccount(on.attestation, { ...state, data });
      await refused(on, 'AttestationMismatch');
    }
    await on.chain.setAccount(on.attestation, state);
    await patch(on.chain, on.attestation, (data) => data.fill(0, 0, 8));
    await refused(on, 'AttestationMismatch');
    const tokens = await tokenAccount(on.chain, on.mint, on.creator.publicKey, 1n, { at: key() });
    await refused(on, 'AttestationMismatch', { attestation: tokens });
  });

  it('UnknownLayout, attack 12: reads no attestation of another layout', async () => {
    const on = await asking();
    await attest(on, on.attestor, on.creator.publicKey);
    for (const layout of [0, 2, 255]) {
      await patch(on.chain, on.attestation, (data) => data.writeUInt8(layout, 8));
      await refused(on, 'UnknownLayout');
    }
  });

  it('a sale needs an attestation of the new owner, and lamports at its place are none', async () => {
    const on = await asking();
    const { agent, chain, creator, deployment, send } = on;
    await attest(on, on.attestor, creator.publicKey);
    const buyer = await funded(chain);
    const offer = { agent, owner: creator.publicKey, newOwner: buyer.publicKey };
    await send((await agentTransferPropose(deployment, offer)).instruction, creator);
    const keys = { pendingOwner: buyer.publicKey, agentKey: key(), payoutOwner: buyer.publicKey };
    await send((await agentTransferAccept(deployment, { agent, ...keys })).instruction, buyer);
    await refused(on, 'AttestationMismatch');
    const attestation = attestationAddress(deployment, on.attestor.publicKey, buyer.publicKey);
    await chain.airdrop(attestation, 10_000_000n);
    await refused(on, 'NotAttested', { attestation });
    await attest(on, on.attestor, buyer.publicKey);
    await openAnother(on, { attestation });
  });

  it('without an attestor no attestation is read', async () => {
    const on = await escrow({ channel: null });
    const { instruction } = await channelOpening(on);
    await on.send(withAccount(instruction, 'attestation', { pubkey: on.mandate }), ...signers(on));
  });
});
