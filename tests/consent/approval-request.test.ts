import assert from 'node:assert/strict';
import {
  type ApprovalRequestParams,
  approvalAddress,
  approvalDigest,
  approvalRequest,
  callHash,
  callOfInstruction,
  mandateRotate,
  UNCAPPED,
} from '@agent-labs/sdk';
import { Keypair, PublicKey, SystemProgram, TransactionInstruction } from '@solana/web3.js';
import { channelOpening } from '../escrow/shared';
import { type ApprovalFixture, approvalsOn } from '../fixtures/approvals';
import { escrowOn } from '../fixtures/escrow';
import { funded } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, OTHER_PROGRAMS, withAccount } from '../helpers/refused';
import {
  assertRecorded,
  assertSame,
  copyOf,
  dataOf,
  donation,
  key,
  lamportsOf,
  patch,
} from '../registry/support';
import { DAY, sharedRegistry } from './support';

const SPACE = 8 + 328;

describe('consent approval_request', () => {
  const registry = sharedRegistry();

  const opening = async (on: ApprovalFixture) => (await channelOpening(on, { amount: 60_000n })).instruction;
  const requesting = async (on: ApprovalFixture, changes: Partial<ApprovalRequestParams> = {}) =>
    approvalRequest(on.deployment, await on.requestOf(await opening(on), changes));
  const refuses = async (on: ApprovalFixture, error: string, changes: Partial<ApprovalRequestParams>) => {
    const { instruction } = await requesting(on, changes);
    await expectRefused(on.chain, instruction, [on.session, on.payer], error);
  };

  it('keeps the call, whose digest anybody recomputes', async () => {
    const on = await approvalsOn(registry());
    const { chain, deployment, mandate, payer, session } = on;
    const call = await opening(on);
    const now = await chain.unixTime();
    const { generation } = await on.readMandate();
    const { approval, digest, outcome, read } = await on.ask(call);
    const approvers = on.approvers.map(({ publicKey }) => publicKey);
    const seeds = [Buffer.from('approval'), mandate.toBytes(), digest];
    const [derived, bump] = PublicKey.findProgramAddressSync(seeds, deployment.consent);
    assertSame(approval, derived);
    const keys = call.keys.map(({ pubkey }) => pubkey);
    const hash = callHash(callOfInstruction(call));
    assertSame(await read(), {
      ...{ version: 1, bump, threshold: 2, approverCount: 3, signed: 0 },
      ...{ keyCount: keys.length, dataLen: call.data.length, mandateGeneration: generation, nonce: 0n },
      ...{ requestedAt: now, expiresAt: now + 100n, mandate, payer: payer.publicKey },
      ...{ requester: session.publicKey, rentPayer: payer.publicKey, digest, reserved: Array(64).fill(0) },
      ...{ approvers, signers: [], callHash: hash },
      call: { programId: deployment.escrow, data: call.data, keys },
    });
    const space = SPACE + 32 * (3 + keys.length) + call.data.length;
    assert.equal(await lamportsOf(chain, approval), await chain.rentExemption(space));
    assertRecorded('litesvm', outcome, 'approvalRequested', {
      ...{ approval, mandate, mandateGeneration: generation, payer: payer.publicKey },
      ...{ requester: session.publicKey, rentPayer: payer.publicKey, program: deployment.escrow },
      ...{ data: call.data, keys, nonce: 0n, call: hash, digest, threshold: 2, approvers },
      ...{ requestedAt: now, expiresAt: now + 100n },
    });
  });

  it('is asked for by payer and by session key, for 30 days at most', async () => {
    const on = await approvalsOn(registry());
    const expiresAt = (await on.chain.unixTime()) + 30n * DAY;
    const requester = on.payer.publicKey;
    const call = await opening(on);
    const { read } = await on.ask(call, { expiresAt, requester });
    assert.deepEqual((await read()).requester, requester);
    await on.ask(call, { nonce: 1n });
    await on.ask(call, { nonce: UNCAPPED });
  });

  it('may be of any program, and of no account', async () => {
    const on = await approvalsOn(registry());
    const transfer = donation(on.payer.publicKey, key(), 5n);
    const { read } = await on.ask(transfer);
    assertSame((await read()).call, {
      programId: SystemProgram.programId,
      data: transfer.data,
      keys: transfer.keys.map(({ pubkey }) => pubkey),
    });
    const nothing = new TransactionInstruction({ programId: key(), keys: [], data: Buffer.alloc(0) });
    const { read: bare } = await on.ask(nothing);
    assertSame((await bare()).call, { programId: nothing.programId, data: [], keys: [] });
  });

  it('NotPayerOrSession: nobody else asks, an approver neither', async () => {
    const on = await approvalsOn(registry());
    const stranger = await funded(on.chain);
    for (const who of [stranger, on.approvers[0], on.agentKey]) {
      const { instruction } = await requesting(on, { requester: who.publicKey });
      await expectRefused(on.chain, instruction, [who, on.payer], 'NotPayerOrSession');
    }
    // a key that was replaced is nobody's any more
    const session = await funded(on.chain);
    await on.send(await mandateRotate(on.deployment, on.mandateRef, session.publicKey), on.payer);
    await refuses(on, 'NotPayerOrSession', {});
    const { instruction } = await requesting(on, { requester: session.publicKey });
    await on.send(instruction, session, on.payer);
  });

  it('NoApprovers: where the mandate names none', async () => {
    const on = await approvalsOn(registry());
    const other = await escrowOn(registry(), { channel: null });
    const { generation } = await other.readMandate();
    const { instruction } = await requesting(on, {
      ...{ mandate: other.mandate, mandateGeneration: generation, requester: other.session.publicKey },
    });
    await expectRefused(on.chain, instruction, [other.session, on.payer], 'NoApprovers');
  });

  it('CallTooLarge: more than a transaction would hold', async () => {
    const on = await approvalsOn(registry());
    const programId = key();
    const of = (keys: number, data: number) => ({
      call: { programId, data: Buffer.alloc(data, 1), keys: Array<PublicKey>(keys).fill(on.mandate) },
      requester: on.payer.publicKey,
    });
    await refuses(on, 'CallTooLarge', of(0, 705));
    await refuses(on, 'CallTooLarge', of(65, 0));
    for (const largest of [of(0, 704), of(64, 0)]) {
      const { instruction } = await requesting(on, largest);
      await on.send(instruction, on.payer);
    }
  });

  it('ApprovalExpiryInvalid, attack 14: an end that is past or more than 30 days off', async () => {
    const on = await approvalsOn(registry());
    const now = await on.chain.unixTime();
    for (const expiresAt of [-(1n << 63n), 0n, now, now + 30n * DAY + 1n, (1n << 63n) - 1n]) {
      await refuses(on, 'ApprovalExpiryInvalid', { expiresAt });
    }
  });

  it('ApprovalExists: once for a nonce', async () => {
    const on = await approvalsOn(registry());
    const call = await opening(on);
    await on.ask(call);
    const { instruction } = await approvalRequest(on.deployment, await on.requestOf(call));
    await on.chain.advance({ slots: 1 });
    await expectRefused(on.chain, instruction, [on.session, on.payer], 'ApprovalExists');
  });

  it('attack 51, ApprovalMismatch: takes no other address, cluster, generation, nonce, key or byte', async () => {
    const on = await approvalsOn(registry());
    const { deployment, mandate } = on;
    const params = await on.requestOf(await opening(on));
    const { instruction } = await approvalRequest(deployment, params);
    const { call } = params;
    const digests = [
      approvalDigest({ genesisHash: new Uint8Array(32).fill(9) }, params, call),
      approvalDigest(deployment, { ...params, mandate: key() }, call),
      approvalDigest(deployment, { ...params, mandateGeneration: params.mandateGeneration + 1n }, call),
      approvalDigest(deployment, { ...params, nonce: 1n }, call),
      approvalDigest(deployment, params, { ...call, keys: call.keys.slice(1) }),
      approvalDigest(deployment, params, { ...call, data: call.data.slice(1) }),
      approvalDigest(deployment, params, { ...call, programId: key() }),
    ];
    for (const digest of digests) {
      const pubkey = approvalAddress(deployment, mandate, digest);
      const spoilt = withAccount(instruction, 'approval', { pubkey });
      await expectRefused(on.chain, spoilt, [on.session, on.payer], 'ApprovalMismatch');
    }
  });

  it('MandateMismatch, attacks 2, 3, 12: reads no other account as a mandate', async () => {
    const on = await approvalsOn(registry());
    const { chain, mandate } = on;
    const { instruction } = await requesting(on);
    const refused = (pubkey: PublicKey) =>
      expectRefused(
        chain,
        withAccount(instruction, 'mandate', { pubkey }),
        [on.session, on.payer],
        'MandateMismatch',
      );
    for (const owner of OTHER_PROGRAMS) await refused(await copyOf(chain, mandate, owner));
    await refused(await copyOf(chain, mandate, on.deployment.consent));
    await refused(on.vault);
    await refused(key());
    for (const [at, to] of [
      [0, 0],
      [8, 0],
      [8, 2],
      [8, 255],
    ] as const) {
      const copy = await copyOf(chain, mandate);
      await patch(chain, copy, (data) => data.writeUInt8(to, at));
      await refused(copy);
    }
    const short = await copyOf(chain, mandate);
    const stored = await chain.getAccount(short);
    assert.ok(stored);
    await chain.setAccount(short, { ...stored, data: stored.data.slice(0, -1) });
    await refused(short);
    assert.equal((await dataOf(chain, mandate)).readUInt8(8), 1);
  });

  it('attack 11: is made where lamports lie', async () => {
    const on = await approvalsOn(registry());
    const { instruction, approval } = await requesting(on);
    await on.send([donation(on.feePayer.publicKey, approval, 7n), instruction], on.session, on.payer);
    assert.ok((await lamportsOf(on.chain, approval)) > 7n);
  });

  it('attack 19: a mandate without a threshold, which escrow never makes, approves nothing', async () => {
    const on = await approvalsOn(registry());
    // threshold of a mandate, behind its discriminator
    await patch(on.chain, on.mandate, (data) => data.writeUInt8(0, 8 + 285));
    await refuses(on, 'InvariantBroken', {});
  });

  refusesForgeries(
    async () => {
      const on = await approvalsOn(registry());
      const call = { programId: Keypair.generate().publicKey, data: Buffer.from([1]), keys: [] };
      const { instruction } = await requesting(on, { call });
      return { chain: on.chain, instruction, signers: [on.session, on.payer] };
    },
    { apart: ['mandate', 'approval'], behind: 'ApprovalMismatch' },
  );
});
