import assert from 'node:assert/strict';
import {
  approvalClose,
  approvalSign,
  approvalWithdraw,
  signApproval,
  withdrawApproval,
} from '@agent-labs/sdk';
import type { Keypair } from '@solana/web3.js';
import { channelOpening } from '../escrow/shared';
import { type ApprovalFixture, type Asked, approvalsOn } from '../fixtures/approvals';
import { funded } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, lamportsOf, patch } from '../registry/support';
import { sharedRegistry } from './support';

type Request = ApprovalFixture & Asked;

describe('consent approvals before they are used', () => {
  const registry = sharedRegistry();

  async function request(): Promise<Request> {
    const on = await approvalsOn(registry());
    const { instruction } = await channelOpening(on, { amount: 60_000n });
    return { ...on, ...(await on.ask(instruction)) };
  }
  const signing = async (on: Request, approver: Keypair, expiresAt?: bigint) =>
    approvalSign(on.deployment, on.approval, approver.publicKey, expiresAt ?? (await on.read()).expiresAt);
  const withdrawing = (on: Request, { publicKey }: Keypair) =>
    approvalWithdraw(on.deployment, on.approval, publicKey);
  const closing = (on: Request, { publicKey }: Keypair) =>
    approvalClose(on.deployment, on.approval, publicKey, on.payer.publicKey);
  const told = (on: Request, approver: Keypair, before: number, after: number) => ({
    ...{ approval: on.approval, mandate: on.mandate, digest: on.digest, approver: approver.publicKey },
    place: on.approvers.indexOf(approver),
    ...{ signaturesBefore: before, signatures: after, threshold: 2 },
  });

  describe('approval_sign', () => {
    it('counts each approver', async () => {
      const on = await request();
      const [first, second, third] = on.approvers;
      assertRecorded('litesvm', await on.sign(third), 'approvalSigned', told(on, third, 0, 1));
      assertRecorded('litesvm', await on.sign(first), 'approvalSigned', told(on, first, 1, 2));
      await signApproval(on.chain, on.deployment, on.approval, second);
      assertSame(
        (await on.read()).signers,
        [first, second, third].map(({ publicKey }) => publicKey),
      );
    });

    it('attack 52: AlreadySigned: counts nobody twice', async () => {
      const on = await request();
      const [approver] = on.approvers;
      await on.sign(approver);
      await on.chain.advance({ slots: 1 });
      await expectRefused(on.chain, await signing(on, approver), [approver], 'AlreadySigned');
      const twice = [await signing(on, on.approvers[1]), await signing(on, on.approvers[1])];
      await expectRefused(on.chain, twice, [on.approvers[1]], 'AlreadySigned');
    });

    it('NotApprover: counts nobody else, payer and session key neither', async () => {
      const on = await request();
      for (const who of [on.payer, on.session, on.agentKey, await funded(on.chain)]) {
        await expectRefused(on.chain, await signing(on, who), [who], 'NotApprover');
        await expectRefused(on.chain, await withdrawing(on, who), [who], 'NotApprover');
      }
    });

    it('ApprovalExpired: to the second', async () => {
      const on = await request();
      await on.chain.advance({ seconds: 99, slots: 1 });
      await on.sign(on.approvers[0]);
      await on.chain.advance({ seconds: 1, slots: 1 });
      await expectRefused(on.chain, await signing(on, on.approvers[1]), [on.approvers[1]], 'ApprovalExpired');
    });

    it('ExpiryMismatch: a signature is for one end', async () => {
      const on = await request();
      const { expiresAt } = await on.read();
      const [approver] = on.approvers;
      const early = await signing(on, approver);
      await on.send(await closing(on, on.payer), on.payer);
      await on.ask(on.call, { expiresAt: expiresAt + 1_000n });
      await expectRefused(on.chain, early, [approver], 'ExpiryMismatch');
      await on.sign(approver);
    });

    it('InvariantBroken: a vote that none of the approvers can have given is noticed', async () => {
      const on = await request();
      await patch(on.chain, on.approval, (data) => data.writeUInt8(0b1000, 8 + 4));
      await expectRefused(on.chain, await signing(on, on.approvers[0]), [on.approvers[0]], 'InvariantBroken');
    });

    refusesForgeries(async () => {
      const on = await request();
      const [approver] = on.approvers;
      return { chain: on.chain, instruction: await signing(on, approver), signers: [approver] };
    });
  });

  describe('approval_withdraw', () => {
    it('takes a signature back, which can be given again', async () => {
      const on = await request();
      const [first, second] = on.approvers;
      await on.sign(first);
      await on.sign(second);
      const outcome = await on.send(await withdrawing(on, first), first);
      assertRecorded('litesvm', outcome, 'approvalWithdrawn', told(on, first, 2, 1));
      assertSame((await on.read()).signers, [second.publicKey]);
      await on.chain.advance({ slots: 1 });
      await on.sign(first);
      await on.chain.advance({ seconds: 200, slots: 1 });
      await withdrawApproval(on.chain, on.deployment, on.approval, second);
      assertSame((await on.read()).signers, [first.publicKey]);
    });

    it('NotSigned: what was not given', async () => {
      const on = await request();
      const [first, second] = on.approvers;
      await on.sign(first);
      await expectRefused(on.chain, await withdrawing(on, second), [second], 'NotSigned');
      const twice = [await withdrawing(on, first), await withdrawing(on, first)];
      await expectRefused(on.chain, twice, [first], 'NotSigned');
    });

    refusesForgeries(async () => {
      const on = await request();
      const [approver] = on.approvers;
      await on.sign(approver);
      return { chain: on.chain, instruction: await withdrawing(on, approver), signers: [approver] };
    });
  });

  describe('approval_close', () => {
    for (const who of ['session', 'payer'] as const) {
      it(`ends it for the ${who}, and returns the rent to who paid it`, async () => {
        const on = await request();
        await on.sign(on.approvers[0]);
        const { expiresAt } = await on.read();
        const [rent, before] = [
          await lamportsOf(on.chain, on.approval),
          await lamportsOf(on.chain, on.payer.publicKey),
        ];
        const outcome = await on.send(await closing(on, on[who]), on[who]);
        assertRecorded('litesvm', outcome, 'approvalClosed', {
          ...{ approval: on.approval, mandate: on.mandate, digest: on.digest },
          ...{ closedBy: on[who].publicKey, rentPayer: on.payer.publicKey, signatures: 1 },
          ...{ expiresAt, closedAt: await on.chain.unixTime() },
        });
        assert.equal(await on.chain.getAccount(on.approval), null);
        assert.equal(await lamportsOf(on.chain, on.payer.publicKey), before + rent);
      });
    }

    it('NotRequester: anybody else ends it from its expiry on, to the second', async () => {
      const on = await request();
      const stranger = await funded(on.chain);
      await on.chain.advance({ seconds: 99, slots: 1 });
      for (const who of [stranger, ...on.approvers]) {
        await expectRefused(on.chain, await closing(on, who), [who], 'NotRequester');
      }
      await on.chain.advance({ seconds: 1, slots: 1 });
      await on.send(await closing(on, stranger), stranger);
    });

    it('RentPayerMismatch: the rent is nobody else’s', async () => {
      const on = await request();
      const close = withAccount(await closing(on, on.session), 'rent_payer', {
        pubkey: on.session.publicKey,
      });
      await expectRefused(on.chain, close, [on.session], 'RentPayerMismatch');
    });

    refusesForgeries(
      async () => {
        const on = await request();
        return { chain: on.chain, instruction: await closing(on, on.session), signers: [on.session] };
      },
      {
        twice: {
          'approval as rent_payer': 'RentPayerMismatch',
          'rent_payer as approval': 'AccountOwnedByWrongProgram',
        },
      },
    );
  });
});
