import assert from 'node:assert/strict';
import {
  agentRegister,
  configPause,
  PauseBit,
  type VersionPublishParams,
  versionAddress,
  versionPublish,
} from '@agent-labs/sdk';
import { MINT_SIZE, TOKEN_2022_PROGRAM_ID } from '@solana/spl-token';
import { type Keypair, PublicKey, SystemProgram } from '@solana/web3.js';
import { mint2022, POINTER } from '../escrow/mints';
import { createMint, funded, NOW, type RegistryFixture, SOL } from '../fixtures/registry';
import { expectRefused, withAccount } from '../helpers/refused';
import { genericNegatives } from './negatives';
import {
  AGENT_AT,
  assertRecorded,
  assertSame,
  copyOf,
  donation,
  key,
  lamportsOf,
  larger,
  nonCanonical,
  onBothChains,
  patch,
  readAgent,
  readVersion,
  setup,
} from './support';

const U64_MAX = (1n << 64n) - 1n;
const LONGEST_SEMVER = '1.2.3-alpha.1234567890123456.x+b';
const LONGEST_URI = `https://a.example/${'x'.repeat(182)}`;

async function publish(
  fixture: RegistryFixture,
  changes: Partial<VersionPublishParams> = {},
  owner: Keypair = fixture.creator,
) {
  const params = {
    agent: fixture.agent,
    owner: owner.publicKey,
    number: 2,
    semver: '1.1.0',
    manifestHash: new Uint8Array(32).fill(9),
    uri: 'https://agents.example/v2.json',
    price: 25_000n,
    priceMint: fixture.mint,
    ...changes,
  };
  return { ...(await versionPublish(fixture.deployment, params)), params, signers: [owner] };
}

describe('version_publish', () => {
  onBothChains('makes the next version, and its price the agent’s', async (kind) => {
    const fixture = await setup({}, kind);
    const { chain, creator, agent } = fixture;
    const before = await readAgent(fixture);
    const priceMint = await createMint(chain, key());
    const { instruction, version, params } = await publish(fixture, { priceMint });
    const paid = await lamportsOf(chain, creator.publicKey);
    const outcome = await fixture.send(instruction, creator);

    const { bump, ...stored } = await readVersion(chain, version);
    const { owner, ...said } = params;
    const content = { ...said, publisher: owner };
    assertSame(stored, { ...content, version: 1, yanked: false, publishedAt: NOW });
    assert.equal(bump, canonicalBump(fixture, 2));
    assertSame(await readAgent(fixture), { ...before, latestVersion: 2, price: params.price, priceMint });
    const rent = await chain.rentExemption(spaceOf(params));
    assert.equal(await lamportsOf(chain, version), rent);
    assert.equal(await lamportsOf(chain, creator.publicKey), paid - rent);

    const { price, priceMint: mint, ...rest } = content;
    assertRecorded(kind, outcome, 'versionPublished', {
      ...rest,
      agent,
      version,
      oldPrice: fixture.price,
      newPrice: price,
      oldPriceMint: fixture.mint,
      newPriceMint: mint,
      publishedAt: NOW,
    });
  });

  it('counts without gaps, from a draft on, and keeps the versions before', async () => {
    const fixture = await setup({ status: 'Draft', versions: 0 });
    const versions: PublicKey[] = [];
    for (const number of [1, 2, 3]) {
      const { instruction, version } = await publish(fixture, { number, price: BigInt(number) });
      await fixture.send(instruction, fixture.creator);
      versions.push(version);
    }
    const stored = await Promise.all(versions.map((version) => readVersion(fixture.chain, version)));
    assertSame(
      stored.map(({ number, price }) => [number, price]),
      [
        [1, 1n],
        [2, 2n],
        [3, 3n],
      ],
    );
    const agent = await readAgent(fixture);
    assertSame([agent.latestVersion, agent.price, agent.status], [3, 3n, 'Draft']);
  });

  it('takes the longest texts, the highest price and every public scheme', async () => {
    const fixture = await setup({ versions: 1, status: 'Suspended' });
    const edges: Partial<VersionPublishParams>[] = [
      { semver: LONGEST_SEMVER, uri: LONGEST_URI, price: U64_MAX },
      { uri: 'ipfs://bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi/m.json', price: 1n },
      { uri: 'ar://bNbA3TEQVL60xlgCcqdz4ZPHFZ711cZ3hmkpGttDt_U' },
    ];
    assert.deepEqual([LONGEST_SEMVER.length, LONGEST_URI.length], [32, 200]);
    for (const [at, changes] of edges.entries()) {
      const { instruction, version } = await publish(fixture, { number: at + 2, ...changes });
      await fixture.send(instruction, fixture.creator);
      const stored = await readVersion(fixture.chain, version);
      assertSame({ ...stored, ...changes }, stored);
    }
  });

  it('takes a price in a mint of Token-2022, bare or with extensions', async () => {
    const fixture = await setup();
    const { chain, creator, mintAuthority, send } = fixture;
    for (const [at, extensions] of [[], [POINTER]].entries()) {
      const priceMint = await mint2022(chain, mintAuthority.publicKey, extensions);
      const { instruction } = await publish(fixture, { number: at + 2, priceMint });
      await send(instruction, creator);
      assertSame((await readAgent(fixture)).priceMint, priceMint);
    }
  });

  it('costs at most 0.0075 SOL of rent with the agent, at a URI of 60 bytes', async () => {
    const fixture = await setup();
    const { chain } = fixture;
    const { instruction, version } = await publish(fixture, {
      uri: `https://agents.example/${'m'.repeat(37)}`,
      semver: '1.0.0',
    });
    await fixture.send(instruction, fixture.creator);
    const rent = (await lamportsOf(chain, fixture.agent)) + (await lamportsOf(chain, version));
    assert.equal(rent, 3_563_520n + 2_505_600n);
    assert.ok(rent <= 7_500_000n);
  });

  describe('refuses', () => {
    let fixture: RegistryFixture;
    before(async () => {
      fixture = await setup();
    });
    const refused = async (changes: Partial<VersionPublishParams>, error: string, owner?: Keypair) => {
      const { instruction, signers, version } = await publish(fixture, changes, owner);
      await expectRefused(fixture.chain, instruction, signers, error, [version]);
    };

    it('attack 16: anybody but the owner, the agent’s key too', async () => {
      for (const other of [fixture.agentKey, fixture.admin]) await refused({}, 'NotOwner', other);
    });

    it('what is no semantic version', async () => {
      const bad = [
        '',
        '1',
        '1.2',
        'v1.2.3',
        '01.2.3',
        '1.2.3-',
        '1.2.3+',
        '1.2.3-01',
        '1.2.3.4',
        ' 1.2.3',
        '1.2.３',
      ];
      for (const semver of [...bad, `${LONGEST_SEMVER}b`]) await refused({ semver }, 'SemverInvalid');
    });

    it('no manifest hash', () => refused({ manifestHash: new Uint8Array(32) }, 'ManifestHashMissing'));

    it('attack 17: addresses that are too long, or hide characters or markup', async () => {
      const bad = [
        '',
        `${LONGEST_URI}x`,
        'https://a.example/ b',
        'https://a.example/\n',
        'https://a.example/é',
      ];
      bad.push('https://a.example/\u202e', 'https://a.example/"><script>', 'https://a.example\\@10.0.0.1/');
      bad.push('https://a.example/%zz', 'https://a.example/\0', 'ipfs://', 'ar:///x');
      for (const uri of bad) await refused({ uri }, 'UriInvalid');
    });

    it('attack 17: schemes that run or read something', async () => {
      const bad = [
        'javascript:alert(1)',
        'data:text/html,x',
        'file:///etc/passwd',
        'http://a.example/m',
        'ftp://a.example/',
      ];
      bad.push('HTTPS://a.example/', 'https:a.example', '//a.example/', 'a.example/m.json');
      for (const uri of bad) await refused({ uri }, 'UriSchemeRefused');
    });

    it('attack 17: hosts that are private, in any spelling', async () => {
      const hosts = [
        '127.0.0.1',
        '127.1',
        '2130706433',
        '0x7f000001',
        '0177.0.0.1',
        '10.0.0.1:443',
        '169.254.169.254',
      ];
      hosts.push(
        '[::1]',
        '[::ffff:10.0.0.1]',
        'localhost',
        'LocalHost',
        'a.localhost',
        'nas.local',
        'intranet',
      );
      hosts.push(
        'metadata.google.internal',
        'user@a.example',
        'a.example@10.0.0.1',
        '%31%30.0.0.1',
        'a.0x1',
        '',
      );
      for (const host of hosts) await refused({ uri: `https://${host}/m.json` }, 'UriHostRefused');
    });

    it('attack 14: a price of nothing', () => refused({ price: 0n }, 'PriceZero'));

    it('attack 6: a price mint that is none', async () => {
      const { chain, mint } = fixture;
      const uninitialized = await copyOf(chain, mint);
      await patch(chain, uninitialized, (data) => data.writeUInt8(0, 45));
      const tokenAccount = await copyOf(chain, mint);
      const account = await chain.getAccount(tokenAccount);
      assert.ok(account);
      const data = Buffer.concat([account.data, Buffer.alloc(165 - MINT_SIZE)]);
      await chain.setAccount(tokenAccount, { ...account, lamports: SOL, data });
      const foreign = await copyOf(chain, mint, SystemProgram.programId);
      const spoilt = [uninitialized, tokenAccount, foreign, key(), fixture.agent];
      // of Token-2022: accounts, multisigs, and what is none
      for (const [length, type] of [
        [165, 0],
        [166, 0],
        [166, 2],
        [355, 1],
      ] as const) {
        const other = await copyOf(chain, mint, TOKEN_2022_PROGRAM_ID);
        const whole = Buffer.concat([account.data, Buffer.alloc(length - MINT_SIZE)]);
        if (type > 0) whole[165] = type;
        await chain.setAccount(other, {
          ...account,
          owner: TOKEN_2022_PROGRAM_ID,
          lamports: SOL,
          data: whole,
        });
        spoilt.push(other);
      }
      for (const priceMint of spoilt) await refused({ priceMint }, 'PriceMintInvalid');
    });

    it('attack 5: any address but that of the next number', async () => {
      const { agent, deployment } = fixture;
      const { instruction, signers } = await publish(fixture);
      const seeds = [Buffer.from('version'), agent.toBytes(), Buffer.from([2, 0, 0, 0])];
      const others = [0, 1, 3].map((number) => versionAddress(deployment, agent, number));
      others.push(versionAddress(deployment, key(), 2), nonCanonical(seeds, deployment.registry), key());
      for (const pubkey of others) {
        const spoilt = withAccount(instruction, 'version', { pubkey });
        await expectRefused(fixture.chain, spoilt, signers, 'ConstraintSeeds');
      }
    });

    it('attack 7: the agent as its version', async () => {
      const { instruction, signers } = await publish(fixture);
      const spoilt = withAccount(instruction, 'version', { pubkey: fixture.agent });
      await expectRefused(fixture.chain, spoilt, signers, 'ConstraintSeeds');
    });

    it('an owner who cannot pay', async () => {
      const poor = await setup();
      const account = await poor.chain.getAccount(poor.creator.publicKey);
      assert.ok(account);
      await poor.chain.setAccount(poor.creator.publicKey, { ...account, lamports: SOL / 1_000n });
      const { instruction, signers } = await publish(poor);
      await expectRefused(poor.chain, instruction, signers, 'system:ResultWithNegativeLamports');
    });
  });

  it('attack 16: an owner publishes for no other agent', async () => {
    const fixture = await setup();
    const other = await funded(fixture.chain);
    const { instruction, agent } = await agentRegister(fixture.deployment, {
      creator: other.publicKey,
      handle: 'other-agent',
      agentKey: key(),
      payoutOwner: key(),
      holdback: 60n,
    });
    await fixture.send(instruction, other);
    const spoilt = await publish(fixture, { agent, number: 1 });
    await expectRefused(fixture.chain, spoilt.instruction, spoilt.signers, 'NotOwner');
  });

  it('ends with retirement', async () => {
    const fixture = await setup({ status: 'Retiring' });
    const { instruction, signers } = await publish(fixture);
    await expectRefused(fixture.chain, instruction, signers, 'AgentRetiring');
  });

  it('stops while registering is paused', async () => {
    const fixture = await setup();
    const signer = fixture.pauser.publicKey;
    const pause = await configPause(fixture.deployment, { signer, bits: PauseBit.Register });
    await fixture.send(pause.instruction, fixture.pauser);
    const { instruction, signers } = await publish(fixture);
    await expectRefused(fixture.chain, instruction, signers, 'Paused');
  });

  it('attack 14: ends where numbers do', async () => {
    const fixture = await setup();
    const last = 0xffff_ffff;
    await patch(fixture.chain, fixture.agent, (data) => data.writeUInt32LE(last, AGENT_AT.latestVersion));
    const { instruction, signers } = await publish(fixture, { number: last });
    await expectRefused(fixture.chain, instruction, signers, 'MathOverflow');
  });

  it('takes private addresses where the config allows them, but no other scheme', async () => {
    const fixture = await setup({ settings: { allowPrivateUris: true } });
    const good = ['http://localhost:3000/m.json', 'https://127.0.0.1/m.json', 'http://[::1]/m.json'];
    for (const [at, uri] of good.entries()) {
      const { instruction, version } = await publish(fixture, { uri, number: at + 2 });
      await fixture.send(instruction, fixture.creator);
      assert.equal((await readVersion(fixture.chain, version)).uri, uri);
    }
    for (const [uri, error] of [
      ['javascript:alert(1)', 'UriSchemeRefused'],
      ['http://', 'UriHostRefused'],
      ['http://localhost/a b', 'UriInvalid'],
    ] as const) {
      const { instruction, signers } = await publish(fixture, { uri, number: 5 });
      await expectRefused(fixture.chain, instruction, signers, error);
    }
  });

  it('attack 11: is made where somebody sent lamports, below and above its rent', async () => {
    const fixture = await setup();
    const { chain, feePayer } = fixture;
    for (const [number, lamports] of [
      [2, SOL / 1_000n],
      [3, SOL],
    ] as const) {
      const { instruction, version, params } = await publish(fixture, { number });
      await fixture.send([donation(feePayer.publicKey, version, lamports), instruction], fixture.creator);
      const rent = await chain.rentExemption(spaceOf(params));
      assert.equal(await lamportsOf(chain, version), larger(lamports, rent));
      assert.equal((await readVersion(chain, version)).number, number);
    }
  });

  genericNegatives({
    setup,
    call: (fixture) => publish(fixture),
    accounts: { config: 'Config', agent: 'Agent' },
  });
});

/** Bytes of a version's account, its texts with a length of four bytes each. */
function spaceOf({ semver, uri }: VersionPublishParams): number {
  return 159 + 4 + semver.length + 4 + uri.length;
}

function canonicalBump({ agent, deployment }: RegistryFixture, number: number): number {
  const seeds = [Buffer.from('version'), agent.toBytes(), Buffer.from([number, 0, 0, 0])];
  return PublicKey.findProgramAddressSync(seeds, deployment.registry)[1];
}
