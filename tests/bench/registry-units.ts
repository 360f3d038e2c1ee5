import {
  adminTransferAccept,
  adminTransferPropose,
  agentHeartbeat,
  configExecute,
  configPropose,
  DelegatePermission,
  delegateAdd,
  delegateRemove,
} from '@agent-labs/sdk';
import type { Keypair, PublicKey } from '@solana/web3.js';
import { type RegistryFixture, TEST_WINDOWS } from '../fixtures/registry';
import type { Measured } from './units';

type Note = (name: string, value: bigint | number, unit: Measured['unit'], budget: number | null) => void;

/** Changes of the config, handover and delegates. Moves the clock past every window: call it last. */
export async function measureRegistry(
  { chain, deployment, admin, feePayer, send }: RegistryFixture,
  { agent, owner, delegate, heir }: { agent: PublicKey; owner: Keypair; delegate: Keypair; heir: Keypair },
  note: Note,
): Promise<void> {
  const measure = async (name: string, ...sent: Parameters<typeof send>) =>
    note(name, (await send(...sent)).computeUnits, 'CU', null);
  const rentPayer = feePayer.publicKey;

  const added = await delegateAdd(deployment, {
    agent,
    owner: owner.publicKey,
    delegate: delegate.publicKey,
    rentPayer,
    permissions: DelegatePermission.Heartbeat,
    expiresAt: (await chain.unixTime()) + 1_000n,
  });
  await measure('delegate_add, the first', added.instruction, owner, delegate);
  const { lamports = 0n } = (await chain.getAccount(added.delegates)) ?? {};
  note('delegates, rent', lamports, 'lamports', null);
  const beat = await agentHeartbeat(deployment, { agent, delegate: delegate.publicKey });
  await measure('agent_heartbeat, by a delegate', beat.instruction, delegate);
  const own = await agentHeartbeat(deployment, { agent, signer: owner.publicKey });
  await measure('agent_heartbeat, by the owner', own.instruction, owner);
  const removal = { agent, rentPayer, delegate: delegate.publicKey, signer: owner.publicKey };
  await measure('delegate_remove, the last', (await delegateRemove(deployment, removal)).instruction, owner);

  const number = 0n;
  const changes = { feeBps: 50, windows: { lease: 20_000n } };
  const params = { admin: admin.publicKey, rentPayer, number, changes };
  await measure('config_propose', (await configPropose(deployment, params)).instruction, admin);
  await chain.advance({ seconds: TEST_WINDOWS.configDelay });
  const execute = await configExecute(deployment, { number, rentPayer, signer: rentPayer });
  await measure('config_execute', execute.instruction);

  const handover = { admin: admin.publicKey, newAdmin: heir.publicKey };
  const offer = await adminTransferPropose(deployment, handover);
  await measure('admin_transfer_propose', offer.instruction, admin);
  await chain.advance({ seconds: TEST_WINDOWS.adminDelay });
  const accept = await adminTransferAccept(deployment, { pendingAdmin: heir.publicKey });
  await measure('admin_transfer_accept', accept.instruction, heir);
}
