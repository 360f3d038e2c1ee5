import assert from 'node:assert/strict';
import { channelPayout, channelRefund, escrowIdl, ratingAuthorityAddress } from '@agent-labs/sdk';
import { TransactionInstruction } from '@solana/web3.js';
import { type EscrowFixture, escrowOn } from '../fixtures/escrow';
import type { RegistryFixture } from '../fixtures/registry';
import { expectRefused } from '../helpers/refused';
import { key } from '../registry/support';
import { anotherChannel, paidChannel, pay, rated, rating, receiptRegistry } from '../reputation/support';
import { drained, rewrite } from './shared';

const CONSUME = escrowIdl.instructions.find(({ name }) => (name as string) === 'rating_consume');

describe('escrow rating_consume', () => {
  let registry: RegistryFixture;
  before(async () => {
    registry = await receiptRegistry();
  });

  /** Called as an instruction of its own, where nobody can sign for the rating authority. */
  const consuming = (
    on: EscrowFixture,
    authority = ratingAuthorityAddress(on.deployment),
    isSigner = false,
  ) =>
    new TransactionInstruction({
      programId: on.deployment.escrow,
      keys: [
        { pubkey: authority, isSigner, isWritable: false },
        { pubkey: on.mandate, isSigner: false, isWritable: false },
        { pubkey: on.channel, isSigner: false, isWritable: true },
      ],
      data: Buffer.from(CONSUME?.discriminator as number[]),
    });

  it('NotRatingAuthority, attack 50: obeys reputation’s rating authority alone', async () => {
    const on = await paidChannel(registry);
    await expectRefused(on.chain, consuming(on), [], 'AccountNotSigner');
    for (const signer of [on.payer, on.session, on.creator, on.admin]) {
      await expectRefused(on.chain, consuming(on, signer.publicKey, true), [signer], 'NotRatingAuthority');
    }
    await expectRefused(on.chain, consuming(on, key()), [], 'AccountNotSigner');
  });

  it('gives a right for what was paid for a fee and for what was refunded, each once', async () => {
    const on = await paidChannel(registry, 0n);
    const { channelRef, deployment, mint, payer, payoutOwner, chain, send } = on;
    await on.settle({ cumulative: 50_000n, calls: 5 });
    const parties = [mint, payoutOwner.publicKey, payer.publicKey] as const;
    await send(await channelRefund(deployment, channelRef, ...parties, 10_000n), payoutOwner);
    await rated(on, 3);
    const once = await on.readChannel();
    assert.deepEqual([once.ratedPaid, once.ratedRefunded], [0n, 10_000n]);
    await chain.advance({ seconds: 60, slots: 1 });
    await send(await channelPayout(deployment, channelRef, mint, payoutOwner.publicKey));
    await rated(on, 3);
    const twice = await on.readChannel();
    assert.deepEqual([twice.ratedPaid, twice.ratedRefunded], [40_000n, 10_000n]);
    const { instruction } = await rating(on);
    await expectRefused(chain, instruction, [payer], 'escrow:RatingRightMissing', [on.channel]);
  });

  it('changes nothing of the channel but what is rated, and nothing of the mandate', async () => {
    const on = await paidChannel(registry);
    const [channel, mandate] = [await on.readChannel(), await on.readMandate()];
    await rated(on, 3);
    assert.deepEqual(
      JSON.stringify(await on.readChannel(), told),
      JSON.stringify({ ...channel, ratedPaid: 100_000n }, told),
    );
    assert.deepEqual(JSON.stringify(await on.readMandate(), told), JSON.stringify(mandate, told));
  });

  it('rates a channel that is draining, while it is there', async () => {
    const on = await paidChannel(registry);
    await drained(on);
    await rated(on, 3);
  });

  it('InvariantBroken, MathOverflow: a channel that says it was rated above what was paid', async () => {
    const on = await paidChannel(registry);
    await rewrite(on.chain, 'channel', on.channel, { ratedPaid: 100_001n });
    const { instruction } = await rating(on);
    await expectRefused(on.chain, instruction, [on.payer], 'escrow:MathOverflow', [on.channel]);
    await rewrite(on.chain, 'channel', on.channel, { ratedPaid: 0n, matured: 100_001n });
    await expectRefused(on.chain, instruction, [on.payer], 'escrow:InvariantBroken', [on.channel]);
  });

  it('UnknownLayout: a channel or mandate of another layout', async () => {
    const on = await paidChannel(registry);
    const { instruction } = await rating(on);
    await rewrite(on.chain, 'channel', on.channel, { version: 2 });
    await expectRefused(on.chain, instruction, [on.payer], 'UnknownLayout', [on.channel]);
    await rewrite(on.chain, 'channel', on.channel, { version: 1 });
    await rewrite(on.chain, 'mandate', on.mandate, { version: 2 });
    await expectRefused(on.chain, instruction, [on.payer], 'UnknownLayout', [on.channel]);
  });

  it('keeps the rights of channels apart, also of one mandate', async () => {
    const on = await paidChannel(registry);
    const second = await anotherChannel(on, 1);
    await pay(second, 10_000n);
    const stranger = await escrowOn(on);
    await rated(on, 5);
    await rated(second, 5);
    assert.equal((await second.readChannel()).ratedPaid, 10_000n);
    const { instruction } = await rating(stranger);
    await expectRefused(on.chain, instruction, [stranger.payer], 'escrow:RatingRightMissing', [on.channel]);
  });
});

function told(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
