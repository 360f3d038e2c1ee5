import assert from 'node:assert/strict';
import {
  approvalConsumerAddress,
  approvalWithdraw,
  type ChannelOpenParams,
  channelOpen,
  consentIdl,
  decodeChannel,
  mandateClose,
  mandateOpen,
  mandateRotate,
} from '@agent-labs/sdk';
import { PublicKey, TransactionInstruction } from '@solana/web3.js';
import { channelOpening } from '../escrow/shared';
import { ABOVE, type ApprovalFixture, type Asked, approvalsOn } from '../fixtures/approvals';
import { funded } from '../fixtures/registry';
import { eventsOf } from '../helpers/events';
import { expectRefused } from '../helpers/refused';
import { assertSame, copyOf, dataOf, key, lamportsOf, patch } from '../registry/support';
import { sharedRegistry } from './support';

const AMOUNT = 60_000n;
const eventAuthorityOf = (program: PublicKey) =>
  PublicKey.findProgramAddressSync([Buffer.from('__event_authority')], program)[0];
type Request = ApprovalFixture & Asked;

describe('consent approval_consume, by what escrow carries out', () => {
  const registry = sharedRegistry();

  /** Asked for an opening of `AMOUNT`, and signed by so many. */
  async function request(signatures: number, changes: Partial<ChannelOpenParams> = {}): Promise<Request> {
    const on = await approvalsOn(registry());
    // as long as the approval lives, and longer
    const expiresAt = (await on.chain.unixTime()) + 300n;
    const { instruction } = await channelOpening(on, { amount: AMOUNT, expiresAt, ...changes });
    const made = { ...on, ...(await on.ask(instruction)) };
    for (const approver of on.approvers.slice(0, signatures)) await made.sign(approver);
    return made;
  }
  const refuses = (
    on: Request,
    error: string,
    instruction: TransactionInstruction | TransactionInstruction[] = on.approved(),
  ) => expectRefused(on.chain, instruction, [on.session, on.payer], error, [on.vault]);
  /** The approved call with one thing of it changed, and the approval behind it. */
  const other = async (on: Request, changes: Partial<ChannelOpenParams>) => {
    const { instruction } = await channelOpening(on, { amount: AMOUNT, ...changes });
    return behind(on, instruction);
  };
  const behind = (on: Request, { programId, keys, data }: TransactionInstruction) =>
    new TransactionInstruction({ programId, data, keys: [...keys, ...on.approved().keys.slice(-5)] });

  it('opens a channel once, and returns the rent', async () => {
    const on = await request(2);
    const { approval, chain, digest, mandate, payer } = on;
    const { callHash, mandateGeneration } = await on.read();
    const channel = on.call.keys[6]?.pubkey as PublicKey;
    const before = (await lamportsOf(chain, payer.publicKey)) + (await lamportsOf(chain, approval));
    const outcome = await on.send(on.approved(), on.session, payer);
    const [consumed, opened, ...more] = eventsOf(outcome);
    assert.deepEqual([opened?.name, more], ['channelOpened', []]);
    assertSame(consumed, {
      name: 'approvalConsumed',
      data: {
        ...{ approval, mandate, mandateGeneration, digest, call: callHash, rentPayer: payer.publicKey },
        ...{ signatures: 2, threshold: 2, consumedAt: await chain.unixTime() },
      },
    });
    assert.equal(await chain.getAccount(approval), null);
    const after = (await lamportsOf(chain, payer.publicKey)) + (await lamportsOf(chain, channel));
    assert.equal(after, before);
    assert.equal(decodeChannel(await dataOf(chain, channel)).allotted, AMOUNT);
  });

  it('attack 51: is used once: neither again nor twice in a transaction', async () => {
    const on = await request(3);
    const other = await channelOpening(on, { amount: AMOUNT, n: 7 });
    await refuses(on, 'AccountOwnedByWrongProgram', [on.approved(), behind(on, other.instruction)]);
    await on.send(on.approved(), on.session, on.payer);
    await on.chain.advance({ slots: 1 });
    await refuses(on, 'AccountOwnedByWrongProgram', behind(on, other.instruction));
    // asked for anew at the same address, it has no signature
    const again = await on.ask(on.call);
    assert.deepEqual((await again.read()).signers, []);
  });

  it('ThresholdNotReached: not by fewer signatures, nor by one taken back', async () => {
    for (const signatures of [0, 1]) {
      await refuses(await request(signatures), 'consent:ThresholdNotReached');
    }
    const on = await request(1);
    await on.sign(on.approvers[2]);
    const [approver] = on.approvers;
    await on.send(await approvalWithdraw(on.deployment, on.approval, approver.publicKey), approver);
    await refuses(on, 'consent:ThresholdNotReached');
    await on.chain.advance({ slots: 1 });
    await on.sign(approver);
    await on.send(on.approved(), on.session, on.payer);
  });

  it('ApprovalExpired: to the second', async () => {
    const [late, inTime] = [await request(2), await request(2)];
    const { expiresAt } = await inTime.read();
    await inTime.chain.advance({ seconds: expiresAt - 1n - (await inTime.chain.unixTime()), slots: 1 });
    await inTime.send(inTime.approved(), inTime.session, inTime.payer);
    const end = (await late.read()).expiresAt;
    await late.chain.advance({ seconds: end - (await late.chain.unixTime()), slots: 1 });
    await refuses(late, 'consent:ApprovalExpired');
  });

  it('attack 51: CallMismatch: for no other bytes and no other accounts', async () => {
    const on = await request(3);
    // behind discriminator, number and amount
    const expiresAt = on.call.data.readBigInt64LE(8 + 1 + 8);
    for (const changes of [
      { amount: AMOUNT + 1n },
      { amount: ABOVE },
      { expiresAt: expiresAt - 1n },
      { n: 1 },
      { authority: on.payer.publicKey },
      { rentPayer: on.session.publicKey },
    ]) {
      await refuses(on, 'consent:CallMismatch', await other(on, { expiresAt, ...changes }));
    }
    // an attestation in the place of none, which nothing asks for
    const attested = await other(on, { expiresAt, attestation: key() });
    await refuses(on, 'consent:CallMismatch', attested);
    await on.send(on.approved(), on.session, on.payer);
  });

  it('bytes behind the arguments are not read, and change nothing', async () => {
    const on = await request(2);
    const { keys, programId } = on.approved();
    const data = Buffer.concat([on.call.data, Buffer.from([1, 2, 3])]);
    await on.send(new TransactionInstruction({ programId, keys, data }), on.session, on.payer);
  });

  it('bytes behind the arguments that approvers signed are approved for nothing', async () => {
    const on = await approvalsOn(registry());
    const { instruction } = await channelOpening(on, { amount: AMOUNT });
    const data = Buffer.concat([instruction.data, Buffer.from([1])]);
    const made = await on.ask(new TransactionInstruction({ ...instruction, data }));
    for (const approver of on.approvers) await made.sign(approver);
    await refuses({ ...on, ...made }, 'consent:CallMismatch');
  });

  it('MandateMismatch: for no other mandate', async () => {
    const [on, theirs] = [await request(3), await approvalsOn(registry())];
    const { instruction } = await channelOpening(theirs, { amount: AMOUNT });
    await expectRefused(
      on.chain,
      behind(on, instruction),
      [theirs.session, theirs.payer],
      'consent:MandateMismatch',
    );
  });

  it('GenerationMismatch: for no later mandate at the same address', async () => {
    const on = await request(3);
    const { chain, deployment, mandateRef, mint, payer, payerTokens, session } = on;
    const { approvers, id, vault } = await on.readMandate();
    await chain.advance({ slots: 1 });
    await on.send(await mandateClose(deployment, mandateRef, payerTokens), payer);
    await chain.advance({ slots: 1 });
    const { instruction } = await mandateOpen(deployment, {
      ...{ payer: payer.publicKey, mint, id, sessionKey: session.publicKey },
      ...{ perCallMax: 10_000n, dailyCap: 500_000n, totalCap: 500_000n, deposit: 400_000n },
      expiresAt: (await chain.unixTime()) + 10_000n,
      approval: { approvers, threshold: 2, above: ABOVE },
    });
    await on.send(instruction, payer);
    assertSame((await on.readMandate()).vault, vault);
    await refuses(on, 'consent:GenerationMismatch');
    // nor by a request for the later one, which needs signatures of its own
    const again = await on.ask(on.call);
    await refuses({ ...on, ...again }, 'consent:ThresholdNotReached');
  });

  it('a session key that was rotated carries nothing out', async () => {
    const on = await request(3);
    await on.send(await mandateRotate(on.deployment, on.mandateRef, key()), on.payer);
    await refuses(on, 'NotPayerOrSession');
  });

  it('RentPayerMismatch: the rent is nobody else’s', async () => {
    const on = await request(2);
    const approved = on.approved();
    const stranger = await funded(on.chain);
    const meta = approved.keys.at(-4);
    assert.ok(meta);
    meta.pubkey = stranger.publicKey;
    await refuses(on, 'consent:RentPayerMismatch', approved);
  });

  it('attacks 2, 3, 4: takes no approval of another program', async () => {
    const on = await request(2);
    const approved = on.approved();
    const meta = approved.keys.at(-5);
    assert.ok(meta);
    for (const owner of [on.deployment.escrow, on.mint]) {
      meta.pubkey = await copyOf(on.chain, on.approval, owner);
      await refuses(on, 'AccountOwnedByWrongProgram', approved);
    }
    meta.pubkey = on.mandate;
    await refuses(on, 'AccountOwnedByWrongProgram', approved);
    meta.pubkey = on.approval;
    for (const layout of [0, 2, 255]) {
      await patch(on.chain, on.approval, (data) => data.writeUInt8(layout, 8));
      await refuses(on, 'consent:UnknownLayout', approved);
    }
  });

  it('attack 1, NotConsumer: nobody but escrow uses it up', async () => {
    const on = await request(3);
    const { consent } = on.deployment;
    const { callHash } = await on.read();
    const found = consentIdl.instructions.find(({ name }) => (name as string) === 'approval_consume');
    assert.ok(found);
    const consuming = (consumer: PublicKey, isSigner: boolean) =>
      new TransactionInstruction({
        programId: consent,
        keys: [
          { pubkey: consumer, isSigner, isWritable: false },
          { pubkey: on.mandate, isSigner: false, isWritable: false },
          { pubkey: on.approval, isSigner: false, isWritable: true },
          { pubkey: on.payer.publicKey, isSigner: false, isWritable: true },
          { pubkey: eventAuthorityOf(consent), isSigner: false, isWritable: false },
          { pubkey: consent, isSigner: false, isWritable: false },
        ],
        data: Buffer.from([...found.discriminator, ...callHash]),
      });
    for (const who of [on.payer, on.session, on.approvers[0]]) {
      await expectRefused(on.chain, consuming(who.publicKey, true), [who], 'NotConsumer');
    }
    const unsigned = consuming(approvalConsumerAddress(on.deployment), false);
    await expectRefused(on.chain, unsigned, [], 'AccountNotSigner');
  });

  it('opens no channel that a limit of the mandate forbids, approved or not', async () => {
    const on = await approvalsOn(registry());
    const { instruction } = await channelOpen(on.deployment, {
      ...{ authority: on.session.publicKey, rentPayer: on.payer.publicKey, mandate: on.mandate },
      ...{ agent: on.agent, versionNumber: 1, amount: 2n ** 63n },
      expiresAt: (await on.chain.unixTime()) + 50n,
    });
    const made = await on.ask(instruction);
    for (const approver of on.approvers) await made.sign(approver);
    await refuses({ ...on, ...made }, 'InsufficientFree');
  });
});
