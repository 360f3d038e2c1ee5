import assert from 'node:assert/strict';
import { type LockCreateParams, type LockSchedule, lockAddress } from '@agent-labs/sdk';
import { TOKEN_2022_PROGRAM_ID } from '@solana/spl-token';
import { type Keypair, PublicKey } from '@solana/web3.js';
import { extend, mint2022, POINTER, REFUSED } from '../escrow/mints';
import { FAR, whilePaused } from '../escrow/shared';
import { PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint } from '../fixtures/registry';
import {
  AT_CLIFF,
  LOCKED,
  type LockFixture,
  linear,
  lockOn,
  milestones,
  periodic,
} from '../fixtures/timelock';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, donation, key, lamportsOf } from '../registry/support';
import { assertLockBooks, sharedLocks } from './shared';

describe('lock create', () => {
  const { locked, onBothChains, registry } = sharedLocks();
  const refused = async (
    on: LockFixture,
    error: string,
    changes: Partial<LockCreateParams> = {},
    signers: Keypair[] = [on.funder, on.feePayer],
  ) => expectRefused(on.chain, (await on.creating(changes)).instruction, signers, error);

  onBothChains(
    'locks what the creator puts in, under its terms',
    async (on, kind) => {
      const { chain, feePayer, funder, funderTokens, lock, mint, recipient, tokens } = on;
      const { instruction } = await on.creating();
      // tokens and lamports that are sent ahead change nothing
      await on.send(donation(feePayer.publicKey, lock, 1_000_000n));
      const outcome = await on.send(instruction, funder);
      const [now, slot] = [await chain.unixTime(), (await on.readLock()).generation];
      assert.equal(await tokenBalance(chain, funderTokens), PURSE - LOCKED);
      assert.equal(await tokenBalance(chain, tokens), LOCKED);
      const account = await assertLockBooks(on);
      const { bump, tokensBump, ...told } = account;
      assertSame(told, {
        version: 1,
        approved: 0,
        id: 7n,
        generation: slot,
        creator: funder.publicKey,
        funder: funder.publicKey,
        recipient: recipient.publicKey,
        rentPayer: feePayer.publicKey,
        mint,
        tokenProgram: on.ref.tokenProgram,
        tokens,
        deposited: LOCKED,
        claimed: 0n,
        returned: 0n,
        formerDue: 0n,
        openedAt: now,
        stoppedAt: 0n,
        schedule: linear(on.began),
        cancel: 'Either',
        change: 'Either',
        topUp: true,
        pendingRecipient: null,
        formerRecipient: null,
      });
      assertRecorded(kind, outcome, 'lockCreated', {
        lock,
        creator: funder.publicKey,
        id: 7n,
        generation: slot,
        funder: funder.publicKey,
        recipient: recipient.publicKey,
        rentPayer: feePayer.publicKey,
        mint,
        tokenProgram: on.ref.tokenProgram,
        tokens,
        amount: LOCKED,
        schedule: {
          linear: {
            start: on.began,
            cliffAt: on.began + 100n,
            cliffAmount: AT_CLIFF,
            end: on.began + 1_000n,
          },
        },
        cancel: { either: {} },
        change: { either: {} },
        topUp: true,
        openedAt: now,
        stoppedAt: 0n,
      });
    },
    { unmade: true },
  );

  refusesForgeries(
    async () => {
      const on = await locked({ unmade: true });
      const { instruction } = await on.creating();
      return { chain: on.chain, instruction, signers: [on.funder, on.feePayer] };
    },
    { twice: { 'tokens as source': 'AccountNotInitialized', 'lock as source': 'AccountNotInitialized' } },
  );

  it('keeps each kind of schedule as it was agreed on', async () => {
    for (const schedule of [linear, periodic, milestones]) {
      const on = await locked({ schedule });
      assertSame((await on.readLock()).schedule, schedule(on.began, on.approver.publicKey));
      await assertLockBooks(on);
    }
    const on = await locked({ schedule: (began, approver) => milestones(began, approver, true) });
    const { schedule } = await on.readLock();
    assert.ok(schedule.kind === 'Milestones' && schedule.inOrder);
  });

  it('takes mints of Token-2022 whose extensions only describe them', async () => {
    const mint = await mint2022(registry().chain, registry().mintAuthority.publicKey, [POINTER]);
    const on = await lockOn({ ...registry(), mint });
    assert.ok((await assertLockBooks(on)).tokenProgram.equals(TOKEN_2022_PROGRAM_ID));
  });

  it("refuses each mint that can touch the lock's money", async () => {
    const plain = await mint2022(registry().chain, registry().mintAuthority.publicKey, []);
    const on = await lockOn({ ...registry(), mint: plain }, { unmade: true });
    for (const [error, extension] of REFUSED) {
      await extend(on.chain, plain, [POINTER, extension]);
      await refused(on, error);
    }
    await extend(on.chain, plain, [POINTER]);
    const account = await on.chain.getAccount(plain);
    assert.ok(account);
    await on.chain.setAccount(plain, { ...account, data: Buffer.from(account.data).subarray(0, -1) });
    await refused(on, 'MintMalformed');
  });

  it('AmountZero, MintMismatch, TokenProgramMismatch: wants money of the mint', async () => {
    const on = await locked({ unmade: true });
    await refused(on, 'AmountZero', { amount: 0n });
    const mint = await createMint(on.chain, key());
    await refused(on, 'MintMismatch', { mint, source: on.funderTokens });
    await refused(on, 'TokenProgramMismatch', {
      tokenProgram: TOKEN_2022_PROGRAM_ID,
      source: on.funderTokens,
    });
    const poor = await tokenAccount(on.chain, on.mint, on.funder.publicKey, LOCKED - 1n, { at: key() });
    await refused(on, 'token:InsufficientFunds', { source: poor });
    const foreign = await tokenAccount(on.chain, on.mint, on.recipient.publicKey, LOCKED, { at: key() });
    await refused(on, 'token:OwnerMismatch', { source: foreign });
  });

  it('Paused: locks nothing while locking is paused', async () => {
    const on = await locked({ unmade: true });
    await whilePaused(on, () => refused(on, 'Paused'), 1 << 4);
    await whilePaused(on, async () => on.send((await on.creating()).instruction, on.funder), 127 - (1 << 4));
  });

  it('AddressTaken: an id names one lock', async () => {
    const on = await locked();
    await refused(on, 'AddressTaken');
    await on.send((await on.creating({ id: 8n })).instruction, on.funder);
  });

  it('ConstraintSeeds: makes it at its own address', async () => {
    const on = await locked({ unmade: true });
    const { instruction } = await on.creating();
    const foreign = lockAddress(on.deployment, on.recipient.publicKey, 7n);
    for (const name of ['lock', 'tokens']) {
      const forged = withAccount(instruction, name, { pubkey: foreign });
      await expectRefused(on.chain, forged, [on.funder, on.feePayer], 'ConstraintSeeds');
    }
  });

  it('RecipientInvalid, ApproverInvalid: names who can receive, and another who approves', async () => {
    const on = await locked({ unmade: true });
    for (const recipient of [PublicKey.default, on.lock])
      await refused(on, 'RecipientInvalid', { recipient });
    for (const approver of [PublicKey.default, on.recipient.publicKey]) {
      await refused(on, 'ApproverInvalid', { schedule: milestones(on.began, approver), topUp: false });
    }
  });

  const bent = (on: LockFixture, changes: Record<string, unknown>, of = linear) =>
    ({ schedule: { ...of(on.began), ...changes } as LockSchedule }) as const;

  it('attack 49, StartAfterEnd, CliffOutsideSchedule, CliffAboveTotal: a schedule has an order', async () => {
    const on = await locked({ unmade: true });
    const { began } = on;
    for (const end of [began - 1n, began]) await refused(on, 'StartAfterEnd', bent(on, { end }));
    for (const cliffAt of [began - 1n, began + 1_001n]) {
      await refused(on, 'CliffOutsideSchedule', bent(on, { cliffAt }));
    }
    await refused(on, 'CliffOutsideSchedule', bent(on, { cliffAt: began - 1n }, periodic));
    for (const of of [linear, periodic]) {
      await refused(on, 'CliffAboveTotal', bent(on, { cliffAmount: LOCKED + 1n }, of));
    }
    await on.send(
      (await on.creating(bent(on, { cliffAmount: LOCKED, cliffAt: began + 1_000n }))).instruction,
      on.funder,
    );
    await assertLockBooks(on);
  });

  it('attack 49, PeriodInvalid, ScheduleOutOfRange: refuses extremes by name', async () => {
    const on = await locked({ unmade: true });
    const [least, most] = [-(2n ** 63n), 2n ** 63n - 1n];
    for (const period of [0n, -1n, least]) await refused(on, 'PeriodInvalid', bent(on, { period }, periodic));
    await refused(on, 'PeriodInvalid', bent(on, { periodAmount: 0n }, periodic));
    const endOfTime = 32_503_680_000n;
    for (const end of [endOfTime + 1n, FAR, most]) {
      await refused(on, 'ScheduleOutOfRange', bent(on, { end }));
      await refused(on, 'ScheduleOutOfRange', {
        schedule: { ...milestones(on.began, on.approver.publicKey), deadline: end } as LockSchedule,
        topUp: false,
      });
    }
    await refused(on, 'ScheduleOutOfRange', bent(on, { start: -1n }));
    await refused(on, 'ScheduleOutOfRange', bent(on, { start: least }, periodic));
    for (const changes of [
      { period: most },
      { periodAmount: 1n, period: 2n ** 40n },
      { start: most, cliffAt: most },
    ]) {
      await refused(on, 'ScheduleOutOfRange', bent(on, changes, periodic));
    }
    await on.send((await on.creating(bent(on, { end: endOfTime }))).instruction, on.funder);
  });

  it('ScheduleOver: at the second before its end something is left, at its end nothing', async () => {
    const on = await locked({ unmade: true });
    const now = await on.chain.unixTime();
    const old = { start: now - 50n, cliffAt: now - 40n };
    await refused(on, 'ScheduleOver', bent(on, { ...old, end: now }));
    await refused(on, 'ScheduleOver', bent(on, { ...old, period: 1n, periodAmount: LOCKED }, periodic));
    const late = { ...milestones(now, on.approver.publicKey), deadline: now } as LockSchedule;
    await refused(on, 'ScheduleOver', { schedule: late, topUp: false });
    await on.send((await on.creating(bent(on, { ...old, end: now + 1n }))).instruction, on.funder);
    await assertLockBooks(on);
  });

  it('MilestonesInvalid, MilestoneSumMismatch, TopUpNotAllowed: milestones make up the whole', async () => {
    const on = await locked({ unmade: true });
    const of = (amounts: bigint[]) =>
      ({
        schedule: { ...milestones(on.began, on.approver.publicKey), amounts } as LockSchedule,
        topUp: false,
      }) as const;
    for (const amounts of [[], [0n, LOCKED], Array.from({ length: 9 }, () => 1n)]) {
      await refused(on, 'MilestonesInvalid', of(amounts));
    }
    for (const amounts of [[LOCKED - 1n], [LOCKED, 1n]])
      await refused(on, 'MilestoneSumMismatch', of(amounts));
    await refused(on, 'MathOverflow', of([2n ** 64n - 1n, 1n]));
    await refused(on, 'TopUpNotAllowed', { ...of([LOCKED]), topUp: true });
    const eight = Array.from({ length: 8 }, () => LOCKED / 8n);
    await on.send((await on.creating(of(eight))).instruction, on.funder);
    assertSame((await assertLockBooks(on)).schedule, of(eight).schedule);
  });

  it('the rent is of whoever pays it', async () => {
    const on = await locked({ unmade: true });
    const before = await lamportsOf(on.chain, on.recipient.publicKey);
    const { instruction } = await on.creating({ rentPayer: on.recipient.publicKey });
    await on.send(instruction, on.funder, on.recipient);
    const paid = (await lamportsOf(on.chain, on.lock)) + (await lamportsOf(on.chain, on.tokens));
    assert.equal(await lamportsOf(on.chain, on.recipient.publicKey), before - paid);
    assert.ok((await on.readLock()).rentPayer.equals(on.recipient.publicKey));
  });
});
