import assert from 'node:assert/strict';
import {
  agentUpdate,
  channelOpen,
  channelPayout,
  channelRefund,
  decodeIntake,
  decodeLock,
  type IntakeLockParams,
  type IntakeTerms,
  intakeAddress,
  intakeClose,
  intakeLock,
  intakeOpen,
  intakeRelay,
  intakeTermsHash,
  jobPayout,
  jobRefund,
  jobSplit,
} from '@agent-labs/sdk';
import { type Keypair, PublicKey, SystemProgram, TransactionInstruction } from '@solana/web3.js';
import { whilePaused } from '../escrow/shared';
import { type EscrowFixture, escrowFixture, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { openJobOn } from '../fixtures/jobs';
import {
  createMint,
  funded,
  type RegistryFixture,
  registryFixture,
  startProgramChain,
} from '../fixtures/registry';
import { eventsOf } from '../helpers/events';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, donation, key, lamportsOf } from '../registry/support';
import { sharedLocks } from './shared';

interface IntakeFixture extends RegistryFixture {
  recipient: Keypair;
  terms: IntakeTerms;
  intake: PublicKey;
  /** The intake's associated token account, with `waiting` in it. */
  source: PublicKey;
}

async function intakeOn(
  registry: RegistryFixture,
  {
    waiting = 10_000n,
    opened = true,
    ...changes
  }: Partial<IntakeTerms> & { waiting?: bigint; opened?: boolean } = {},
): Promise<IntakeFixture> {
  const { chain, deployment, feePayer, mint, send } = registry;
  const recipient = await funded(chain);
  const terms = { id: 0n, mint, minAmount: 1_000n, cliff: 100n, duration: 1_000n, period: 10n, ...changes };
  const opening = { rentPayer: feePayer.publicKey, recipient: recipient.publicKey, terms };
  const { instruction, intake } = await intakeOpen(deployment, opening);
  const source = await tokenAccount(chain, mint, intake, waiting);
  if (opened) await send(instruction);
  return { ...registry, recipient, terms, intake, source };
}

const locking = (on: IntakeFixture, changes: Partial<IntakeLockParams> = {}) =>
  intakeLock(on.deployment, {
    intake: on.intake,
    authority: on.feePayer.publicKey,
    id: 3n,
    mint: on.mint,
    ...changes,
  });

const argOf = ({ id, mint, minAmount, cliff, duration, period }: IntakeTerms) => ({
  id,
  mint,
  minAmount,
  cliff,
  duration,
  period,
});

/** Runs a test on bankrun, and on LiteSVM, which tells events. */
function onBoth(
  registry: () => RegistryFixture,
  title: string,
  test: (registry: RegistryFixture, kind: 'bankrun' | 'litesvm') => Promise<void>,
): void {
  it(`${title} (bankrun)`, () => test(registry(), 'bankrun'));
  it(`${title} (litesvm)`, async () =>
    test(await registryFixture(await startProgramChain('litesvm')), 'litesvm'));
}

describe('intake open', () => {
  const { registry } = sharedLocks();

  onBoth(registry, 'keeps the terms that its address is derived from', async (of, kind) => {
    const on = await intakeOn(of, { opened: false });
    const { chain, deployment, feePayer, intake, recipient, terms } = on;
    await on.send(donation(feePayer.publicKey, intake, 1_000_000n));
    const opening = { rentPayer: feePayer.publicKey, recipient: recipient.publicKey, terms };
    const outcome = await on.send((await intakeOpen(deployment, opening)).instruction);
    const account = await chain.getAccount(intake);
    const { bump, ...told } = decodeIntake(account?.data ?? new Uint8Array());
    assertSame(told, {
      version: 1,
      recipient: recipient.publicKey,
      rentPayer: feePayer.publicKey,
      ...terms,
      termsHash: Array.from(intakeTermsHash(terms)),
    });
    assertRecorded(kind, outcome, 'intakeOpened', { intake, ...opening, terms: argOf(terms) });
  });

  it('attacks 1, 6, 43: wants its signature, its programs, and what it changes writable', async () => {
    const on = await intakeOn(registry(), { opened: false });
    const opening = { rentPayer: on.feePayer.publicKey, recipient: on.recipient.publicKey, terms: on.terms };
    const { instruction } = await intakeOpen(on.deployment, opening);
    for (const [name, change, error] of [
      ['rent_payer', { isSigner: false }, 'AccountNotSigner'],
      ['rent_payer', { isWritable: false }, 'ConstraintMut'],
      ['intake', { isWritable: false }, 'ConstraintMut'],
      ['intake', { pubkey: on.source }, 'ConstraintSeeds'],
      ['recipient', { pubkey: key() }, 'ConstraintSeeds'],
      ['system_program', { pubkey: on.deployment.timelock }, 'InvalidProgramId'],
      ['program', { pubkey: SystemProgram.programId }, 'ProgramMismatch'],
      ['event_authority', { pubkey: key() }, 'EventAuthorityMismatch'],
    ] as const) {
      await expectRefused(on.chain, withAccount(instruction, name, change), [on.feePayer], error);
    }
    await on.send(instruction);
  });

  it('IntakeTermsInvalid, RecipientInvalid: the SDK derives no address that the program would not open', async () => {
    const on = await intakeOn(registry(), { opened: false });
    const { instruction } = await intakeOpen(on.deployment, {
      rentPayer: on.feePayer.publicKey,
      recipient: on.recipient.publicKey,
      terms: on.terms,
    });
    const fields = ['id', 'mint', 'minAmount', 'cliff', 'duration', 'period'] as const;
    const at = (name: (typeof fields)[number]) =>
      8 + fields.slice(0, fields.indexOf(name)).reduce((sum, field) => sum + (field === 'mint' ? 32 : 8), 0);
    for (const changes of [
      { duration: 0n, period: 0n, cliff: 0n },
      { duration: 3_155_760_001n, period: 0n },
      { cliff: 1_001n },
      { cliff: -1n },
      { period: 7n },
      { period: -10n },
      { minAmount: 99n },
      { minAmount: 0n, period: 0n },
    ] as Partial<IntakeTerms>[]) {
      const terms = { ...on.terms, ...changes };
      assert.throws(() => intakeAddress(on.deployment, on.recipient.publicKey, terms), {
        name: 'IntakeTermsInvalid',
      });
      const data = Buffer.from(instruction.data);
      for (const [name, value] of Object.entries(changes)) {
        const offset = at(name as (typeof fields)[number]);
        if (name === 'minAmount') data.writeBigUInt64LE(value as bigint, offset);
        else data.writeBigInt64LE(value as bigint, offset);
      }
      const [pubkey] = PublicKey.findProgramAddressSync(
        [Buffer.from('intake'), on.recipient.publicKey.toBytes(), intakeTermsHash(terms)],
        on.deployment.timelock,
      );
      const forged = withAccount(new TransactionInstruction({ ...instruction, data }), 'intake', { pubkey });
      await expectRefused(on.chain, forged, [on.feePayer], 'IntakeTermsInvalid');
    }
    const nobody = await intakeOpen(on.deployment, {
      rentPayer: on.feePayer.publicKey,
      recipient: PublicKey.default,
      terms: on.terms,
    });
    await expectRefused(on.chain, nobody.instruction, [on.feePayer], 'RecipientInvalid');
  });

  it('AddressTaken, ConstraintSeeds: once, and under no other terms', async () => {
    const on = await intakeOn(registry());
    const opening = { rentPayer: on.feePayer.publicKey, recipient: on.recipient.publicKey };
    const again = await intakeOpen(on.deployment, { ...opening, terms: on.terms });
    await expectRefused(on.chain, again.instruction, [on.feePayer], 'AddressTaken');
    const other = await intakeOpen(on.deployment, { ...opening, terms: { ...on.terms, cliff: 0n } });
    const forged = withAccount(other.instruction, 'intake', { pubkey: on.intake });
    await expectRefused(on.chain, forged, [on.feePayer], 'ConstraintSeeds');
    await whilePaused(on, () => on.send(other.instruction));
  });
});

describe('intake lock', () => {
  const { registry } = sharedLocks();
  const refused = async (on: IntakeFixture, error: string, changes: Partial<IntakeLockParams> = {}) =>
    expectRefused(on.chain, (await locking(on, changes)).instruction, [on.feePayer, on.recipient], error);

  onBoth(registry, 'locks all that waits, by anyone, from now on', async (of, kind) => {
    const on = await intakeOn(of, { waiting: 10_009n });
    const { chain, feePayer, intake, mint, recipient, source } = on;
    const { instruction, lock } = await locking(on);
    const outcome = await on.send(instruction);
    const now = await chain.unixTime();
    assert.equal(await tokenBalance(chain, source), 0n);
    const account = decodeLock((await chain.getAccount(lock))?.data ?? new Uint8Array());
    assert.equal(await tokenBalance(chain, account.tokens), 10_009n);
    const { creator, funder, cancel, change, topUp, schedule, deposited, rentPayer } = account;
    assertSame(
      { creator, funder, to: account.recipient, cancel, change, topUp, schedule, deposited, rentPayer },
      {
        creator: intake,
        funder: recipient.publicKey,
        to: recipient.publicKey,
        cancel: 'Nobody',
        change: 'Nobody',
        topUp: false,
        // what does not divide by the hundred periods comes with the cliff
        schedule: {
          kind: 'Periodic',
          start: now,
          cliffAt: now + 100n,
          cliffAmount: 9n,
          period: 10n,
          periodAmount: 100n,
        },
        deposited: 10_009n,
        rentPayer: feePayer.publicKey,
      },
    );
    if (kind === 'litesvm') {
      const [created, locked] = eventsOf(outcome);
      assert.equal(created?.name, 'lockCreated');
      assertSame(locked, {
        name: 'intakeLocked',
        data: {
          intake,
          recipient: recipient.publicKey,
          lock,
          mint,
          amount: 10_009n,
          authority: feePayer.publicKey,
        },
      });
    }
  });

  refusesForgeries(
    async () => {
      const on = await intakeOn(registry());
      const both = { authority: on.recipient.publicKey, rentPayer: on.feePayer.publicKey };
      const { instruction } = await locking(on, both);
      return { chain: on.chain, instruction, signers: [on.recipient, on.feePayer] };
    },
    { twice: { 'tokens as source': 'AccountNotInitialized', 'lock as source': 'AccountNotInitialized' } },
  );

  it('BelowMinimum: anyone from the minimum on, below it and of another mint the recipient', async () => {
    const on = await intakeOn(registry(), { waiting: 999n });
    const authority = on.recipient.publicKey;
    await refused(on, 'BelowMinimum');
    await tokenAccount(on.chain, on.mint, on.intake, 1_000n);
    await on.send((await locking(on)).instruction);
    await tokenAccount(on.chain, on.mint, on.intake, 3n);
    await on.send((await locking(on, { id: 4n, authority })).instruction, on.recipient);
    const mint = await createMint(on.chain, key());
    await tokenAccount(on.chain, mint, on.intake, 5_000n);
    await refused(on, 'BelowMinimum', { id: 5n, mint });
    await on.send((await locking(on, { id: 5n, mint, authority })).instruction, on.recipient);
  });

  it('NothingDue, VaultMismatch, MintMismatch, AddressTaken: takes what is its own', async () => {
    const on = await intakeOn(registry(), { waiting: 0n });
    const authority = on.recipient.publicKey;
    for (const by of [{}, { authority }]) await refused(on, 'NothingDue', by);
    const foreign = await tokenAccount(on.chain, on.mint, on.recipient.publicKey, 5_000n);
    await refused(on, 'VaultMismatch', { source: foreign, authority });
    const other = await intakeOn(registry());
    await refused(on, 'VaultMismatch', { source: other.source });
    await on.send((await locking(other)).instruction);
    await tokenAccount(on.chain, on.mint, other.intake, 5_000n);
    await refused(other, 'AddressTaken');
    const mint = await createMint(on.chain, key());
    await refused(other, 'MintMismatch', {
      id: 4n,
      mint,
      source: other.source,
      authority: other.recipient.publicKey,
    });
  });

  it('is never paused: money that came in finds its way out', async () => {
    const on = await intakeOn(registry());
    await whilePaused(on, async () => on.send((await locking(on)).instruction));
  });
});

describe('intake relay', () => {
  /** A channel whose payouts go to an intake, with 60,000 settled. */
  async function paidToIntake(): Promise<EscrowFixture & IntakeFixture> {
    const on = await escrowFixture(await startProgramChain('litesvm'), { channel: null });
    const into = await intakeOn(on, { waiting: 0n });
    const update = { agent: on.agent, owner: on.creator.publicKey, payoutOwner: into.intake };
    await on.send((await agentUpdate(on.deployment, update)).instruction, on.creator);
    const opened = await channelOpen(on.deployment, {
      authority: on.session.publicKey,
      rentPayer: on.payer.publicKey,
      mandate: on.mandate,
      agent: on.agent,
      versionNumber: 1,
      amount: 200_000n,
      expiresAt: (await on.chain.unixTime()) + 800n,
      n: 0,
    });
    await on.send(opened.instruction, on.session, on.payer);
    await on.chain.advance({ seconds: 1, slots: 1 });
    await on.settle({ cumulative: 60_000n, calls: 6 });
    return { ...on, ...into };
  }
  const refunding = (on: EscrowFixture & IntakeFixture, amount = 25_000n) =>
    channelRefund(on.deployment, on.channelRef, on.mint, on.intake, on.payer.publicKey, amount);
  const relaying = async (
    on: EscrowFixture & IntakeFixture,
    called?: TransactionInstruction,
    by = on.recipient,
  ) =>
    intakeRelay(on.deployment, {
      intake: on.intake,
      recipient: by.publicKey,
      called: called ?? (await refunding(on)),
    });

  it('gives settled money back to the payer, signed for by the recipient', async () => {
    const on = await paidToIntake();
    const before = await tokenBalance(on.chain, on.payerTokens);
    const outcome = await on.send(await relaying(on), on.recipient);
    assert.equal(await tokenBalance(on.chain, on.payerTokens), before + 25_000n);
    assert.equal((await on.readChannel()).refunded, 25_000n);
    const relayed = eventsOf(outcome).find(({ name }) => name === 'intakeRelayed');
    assert.ok(relayed);
    assertSame((relayed.data as { intake: PublicKey }).intake, on.intake);
    await on.chain.advance({ seconds: 60, slots: 1 });
    await on.send(await channelPayout(on.deployment, on.channelRef, on.mint, on.intake));
    assert.ok((await tokenBalance(on.chain, on.source)) > 0n, 'what was not refunded is paid to the intake');
  });

  it('NotIntakeRecipient, RelayNotAllowed, EscrowMismatch: the recipient alone, and nothing else', async () => {
    const on = await paidToIntake();
    const signers = [on.recipient, on.payer, on.feePayer];
    for (const by of [on.payer, on.creator]) {
      const forged = await relaying(on, undefined, by);
      await expectRefused(on.chain, forged, [by], 'NotIntakeRecipient');
    }
    const refund = await refunding(on);
    const payout = await channelPayout(on.deployment, on.channelRef, on.mint, on.intake);
    for (const data of [payout.data, Buffer.alloc(0), refund.data.subarray(0, 7), Buffer.from([1])]) {
      const called = new TransactionInstruction({ ...refund, data });
      await expectRefused(on.chain, await relaying(on, called), signers, 'RelayNotAllowed');
    }
    const elsewhere = withAccount(await relaying(on), 'escrow_program', { pubkey: SystemProgram.programId });
    await expectRefused(on.chain, elsewhere, signers, 'EscrowMismatch');
    const unsigned = withAccount(await relaying(on), 'recipient', { isSigner: false });
    await expectRefused(on.chain, unsigned, signers, 'AccountNotSigner');
  });

  it("gives a job's money back, and splits it, signed for by the recipient", async () => {
    const on = await paidToIntake();
    const job = await openJobOn(on);
    await job.accept();
    const before = (await job.readMandate()).free;
    const refund = await jobRefund(on.deployment, job.jobRef, on.intake, 30_000n);
    await on.send(await relaying(on, refund), on.recipient);
    assert.equal((await job.readJob()).returned, 30_000n);
    const split = await jobSplit(on.deployment, job.jobRef, on.payer.publicKey, on.intake, 50_000n);
    const relayed = await relaying(on, split);
    // the payer's side signs for itself
    const unsigned = new TransactionInstruction({
      ...relayed,
      keys: relayed.keys.map((meta) =>
        meta.pubkey.equals(on.payer.publicKey) ? { ...meta, isSigner: false } : meta,
      ),
    });
    await expectRefused(on.chain, unsigned, [on.recipient], 'AccountNotSigner');
    await on.send(relayed, on.recipient, on.payer);
    const { earned, returned } = await job.readJob();
    assert.deepEqual([earned, returned], [50_000n, 50_000n]);
    assert.equal((await job.readMandate()).free, before + 50_000n);
    await on.send(await jobPayout(on.deployment, job.jobRef, on.mint, on.intake));
    assert.equal(await tokenBalance(on.chain, on.source), 49_500n);
  });

  it("keeps to escrow's own rules", async () => {
    const on = await paidToIntake();
    const signers = [on.recipient];
    await expectRefused(
      on.chain,
      await relaying(on, await refunding(on, 60_001n)),
      signers,
      'escrow:RefundTooHigh',
    );
    const other = await intakeOn(on, { waiting: 0n });
    const forged = await intakeRelay(on.deployment, {
      intake: other.intake,
      recipient: other.recipient.publicKey,
      called: await channelRefund(
        on.deployment,
        on.channelRef,
        on.mint,
        other.intake,
        on.payer.publicKey,
        1n,
      ),
    });
    await expectRefused(on.chain, forged, [other.recipient], 'escrow:NotPayee');
  });
});

describe('intake close', () => {
  const { registry } = sharedLocks();
  const closing = (on: IntakeFixture, by = on.recipient, rentPayer = on.feePayer.publicKey) =>
    intakeClose(on.deployment, { intake: on.intake, recipient: by.publicKey, rentPayer });

  onBoth(registry, 'returns the rent, and the address can be opened again', async (of, kind) => {
    const on = await intakeOn(of);
    const { chain, deployment, feePayer, intake, recipient, terms } = on;
    const lamports = await lamportsOf(chain, intake);
    assert.ok(lamports > 0n);
    const outcome = await on.send(await closing(on), recipient);
    assert.equal(await chain.getAccount(intake), null);
    const opening = { rentPayer: feePayer.publicKey, recipient: recipient.publicKey, terms };
    assertRecorded(kind, outcome, 'intakeClosed', { intake, ...opening, terms: argOf(terms) });
    await on.send((await intakeOpen(deployment, opening)).instruction);
    await on.send((await locking(on)).instruction);
    assert.equal(await tokenBalance(chain, on.source), 0n);
  });

  refusesForgeries(
    async () => {
      const on = await intakeOn(registry());
      return { chain: on.chain, instruction: await closing(on), signers: [on.recipient] };
    },
    { twice: { 'intake as rent_payer': 'RentPayerMismatch' } },
  );

  it('NotIntakeRecipient, RentPayerMismatch: by the recipient, and the rent to whoever paid it', async () => {
    const on = await intakeOn(registry());
    await expectRefused(on.chain, await closing(on, on.feePayer), [on.feePayer], 'NotIntakeRecipient');
    const elsewhere = await closing(on, on.recipient, on.recipient.publicKey);
    await expectRefused(on.chain, elsewhere, [on.recipient], 'RentPayerMismatch');
    await whilePaused(on, async () => on.send(await closing(on), on.recipient));
  });
});
