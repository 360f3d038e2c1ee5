import {
  channelDrain,
  channelFinish,
  channelPayout,
  channelSettle,
  mandateClose,
  type SettleItem,
} from '@agent-labs/sdk';
import { type EscrowFixture, type EscrowFixtureOptions, escrowFixture } from '../fixtures/escrow';
import { startProgramChain, TEST_WINDOWS } from '../fixtures/registry';

/** Long after every window of a channel that ends now. */
export const LONG_AFTER = 2_000n;
/** A lease that outlives each story. */
const LEASE = 1_000_000n;

/** A chain of bankrun with an agent, a payer, a mandate and a channel. */
export async function story(options: EscrowFixtureOptions = {}): Promise<EscrowFixture> {
  const windows = { ...TEST_WINDOWS, lease: LEASE };
  return escrowFixture(await startProgramChain('bankrun'), {
    ...options,
    settings: { windows, ...options.settings },
  });
}

/** Settles vouchers that were signed before. */
export async function settleAll(fixture: EscrowFixture, ...items: SettleItem[]): Promise<void> {
  await fixture.send(channelSettle(fixture.deployment, items));
}

/** Pays a channel out; the fixture's own unless told. */
export async function payOut(fixture: EscrowFixture, ref = fixture.channelRef): Promise<void> {
  const { deployment, mint, payoutOwner, send } = fixture;
  await send(await channelPayout(deployment, ref, mint, payoutOwner.publicKey));
}

/** The payer ends the channel, past its grace: returns the rest, pays out, closes, in one transaction. */
export async function endChannel(fixture: EscrowFixture): Promise<void> {
  const { deployment, mint, payoutOwner, payer, send, readChannel, channelRef: ref } = fixture;
  const { settled, paidGross, refunded } = await readChannel();
  const unpaid = settled - paidGross - refunded > 0n;
  await send(
    [
      await channelDrain(deployment, ref),
      ...(unpaid ? [await channelPayout(deployment, ref, mint, payoutOwner.publicKey)] : []),
      await channelFinish(deployment, ref, payer.publicKey, payer.publicKey),
    ],
    payer,
  );
}

/** Closes the mandate; all its tokens go back to the payer. */
export async function endMandate({ deployment, mandateRef, payer, send }: EscrowFixture): Promise<void> {
  await send(await mandateClose(deployment, mandateRef), payer);
}
