import type { PublicKey, TransactionInstruction } from '@solana/web3.js';
import type { Deployment } from '../deployment.js';
import { registryIdl } from '../generated/registry.js';
import { encoder } from '../idl.js';
import { configAddress } from '../pda/registry.js';
import { eventAccounts } from './registry-shared.js';

export interface AdminTransferProposeParams {
  /** Signs. */
  admin: PublicKey;
  /** Any key that can sign, a multisig's vault too; `PublicKey.default` takes the offer back. */
  newAdmin: PublicKey;
}

/** Offers the config to a new admin, who accepts after `adminDelay`. Signers: admin. */
export async function adminTransferPropose(
  deployment: Deployment,
  { admin, newAdmin }: AdminTransferProposeParams,
): Promise<{ instruction: TransactionInstruction }> {
  const instruction = await encoder(registryIdl, deployment.registry)
    .methods.adminTransferPropose(newAdmin)
    .accountsStrict({ admin, config: configAddress(deployment), ...eventAccounts(deployment) })
    .instruction();
  return { instruction };
}

/** Makes the pending admin the admin; what the former one proposed is void. Signers: pending admin. */
export async function adminTransferAccept(
  deployment: Deployment,
  { pendingAdmin }: { pendingAdmin: PublicKey },
): Promise<{ instruction: TransactionInstruction }> {
  const instruction = await encoder(registryIdl, deployment.registry)
    .methods.adminTransferAccept()
    .accountsStrict({ pendingAdmin, config: configAddress(deployment), ...eventAccounts(deployment) })
    .instruction();
  return { instruction };
}
