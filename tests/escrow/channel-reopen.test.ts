import {
  ChannelStatus,
  channelClose,
  channelRearm,
  channelReopen,
  mandateKill,
  mandateRotate,
} from '@agent-labs/sdk';
import { type EscrowFixture, escrowOn } from '../fixtures/escrow';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, key } from '../registry/support';
import { arriveAt, drained, sharedChain } from './shared';

describe('escrow channel_reopen', () => {
  const { escrow, onBothChains } = sharedChain();

  const reopening = (on: EscrowFixture) => channelReopen(on.deployment, on.channelRef, on.payer.publicKey);
  const reopen = async (on: EscrowFixture) => on.send(await reopening(on), on.payer);
  const refused = async (on: EscrowFixture, error: string) =>
    expectRefused(on.chain, await reopening(on), [on.payer], error);
  const closed = async (on: EscrowFixture): Promise<EscrowFixture> => {
    await on.send(await channelClose(on.deployment, on.channelRef, on.payer.publicKey), on.payer);
    return on;
  };

  onBothChains('puts a channel back as it was', async (registry, kind) => {
    const on = await escrowOn(registry);
    const { agent, channel, mandate, readChannel, readMandate } = on;
    const [before, mandateBefore] = [await readChannel(), await readMandate()];
    await closed(on);
    const outcome = await reopen(on);
    assertSame(await readChannel(), before);
    assertSame(await readMandate(), mandateBefore);
    const { generation } = before;
    assertRecorded(kind, outcome, 'channelReopened', { channel, mandate, agent, generation });
  });

  refusesForgeries(async () => {
    const on = await closed(await escrow());
    return { chain: on.chain, instruction: await reopening(on), signers: [on.payer] };
  });

  it('lets vouchers settle and money be added again', async () => {
    const on = await closed(await escrow());
    await reopen(on);
    const { expiresAt } = await on.readChannel();
    await on.settle({ cumulative: 50_000n });
    const { channelRef, deployment, send, session } = on;
    await send(await channelRearm(deployment, channelRef, session.publicKey, 1n, expiresAt), session);
  });

  it('NotClosing: undoes neither an open channel nor a drained one', async () => {
    const on = await escrow();
    await refused(on, 'NotClosing');
    await drained(on);
    await refused(on, 'NotClosing');
  });

  it('GraceOver: undoes a closing until one second before its grace ends', async () => {
    const on = await closed(await escrow());
    const end = (await on.readChannel()).closingEndsAt;
    await arriveAt(on.chain, end - 1n);
    await reopen(on);
    await closed(on);
    await arriveAt(on.chain, (await on.readChannel()).closingEndsAt);
    await refused(on, 'GraceOver');
  });

  it('GraceOver: undoes no closing of a channel that expired meanwhile', async () => {
    const on = await escrow();
    const { expiresAt } = await on.readChannel();
    await arriveAt(on.chain, expiresAt - 1n);
    await closed(on);
    await reopen(on);
    await closed(on);
    await arriveAt(on.chain, expiresAt);
    await refused(on, 'GraceOver');
  });

  it('ReopenNotAllowed: undoes nothing once the mandate is killed', async () => {
    const on = await closed(await escrow());
    await on.send(await mandateKill(on.deployment, on.mandateRef), on.payer);
    await refused(on, 'ReopenNotAllowed');
  });

  it('ReopenNotAllowed: undoes nothing once the session key is rotated, also once that key is back', async () => {
    const on = await closed(await escrow());
    const { deployment, mandateRef, payer, send, session } = on;
    for (const to of [key(), session.publicKey]) {
      await send(await mandateRotate(deployment, mandateRef, to), payer);
      await refused(on, 'ReopenNotAllowed');
    }
  });

  it('GraceOver: undoes nothing once the mandate has expired, and its channels with it', async () => {
    const on = await escrow({ channel: null });
    const { expiresAt } = await on.readMandate();
    const late = await escrow({ mandate: { expiresAt }, channel: { expiresAt } });
    await arriveAt(late.chain, expiresAt - 1n);
    await closed(late);
    await arriveAt(late.chain, expiresAt);
    await refused(late, 'GraceOver');
  });

  it('PayerMismatch: is for the wallet alone, not for the session key', async () => {
    const [on, another] = [await closed(await escrow()), await escrow()];
    for (const signer of [on.session, on.feePayer, on.creator, another.payer]) {
      const signed = withAccount(await reopening(on), 'payer', { pubkey: signer.publicKey });
      await expectRefused(on.chain, signed, [signer], 'PayerMismatch');
    }
  });

  it("MandateMismatch: undoes no closing of another's channel", async () => {
    const [on, another] = [await escrow(), await closed(await escrow())];
    const theirs = withAccount(await reopening(on), 'channel', { pubkey: another.channel });
    await expectRefused(on.chain, theirs, [on.payer], 'MandateMismatch');
  });

  it('is back in its first state after any number of rounds', async () => {
    const on = await escrow();
    const before = await on.readChannel();
    for (let round = 0; round < 3; round += 1) {
      await closed(on);
      assertSame((await on.readChannel()).status, ChannelStatus.Closing);
      await reopen(on);
    }
    assertSame(await on.readChannel(), before);
  });
});
