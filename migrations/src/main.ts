import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Keypair, PublicKey } from '@solana/web3.js';
import { type Cluster, connect } from './cluster.js';
import { makeConfig } from './config.js';
import { MigrationRefused } from './errors.js';
import {
  acceptAdmin,
  acceptanceFor,
  offerAdmin,
  requireVault,
  upgradeAuthorityCommands,
} from './handover.js';
import { programStates } from './programs.js';
import { cancelProposal, date, executeProposal, proposeSettings, waitingProposals } from './proposals.js';
import { readSettings } from './settings.js';

const USAGE = `usage: npm run migrate -- COMMAND --url URL [options]

  config    --settings FILE --keypair FILE   makes the config; does nothing where it is there with these settings
  propose   --settings FILE --keypair FILE   proposes what the settings change
  proposals                                  lists the proposals that wait
  execute   --number N --keypair FILE        executes a proposal whose time has come
  cancel    --number N --keypair FILE        takes a proposal back, or clears away a dead one
  programs                                   compares the programs with programs/artifacts/BUILD.json, and prints
                                             the commands that bring them there
  handover  --keypair FILE and one of        offers the config to a new admin, and prints the commands that hand
            --multisig ADDRESS [--vault N]   over the programs' upgrade authority: to a vault of a Squads v4
            --to KEY                         multisig, or to any key
  accept    --keypair FILE                   accepts the config with one's own key
            --multisig ADDRESS [--vault N]   prints the acceptance for the multisig to import

  --dry-run reads, checks and simulates everything, and sends nothing.`;

function read() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      settings: { type: 'string' },
      keypair: { type: 'string' },
      number: { type: 'string' },
      multisig: { type: 'string' },
      vault: { type: 'string', default: '0' },
      to: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const [command, ...more] = positionals;
  if (command === undefined || more.length > 0) throw new TypeError('name one command');
  if (values.url === undefined) throw new TypeError('--url is missing');
  return { ...values, command, url: values.url, dryRun: values['dry-run'] };
}
type Options = ReturnType<typeof read>;

function required(options: Options, name: 'settings' | 'keypair' | 'number'): string {
  const value = options[name];
  if (value === undefined) throw new TypeError(`--${name} is missing`);
  return value;
}

function readKeypair(path: string): Keypair {
  try {
    return Keypair.fromSecretKey(Uint8Array.from(JSON.parse(readFileSync(path, 'utf8')) as number[]));
  } catch (error) {
    throw new TypeError(`--keypair ${path}: ${(error as Error).message}`);
  }
}

function readNumber(options: Options): bigint {
  const text = required(options, 'number');
  if (!/^\d{1,20}$/.test(text)) throw new TypeError('--number must be a whole number');
  return BigInt(text);
}

/** The vault that was named; undefined where none was. */
async function vaultOf(
  { multisig, vault }: Options,
  chain: Cluster['chain'],
): Promise<PublicKey | undefined> {
  if (multisig === undefined) return undefined;
  if (!/^\d{1,3}$/.test(vault) || Number(vault) > 255) throw new TypeError('--vault must be 0 to 255');
  return requireVault({ chain }, readKey('multisig', multisig), Number(vault));
}

function readKey(name: string, text: string): PublicKey {
  try {
    return new PublicKey(text);
  } catch {
    throw new TypeError(`--${name} must be a base58 key, got ${text}`);
  }
}

const tell = (line: string) => process.stdout.write(`${line}\n`);

async function clusterOf(options: Options, genesisHash?: string): Promise<Cluster> {
  const signer = readKeypair(required(options, 'keypair'));
  const chain = await connect(options.url, genesisHash);
  return { chain, signer, dryRun: options.dryRun, tell };
}

const COMMANDS: Record<string, (options: Options) => Promise<void>> = {
  async config(options) {
    const settings = readSettings(required(options, 'settings'));
    await makeConfig(await clusterOf(options, settings.genesisHash), settings);
  },
  async propose(options) {
    const settings = readSettings(required(options, 'settings'));
    await proposeSettings(await clusterOf(options, settings.genesisHash), settings);
  },
  async proposals({ url }) {
    const waiting = await waitingProposals({ chain: await connect(url, undefined) });
    for (const { number, stored } of waiting) {
      tell(`${number}: executable from ${date(stored.executableAt)} to ${date(stored.expiresAt)}`);
    }
    if (waiting.length === 0) tell('no proposal waits');
  },
  async execute(options) {
    await executeProposal(await clusterOf(options), readNumber(options));
  },
  async cancel(options) {
    await cancelProposal(await clusterOf(options), readNumber(options));
  },
  async programs({ url }) {
    const chain = await connect(url, undefined);
    const states = await programStates(chain, chain.deployment, url);
    for (const { name, program, state, built, found, commands } of states) {
      tell(`${name} ${program.toBase58()}: ${state}`);
      if (state !== 'as built') tell(`  built ${built}\n  found ${found ?? 'nothing'}`);
      for (const command of commands) tell(`  ${command}`);
    }
    if (states.some(({ state }) => state !== 'as built')) process.exitCode = 1;
  },
  async handover(options) {
    const { multisig, to } = options;
    if ((multisig === undefined) === (to === undefined)) throw new TypeError('name --multisig or --to');
    const cluster = await clusterOf(options);
    const heir = (await vaultOf(options, cluster.chain)) ?? readKey('to', to ?? '');
    await offerAdmin(cluster, heir);
    for (const command of await upgradeAuthorityCommands(cluster, heir, options.url)) tell(command);
  },
  async accept(options) {
    if (options.multisig === undefined) return acceptAdmin(await clusterOf(options));
    const chain = await connect(options.url, undefined);
    const vault = await vaultOf(options, chain);
    if (vault !== undefined) tell(await acceptanceFor({ chain }, vault));
  },
};

try {
  const options = read();
  const command = Object.hasOwn(COMMANDS, options.command) ? COMMANDS[options.command] : undefined;
  if (command === undefined) throw new TypeError(`no command ${options.command}`);
  await command(options);
} catch (error) {
  const known = error instanceof MigrationRefused;
  const misused = error instanceof TypeError;
  process.stderr.write(`${known ? error.message : error}\n${misused ? `\n${USAGE}\n` : ''}`);
  process.exitCode = misused ? 2 : 1;
}
