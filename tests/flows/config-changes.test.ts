import assert from 'node:assert/strict';
import {
  adminTransferAccept,
  adminTransferPropose,
  agentClose,
  agentSetStatus,
  channelOpen,
  channelRearm,
  configCancel,
  configExecute,
  configPause,
  configUnpause,
  DelegatePermission,
  delegateAdd,
  delegatesClose,
  feesSweep,
  versionClose,
} from '@agent-labs/sdk';
import { Keypair } from '@solana/web3.js';
import { PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { change, propose } from '../fixtures/proposals';
import { funded, NOW, TEST_WINDOWS } from '../fixtures/registry';
import { expectRefused } from '../helpers/refused';
import { endChannel, endMandate, LONG_AFTER, payOut, story } from './stories';

/** Shorter than unbonding, so that a change executes within a channel's life. */
const CHANGED = {
  feeBps: 500,
  windows: { closeGrace: 1n, holdbackMin: 0n, holdbackMax: 20n, claim: 1n, rating: 1n, channelLifeMax: 900n },
};

describe('flow: the config changes', () => {
  it('touches nothing that is open: not a byte of it, and not one of its terms', async () => {
    // a mandate that outlives the wait, and the config's longest life of a channel
    const fixture = await story({
      mandate: { expiresAt: NOW + 100_000n },
      channel: { expiresAt: NOW + 900n },
    });
    const { chain, channel, mandate, vault, agent, version, deployment, session, payer, send } = fixture;
    const open = [channel, mandate, vault, agent, version];
    const states = () => Promise.all(open.map((at) => chain.getAccount(at)));
    const { stored, ...ref } = await propose(fixture, { ...CHANGED, treasury: payer.publicKey });

    // re-armed until the change is due, and open when it executes
    while ((await chain.unixTime()) < stored.executableAt) {
      await chain.advance({ seconds: 800n });
      const expiresAt = (await chain.unixTime()) + TEST_WINDOWS.channelLifeMax;
      const instruction = await channelRearm(
        deployment,
        fixture.channelRef,
        session.publicKey,
        1n,
        expiresAt,
      );
      await send(instruction, session);
    }
    await fixture.settle({ cumulative: 50_000n, calls: 5 });
    const [before, terms] = [await states(), await fixture.readChannel()];
    await send((await configExecute(deployment, ref)).instruction);
    assert.deepEqual(await states(), before);

    // its fee is the one it opened with
    await chain.advance({ seconds: 60n });
    await payOut(fixture);
    assert.equal(await tokenBalance(chain, fixture.payoutTokens), 49_500n);
    const { feeBps, holdback, closeGrace, claimWindow, ratingWindow } = await fixture.readChannel();
    assert.deepEqual([feeBps, holdback, closeGrace, claimWindow, ratingWindow], [100, 60n, 100n, 300n, 90n]);
    assert.deepEqual(
      [terms.feeBps, terms.holdback, terms.closeGrace],
      [feeBps, holdback, closeGrace],
      'before as after',
    );

    // what opens from now on has the new ones
    const opened = await channelOpen(deployment, {
      authority: session.publicKey,
      rentPayer: payer.publicKey,
      mandate,
      agent,
      versionNumber: 1,
      n: 1,
      amount: 10_000n,
      expiresAt: (await chain.unixTime()) + 100n,
    });
    await send(opened.instruction, session, payer);
    const fresh = await fixture.readChannel(opened.channel);
    assert.deepEqual([fresh.feeBps, fresh.closeGrace, fresh.claimWindow], [500, 1n, 1n]);
  });

  it('invariant 12: goes on under every pause, and so does the handover', async () => {
    const fixture = await story();
    const { chain, deployment, admin, pauser, send } = fixture;
    const pause = await configPause(deployment, { signer: pauser.publicKey, bits: 0b111_1111 });
    await send(pause.instruction, pauser);
    await change(fixture, { feeBps: 50 });
    const made = await propose(fixture, { feeBps: 51 });
    const cancel = await configCancel(deployment, { ...made, signer: admin.publicKey });
    await send(cancel.instruction, admin);
    const heir = await funded(chain);
    const params = { admin: admin.publicKey, newAdmin: heir.publicKey };
    await send((await adminTransferPropose(deployment, params)).instruction, admin);
    await chain.advance({ seconds: TEST_WINDOWS.adminDelay });
    const accept = await adminTransferAccept(deployment, { pendingAdmin: heir.publicKey });
    await send(accept.instruction, heir);
    for (const former of [admin, pauser]) {
      const lift = await configUnpause(deployment, { admin: former.publicKey, bits: 0b111_1111 });
      await expectRefused(chain, lift.instruction, [former], 'NotAdmin');
    }
    const lift = await configUnpause(deployment, { admin: heir.publicKey, bits: 0b111_1111 });
    await send(lift.instruction, heir);
  });

  it('leaves what is open its way out, whoever is treasury or pauser by then', async () => {
    const fixture = await story();
    const { chain, deployment, mint, send } = fixture;
    await fixture.settle({ cumulative: 20_000n, calls: 2 });
    const treasury = Keypair.generate();
    const tokens = await tokenAccount(chain, mint, treasury.publicKey, 0n);
    await change(fixture, { ...CHANGED, treasury: treasury.publicKey, pauser: treasury.publicKey });
    await chain.advance({ seconds: LONG_AFTER });
    await endChannel(fixture);
    await send(await feesSweep(deployment, fixture.mandateRef, treasury.publicKey));
    await endMandate(fixture);
    assert.equal(await tokenBalance(chain, tokens), 200n);
    assert.equal(await tokenBalance(chain, fixture.payoutTokens), 19_800n);
    assert.equal(await tokenBalance(chain, fixture.payerTokens), PURSE - 20_000n);
  });
});

describe('flow: an agent with delegates, from registration to its end', () => {
  it('gives every lamport of rent back but for the tombstone', async () => {
    const fixture = await story({ channel: null });
    const { chain, deployment, agent, version, creator, send } = fixture;
    const delegate = Keypair.generate();
    const owned = { agent, owner: creator.publicKey };
    const lamports = async () => (await chain.getAccount(creator.publicKey))?.lamports ?? 0n;
    const before = await lamports();
    const now = await chain.unixTime();
    const added = await delegateAdd(deployment, {
      ...owned,
      delegate: delegate.publicKey,
      permissions: DelegatePermission.Status,
      expiresAt: now + 1_000n,
    });
    await send(added.instruction, creator, delegate);
    const suspend = await agentSetStatus(deployment, {
      agent,
      delegate: delegate.publicKey,
      status: 'Suspended',
    });
    await send(suspend.instruction, delegate);
    const retire = await agentSetStatus(deployment, { ...owned, status: 'Retiring' });
    await send(retire.instruction, creator);
    await chain.advance({ seconds: TEST_WINDOWS.unbonding });
    const rents = await Promise.all([agent, version].map((at) => chain.getAccount(at)));
    const held = rents.reduce((sum, account) => sum + (account?.lamports ?? 0n), 0n);
    await send((await agentClose(deployment, { ...owned, creator: creator.publicKey })).instruction, creator);
    const publisher = creator.publicKey;
    await send((await versionClose(deployment, { agent, number: 1, publisher })).instruction);
    await send((await delegatesClose(deployment, { agent, rentPayer: publisher })).instruction);
    const tombstone = (await chain.getAccount(agent))?.lamports ?? 0n;
    assert.equal(await lamports(), before + held - tombstone);
    assert.equal(await chain.getAccount(added.delegates), null);
  });
});
