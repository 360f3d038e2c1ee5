import assert from 'node:assert/strict';
import {
  AccountMismatch,
  associatedTokens,
  cancelLock,
  claimLock,
  createLock,
  endLock,
  type IntakeTerms,
  intakeInstructions,
  lockDue,
  lockIntake,
  lockRecipientChange,
  readIntake,
  readLock,
} from '@agent-labs/sdk';
import { Keypair } from '@solana/web3.js';
import { mint2022 } from '../escrow/mints';
import { arriveAt } from '../escrow/shared';
import { PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { funded } from '../fixtures/registry';
import { LOCKED, linear, lockOn, milestones, tokensOf } from '../fixtures/timelock';
import { assertSame, key, lamportsOf } from '../registry/support';
import { assertLockBooks, sharedLocks } from './shared';

describe('locks by the actions of the SDK', () => {
  const { locked, registry } = sharedLocks();

  it('createLock takes a mint of either token program, and refuses what is none', async () => {
    for (const mint of [
      registry().mint,
      await mint2022(registry().chain, registry().mintAuthority.publicKey),
    ]) {
      const on = await lockOn({ ...registry(), mint }, { unmade: true });
      const wish = {
        ...{ creator: on.funder, id: 9n, recipient: on.recipient.publicKey, mint, amount: LOCKED },
        ...({ schedule: linear(on.began), cancel: 'Nobody', change: 'Nobody', topUp: false } as const),
      };
      const { lock } = await createLock(on.chain, on.deployment, wish);
      const account = await readLock(on.chain, on.deployment, lock);
      assert.ok(account);
      assertSame([account.deposited, account.tokenProgram], [LOCKED, on.ref.tokenProgram]);
      await assert.rejects(createLock(on.chain, on.deployment, { ...wish, mint: key() }), AccountMismatch);
    }
  });

  it('claimLock pays recipient and former recipient at once, and makes their accounts', async () => {
    const on = await locked();
    const { chain, deployment, feePayer, lock } = on;
    assert.deepEqual(await claimLock(chain, deployment, lock, feePayer), { due: 0n, outcome: null });
    const heir = Keypair.generate().publicKey;
    await arriveAt(chain, on.began + 500n);
    const change = await lockRecipientChange(deployment, lock, on.funder.publicKey, heir);
    await on.send(change, on.funder);
    await chain.setAccount(on.recipientTokens, null);
    await arriveAt(chain, on.began + 600n);
    const due = lockDue(await on.readLock(), on.began + 600n);
    const paid = await claimLock(chain, deployment, lock, feePayer);
    assert.ok(paid.outcome);
    assert.equal(await tokenBalance(chain, on.recipientTokens), 550_000n);
    assert.equal(await tokenBalance(chain, tokensOf(on, heir)), due);
    assert.equal(paid.due, 550_000n + due);
    await assertLockBooks(on);
  });

  it('cancelLock returns what is left over in the same transaction, by whoever may cancel', async () => {
    const on = await locked({ cancel: 'Recipient' });
    const { chain, deployment, feePayer, lock } = on;
    await chain.setAccount(on.funderTokens, null);
    await assert.rejects(cancelLock(chain, deployment, lock, on.funder), { errorName: 'CancelNotAllowed' });
    await cancelLock(chain, deployment, lock, on.recipient, feePayer);
    assert.equal(await tokenBalance(chain, on.funderTokens), LOCKED);
    assert.equal((await assertLockBooks(on)).returned, LOCKED);
  });

  it('endLock does what there is to do, and nothing before', async () => {
    const on = await locked({ schedule: milestones });
    const { chain, deployment, feePayer, lock } = on;
    assert.equal(await endLock(chain, deployment, lock, feePayer), null);
    await on.approve(0);
    await arriveAt(chain, on.began + 1_000n);
    assert.ok(await endLock(chain, deployment, lock, feePayer));
    assert.equal(await tokenBalance(chain, on.funderTokens), PURSE - 500_000n);
    assert.equal(await endLock(chain, deployment, lock, feePayer), null, 'something is due yet');
    await claimLock(chain, deployment, lock, feePayer);
    await tokenAccount(chain, on.mint, lock, 11n, { at: on.tokens });
    assert.ok(await endLock(chain, deployment, lock, feePayer));
    assert.equal(await readLock(chain, deployment, lock), null);
    assert.equal(await tokenBalance(chain, on.funderTokens), PURSE - 500_000n + 11n);
    await assert.rejects(endLock(chain, deployment, lock, feePayer), AccountMismatch);
    await assert.rejects(claimLock(chain, deployment, lock, feePayer), AccountMismatch);
  });

  it('readLock believes no copy, and no account of another kind', async () => {
    const on = await locked();
    const { chain, deployment, lock } = on;
    const copy = key();
    await chain.setAccount(copy, await chain.getAccount(lock));
    await assert.rejects(readLock(chain, deployment, copy), AccountMismatch);
    await assert.rejects(readLock(chain, deployment, on.mint), AccountMismatch);
    await assert.rejects(readIntake(chain, deployment, lock), AccountMismatch);
    assert.equal(await readLock(chain, deployment, key()), null);
  });

  it('lockIntake locks again and again, each a lock of its own', async () => {
    const { chain, deployment, feePayer, mint, send } = registry();
    const recipient = await funded(chain);
    const terms: IntakeTerms = { id: 5n, mint, minAmount: 100n, cliff: 0n, duration: 1_000n, period: 0n };
    const wish = [feePayer.publicKey, recipient.publicKey, terms] as const;
    const { intake, instructions } = await intakeInstructions(chain, deployment, ...wish);
    await assert.rejects(lockIntake(chain, deployment, intake, feePayer), AccountMismatch);
    assert.equal(instructions.length, 2);
    await send(instructions);
    assert.deepEqual((await intakeInstructions(chain, deployment, ...wish)).instructions, []);
    const locks = new Set<string>();
    for (const amount of [100n, 101n, 102n]) {
      await tokenAccount(chain, mint, intake, amount);
      const { lock } = await lockIntake(chain, deployment, intake, feePayer);
      const account = await readLock(chain, deployment, lock);
      assert.equal(account?.deposited, amount);
      locks.add(lock.toBase58());
    }
    assert.equal(locks.size, 3);
    assert.equal(await tokenBalance(chain, associatedTokens(mint, intake)), 0n);
    assert.ok((await lamportsOf(chain, intake)) > 0n);
  });
});
