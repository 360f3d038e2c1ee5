import assert from 'node:assert/strict';
import { createMessageSigner, disputeCite, evidenceInstruction, type SignedMessage } from '@agent-labs/sdk';
import { Keypair, type PublicKey, TransactionInstruction } from '@solana/web3.js';
import { whilePaused } from '../escrow/shared';
import { COST, type DisputeFixture, type ProvenCall } from '../fixtures/disputes';
import {
  ed25519Form,
  ed25519Raw,
  expectRuntimeRefusal,
  malleated,
  signedAgain,
  UNVERIFIED,
  withEntry,
} from '../helpers/ed25519';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertSame, donation, key } from '../registry/support';
import { assertTold, disputed, sharedDisputes } from './dispute-shared';

describe('stake dispute_cite', () => {
  // signatures are what this is about: LiteSVM checks them
  const { disputes, onBothChains, registry } = sharedDisputes('litesvm');

  const opened = async () => {
    const on = await disputes();
    await on.open();
    return on;
  };
  /** The two instructions, of a call that was changed. */
  const citing = async (on: DisputeFixture, number: number, change: (proven: ProvenCall) => ProvenCall) => {
    const dispute = (await on.readVault()).lastDispute;
    const claimant = on.payer.publicKey;
    return disputeCite(on.deployment, { claimant, dispute, ...change(await on.proven(number)) });
  };
  const refused = async (
    on: DisputeFixture,
    error: string,
    number = 1,
    change: (proven: ProvenCall) => ProvenCall = (proven) => proven,
  ) => expectRefused(on.chain, await citing(on, number, change), [on.payer], error);
  /** The message, changed and signed anew. */
  const resigned = ({ message }: SignedMessage, signer: Keypair, change: (message: Buffer) => void) => {
    const changed = Buffer.from(message);
    change(changed);
    const { publicKey, sign } = createMessageSigner(signer.secretKey);
    return { publicKey, signature: sign(changed), message: changed };
  };

  onBothChains('counts calls that both sides signed, each once', async (on, kind) => {
    await on.open();
    const dispute = (await on.readVault()).lastDispute;
    const before = await on.readDispute();
    const outcome = await on.send(await on.citing(2), on.payer);
    assertSame(await on.readDispute(), { ...before, citedCalls: 1, lastCitedCall: 2 });
    assertTold(kind, outcome, 'callCited', {
      ...{ dispute, agent: on.agent, claimant: on.payer.publicKey, call: 2, cumulative: 2n * COST },
      requestHash: [...new Uint8Array(16).fill(1), ...new Uint8Array(16).fill(2)],
      responseHash: [...new Uint8Array(16).fill(2), ...new Uint8Array(16).fill(2)],
      ...{ citedBefore: 0, citedAfter: 1 },
    });
    await on.cite(3, 5);
    const { citedCalls, lastCitedCall } = await on.readDispute();
    assert.deepEqual([citedCalls, lastCitedCall], [3, 5]);
  });

  describe('after its proof', () => {
    let on: DisputeFixture;
    let proof: TransactionInstruction;
    before(async () => {
      on = await disputed(registry());
      await on.open();
      [proof] = await on.citing(1);
    });

    // the instruction alone is spoilt: the proof before it stays
    it('attacks 1 to 12: takes no other accounts, and no other’s signature', async () => {
      const [, cite] = await on.citing(1);
      const sent = (instruction: TransactionInstruction, error: string, signers = [on.payer]) =>
        expectRefused(on.chain, [proof, instruction], signers, error);
      const dispute = await on.chain.getAccount((await on.readVault()).lastDispute);
      assert.ok(dispute);
      await sent(withAccount(cite, 'claimant', { isSigner: false }), 'AccountNotSigner');
      await sent(withAccount(cite, 'dispute', { isWritable: false }), 'ConstraintMut');
      await sent(withAccount(cite, 'dispute', { pubkey: on.vault }), 'AccountDiscriminatorMismatch');
      await sent(withAccount(cite, 'dispute', { pubkey: on.channel }), 'AccountOwnedByWrongProgram');
      await sent(withAccount(cite, 'event_authority', { pubkey: key() }), 'EventAuthorityMismatch');
      await sent(withAccount(cite, 'program', { pubkey: on.deployment.escrow }), 'ProgramMismatch');
      for (const other of [on.owner, on.agentKey, on.escrow.session]) {
        const by = withAccount(cite, 'claimant', { pubkey: other.publicKey });
        await sent(by, 'NotClaimant', [other]);
      }
      const at = key();
      await on.chain.setAccount(at, { ...dispute, owner: on.deployment.escrow });
      await sent(withAccount(cite, 'dispute', { pubkey: at }), 'AccountOwnedByWrongProgram');
      for (const layout of [0, 2]) {
        const data = Buffer.from(dispute.data);
        data.writeUInt8(layout, 8);
        await on.chain.setAccount(at, { ...dispute, data });
        await sent(withAccount(cite, 'dispute', { pubkey: at }), 'UnknownLayout');
      }
    });

    it('InstructionsMismatch, attack 28: reads no forged sysvar', async () => {
      const [, cite] = await on.citing(1);
      const forged = withAccount(cite, 'instructions', { pubkey: key() });
      await expectRefused(on.chain, [proof, forged], [on.payer], 'InstructionsMismatch');
    });

    it('Ed25519Missing, attacks 32, 33: one proof serves the instruction right behind it alone', async () => {
      const [, cite] = await on.citing(1);
      const [other] = await on.citing(2);
      const between = donation(on.feePayer.publicKey, key(), 1_000_000n);
      const moved = new TransactionInstruction({ ...proof, programId: on.deployment.escrow });
      await expectRefused(on.chain, cite, [on.payer], 'Ed25519Missing');
      await expectRefused(on.chain, [cite, proof], [on.payer], 'Ed25519Missing');
      await expectRefused(on.chain, [proof, between, cite], [on.payer, on.feePayer], 'Ed25519Missing');
      await expectRefused(on.chain, [other, cite], [on.payer], 'TranscriptMismatch');
      await assert.rejects(on.send([moved, cite], on.payer));
    });

    it('attack 39: what the runtime does not verify never gets there', async () => {
      const { call } = await on.proven(1);
      const [, cite] = await on.citing(1);
      const spoilt = ({ signature, ...rest }: SignedMessage) => {
        const changed = Uint8Array.from(signature);
        changed[0] = (changed[0] ?? 0) ^ 1;
        return { ...rest, signature: changed };
      };
      for (const forged of [
        { ...call, voucher: spoilt(call.voucher) },
        { ...call, proof: spoilt(call.proof) },
        { ...call, voucher: malleated(call.voucher) },
        { ...call, proof: malleated(call.proof) },
        { ...call, proof: { ...call.proof, signature: call.voucher.signature } },
      ]) {
        const instructions = [
          evidenceInstruction(forged),
          withAccount(cite, 'claimant', { isSigner: false }),
        ];
        await expectRuntimeRefusal(on.chain, instructions, on.feePayer, UNVERIFIED);
      }
    });

    it('Ed25519NotCanonical, SignatureCountMismatch, attacks 29 to 31: one form only', async () => {
      const { call } = await on.proven(1);
      const [, cite] = await on.citing(1);
      const both = [call.voucher, call.proof];
      const sent = (form: TransactionInstruction, error: string) =>
        expectRefused(on.chain, [form, cite], [on.payer], error);
      assert.deepEqual(ed25519Raw(ed25519Form(both)).data, proof.data);
      for (const messages of [[call.voucher], [...both, call.voucher], [...both, ...both]]) {
        await sent(ed25519Raw(ed25519Form(messages)), 'SignatureCountMismatch');
      }
      for (const layout of [
        { before: 1 },
        { between: 2 },
        { after: 1 },
        { order: [1, 0] },
        { parts: ['signature', 'key', 'message'] as ('signature' | 'key' | 'message')[] },
      ]) {
        await sent(ed25519Raw(ed25519Form(both, layout)), 'Ed25519NotCanonical');
      }
      await sent(ed25519Raw(ed25519Form([call.proof, call.voucher])), 'Ed25519NotCanonical');
      await sent(ed25519Raw(ed25519Form([call.voucher, call.voucher])), 'Ed25519NotCanonical');
      await sent(ed25519Raw({ ...ed25519Form(both), padding: 1 }), 'Ed25519NotCanonical');
      // index 0 is that instruction too, spelt differently
      for (const entry of [0, 1]) {
        for (const field of ['signatureIndex', 'keyIndex', 'messageIndex']) {
          await sent(ed25519Raw(withEntry(ed25519Form(both), entry, { [field]: 0 })), 'Ed25519NotCanonical');
        }
      }
    });

    it('SignerMismatch: counts for session key and agent key alone', async () => {
      const { session } = on.escrow;
      const other = Keypair.generate();
      const as = (part: 'voucher' | 'proof', signer: Keypair) => (proven: ProvenCall) => ({
        ...proven,
        call: { ...proven.call, [part]: resigned(proven.call[part], signer, () => undefined) },
      });
      for (const signer of [other, on.payer, on.agentKey]) {
        await refused(on, 'SignerMismatch', 1, as('voucher', signer));
      }
      for (const signer of [other, on.owner, session]) {
        await refused(on, 'SignerMismatch', 1, as('proof', signer));
      }
    });

    const spoilt =
      (part: 'voucher' | 'proof', change: (message: Buffer) => void) =>
      (proven: ProvenCall): ProvenCall => {
        const signer = part === 'voucher' ? on.escrow.session : on.agentKey;
        return { ...proven, call: { ...proven.call, [part]: resigned(proven.call[part], signer, change) } };
      };

    it('TagMismatch, attack 34: of this channel and generation alone', async () => {
      for (const part of ['voucher', 'proof'] as const) {
        const flipped = (message: Buffer) => message.writeUInt8(message.readUInt8(3) ^ 1, 3);
        await refused(on, 'TagMismatch', 1, spoilt(part, flipped));
      }
    });

    it('CallMismatch: both are of one call, and say what it is paid', async () => {
      await refused(
        on,
        'CallMismatch',
        1,
        spoilt('voucher', (m) => m.writeUInt32LE(2, 24)),
      );
      await refused(
        on,
        'CallMismatch',
        1,
        spoilt('proof', (m) => m.writeUInt32LE(2, 16)),
      );
      await refused(
        on,
        'CallMismatch',
        1,
        spoilt('voucher', (m) => m.writeBigUInt64LE(COST + 1n, 16)),
      );
      await refused(
        on,
        'CallMismatch',
        1,
        spoilt('proof', (m) => m.writeBigUInt64LE(COST - 1n, 84)),
      );
    });

    it('TranscriptMismatch: the chain of calls leads to it', async () => {
      const other = new Uint8Array(32).fill(8);
      await refused(on, 'TranscriptMismatch', 2, (proven) => ({ ...proven, transcriptBefore: other }));
      await refused(on, 'TranscriptMismatch', 2, (proven) => ({ ...proven, responseBefore: other }));
      await refused(
        on,
        'TranscriptMismatch',
        1,
        spoilt('proof', (m) => m.writeUInt8(9, 20)),
      );
      await refused(
        on,
        'TranscriptMismatch',
        1,
        spoilt('voucher', (m) => m.writeUInt8(9, 63)),
      );
    });

    it('signed once more, it is the same call', async () => {
      const { call, ...before } = await on.proven(1);
      const again = signedAgain(call.voucher, on.escrow.session, Keypair.generate());
      const twice = await citing(on, 1, () => ({ ...before, call: { ...call, voucher: again } }));
      await on.send(twice, on.payer);
      await refused(on, 'CallOutOfOrder', 1);
    });
  });

  it('CallOutOfOrder: in rising order, none twice', async () => {
    const on = await opened();
    await on.cite(3);
    for (const number of [3, 2, 1]) await refused(on, 'CallOutOfOrder', number);
    await on.cite(4);
  });

  it('ResponseOver: in the response window alone, to the second', async () => {
    const on = await opened();
    await on.arrive('responseEndsAt', -1n);
    await on.cite(1);
    await on.arrive('responseEndsAt');
    await refused(on, 'ResponseOver', 2);
  });

  it('cites for each dispute apart', async () => {
    const on = await disputes();
    const first: PublicKey = await on.open({ claim: 1n });
    await on.open({ claim: 1n });
    await on.cite(1);
    assert.equal((await on.readDispute(first)).citedCalls, 0);
    await on.send(await on.citing(1, first), on.payer);
    assert.equal((await on.readDispute(first)).citedCalls, 1);
  });

  it('is never paused', async () => {
    const on = await opened();
    await whilePaused(on, () => on.cite(1));
  });
});
