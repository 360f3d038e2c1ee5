import assert from 'node:assert/strict';
import {
  agentClose,
  agentRegister,
  agentSetStatus,
  agentTransferAccept,
  agentTransferPropose,
  channelClose,
  channelOpen,
  channelPayout,
  channelRearm,
  channelSettle,
  versionPublish,
} from '@agent-labs/sdk';
import { Keypair } from '@solana/web3.js';
import { tokenAccount, tokenBalance } from '../fixtures/escrow';
import { funded } from '../fixtures/registry';
import { expectRefused } from '../helpers/refused';
import { endChannel, LONG_AFTER, payOut, story } from './stories';

describe('flow: an agent is sold', () => {
  it('pays what was earned before to the seller, and what comes after to the buyer', async () => {
    const fixture = await story();
    const { chain, deployment, agent, creator, session, payer, mandate, mint, send } = fixture;
    await fixture.settle({ cumulative: 20_000n, calls: 2 });
    const [buyer, newKey] = [await funded(chain), Keypair.generate()];
    const owned = { agent, owner: creator.publicKey };
    const propose = await agentTransferPropose(deployment, { ...owned, newOwner: buyer.publicKey });
    await send(propose.instruction, creator);
    const accept = await agentTransferAccept(deployment, {
      agent,
      pendingOwner: buyer.publicKey,
      agentKey: newKey.publicKey,
      payoutOwner: buyer.publicKey,
    });
    await send(accept.instruction, buyer);

    const { expiresAt } = await fixture.readChannel();
    const rearm = await channelRearm(deployment, fixture.channelRef, session.publicKey, 10_000n, expiresAt);
    await expectRefused(chain, rearm, [session], 'OwnershipChanged');

    const second = await channelOpen(deployment, {
      authority: session.publicKey,
      rentPayer: payer.publicKey,
      mandate,
      agent,
      versionNumber: 1,
      n: 1,
      amount: 50_000n,
      expiresAt,
    });
    await send(second.instruction, session, payer);
    const voucher = await fixture.voucher({ cumulative: 30_000n, calls: 3 }, second.channel);
    await send(channelSettle(deployment, [voucher]));
    await chain.advance({ seconds: 60 });

    const buyerTokens = await tokenAccount(chain, mint, buyer.publicKey, 0n);
    const ref = { channel: second.channel, mandate };
    const toSeller = await channelPayout(deployment, ref, mint, fixture.payoutOwner.publicKey);
    await expectRefused(chain, toSeller, [], 'DestinationMismatch');
    await send(await channelPayout(deployment, ref, mint, buyer.publicKey));
    await payOut(fixture);
    assert.equal(await tokenBalance(chain, fixture.payoutTokens), 19_800n);
    assert.equal(await tokenBalance(chain, buyerTokens), 29_700n);
  });
});

describe('flow: an agent retires', () => {
  it('is paid to the end, leaves a tombstone, and its handle is never registered again', async () => {
    const fixture = await story();
    const { chain, deployment, agent, creator, handle, payer, send } = fixture;
    const owned = { agent, owner: creator.publicKey };
    await fixture.settle({ cumulative: 20_000n, calls: 2 });
    const retire = await agentSetStatus(deployment, { ...owned, status: 'Retiring' });
    await send(retire.instruction, creator);

    const { expiresAt } = await fixture.readChannel();
    const { session, channelRef } = fixture;
    const rearm = await channelRearm(deployment, channelRef, session.publicKey, 10_000n, expiresAt);
    await expectRefused(chain, rearm, [session], 'AgentNotActive');
    const close = await agentClose(deployment, { ...owned, creator: creator.publicKey });
    await expectRefused(chain, close.instruction, [creator], 'RetirementNotOver');

    // the channel that was open still settles, pays and ends, after the agent is gone too
    await fixture.settle({ cumulative: 30_000n, calls: 3 });
    await send(await channelClose(deployment, channelRef, payer.publicKey), payer);
    await chain.advance({ seconds: LONG_AFTER + 100n });
    await send(close.instruction, creator);
    await endChannel(fixture);
    assert.equal(await tokenBalance(chain, fixture.payoutTokens), 29_700n);

    const again = await agentRegister(deployment, {
      creator: creator.publicKey,
      handle,
      agentKey: fixture.agentKey.publicKey,
      payoutOwner: creator.publicKey,
      holdback: 60n,
    });
    await expectRefused(chain, again.instruction, [creator], 'HandleTaken');
  });
});

describe('flow: an agent is upgraded', () => {
  it('keeps price and version of what is open, and opens only on the latest', async () => {
    const fixture = await story();
    const { chain, deployment, agent, creator, session, payer, mandate, mint, send } = fixture;
    const published = await versionPublish(deployment, {
      agent,
      owner: creator.publicKey,
      number: 2,
      semver: '2.0.0',
      manifestHash: new Uint8Array(32).fill(8),
      uri: 'https://agents.example/doc-analyst/manifest-2.json',
      price: 25_000n,
      priceMint: mint,
    });
    await send(published.instruction, creator);
    const { price, agentVersion, expiresAt } = await fixture.readChannel();
    assert.deepEqual([price, agentVersion], [10_000n, 1]);
    await fixture.settle({ cumulative: 10_000n, calls: 1 });

    const on = (versionNumber: number) =>
      channelOpen(deployment, {
        authority: session.publicKey,
        rentPayer: payer.publicKey,
        mandate,
        agent,
        versionNumber,
        n: 1,
        amount: 50_000n,
        expiresAt,
      });
    const old = await on(1);
    await expectRefused(chain, old.instruction, [session, payer], 'VersionNotLatest');
    const latest = await on(2);
    await send(latest.instruction, session, payer);
    assert.equal((await fixture.readChannel(latest.channel)).price, 25_000n);
  });
});
