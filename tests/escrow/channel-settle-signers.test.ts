import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { channelReopen, encodeVoucher, mandateKill, mandateRotate } from '@agent-labs/sdk';
import { Keypair, PublicKey } from '@solana/web3.js';
import { type EscrowFixture, escrowFixture } from '../fixtures/escrow';
import { NOW, startProgramChain } from '../fixtures/registry';
import type { TestChain } from '../helpers/chains/test-chain';
import {
  expectRuntimeRefusal,
  keylessSignatures,
  malleated,
  openChannel,
  openMandate,
  settling,
  signedAgain,
  UNVERIFIED,
} from '../helpers/ed25519';
import { expectRefused } from '../helpers/refused';
import { smallOrderEncodings } from '../sdk/edwards';

/** Before the 32 bytes of an Ed25519 public key in SubjectPublicKeyInfo. */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

describe('escrow channel_settle: signers that do not count', () => {
  let chain: TestChain;
  let fixture: EscrowFixture;
  let on: ReturnType<typeof settling>;

  beforeEach(async () => {
    chain = await startProgramChain('litesvm');
    fixture = await escrowFixture(chain);
    on = settling(fixture);
  });

  it('attack 39: wrong signer, who signs right', async () => {
    const other = await openMandate(fixture, 2n);
    const { payer, agentKey, creator, payoutOwner, admin } = fixture;
    for (const signer of [payer, agentKey, creator, payoutOwner, admin, other.session]) {
      await on.refused({ signer }, 'WrongSigner');
    }
    await on.refused({ signer: fixture.session }, 'WrongSigner', other.channel);
    // a right voucher under a wrong signature of its own key, of a signer who is nobody here
    const [mine, theirs] = [await on.voucher(), await on.voucher({ signer: other.session })];
    const mixed = on.settleOf({ ...theirs, publicKey: mine.publicKey });
    await expectRuntimeRefusal(chain, mixed, fixture.feePayer, UNVERIFIED);
  });

  it('attack 39: revoked signer: the old key settles until the grace ends, the new one never', async () => {
    const { deployment, mandateRef, channelRef, payer, feePayer } = fixture;
    const renewed = Keypair.generate();
    await fixture.send(await mandateRotate(deployment, mandateRef, renewed.publicKey), payer);
    await on.refused({ signer: renewed }, 'WrongSigner');
    await on.settle({ cumulative: 1n, calls: 1 });
    // anybody may end it now
    await on.close(feePayer);
    const reopen = await channelReopen(deployment, channelRef, payer.publicKey);
    await expectRefused(chain, reopen, [payer], 'ReopenNotAllowed');
    await chain.advance({ seconds: 99 });
    await on.refused({ signer: renewed }, 'WrongSigner');
    await on.settle({ cumulative: 2n, calls: 2 });
    await chain.advance({ seconds: 1 });
    await on.refused({}, 'GraceOver');

    const next = await openChannel(fixture, { n: 1 });
    await on.refused({}, 'WrongSigner', next);
    await on.settle({ signer: renewed }, next);
  });

  it('attack 39: revoked signer: a kill leaves the grace to settle, and no more', async () => {
    const { deployment, mandateRef, payer, feePayer } = fixture;
    await fixture.send(await mandateKill(deployment, mandateRef), payer);
    await on.close(feePayer);
    await chain.advance({ seconds: 99 });
    await on.settle();
    await chain.advance({ seconds: 1 });
    await on.refused({ cumulative: 10_001n, calls: 41 }, 'GraceOver');
  });

  it('attack 39: malleated signature', async () => {
    const item = await on.voucher();
    await expectRuntimeRefusal(chain, on.settleOf(malleated(item)), fixture.feePayer, UNVERIFIED);
    assert.equal(await on.settled(), 0n);
    await fixture.send(on.settleOf(item));
    const again = on.settleOf(malleated(item));
    await expectRuntimeRefusal(chain, again, fixture.feePayer, UNVERIFIED);
  });

  it('attack 39: a second signature over a voucher is no second payment', async () => {
    const item = await on.voucher();
    const again = signedAgain(item, fixture.session, Keypair.generate());
    assert.notDeepEqual(again.signature, item.signature);
    await fixture.send(on.settleOf(item));
    await on.refusedItem('NotMonotonic', again);
    await on.settle({ cumulative: 10_001n, calls: 41 });
    await on.refusedItem('NotMonotonic', again);
    // each alone is good
    const next = await on.voucher({ cumulative: 10_002n, calls: 42 });
    await fixture.send(on.settleOf(signedAgain(next, fixture.session, Keypair.generate())));
    assert.equal(await on.settled(), 10_002n);
  });

  it('attack 39: keys of small order, for which anyone can sign', async () => {
    let forgeries = 0;
    // the program knows the point of all zeros only: such a key harms nobody but its payer, and not even him
    const keys = smallOrderEncodings().filter((key) => key.some((byte) => byte !== 0));
    for (const [at, publicKey] of keys.entries()) {
      const { channel } = await openMandate(fixture, BigInt(at) + 2n, {
        sessionKey: new PublicKey(publicKey),
      });
      const tag = Uint8Array.from((await fixture.readChannel(channel)).tag);
      for (const signature of keylessSignatures()) {
        for (let fill = 0; fill < 100; fill++) {
          const transcript = new Uint8Array(32).fill(fill);
          const expires = Number(NOW) + 50;
          const message = encodeVoucher({ tag, cumulative: 50_000n, calls: 1, expires, transcript });
          if (!verifiesPlainly(publicKey, message, signature)) continue;
          forgeries += 1;
          const list = on.settleOf({ channel, publicKey, message, signature });
          await expectRuntimeRefusal(chain, list, fixture.feePayer, UNVERIFIED);
          break;
        }
      }
    }
    assert.ok(forgeries >= 2 * 7, `${forgeries} forgeries`);
  });
});

/** By RFC 8032 to the letter, as OpenSSL reads it: it knows no weak keys. */
function verifiesPlainly(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const der = Buffer.concat([SPKI_PREFIX, publicKey]);
  return verify(null, message, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
}
