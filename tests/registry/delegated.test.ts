import assert from 'node:assert/strict';
import {
  agentHeartbeat,
  agentSetStatus,
  agentTransferAccept,
  agentTransferPropose,
  agentUpdate,
  DelegatePermission,
  delegateRemove,
  versionPublish,
  versionYank,
} from '@agent-labs/sdk';
import { Keypair, type PublicKey, type TransactionInstruction } from '@solana/web3.js';
import { agentOn } from '../fixtures/escrow';
import { funded, type RegistryFixture } from '../fixtures/registry';
import { expectRefused, withAccount } from '../helpers/refused';
import { addition, type Delegated, delegated, EVERYTHING, EXPIRES_AT } from './delegate-support';
import { assertSame, copyOf, key, lamportsOf, onBothChains, readAgent, readVersion } from './support';

type Act = (fixture: Delegated, delegate?: PublicKey) => Promise<{ instruction: TransactionInstruction }>;

const by = (fixture: Delegated, delegate = fixture.delegate.publicKey) => ({
  agent: fixture.agent,
  delegate,
});

/** What each permission of the registry allows; `Respond` is reputation's. */
const ACTS: Record<Exclude<keyof typeof DelegatePermission, 'Respond'>, Act> = {
  Publish: (fixture, delegate) =>
    versionPublish(fixture.deployment, {
      ...by(fixture, delegate),
      number: 2,
      semver: '2.0.0',
      manifestHash: new Uint8Array(32).fill(9),
      uri: 'https://agents.example/manifest-2.json',
      price: 77n,
      priceMint: fixture.mint,
    }),
  Yank: (fixture, delegate) => versionYank(fixture.deployment, { ...by(fixture, delegate), number: 1 }),
  Update: (fixture, delegate) =>
    agentUpdate(fixture.deployment, { ...by(fixture, delegate), tags: ['new'], holdback: 90n }),
  Heartbeat: (fixture, delegate) => agentHeartbeat(fixture.deployment, by(fixture, delegate)),
  Status: (fixture, delegate) =>
    agentSetStatus(fixture.deployment, { ...by(fixture, delegate), status: 'Suspended' }),
};
const NAMES = Object.keys(ACTS) as (keyof typeof ACTS)[];

/** The refusals come before anything is spent: each act can be tried in turn. */
async function eachRefused(fixture: Delegated, error: string, signer: Keypair = fixture.delegate) {
  for (const name of NAMES) {
    const { instruction } = await ACTS[name](fixture, signer.publicKey);
    await expectRefused(fixture.chain, instruction, [signer], error);
  }
}

describe('a delegate', () => {
  for (const name of NAMES) {
    onBothChains(`with ${name} alone does that, and nothing else`, async (kind) => {
      const fixture = await delegated({}, kind, DelegatePermission[name]);
      for (const other of NAMES.filter((each) => each !== name)) {
        const { instruction } = await ACTS[other](fixture);
        await expectRefused(fixture.chain, instruction, [fixture.delegate], 'DelegateNotPermitted');
      }
      await fixture.send((await ACTS[name](fixture)).instruction, fixture.delegate);
    });
  }

  it('does to the agent what its owner would', async () => {
    const fixture = await delegated();
    const { chain, delegate, creator } = fixture;
    const before = await lamportsOf(chain, creator.publicKey);
    for (const name of NAMES) await fixture.send((await ACTS[name](fixture)).instruction, delegate);
    const agent = await readAgent(fixture);
    assertSame(
      [agent.latestVersion, agent.price, agent.status, agent.holdback, agent.tags],
      [2, 77n, 'Suspended', 90n, ['new']],
    );
    assertSame((await readVersion(chain, fixture.version)).yanked, true);
    const { instruction } = await ACTS.Publish(fixture);
    const version = instruction.keys.map(({ pubkey }) => pubkey)[4];
    assert.ok(version);
    assertSame((await readVersion(chain, version)).publisher, delegate.publicKey);
    assert.equal(await lamportsOf(chain, creator.publicKey), before, 'the owner pays nothing');
    const resume = await agentSetStatus(fixture.deployment, { ...by(fixture), status: 'Active' });
    await fixture.send(resume.instruction, delegate);
  });

  it('never touches keys or payouts, and never retires the agent', async () => {
    const fixture = await delegated();
    const { chain, deployment, delegate } = fixture;
    for (const fields of [
      { agentKey: key() },
      { payoutOwner: key() },
      { tags: [], payoutOwner: delegate.publicKey },
    ]) {
      const { instruction } = await agentUpdate(deployment, { ...by(fixture), ...fields });
      await expectRefused(chain, instruction, [delegate], 'DelegateNotPermitted');
    }
    const retire = await agentSetStatus(deployment, { ...by(fixture), status: 'Retiring' });
    await expectRefused(chain, retire.instruction, [delegate], 'DelegateNotPermitted');
    const owned = { agent: fixture.agent, owner: delegate.publicKey };
    const transfer = await agentTransferPropose(deployment, { ...owned, newOwner: delegate.publicKey });
    await expectRefused(chain, transfer.instruction, [delegate], 'NotOwner');
  });

  it('delegates to nobody', async () => {
    const fixture = await delegated();
    const { instruction, signers } = await addition(fixture, Keypair.generate(), {}, fixture.delegate);
    await expectRefused(fixture.chain, instruction, signers, 'NotOwner');
  });

  it('is done at the second it expires', async () => {
    const fixture = await delegated();
    await fixture.chain.setUnixTime(EXPIRES_AT);
    await eachRefused(fixture, 'DelegateExpired');
    await fixture.chain.setUnixTime(EXPIRES_AT - 1n);
    await fixture.send((await ACTS.Heartbeat(fixture)).instruction, fixture.delegate);
  });

  it('is void once the agent has another owner', async () => {
    const fixture = await delegated();
    const { chain, deployment, agent, creator } = fixture;
    const buyer = await funded(chain);
    const owned = { agent, owner: creator.publicKey };
    const offer = await agentTransferPropose(deployment, { ...owned, newOwner: buyer.publicKey });
    await fixture.send(offer.instruction, creator);
    const keys = { agentKey: key(), payoutOwner: key() };
    const accept = await agentTransferAccept(deployment, { agent, pendingOwner: buyer.publicKey, ...keys });
    await fixture.send(accept.instruction, buyer);
    await eachRefused(fixture, 'DelegatesVoid');
  });

  it('attack 16: is a key that was named, and no other', async () => {
    const fixture = await delegated();
    for (const other of [fixture.payoutOwner, fixture.admin]) {
      await eachRefused(fixture, 'NotDelegate', other);
    }
  });

  it('is nobody without the delegates’ account, nor once removed', async () => {
    const fixture = await delegated();
    const { chain, deployment, agent, delegate, delegates, creator, feePayer } = fixture;
    const { registry } = deployment;
    for (const name of NAMES) {
      const { instruction } = await ACTS[name](fixture);
      const without = withAccount(instruction, 'delegates', { pubkey: registry });
      const error = name === 'Heartbeat' ? 'NotAgentOrOwner' : 'NotOwner';
      await expectRefused(chain, without, [delegate], error);
    }
    const remove = await delegateRemove(deployment, {
      agent,
      rentPayer: feePayer.publicKey,
      delegate: delegate.publicKey,
      signer: creator.publicKey,
    });
    await fixture.send(remove.instruction, creator);
    assert.equal(await chain.getAccount(delegates), null);
    await eachRefused(fixture, 'AccountOwnedByWrongProgram');
  });

  it('attack 4: of one agent is nobody to another, and a copy of the account is none', async () => {
    const fixture = await delegated();
    const { chain, delegates, delegate } = fixture;
    const other: RegistryFixture = await agentOn(fixture);
    const theirs = { ...fixture, agent: other.agent };
    for (const name of NAMES) {
      const { instruction } = await ACTS[name](theirs);
      const spoilt = withAccount(instruction, 'delegates', { pubkey: delegates });
      await expectRefused(chain, spoilt, [delegate], 'ConstraintSeeds');
      const own = await ACTS[name](fixture);
      const copied = withAccount(own.instruction, 'delegates', { pubkey: await copyOf(chain, delegates) });
      await expectRefused(chain, copied, [delegate], 'ConstraintSeeds');
    }
  });

  it('attack 1: signs', async () => {
    const fixture = await delegated();
    for (const name of NAMES) {
      const { instruction } = await ACTS[name](fixture);
      const spoilt = withAccount(instruction, 'signer', { isSigner: false });
      await expectRefused(fixture.chain, spoilt, [], 'AccountNotSigner');
    }
  });

  it('leaves the owner free to act, with or without the account', async () => {
    const fixture = await delegated({}, 'litesvm', EVERYTHING);
    const { deployment, agent, creator, delegates } = fixture;
    const update = await agentUpdate(deployment, { agent, owner: creator.publicKey, payoutOwner: key() });
    await fixture.send(update.instruction, creator);
    const again = await agentUpdate(deployment, { agent, owner: creator.publicKey, agentKey: key() });
    await fixture.send(withAccount(again.instruction, 'delegates', { pubkey: delegates }), creator);
  });
});
