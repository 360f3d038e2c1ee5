import assert from 'node:assert/strict';
import { type LockSideName, lockAccept, lockOffer, lockRecipientChange } from '@agent-labs/sdk';
import { Keypair, PublicKey } from '@solana/web3.js';
import { arriveAt, whilePaused } from '../escrow/shared';
import { PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { funded } from '../fixtures/registry';
import { AT_CLIFF, LOCKED, type LockFixture, milestones } from '../fixtures/timelock';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused } from '../helpers/refused';
import { assertRecorded } from '../registry/support';
import { assertLockBooks, sharedLocks } from './shared';

const half = AT_CLIFF + (LOCKED - AT_CLIFF) / 2n;
const MODES: [LockSideName, creator: boolean, recipient: boolean][] = [
  ['Nobody', false, false],
  ['Creator', true, false],
  ['Recipient', false, true],
  ['Either', true, true],
];
const at = (on: LockFixture, seconds: bigint) => arriveAt(on.chain, on.began + seconds);
/** Another wallet, with an empty token account. */
const heir = async (on: LockFixture) => {
  const wallet = await funded(on.chain);
  return { wallet, tokens: await tokenAccount(on.chain, on.mint, wallet.publicKey, 0n) };
};

describe('lock recipient change', () => {
  const { locked, onBothChains } = sharedLocks();
  const changing = (on: LockFixture, to: PublicKey, by = on.funder) =>
    lockRecipientChange(on.deployment, on.lock, by.publicKey, to);
  const refused = async (on: LockFixture, error: string, to = Keypair.generate().publicKey, by = on.funder) =>
    expectRefused(on.chain, await changing(on, to, by), [by], error);

  onBothChains(
    'what was released before stays the old one’s, the rest is the new one’s',
    async (on, kind) => {
      const { wallet, tokens } = await heir(on);
      await at(on, 500n);
      const outcome = await on.send(await changing(on, wallet.publicKey), on.funder);
      const changed = await assertLockBooks(on);
      assert.equal(changed.formerDue, half);
      assert.ok(changed.formerRecipient?.equals(on.recipient.publicKey));
      assertRecorded(kind, outcome, 'lockRecipientChanged', {
        lock: on.lock,
        changedBy: on.funder.publicKey,
        oldRecipient: on.recipient.publicKey,
        newRecipient: wallet.publicKey,
        formerDue: half,
      });
      const mine = { payee: wallet.publicKey };
      const none = await on.claiming({ ...mine, authority: on.funder.publicKey });
      await expectRefused(on.chain, none, [on.funder], 'NothingDue');
      await at(on, 1_000n);
      await on.claim(mine, wallet);
      assert.equal(await tokenBalance(on.chain, tokens), LOCKED - half);
      const claimed = await on.claim({ former: true }, on.feePayer);
      assert.equal(await tokenBalance(on.chain, on.recipientTokens), half);
      assertRecorded(kind, claimed, 'lockClaimed', {
        lock: on.lock,
        payee: on.recipient.publicKey,
        former: true,
        authority: on.feePayer.publicKey,
        destination: on.recipientTokens,
        amount: half,
        claimedBefore: LOCKED - half,
        claimedAfter: LOCKED,
      });
      const done = await assertLockBooks(on);
      assert.equal(done.formerRecipient, null);
      const again = await on.claiming({ former: true });
      await expectRefused(on.chain, again, [on.recipient], 'NothingDue');
    },
  );

  refusesForgeries(async () => {
    const on = await locked();
    return {
      chain: on.chain,
      instruction: await changing(on, Keypair.generate().publicKey),
      signers: [on.funder],
    };
  });

  it('ChangeNotAllowed, NotFunder: where the mode has the creator, and by the funder alone', async () => {
    for (const [change, creator] of MODES) {
      const on = await locked({ change });
      await refused(on, 'NotFunder', undefined, on.recipient);
      if (creator) await on.send(await changing(on, Keypair.generate().publicKey), on.funder);
      else await refused(on, 'ChangeNotAllowed');
    }
  });

  it('DestinationMismatch: the new one cannot take what the old one is owed, nor the other way round', async () => {
    const on = await locked();
    const { wallet, tokens } = await heir(on);
    await at(on, 500n);
    await on.send(await changing(on, wallet.publicKey), on.funder);
    const claims = [
      await on.claiming({ former: true, payee: wallet.publicKey, destination: tokens }),
      await on.claiming({ former: true, destination: tokens }),
    ];
    for (const claim of claims)
      await expectRefused(on.chain, claim, [wallet, on.recipient], 'DestinationMismatch');
    await at(on, 600n);
    await expectRefused(on.chain, await on.claiming(), [on.recipient], 'DestinationMismatch');
    await assertLockBooks(on);
  });

  it('FormerUnpaid: one former recipient at a time, and none where nothing was due', async () => {
    const on = await locked();
    await on.send(await changing(on, Keypair.generate().publicKey), on.funder);
    assert.equal((await on.readLock()).formerRecipient, null);
    await on.send(await changing(on, on.recipient.publicKey), on.funder);
    await at(on, 500n);
    const { wallet } = await heir(on);
    await on.send(await changing(on, wallet.publicKey), on.funder);
    await refused(on, 'FormerUnpaid');
    await on.claim({ former: true });
    await on.send(await changing(on, Keypair.generate().publicKey), on.funder);
    await assertLockBooks(on);
  });

  it('RecipientInvalid, ApproverInvalid: another who can receive, and does not approve', async () => {
    const on = await locked({ schedule: milestones });
    for (const to of [PublicKey.default, on.lock, on.recipient.publicKey]) {
      await refused(on, 'RecipientInvalid', to);
    }
    await refused(on, 'ApproverInvalid', on.approver.publicKey);
  });

  it('LockStopped, ScheduleOver: changes nothing that is over', async () => {
    const on = await locked();
    await on.cancel();
    await refused(on, 'LockStopped');
    const late = await locked();
    await at(late, 1_000n);
    await refused(late, 'ScheduleOver');
  });

  it('takes an offer back, and cancelling leaves the former one what it is owed', async () => {
    const on = await locked();
    const buyer = Keypair.generate().publicKey;
    await on.send(await lockOffer(on.deployment, on.lock, on.recipient.publicKey, buyer), on.recipient);
    await at(on, 500n);
    const { wallet, tokens } = await heir(on);
    await on.send(await changing(on, wallet.publicKey), on.funder);
    assert.equal((await on.readLock()).pendingRecipient, null);
    await at(on, 600n);
    await on.cancel();
    await on.reclaim();
    await on.claim({ former: true });
    await on.claim({ payee: wallet.publicKey }, wallet);
    const tenth = (LOCKED - AT_CLIFF) / 10n;
    assert.equal(await tokenBalance(on.chain, on.recipientTokens), half);
    assert.equal(await tokenBalance(on.chain, tokens), tenth);
    assert.equal(await tokenBalance(on.chain, on.funderTokens), PURSE - half - tenth);
    assert.equal(await tokenBalance(on.chain, on.tokens), 0n);
  });

  it('is never paused', async () => {
    const on = await locked();
    await whilePaused(on, async () => on.send(await changing(on, Keypair.generate().publicKey), on.funder));
  });
});

describe('lock offer', () => {
  const { locked, onBothChains } = sharedLocks();
  const offering = (on: LockFixture, to: PublicKey | null, by = on.recipient) =>
    lockOffer(on.deployment, on.lock, by.publicKey, to);
  const refused = async (on: LockFixture, error: string, to: PublicKey | null = null, by = on.recipient) =>
    expectRefused(on.chain, await offering(on, to, by), [by], error);

  onBothChains('names who may take the lock, and takes it back', async (on, kind) => {
    const to = Keypair.generate().publicKey;
    const recipient = on.recipient.publicKey;
    const told = { lock: on.lock, recipient };
    const outcome = await on.send(await offering(on, to), on.recipient);
    assert.ok((await on.readLock()).pendingRecipient?.equals(to));
    const [none, some] = [PublicKey.default, to];
    assertRecorded(kind, outcome, 'lockOffered', {
      ...told,
      oldPendingRecipient: none,
      newPendingRecipient: some,
    });
    const back = await on.send(await offering(on, null), on.recipient);
    assert.equal((await on.readLock()).pendingRecipient, null);
    assertRecorded(kind, back, 'lockOffered', {
      ...told,
      oldPendingRecipient: some,
      newPendingRecipient: none,
    });
  });

  refusesForgeries(async () => {
    const on = await locked();
    return {
      chain: on.chain,
      instruction: await offering(on, Keypair.generate().publicKey),
      signers: [on.recipient],
    };
  });

  it('ChangeNotAllowed: where the mode has the recipient, and by the recipient alone', async () => {
    for (const [change, , recipient] of MODES) {
      const on = await locked({ change });
      await refused(on, 'ChangeNotAllowed', Keypair.generate().publicKey, on.funder);
      if (recipient) await on.send(await offering(on, Keypair.generate().publicKey), on.recipient);
      else await refused(on, 'ChangeNotAllowed', Keypair.generate().publicKey);
    }
  });

  it('RecipientInvalid, ApproverInvalid: to another who can receive, and does not approve', async () => {
    const on = await locked({ schedule: milestones });
    for (const to of [PublicKey.default, on.lock, on.recipient.publicKey]) {
      await refused(on, 'RecipientInvalid', to);
    }
    await refused(on, 'ApproverInvalid', on.approver.publicKey);
    await whilePaused(on, async () => on.send(await offering(on, on.funder.publicKey), on.recipient));
  });
});

describe('lock accept', () => {
  const { locked, onBothChains } = sharedLocks();
  const offered = async (on: LockFixture) => {
    const { wallet, tokens } = await heir(on);
    const offer = await lockOffer(on.deployment, on.lock, on.recipient.publicKey, wallet.publicKey);
    await on.send(offer, on.recipient);
    return { wallet, tokens };
  };
  interface Wish {
    generation?: bigint;
    claimedAtMost?: bigint;
  }
  const accepting = async (on: LockFixture, by: Keypair, wish: Wish = {}) => {
    const { generation, claimed } = await on.readLock();
    const terms = { generation, claimedAtMost: claimed, ...wish };
    return lockAccept(on.deployment, { lock: on.lock, newRecipient: by.publicKey, ...terms });
  };
  const refused = async (on: LockFixture, error: string, by: Keypair, wish: Wish = {}) =>
    expectRefused(on.chain, await accepting(on, by, wish), [by], error);

  onBothChains('the right moves as a whole, with what is due', async (on, kind) => {
    await at(on, 300n);
    await on.claim();
    const before = await tokenBalance(on.chain, on.recipientTokens);
    const { wallet, tokens } = await offered(on);
    await at(on, 500n);
    const outcome = await on.send(await accepting(on, wallet), wallet);
    assert.ok((await assertLockBooks(on)).recipient.equals(wallet.publicKey));
    assertRecorded(kind, outcome, 'lockTransferred', {
      lock: on.lock,
      oldRecipient: on.recipient.publicKey,
      newRecipient: wallet.publicKey,
      due: half - before,
    });
    await expectRefused(on.chain, await on.claiming(), [on.recipient], 'DestinationMismatch');
    await on.claim({ payee: wallet.publicKey }, wallet);
    assert.equal(await tokenBalance(on.chain, tokens), half - before);
    assert.equal(await tokenBalance(on.chain, on.recipientTokens), before);
    await assertLockBooks(on);
  });

  refusesForgeries(async () => {
    const on = await locked();
    const { wallet } = await offered(on);
    return { chain: on.chain, instruction: await accepting(on, wallet), signers: [wallet] };
  });

  it('NotPendingRecipient: is for who it is offered to, and once', async () => {
    const on = await locked();
    const { wallet } = await heir(on);
    await refused(on, 'NotPendingRecipient', wallet);
    const buyer = await offered(on);
    for (const other of [wallet, on.recipient, on.funder]) await refused(on, 'NotPendingRecipient', other);
    await on.send(await accepting(on, buyer.wallet), buyer.wallet);
    await refused(on, 'NotPendingRecipient', buyer.wallet);
    const stopped = await locked();
    const late = await offered(stopped);
    await stopped.cancel();
    await refused(stopped, 'NotPendingRecipient', late.wallet);
  });

  it('ClaimedMeanwhile: whoever claims between offer and acceptance sells nothing', async () => {
    const on = await locked();
    const { wallet } = await offered(on);
    await at(on, 500n);
    const agreed = await accepting(on, wallet);
    await on.claim();
    await expectRefused(on.chain, agreed, [wallet], 'ClaimedMeanwhile');
    await refused(on, 'ClaimedMeanwhile', wallet, { claimedAtMost: half - 1n });
    await on.send(await accepting(on, wallet, { claimedAtMost: half }), wallet);
  });

  it('GenerationMismatch: of another lock at the address nothing is accepted; is never paused', async () => {
    const on = await locked();
    const { wallet } = await offered(on);
    await refused(on, 'GenerationMismatch', wallet, { generation: 1n });
    await whilePaused(on, async () => on.send(await accepting(on, wallet), wallet));
  });
});
