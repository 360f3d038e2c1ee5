import {
  type ConfigProposalAccount,
  configCancel,
  configExecute,
  configProposalAddress,
  configPropose,
  decodeConfigProposal,
} from '@agent-labs/sdk';
import { type Cluster, carryOut, requireConfig } from './cluster.js';
import { requireChangeable } from './config.js';
import { describe, differences } from './differences.js';
import { MigrationRefused } from './errors.js';
import type { Settings } from './settings.js';

/** Most proposals that are looked for behind the latest. */
const LOOK_BACK = 64n;

/** A proposal that waits, and its number. */
export interface WaitingProposal {
  number: bigint;
  stored: ConfigProposalAccount;
}

/** The proposals that can still execute, the latest first. */
export async function waitingProposals(cluster: Pick<Cluster, 'chain'>): Promise<WaitingProposal[]> {
  const { nextProposal, liveProposalsFrom } = await requireConfig(cluster);
  const { chain } = cluster;
  const now = await chain.unixTime();
  const found: WaitingProposal[] = [];
  const first = nextProposal - liveProposalsFrom > LOOK_BACK ? nextProposal - LOOK_BACK : liveProposalsFrom;
  for (let number = nextProposal - 1n; number >= first; number -= 1n) {
    const stored = await readProposal(cluster, number);
    if (stored !== null && now < stored.expiresAt) found.push({ number, stored });
  }
  return found;
}

async function readProposal(
  { chain }: Pick<Cluster, 'chain'>,
  number: bigint,
): Promise<ConfigProposalAccount | null> {
  const account = await chain.getAccount(configProposalAddress(chain.deployment, number));
  return account === null || account.data.length === 0 ? null : decodeConfigProposal(account.data);
}

/**
 * Proposes what the settings change, once: a proposal that waits with the same changes is not made again.
 * @returns its number; null where it would be made
 * @throws MigrationRefused naming what is in the way; nothing was sent
 */
export async function proposeSettings(cluster: Cluster, settings: Settings): Promise<bigint | null> {
  const { chain, signer, tell } = cluster;
  const config = await requireConfig(cluster);
  const { fixed, changes } = differences(config, settings.config);
  requireChangeable(fixed);
  if (Object.keys(changes).length === 0) {
    throw new MigrationRefused('NothingToPropose', 'the config has these settings already');
  }
  const same = (await waitingProposals(cluster)).find(
    ({ stored }) => describe(stored.changes) === describe(changes),
  );
  if (same !== undefined) {
    tell(`proposal ${same.number} waits with these changes until ${date(same.stored.executableAt)}`);
    return same.number;
  }
  if (!config.admin.equals(signer.publicKey)) throw notAdmin(config.admin.toBase58());
  const { nextProposal: number } = config;
  const { instruction } = await configPropose(chain.deployment, {
    admin: signer.publicKey,
    rentPayer: signer.publicKey,
    number,
    changes,
  });
  tell(`proposing ${describe(changes)} as number ${number}`);
  if (!(await carryOut(cluster, [instruction]))) return null;
  const made = await readProposal(cluster, number);
  if (made !== null) tell(`executable from ${date(made.executableAt)} to ${date(made.expiresAt)}`);
  return number;
}

/** Executes a proposal whose time has come. @throws MigrationRefused `ProposalMissing`, `ProposalPending` */
export async function executeProposal(cluster: Cluster, number: bigint): Promise<void> {
  const { chain, signer, tell } = cluster;
  const stored = await requireProposal(cluster, number);
  const now = await chain.unixTime();
  if (now < stored.executableAt) {
    throw new MigrationRefused('ProposalPending', `it waits until ${date(stored.executableAt)}`);
  }
  const ref = { number, rentPayer: stored.rentPayer, signer: signer.publicKey };
  tell(`executing ${describe(stored.changes)}`);
  await carryOut(cluster, [(await configExecute(chain.deployment, ref)).instruction]);
}

/** Takes a proposal back, or clears away a dead one. @throws MigrationRefused `ProposalMissing` */
export async function cancelProposal(cluster: Cluster, number: bigint): Promise<void> {
  const { chain, signer, tell } = cluster;
  const { rentPayer, changes } = await requireProposal(cluster, number);
  const params = { number, rentPayer, signer: signer.publicKey };
  tell(`cancelling ${describe(changes)}`);
  await carryOut(cluster, [(await configCancel(chain.deployment, params)).instruction]);
}

async function requireProposal(cluster: Cluster, number: bigint): Promise<ConfigProposalAccount> {
  await requireConfig(cluster);
  const stored = await readProposal(cluster, number);
  if (stored !== null) return stored;
  throw new MigrationRefused('ProposalMissing', `no proposal ${number}: never made, executed or cancelled`);
}

export function notAdmin(admin: string): MigrationRefused {
  return new MigrationRefused('NotAdmin', `only the admin ${admin} does this; sign with that key`);
}

/** A moment of the chain in words. */
export function date(unixTime: bigint): string {
  return `${new Date(Number(unixTime) * 1_000).toISOString()} (${unixTime})`;
}
