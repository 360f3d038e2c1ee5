import assert from 'node:assert/strict';
import { agentTransferAccept, agentTransferPropose, delegateRemove } from '@agent-labs/sdk';
import { Keypair, type PublicKey } from '@solana/web3.js';
import { funded } from '../fixtures/registry';
import { expectRefused, withAccount } from '../helpers/refused';
import { addition, type Delegated, delegated, EVERYTHING, EXPIRES_AT } from './delegate-support';
import { genericNegatives } from './negatives';
import { assertRecorded, assertSame, key, lamportsOf, onBothChains, readDelegates } from './support';

async function removal(
  fixture: Delegated,
  signer: Keypair = fixture.creator,
  delegate: PublicKey = fixture.delegate.publicKey,
) {
  const built = await delegateRemove(fixture.deployment, {
    agent: fixture.agent,
    rentPayer: fixture.feePayer.publicKey,
    delegate,
    signer: signer.publicKey,
  });
  return { ...built, signers: [signer] };
}

/** One more delegate. */
async function another(fixture: Delegated): Promise<Keypair> {
  const delegate = Keypair.generate();
  await fixture.send((await addition(fixture, delegate)).instruction, fixture.creator, delegate);
  return delegate;
}

describe('delegate_remove', () => {
  onBothChains('takes one off, by the owner and by itself; the last returns the rent', async (kind) => {
    const fixture = await delegated({}, kind);
    const { chain, agent, creator, delegate, delegates, feePayer } = fixture;
    const [second, third] = [await another(fixture), await another(fixture)];
    const entry = ({ publicKey }: Keypair) => ({
      key: publicKey,
      permissions: EVERYTHING,
      expiresAt: EXPIRES_AT,
    });
    const rent = await lamportsOf(chain, delegates);
    for (const [gone, signer, left] of [
      [delegate, creator, [second, third]],
      [third, third, [second]],
      [second, creator, []],
    ] as const) {
      const before = await lamportsOf(chain, feePayer.publicKey);
      const { instruction } = await removal(fixture, signer, gone.publicKey);
      const outcome = await fixture.send(instruction, signer);
      const returned = left.length === 0 ? rent : 0n;
      if (left.length > 0) {
        assertSame((await readDelegates(chain, delegates)).entries, left.map(entry));
      } else {
        assert.equal(await chain.getAccount(delegates), null);
      }
      assert.equal(await lamportsOf(chain, feePayer.publicKey), before + returned - outcome.fee);
      assertRecorded(kind, outcome, 'delegateRemoved', {
        agent,
        signer: signer.publicKey,
        delegate: gone.publicKey,
        permissions: EVERYTHING,
        expiresAt: EXPIRES_AT,
        rentPayer: feePayer.publicKey,
        returned,
      });
    }
    await another(fixture);
  });

  it('works after its time is over', async () => {
    const fixture = await delegated();
    await fixture.chain.setUnixTime(EXPIRES_AT + 1n);
    await fixture.send((await removal(fixture, fixture.delegate)).instruction, fixture.delegate);
    assert.equal(await fixture.chain.getAccount(fixture.delegates), null);
  });

  it('attack 16: refuses anybody else, another delegate and the former owner too', async () => {
    const fixture = await delegated();
    const { chain, deployment, agent, creator } = fixture;
    for (const other of [await another(fixture), fixture.agentKey, fixture.admin]) {
      const { instruction, signers } = await removal(fixture, other);
      await expectRefused(chain, instruction, signers, 'NotOwnerOrDelegate');
    }
    const buyer = await funded(chain);
    const owned = { agent, owner: creator.publicKey };
    const offer = await agentTransferPropose(deployment, { ...owned, newOwner: buyer.publicKey });
    await fixture.send(offer.instruction, creator);
    const keys = { agentKey: key(), payoutOwner: key() };
    const accept = await agentTransferAccept(deployment, { agent, pendingOwner: buyer.publicKey, ...keys });
    await fixture.send(accept.instruction, buyer);
    const former = await removal(fixture, creator);
    await expectRefused(chain, former.instruction, former.signers, 'NotOwnerOrDelegate');
    await fixture.send((await removal(fixture, buyer)).instruction, buyer);
  });

  it('refuses a key that is none', async () => {
    const fixture = await delegated();
    const { instruction, signers } = await removal(fixture, fixture.creator, key());
    await expectRefused(fixture.chain, instruction, signers, 'NotDelegate');
  });

  it('attack 7: pays nobody but the rent payer', async () => {
    const fixture = await delegated();
    const { instruction, signers } = await removal(fixture);
    for (const pubkey of [fixture.creator.publicKey, fixture.delegates, key()]) {
      const spoilt = withAccount(instruction, 'rent_payer', { pubkey });
      await expectRefused(fixture.chain, spoilt, signers, 'RentPayerMismatch');
    }
  });

  onBothChains('attack 9: stays gone when lamports come back in the same transaction', async (kind) => {
    const fixture = await delegated({}, kind);
    const { instruction, delegates } = await removal(fixture);
    const again = await addition(fixture, fixture.delegate, { permissions: 1 });
    await fixture.send([instruction, again.instruction], fixture.creator, fixture.delegate);
    const { entries } = await readDelegates(fixture.chain, delegates);
    assert.deepEqual(
      entries.map(({ permissions }) => permissions),
      [1],
    );
  });

  genericNegatives({
    setup: () => delegated(),
    call: (fixture) => removal(fixture),
    accounts: { agent: 'Agent', delegates: 'Delegates' },
  });
});
