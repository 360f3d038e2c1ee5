import assert from 'node:assert/strict';
import {
  claimLock,
  endLock,
  lockAccept,
  lockCalendar,
  lockOffer,
  lockRecipientChange,
  readLock,
} from '@agent-labs/sdk';
import type { Keypair } from '@solana/web3.js';
import { arriveAt, whilePaused } from '../escrow/shared';
import { PURSE, tokenBalance } from '../fixtures/escrow';
import { funded, registryFixture, startProgramChain } from '../fixtures/registry';
import { lockOn, milestones, periodic, tokensOf } from '../fixtures/timelock';
import { expectRefused } from '../helpers/refused';
import { lamportsOf } from '../registry/support';

describe('flow: a lock from its making to the last token and lamport', () => {
  it('wages: topped up, another recipient, sold by that one, cancelled, and every base unit told', async () => {
    const registry = await registryFixture(await startProgramChain('litesvm'));
    const { chain, deployment, feePayer } = registry;
    const before = await lamportsOf(chain, feePayer.publicKey);
    const on = await lockOn(registry, { schedule: periodic });
    const { began, funder, lock, recipient } = on;
    const rent = (await lamportsOf(chain, lock)) + (await lamportsOf(chain, on.tokens));
    assert.equal(lockCalendar(await on.readLock()).length, 9);

    // 100,000 with the cliff, and 100,000 each 100 seconds
    await arriveAt(chain, began + 250n);
    await claimLock(chain, deployment, lock, feePayer);
    await on.topUp(200_000n);
    assert.equal(lockCalendar(await on.readLock()).length, 11);

    // the next is paid from here on; what was released before stays the first one's
    await arriveAt(chain, began + 450n);
    const [second, third] = [await funded(chain), await funded(chain)];
    const change = await lockRecipientChange(deployment, lock, funder.publicKey, second.publicKey);
    await on.send(change, funder);
    await arriveAt(chain, began + 550n);
    await on.send(await lockOffer(deployment, lock, second.publicKey, third.publicKey), second);
    const { claimed, generation } = await on.readLock();
    const terms = { lock, newRecipient: third.publicKey, generation, claimedAtMost: claimed };
    await on.send(await lockAccept(deployment, terms), third);
    await arriveAt(chain, began + 650n);
    await whilePaused(on, async () => {
      await on.cancel();
      await claimLock(chain, deployment, lock, feePayer);
      await on.reclaim();
    });

    const has = (wallet: Keypair) => tokenBalance(chain, tokensOf(on, wallet.publicKey));
    assert.deepEqual(
      [await has(recipient), await has(second), await has(third)],
      [500_000n, 0n, 200_000n],
      'the second sold what was due to it with the rest',
    );
    assert.equal(await has(funder), PURSE - 700_000n);
    assert.ok(await endLock(chain, deployment, lock, feePayer));
    assert.equal(await readLock(chain, deployment, lock), null);
    assert.equal(await chain.getAccount(on.tokens), null);
    // fees and the token account that was made for the third apart
    const spent = before - (await lamportsOf(chain, feePayer.publicKey));
    assert.ok(spent < rent, `${spent} lamports spent, and the rent was ${rent}`);
  });

  it('attack 47: work by milestones whose approver goes missing pays what was approved, and no more', async () => {
    const registry = await registryFixture(await startProgramChain('litesvm'));
    const { chain, deployment, feePayer } = registry;
    const on = await lockOn(registry, { schedule: milestones, cancel: 'Nobody', change: 'Nobody' });
    await on.approve(1);
    await claimLock(chain, deployment, on.lock, feePayer);
    await arriveAt(chain, on.began + 999n);
    assert.equal(await endLock(chain, deployment, on.lock, feePayer), null);
    await expectRefused(chain, await on.claiming(), [on.recipient], 'NothingDue');
    await arriveAt(chain, on.began + 1_000n);
    assert.ok(await endLock(chain, deployment, on.lock, feePayer));
    assert.equal(await tokenBalance(chain, on.recipientTokens), 300_000n);
    assert.equal(await tokenBalance(chain, on.funderTokens), PURSE - 300_000n);
    assert.equal(await readLock(chain, deployment, on.lock), null);
  });
});
