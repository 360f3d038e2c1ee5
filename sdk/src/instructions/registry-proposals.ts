import { type PublicKey, SystemProgram, type TransactionInstruction } from '@solana/web3.js';
import type { Deployment } from '../deployment.js';
import { registryIdl } from '../generated/registry.js';
import { encoder, i64, u64 } from '../idl.js';
import { configAddress, configProposalAddress } from '../pda/registry.js';
import type { ArbiterPanel, ConfigSettings, ConfigWindows } from './registry-config.js';
import { eventAccounts } from './registry-shared.js';

/**
 * The settings that a proposal changes; what is left out stays. Stake mint, genesis hash and `allowPrivateUris`
 * are for good, and the admin changes by handover.
 */
export interface ConfigChanges
  extends Partial<
    Pick<
      ConfigSettings,
      | 'pauser'
      | 'treasury'
      | 'feeBps'
      | 'firstLossBps'
      | 'penaltyBps'
      | 'bondBps'
      | 'minStake'
      | 'slashCapDispute'
      | 'slashCapPeriod'
      | 'bondMin'
      | 'arbiterFee'
      | 'settlementMints'
    >
  > {
  /** Seconds each. */
  windows?: Partial<ConfigWindows>;
  /** The whole panel that rules. */
  firstPanel?: ArbiterPanel;
  /** The whole panel that hears appeals. */
  secondPanel?: ArbiterPanel;
}

const WINDOWS = [
  ...['unbonding', 'configDelay', 'configExpiry', 'adminDelay', 'channelLifeMax', 'closeGrace'],
  ...['holdbackMin', 'holdbackMax', 'holdLapse', 'claim', 'response', 'ruling', 'appeal', 'appealRuling'],
  ...['rating', 'lease', 'executionPause', 'slashPeriod'],
] as (keyof ConfigWindows)[];

export interface ConfigProposeParams {
  /** Signs. */
  admin: PublicKey;
  /** Pays the rent, and gets it back; signs. */
  rentPayer: PublicKey;
  /** The config's `nextProposal`. */
  number: bigint;
  changes: ConfigChanges;
}

/**
 * Announces a change of settings. Signers: admin, rent payer.
 *
 * @example
 * const { nextProposal: number } = decodeConfig(account.data);
 * const { instruction, proposal } = await configPropose(deployment, {
 *   admin, rentPayer: admin, number, changes: { feeBps: 50, windows: { lease: 86_400n } },
 * });
 */
export async function configPropose(
  deployment: Deployment,
  { admin, rentPayer, number, changes }: ConfigProposeParams,
): Promise<{ instruction: TransactionInstruction; proposal: PublicKey }> {
  const proposal = configProposalAddress(deployment, number);
  const amount = (name: 'minStake' | 'slashCapDispute' | 'slashCapPeriod' | 'bondMin' | 'arbiterFee') => {
    const value = changes[name];
    return value === undefined ? null : u64(value, name);
  };
  const windows = WINDOWS.map((name) => {
    const value = changes.windows?.[name];
    return [name, value === undefined ? null : i64(value, name)];
  });
  const instruction = await encoder(registryIdl, deployment.registry)
    .methods.configPropose(u64(number, 'number'), {
      pauser: changes.pauser ?? null,
      treasury: changes.treasury ?? null,
      feeBps: changes.feeBps ?? null,
      firstLossBps: changes.firstLossBps ?? null,
      penaltyBps: changes.penaltyBps ?? null,
      bondBps: changes.bondBps ?? null,
      minStake: amount('minStake'),
      slashCapDispute: amount('slashCapDispute'),
      slashCapPeriod: amount('slashCapPeriod'),
      bondMin: amount('bondMin'),
      arbiterFee: amount('arbiterFee'),
      windows: Object.fromEntries(windows) as Record<keyof ConfigWindows, ReturnType<typeof i64> | null>,
      firstPanel: changes.firstPanel ?? null,
      secondPanel: changes.secondPanel ?? null,
      settlementMints: changes.settlementMints ?? null,
    })
    .accountsStrict({
      admin,
      rentPayer,
      config: configAddress(deployment),
      proposal,
      systemProgram: SystemProgram.programId,
      ...eventAccounts(deployment),
    })
    .instruction();
  return { instruction, proposal };
}

export interface ConfigProposalRef {
  number: bigint;
  /** Paid the proposal's rent, and gets it. */
  rentPayer: PublicKey;
}

export interface ConfigExecuteParams extends ConfigProposalRef {
  /** Anyone; the admin to pass over proposals with lower numbers. Signs. */
  signer: PublicKey;
}

/** Makes a change that has waited its time. Signers: signer. */
export async function configExecute(
  deployment: Deployment,
  { number, rentPayer, signer }: ConfigExecuteParams,
): Promise<{ instruction: TransactionInstruction; proposal: PublicKey }> {
  const proposal = configProposalAddress(deployment, number);
  const instruction = await encoder(registryIdl, deployment.registry)
    .methods.configExecute()
    .accountsStrict({
      signer,
      config: configAddress(deployment),
      proposal,
      rentPayer,
      ...eventAccounts(deployment),
    })
    .instruction();
  return { instruction, proposal };
}

export interface ConfigCancelParams extends ConfigProposalRef {
  /** The admin; anyone once the proposal has expired or is void. Signs. */
  signer: PublicKey;
}

/** Takes a proposal back, or clears away one that can never execute. Signers: signer. */
export async function configCancel(
  deployment: Deployment,
  { number, rentPayer, signer }: ConfigCancelParams,
): Promise<{ instruction: TransactionInstruction; proposal: PublicKey }> {
  const proposal = configProposalAddress(deployment, number);
  const instruction = await encoder(registryIdl, deployment.registry)
    .methods.configCancel()
    .accountsStrict({
      signer,
      config: configAddress(deployment),
      proposal,
      rentPayer,
      ...eventAccounts(deployment),
    })
    .instruction();
  return { instruction, proposal };
}
