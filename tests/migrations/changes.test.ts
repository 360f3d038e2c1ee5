import assert from 'node:assert/strict';
import { programDataAddress } from '@agent-labs/localnet';
import { SQUADS_PROGRAM, squadsVault } from '@agent-labs/migrations';
import { adminTransferAccept } from '@agent-labs/sdk';
import { utils } from '@coral-xyz/anchor';
import {
  Connection,
  Keypair,
  type PublicKey,
  Transaction,
  TransactionMessage,
  VersionedTransaction,
} from '@solana/web3.js';
import { expectRefused, type Stage, stage } from './support';

/** A stage with its config made. */
async function made(): Promise<Stage> {
  const here = await stage();
  const { code, err } = await here.run('config');
  assert.equal(code, 0, err);
  return here;
}

describe('migrate propose, execute and cancel', () => {
  let here: Stage;
  beforeEach(async () => {
    here = await made();
  });
  afterEach(() => here.stop());

  const changed = (changes: object) => here.write('changed.json', { ...here.settings, ...changes });

  it('proposes what the settings change, once, and executes it in its time', async () => {
    const settings = changed({ feeBps: 50 });
    const first = await here.run('propose', { settings });
    assert.equal(first.code, 0, first.err);
    assert.match(first.out, /proposing \{"feeBps":50\} as number 0/);
    const before = await here.processed();
    const again = await here.run('propose', { settings });
    assert.match(again.out, /proposal 0 waits with these changes/);
    assert.equal(await here.processed(), before);
    assert.match((await here.run('proposals')).out, /^0: executable from /);

    await expectRefused(here, () => here.run('execute', { number: '0' }), 'ProposalPending');
    await here.localnet.node.advance({ seconds: 2_060n });
    const executed = await here.run('execute', { number: '0' });
    assert.equal(executed.code, 0, executed.err);
    assert.equal((await here.config())?.feeBps, 50);
    await expectRefused(here, () => here.run('execute', { number: '0' }), 'ProposalMissing');
    assert.match((await here.run('proposals')).out, /no proposal waits/);
    const same = await here.run('config', { settings });
    assert.equal(same.code, 0, same.err);
  });

  it('sends nothing on a dry run', async () => {
    const before = await here.processed();
    const { code, out } = await here.run('propose', { settings: changed({ feeBps: 50 }), 'dry-run': true });
    assert.equal(code, 0);
    assert.match(out, /nothing was sent/);
    assert.equal(await here.processed(), before);
  });

  it('takes a proposal back', async () => {
    await here.run('propose', { settings: changed({ feeBps: 50 }) });
    const { code, err } = await here.run('cancel', { number: '0' });
    assert.equal(code, 0, err);
    await expectRefused(here, () => here.run('cancel', { number: '0' }), 'ProposalMissing');
  });

  it('refuses what no proposal changes, what changes nothing, and whoever is not the admin', async () => {
    const fixed = changed({ allowPrivateUris: false });
    await expectRefused(here, () => here.run('propose', { settings: fixed }), 'ConfigFixed');
    await expectRefused(here, () => here.run('propose'), 'NothingToPropose');
    const keypair = here.write('payer.json', Array.from(here.localnet.personas.payer.secretKey));
    const settings = changed({ feeBps: 50 });
    await expectRefused(here, () => here.run('propose', { settings, keypair }), 'NotAdmin');
  });
});

describe('migrate handover and accept', () => {
  let here: Stage;
  beforeEach(async () => {
    here = await made();
  });
  afterEach(() => here.stop());

  it('hands the config to another key, and does nothing twice', async () => {
    const { personas, node } = here.localnet;
    const to = personas.payer.publicKey.toBase58();
    const keypair = here.write('payer.json', Array.from(personas.payer.secretKey));
    await expectRefused(here, () => here.run('accept', { keypair }), 'HandoverMissing');
    const offered = await here.run('handover', { to });
    assert.equal(offered.code, 0, offered.err);
    const before = await here.processed();
    assert.match((await here.run('handover', { to })).out, /offered already/);
    assert.equal(await here.processed(), before);

    await expectRefused(here, () => here.run('accept', { keypair }), 'HandoverNotDue');
    await node.advance({ seconds: 600n });
    const accepted = await here.run('accept', { keypair });
    assert.equal(accepted.code, 0, accepted.err);
    assert.equal((await here.config())?.admin.toBase58(), to);
    assert.match((await here.run('accept', { keypair })).out, /the admin already/);
    assert.match((await here.run('handover', { to })).out, /is the admin already/);
  });

  it('prints the commands for the upgrade authorities that the new one does not have', async () => {
    const { deployment } = here.localnet;
    const multisig = await squads(here);
    const vault = squadsVault(multisig, 3);
    const { out } = await here.run('handover', { multisig: multisig.toBase58(), vault: '3' });
    for (const program of [deployment.registry, deployment.escrow]) {
      const command = `solana program set-upgrade-authority ${program.toBase58()} --upgrade-authority AUTHORITY-KEYPAIR.json --new-upgrade-authority ${vault.toBase58()} --skip-new-upgrade-authority-signer-check`;
      assert.ok(out.includes(command), out);
    }
  });

  it('offers the config to a multisig’s vault, and gives the multisig what accepts it', async () => {
    const multisig = await squads(here);
    const vault = squadsVault(multisig);
    const options = { multisig: multisig.toBase58() };
    await expectRefused(here, () => here.run('accept', options), 'HandoverMissing');
    await here.run('handover', options);
    assert.equal((await here.config())?.pendingAdmin.toBase58(), vault.toBase58());
    await here.localnet.node.advance({ seconds: 600n });
    const { out, code, err } = await here.run('accept', options);
    assert.equal(code, 0, err);
    const imported = Transaction.from(utils.bytes.bs58.decode(out.trim()));
    const [instruction] = imported.instructions;
    const { deployment, rpcUrl } = here.localnet;
    const expected = await adminTransferAccept(deployment, { pendingAdmin: vault });
    assert.deepEqual(instruction?.data, expected.instruction.data);
    assert.ok(await accepts(rpcUrl, vault, here), 'the program takes the signature of a key off the curve');
  });

  it('takes no address for a multisig that is none, the vault’s own neither', async () => {
    const vault = squadsVault(await squads(here)).toBase58();
    for (const multisig of [vault, here.localnet.personas.payer.publicKey.toBase58()]) {
      await expectRefused(here, () => here.run('handover', { multisig }), 'MultisigMissing');
    }
  });

  /** An account of Squads, whose program a local chain does not have. */
  async function squads({ localnet }: Stage): Promise<PublicKey> {
    const multisig = Keypair.generate().publicKey;
    const state = {
      lamports: 1_000_000_000n,
      owner: SQUADS_PROGRAM,
      data: Buffer.alloc(8),
      executable: false,
    };
    await localnet.node.write([[multisig, state]]);
    return multisig;
  }

  /** Whether the program would let `vault` accept, were it to sign: a multisig signs by calling, not by a key. */
  async function accepts(url: string, vault: PublicKey, { localnet }: Stage): Promise<boolean> {
    const connection = new Connection(url, 'confirmed');
    const { instruction } = await adminTransferAccept(localnet.deployment, { pendingAdmin: vault });
    const { blockhash: recentBlockhash } = await connection.getLatestBlockhash();
    const payerKey = localnet.personas.operator.publicKey;
    const message = new TransactionMessage({ payerKey, recentBlockhash, instructions: [instruction] });
    const transaction = new VersionedTransaction(message.compileToV0Message());
    const { value } = await connection.simulateTransaction(transaction, { sigVerify: false });
    return value.err === null;
  }
});

describe('migrate programs', () => {
  let here: Stage;
  beforeEach(async () => {
    here = await stage();
  });
  afterEach(() => here.stop());

  it('finds them as built, and what is other or missing with the commands for it', async () => {
    const same = await here.run('programs');
    assert.equal(same.code, 0, same.out);
    assert.match(same.out, /^registry \w+: as built$/m);

    const { node, deployment } = here.localnet;
    const at = programDataAddress(deployment.escrow);
    const account = await node.getAccount(at);
    assert.ok(account);
    const data = Buffer.from(account.data);
    data.writeUInt8(data.readUInt8(data.length - 1) ^ 1, data.length - 1);
    await node.write([[at, { ...account, data }]]);
    const other = await here.run('programs');
    assert.equal(other.code, 1);
    assert.match(other.out, /^escrow \w+: other bytes$/m);
    assert.ok(other.out.includes(`solana program upgrade BUFFER ${deployment.escrow.toBase58()}`), other.out);
  });
});
