import { PublicKey } from '@solana/web3.js';
import type { Deployment } from '../deployment.js';
import { escrowIdl } from '../generated/escrow.js';
import { idlBytes } from '../idl.js';

const SCORE = idlBytes(escrowIdl, 'SCORE_SEED');

/** What paying customers said of an agent: `["score", agent]` */
export function scoreAddress(deployment: Deployment, agent: PublicKey): PublicKey {
  return PublicKey.findProgramAddressSync([SCORE, agent.toBytes()], deployment.reputation)[0];
}
