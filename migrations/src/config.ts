import { type ConfigAccount, type ConfigSettings, configInitialize } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { type Cluster, carryOut, readConfig } from './cluster.js';
import { differences, type FixedSetting } from './differences.js';
import { MigrationRefused } from './errors.js';
import { upgradeAuthorityOf } from './programs.js';
import type { Settings } from './settings.js';

const TOKEN_PROGRAM = new PublicKey('TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA');
const MINT_BYTES = 82;
const MINT_IS_INITIALIZED_AT = 45;
/** Whether there is a freeze authority. */
const MINT_CAN_FREEZE_AT = 46;

/** What `makeConfig` came to. */
export type ConfigOutcome = 'made' | 'there already' | 'would be made';

/**
 * Makes the config of the deployment, once: where it is there with these settings, nothing is left to do.
 * @throws MigrationRefused naming what is in the way; nothing was sent
 */
export async function makeConfig(cluster: Cluster, settings: Settings): Promise<ConfigOutcome> {
  const { chain, signer, tell } = cluster;
  const found = await readConfig(cluster);
  if (found !== null) {
    requireSame(found, settings.config);
    tell('the config is there already, with these settings');
    return 'there already';
  }
  await requireUpgradeAuthority(cluster);
  for (const mint of [
    settings.config.stakeMint,
    ...settings.config.settlementMints.map(({ mint }) => mint),
  ]) {
    await requireMint(cluster, mint);
  }
  const { instruction, config } = await configInitialize(chain.deployment, {
    authority: signer.publicKey,
    payer: signer.publicKey,
    settings: settings.config,
  });
  tell(`making the config ${config.toBase58()} on the cluster ${settings.genesisHash}`);
  if (!(await carryOut(cluster, [instruction]))) return 'would be made';
  const made = await readConfig(cluster);
  if (made === null)
    throw new MigrationRefused('ConfigMissing', 'it was sent, and the node does not show it');
  requireSame(made, settings.config);
  tell('the config is as the settings say');
  return 'made';
}

/** @throws MigrationRefused `ConfigDiffers`, naming every difference and how to change it */
function requireSame(found: ConfigAccount, settings: ConfigSettings): void {
  const { fixed, changes, admin } = differences(found, settings);
  const names = [...fixed, ...Object.keys(changes), ...(admin ? ['admin'] : [])];
  if (names.length === 0) return;
  const ways: string[] = [];
  if (Object.keys(changes).length > 0) ways.push('`propose` changes the others');
  if (admin) ways.push('`handover` changes the admin');
  if (fixed.length > 0) ways.push(`${fixed.join(', ')} ${fixed.length > 1 ? 'are' : 'is'} for good`);
  const told = `the config is there with other settings: ${names.join(', ')}; ${ways.join(', ')}`;
  throw new MigrationRefused('ConfigDiffers', told);
}

/** @throws MigrationRefused `ConfigFixed` */
export function requireChangeable(fixed: FixedSetting[]): void {
  if (fixed.length === 0) return;
  const told = `${fixed.join(', ')}: no proposal changes what a config has for good; correct the settings`;
  throw new MigrationRefused('ConfigFixed', told);
}

async function requireUpgradeAuthority({ chain, signer }: Cluster): Promise<void> {
  const authority = await upgradeAuthorityOf(chain, chain.deployment.registry);
  if (authority?.equals(signer.publicKey)) return;
  if (authority === null) {
    throw new MigrationRefused('ProgramFinal', 'the registry has no upgrade authority: nobody can make it');
  }
  const told = `only ${authority.toBase58()} makes the config; ${signer.publicKey.toBase58()} signs`;
  throw new MigrationRefused('NotUpgradeAuthority', told);
}

async function requireMint({ chain, tell }: Cluster, mint: PublicKey): Promise<void> {
  const account = await chain.getAccount(mint);
  const isMint =
    account?.owner.equals(TOKEN_PROGRAM) === true &&
    account.data.length === MINT_BYTES &&
    account.data[MINT_IS_INITIALIZED_AT] === 1;
  if (isMint) {
    if (account.data[MINT_CAN_FREEZE_AT] === 0) return;
    tell(`warning: the issuer of ${mint.toBase58()} can freeze what is paid or staked in it`);
    return;
  }
  const told = `${mint.toBase58()} is no initialized mint of the SPL Token program on this cluster`;
  throw new MigrationRefused('MintInvalid', told);
}
