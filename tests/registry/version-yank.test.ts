import { agentRegister, type VersionPublishParams, versionPublish, versionYank } from '@agent-labs/sdk';
import type { Keypair } from '@solana/web3.js';
import type { RegistryFixture } from '../fixtures/registry';
import { expectRefused, withAccount } from '../helpers/refused';
import { genericNegatives } from './negatives';
import {
  assertRecorded,
  assertSame,
  dataOf,
  key,
  onBothChains,
  readAgent,
  readVersion,
  setup,
} from './support';

async function yank(fixture: RegistryFixture, number = 1, owner: Keypair = fixture.creator) {
  const { agent, deployment } = fixture;
  const built = await versionYank(deployment, { agent, owner: owner.publicKey, number });
  return { ...built, signers: [owner] };
}

describe('version_yank', () => {
  onBothChains('marks one version, and nothing else', async (kind) => {
    const fixture = await setup({ versions: 2 }, kind);
    const { chain, creator, agent } = fixture;
    const { instruction, version } = await yank(fixture);
    const [before, agentBefore] = [await readVersion(chain, version), await readAgent(fixture)];
    const latest = await dataOf(chain, fixture.version);
    const outcome = await fixture.send(instruction, creator);
    assertSame(await readVersion(chain, version), { ...before, yanked: true });
    assertSame(await readAgent(fixture), agentBefore);
    assertSame(await dataOf(chain, fixture.version), latest);
    const owner = creator.publicKey;
    assertRecorded(kind, outcome, 'versionYanked', { agent, version, number: 1, owner, signer: owner });
  });

  it('works on a retiring agent', async () => {
    const fixture = await setup({ status: 'Retiring' });
    await fixture.send((await yank(fixture)).instruction, fixture.creator);
    assertSame((await readVersion(fixture.chain, fixture.version)).yanked, true);
  });

  it('happens once', async () => {
    const fixture = await setup();
    const { instruction, signers } = await yank(fixture);
    await fixture.send(instruction, ...signers);
    await expectRefused(fixture.chain, instruction, signers, 'AlreadyYanked');
  });

  it('attack 16: refuses anybody but the owner', async () => {
    const fixture = await setup();
    for (const other of [fixture.agentKey, fixture.admin]) {
      const { instruction, signers } = await yank(fixture, 1, other);
      await expectRefused(fixture.chain, instruction, signers, 'NotOwner');
    }
  });

  it('attack 16: refuses a version of another agent', async () => {
    const fixture = await setup();
    const { chain, deployment, creator } = fixture;
    const other = await secondAgent(fixture);
    const { instruction, signers } = await yank(fixture);
    const theirs = withAccount(instruction, 'version', { pubkey: other.version });
    await expectRefused(chain, theirs, signers, 'ConstraintSeeds');
    const numbered = await versionYank(deployment, {
      agent: fixture.agent,
      owner: creator.publicKey,
      number: 2,
    });
    const mismatched = withAccount(numbered.instruction, 'version', { pubkey: fixture.version });
    await expectRefused(chain, mismatched, signers, 'ConstraintSeeds');
    await expectRefused(chain, numbered.instruction, signers, 'AccountNotInitialized');
  });

  it('attack 7: refuses the agent as its version', async () => {
    const fixture = await setup();
    const { instruction, signers } = await yank(fixture);
    const spoilt = withAccount(instruction, 'version', { pubkey: fixture.agent });
    await expectRefused(fixture.chain, spoilt, signers, 'AccountDiscriminatorMismatch');
  });

  genericNegatives({
    setup,
    call: (fixture) => yank(fixture),
    accounts: { agent: 'Agent', version: 'AgentVersion' },
  });
});

/** Another agent of the same creator, with a version. */
async function secondAgent({ deployment, creator, mint, send, agentKey }: RegistryFixture) {
  const { instruction, agent } = await agentRegister(deployment, {
    creator: creator.publicKey,
    handle: 'second-agent',
    agentKey: agentKey.publicKey,
    payoutOwner: key(),
    holdback: 60n,
  });
  const params: VersionPublishParams = {
    agent,
    owner: creator.publicKey,
    number: 1,
    semver: '1.0.0',
    manifestHash: new Uint8Array(32).fill(1),
    uri: 'https://agents.example/second.json',
    price: 1n,
    priceMint: mint,
  };
  const published = await versionPublish(deployment, params);
  await send([instruction, published.instruction], creator);
  return { agent, version: published.version };
}
