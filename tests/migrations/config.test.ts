import assert from 'node:assert/strict';
import { type MigrationRefused, parseSettings } from '@agent-labs/migrations';
import { Keypair, PublicKey } from '@solana/web3.js';
import { expectRefused, keyOf, type Stage, stage } from './support';

const windows = (settings: Record<string, unknown>) => settings.windowsSeconds as Record<string, number>;

describe('migrate config', () => {
  let here: Stage;
  beforeEach(async () => {
    here = await stage();
  });
  afterEach(() => here.stop());

  it('makes the config as the settings say, and a second run does nothing', async () => {
    const first = await here.run('config');
    assert.equal(first.code, 0, first.err);
    const { settings } = here;
    const config = await here.config();
    assert.ok(config);
    assert.deepEqual(config.admin, keyOf(settings.admin));
    assert.equal(config.slashCapDispute, (1n << 64n) - 1n);
    assert.equal(config.minStake, 0n);
    for (const [name, value] of Object.entries(windows(settings))) {
      assert.equal(config.windows[name as keyof typeof config.windows], BigInt(value), name);
    }
    assert.equal(new PublicKey(config.genesisHash).toBase58(), settings.genesisHash);
    assert.deepEqual(
      config.panels.map(({ members }) => members.length),
      [2, 2],
    );

    const before = await here.processed();
    const second = await here.run('config');
    assert.equal(second.code, 0, second.err);
    assert.match(second.out, /there already, with these settings/);
    assert.equal(await here.processed(), before);
  });

  it('sends nothing on a dry run, which simulates all the same', async () => {
    const before = await here.processed();
    const dry = await here.run('config', { 'dry-run': true });
    assert.equal(dry.code, 0, dry.err);
    assert.match(dry.out, /dry run: .*nothing was sent/);
    assert.deepEqual([await here.processed(), await here.config()], [before, null]);
  });

  it('ends in the same state when it is killed at any step and run again', async () => {
    for (const step of ['making the config', 'simulating', 'signing', 'sent']) {
      const killed = await here.run('config', {}, step);
      assert.equal(killed.code, null, `killed at ${step}`);
      const again = await here.run('config');
      assert.equal(again.code, 0, again.err);
      assert.equal((await here.config())?.feeBps, 100);
      await here.stop();
      here = await stage();
    }
  });

  it('names every difference to a config that is there, and changes nothing', async () => {
    await here.run('config');
    const other = {
      ...here.settings,
      feeBps: 50,
      admin: Keypair.generate().publicKey.toBase58(),
      allowPrivateUris: false,
      windowsSeconds: { ...windows(here.settings), lease: 5 },
    };
    const file = here.write('other.json', other);
    const { err } = await expectRefused(here, () => here.run('config', { settings: file }), 'ConfigDiffers');
    for (const name of ['feeBps', 'admin', 'allowPrivateUris', 'windows']) assert.ok(err.includes(name), err);
  });

  it('refuses another cluster than the settings are for', async () => {
    const genesisHash = '5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d';
    const file = here.write('mainnet.json', { ...here.settings, genesisHash, allowPrivateUris: false });
    await expectRefused(here, () => here.run('config', { settings: file }), 'GenesisHashMismatch');
  });

  it('refuses whom the program would refuse, before it asks', async () => {
    const { personas } = here.localnet;
    const keypair = here.write('payer.json', Array.from(personas.payer.secretKey));
    await expectRefused(here, () => here.run('config', { keypair }), 'NotUpgradeAuthority');
    const stakeMint = personas.treasury.publicKey.toBase58();
    const file = here.write('mint.json', { ...here.settings, stakeMint });
    await expectRefused(here, () => here.run('config', { settings: file }), 'MintInvalid');
  });

  it('refuses settings that break a rule, naming the field', async () => {
    const { settings } = here;
    const without = Object.fromEntries(Object.entries(settings).filter(([name]) => name !== 'feeBps'));
    const cases: [Record<string, unknown> | string, string][] = [
      [without, 'feeBps'],
      [{ ...settings, minStake: '1' }, 'minStake'],
      [{ ...settings, feeBps: 501 }, 'feeBps'],
      [{ ...settings, feeBps: 0.5 }, 'feeBps'],
      [{ ...settings, bondMinBaseUnits: 5 }, 'bondMinBaseUnits'],
      [{ ...settings, bondMinBaseUnits: '1.5' }, 'bondMinBaseUnits'],
      [{ ...settings, bondMinBaseUnits: '18446744073709551616' }, 'bondMinBaseUnits'],
      [{ ...settings, admin: '11111111111111111111111111111111' }, 'admin'],
      [{ ...settings, admin: 'nobody' }, 'admin'],
      [{ ...settings, appealPanel: settings.rulingPanel }, 'appealPanel'],
      [{ ...settings, windowsSeconds: { ...windows(settings), unbonding: 2_059 } }, 'unbonding'],
      [{ ...settings, windowsSeconds: { ...windows(settings), configDelay: 2_059 } }, 'configDelay'],
      [{ ...settings, windowsSeconds: { ...windows(settings), holdbackMin: 201 } }, 'holdbackMin'],
      [{ ...settings, windowsSeconds: { ...windows(settings), lease: 0 } }, 'lease'],
      [{ ...settings, settlementMints: Array(2).fill(settings.settlementMints).flat() }, 'settlementMints'],
      [{ ...settings, genesisHash: '5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d' }, 'allowPrivateUris'],
    ];
    const before = await here.processed();
    for (const [content, field] of cases) {
      assert.throws(
        () => parseSettings(content),
        ({ reason, message }: MigrationRefused) => {
          assert.equal(reason, 'SettingsInvalid');
          assert.ok(message.includes(field), `${field}: ${message}`);
          return true;
        },
      );
    }
    const file = here.write('wrong.json', { ...settings, feeBps: 501 });
    const { code, err } = await here.run('config', { settings: file });
    assert.deepEqual([code, err], [1, 'SettingsInvalid: feeBps: at most 500\n']);
    const broken = await here.run('config', { settings: here.write('broken.json', '{') });
    assert.match(broken.err, /^SettingsFileUnreadable: /);
    assert.equal(await here.processed(), before);
  });

  it('says how it is used', async () => {
    for (const command of ['nothing', 'toString']) {
      const { code, err } = await here.run(command);
      assert.equal(code, 2);
      assert.match(err, /no command .*usage: /s);
    }
  });
});
