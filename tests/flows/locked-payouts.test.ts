import assert from 'node:assert/strict';
import {
  associatedTokens,
  channelOpen,
  channelPayout,
  claimLock,
  decodeAgent,
  endLock,
  type IntakeTerms,
  intakeAddress,
  lockDue,
  lockIntake,
  PayoutOwnerMismatch,
  parseManifest,
  readLock,
  registerAgent,
} from '@agent-labs/sdk';
import { Keypair } from '@solana/web3.js';
import { arriveAt } from '../escrow/shared';
import { escrowOn, tokenBalance } from '../fixtures/escrow';
import { funded, registryFixture, startProgramChain } from '../fixtures/registry';
import { MANIFEST } from '../sdk/manifest-support';

describe('flow: payouts into a lock', () => {
  it('an agent whose earnings are locked as they come in, from its registration to the last token', async () => {
    const registry = await registryFixture(await startProgramChain('litesvm'));
    const { chain, deployment, mint } = registry;
    const owner = await funded(chain);
    const [agentKey, beneficiary] = [Keypair.generate(), await funded(chain)];
    const payoutLock: IntakeTerms = {
      ...{ id: 0n, mint, minAmount: 10_000n },
      ...{ cliff: 100n, duration: 1_000n, period: 100n },
    };
    const pricing = { amount: '10000', mint: mint.toBase58(), unit: 'call' };
    const wish = {
      ...{
        owner,
        agentKey: agentKey.publicKey,
        payoutOwner: beneficiary.publicKey,
        payoutLock,
        holdback: 60n,
      },
      ...{
        manifest: parseManifest(JSON.stringify({ ...MANIFEST, pricing })),
        uri: 'https://agents.example/locked/manifest.json',
      },
    };
    const { agent, done, intake } = await registerAgent(chain, deployment, wish);
    assert.deepEqual(done, ['intake opened', 'registered', 'published', 'activated']);
    assert.ok(intake);
    assert.ok(intake.equals(intakeAddress(deployment, beneficiary.publicKey, payoutLock)));
    const registered = decodeAgent((await chain.getAccount(agent))?.data ?? new Uint8Array());
    assert.ok(registered.payoutOwner.equals(intake));
    // a second run finds it so, and other terms are another address
    assert.deepEqual((await registerAgent(chain, deployment, wish)).done, ['renewed']);
    const other = { ...wish, payoutLock: { ...payoutLock, cliff: 0n } };
    await assert.rejects(registerAgent(chain, deployment, other), PayoutOwnerMismatch);

    // paid calls, paid out by anybody
    const on = await escrowOn({ ...registry, agent, agentKey, creator: owner }, { channel: null });
    const opened = await channelOpen(deployment, {
      ...{ authority: on.session.publicKey, rentPayer: on.payer.publicKey, mandate: on.mandate, agent },
      ...{ versionNumber: 1, amount: 200_000n, expiresAt: (await chain.unixTime()) + 800n },
    });
    await on.send(opened.instruction, on.session, on.payer);
    await chain.advance({ slots: 1 });
    await on.settle({ cumulative: 100_000n, calls: 10 });
    await chain.advance({ seconds: 60, slots: 1 });
    await on.send(await channelPayout(deployment, on.channelRef, mint, intake));
    const waits = associatedTokens(mint, intake);
    assert.equal(await tokenBalance(chain, waits), 99_000n);

    // locked by anybody, from that moment on
    const { lock } = await lockIntake(chain, deployment, intake, on.feePayer);
    const began = await chain.unixTime();
    assert.equal(await tokenBalance(chain, waits), 0n);
    const mine = associatedTokens(mint, beneficiary.publicKey);
    await arriveAt(chain, began + 99n);
    assert.equal((await claimLock(chain, deployment, lock, on.feePayer)).outcome, null);
    for (const [seconds, share] of [
      [100n, 9_900n],
      [550n, 49_500n],
      [999n, 89_100n],
      [1_000n, 99_000n],
    ] as const) {
      await arriveAt(chain, began + seconds);
      const account = await readLock(chain, deployment, lock);
      assert.ok(account);
      const { due } = await claimLock(chain, deployment, lock, on.feePayer);
      assert.equal(due, lockDue(account, began + seconds));
      assert.equal(await tokenBalance(chain, mine), share);
    }
    assert.ok(await endLock(chain, deployment, lock, on.feePayer));
    assert.equal(await readLock(chain, deployment, lock), null);
    await assert.rejects(lockIntake(chain, deployment, intake, on.feePayer), { errorName: 'NothingDue' });
  });
});
