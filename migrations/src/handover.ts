import { adminTransferAccept, adminTransferPropose } from '@agent-labs/sdk';
import { utils } from '@coral-xyz/anchor';
import { type Connection, PublicKey, Transaction, type TransactionInstruction } from '@solana/web3.js';
import { type Cluster, carryOut, requireConfig } from './cluster.js';
import { MigrationRefused } from './errors.js';
import { upgradeAuthorityOf } from './programs.js';
import { date, notAdmin } from './proposals.js';

/** Squads v4, on mainnet-beta and devnet. */
export const SQUADS_PROGRAM = new PublicKey('SQDS4ep65T869zMMBKyuUq6aD6EgTu8psMjkvj52pCf');

/** A vault of a Squads v4 multisig: `["multisig", multisig, "vault", index: u8]`. It signs what its members approve. */
export function squadsVault(multisig: PublicKey, index = 0): PublicKey {
  const seeds = [Buffer.from('multisig'), multisig.toBytes(), Buffer.from('vault'), Uint8Array.of(index)];
  return PublicKey.findProgramAddressSync(seeds, SQUADS_PROGRAM)[0];
}

/**
 * As squadsVault, of a multisig that is there: an upgrade authority given to a wrong address is lost.
 * @throws MigrationRefused `MultisigMissing`
 */
export async function requireVault(
  { chain }: Pick<Cluster, 'chain'>,
  multisig: PublicKey,
  index = 0,
): Promise<PublicKey> {
  const account = await chain.getAccount(multisig);
  if (account?.owner.equals(SQUADS_PROGRAM)) return squadsVault(multisig, index);
  const told = `${multisig.toBase58()} is no account of Squads v4 on this cluster; give the multisig's address`;
  throw new MigrationRefused('MultisigMissing', `${told}, not its vault's`);
}

/**
 * Offers the config to a new admin, once: an offer to the same key is not made again, which would begin its wait
 * anew.
 * @throws MigrationRefused `NotAdmin`; ProgramError
 */
export async function offerAdmin(cluster: Cluster, newAdmin: PublicKey): Promise<void> {
  const { chain, signer, tell } = cluster;
  const config = await requireConfig(cluster);
  if (config.admin.equals(newAdmin)) {
    tell(`${newAdmin.toBase58()} is the admin already`);
    return;
  }
  const over = config.adminHandoverExpiresAt <= (await chain.unixTime());
  if (config.pendingAdmin.equals(newAdmin) && !over) {
    tell(`offered already, to accept from ${date(config.adminHandoverAt)}`);
    return;
  }
  if (!config.admin.equals(signer.publicKey)) throw notAdmin(config.admin.toBase58());
  const params = { admin: signer.publicKey, newAdmin };
  tell(`offering the config to ${newAdmin.toBase58()}`);
  if (!(await carryOut(cluster, [(await adminTransferPropose(chain.deployment, params)).instruction])))
    return;
  const offered = await requireConfig(cluster);
  tell(`to accept from ${date(offered.adminHandoverAt)} to ${date(offered.adminHandoverExpiresAt)}`);
}

/**
 * Accepts the config with the signer's key.
 * @throws MigrationRefused `HandoverMissing`; ProgramError
 */
export async function acceptAdmin(cluster: Cluster): Promise<void> {
  const { signer, tell } = cluster;
  const config = await requireConfig(cluster);
  if (config.admin.equals(signer.publicKey)) {
    tell('the signer is the admin already');
    return;
  }
  requireOffered(config.pendingAdmin, signer.publicKey);
  await carryOut(cluster, [await acceptance(cluster, signer.publicKey)]);
}

/**
 * The acceptance as an unsigned transaction, base58, which the multisig imports, approves and executes.
 * @throws MigrationRefused `HandoverMissing`
 */
export async function acceptanceFor(cluster: Pick<Cluster, 'chain'>, vault: PublicKey): Promise<string> {
  const { pendingAdmin } = await requireConfig(cluster);
  requireOffered(pendingAdmin, vault);
  return unsigned(cluster.chain.connection, vault, await acceptance(cluster, vault));
}

async function acceptance({ chain }: Pick<Cluster, 'chain'>, pendingAdmin: PublicKey) {
  return (await adminTransferAccept(chain.deployment, { pendingAdmin })).instruction;
}

function requireOffered(pending: PublicKey, to: PublicKey): void {
  if (pending.equals(to)) return;
  const told = `the config is not offered to ${to.toBase58()}; its admin runs \`handover\` first`;
  throw new MigrationRefused('HandoverMissing', told);
}

async function unsigned(
  connection: Connection,
  feePayer: PublicKey,
  instruction: TransactionInstruction,
): Promise<string> {
  const transaction = new Transaction({ feePayer, ...(await connection.getLatestBlockhash('confirmed')) });
  transaction.add(instruction);
  const bytes = transaction.serialize({ requireAllSignatures: false, verifySignatures: false });
  return utils.bytes.bs58.encode(bytes);
}

/** The command that hands a program's upgrade authority over, for each that the new one does not have. */
export async function upgradeAuthorityCommands(
  { chain }: Pick<Cluster, 'chain'>,
  newAuthority: PublicKey,
  url: string,
): Promise<string[]> {
  const commands: string[] = [];
  for (const program of Object.values(chain.deployment)) {
    if (!(program instanceof PublicKey)) continue;
    if ((await chain.getAccount(program)) === null) continue;
    const authority = await upgradeAuthorityOf(chain, program);
    if (authority === null || authority.equals(newAuthority)) continue;
    const to = `--new-upgrade-authority ${newAuthority.toBase58()}`;
    // a vault signs in its multisig alone, so it cannot confirm the change by signing here
    const unchecked = '--skip-new-upgrade-authority-signer-check';
    const by = '--upgrade-authority AUTHORITY-KEYPAIR.json';
    commands.push(
      `solana program set-upgrade-authority ${program.toBase58()} ${by} ${to} ${unchecked} --url ${url}`,
    );
  }
  return commands;
}
