import { PublicKey } from '@solana/web3.js';
import { readAgent, readVersion } from '../actions/read.js';
import type { Chain } from '../chain.js';
import type { Deployment } from '../deployment.js';
import {
  CHANNEL_SCHEME,
  caip2Network,
  decodeHeader,
  type PaymentRequired,
  type PaymentRequirement,
} from '../x402/headers.js';

/** What in a 402 does not hold against the chain, or the caller's own limits. */
export type ChallengeProblem =
  | 'NoChannelScheme'
  | 'WrongNetwork'
  | 'WrongEscrow'
  | 'WrongAgent'
  | 'UnknownAgent'
  | 'WrongVersion'
  | 'WrongAsset'
  | 'WrongAmount'
  | 'AboveMaximum';

/** A 402 asks for something else than the chain says, or than was agreed to. Nothing was signed or paid. */
export class ChallengeRefused extends Error {
  override readonly name = 'ChallengeRefused';
  constructor(
    readonly code: ChallengeProblem,
    message: string,
  ) {
    super(`${code}: ${message}; nothing was paid`);
  }
}

/** What the caller has agreed to. */
export interface ChallengeLimits {
  /** base units that a call may cost */
  maximum: bigint;
  /** the agent that is to be paid; without it, any registered one */
  agent?: PublicKey | undefined;
}

/** A 402 that holds: who is paid how much, in what. */
export interface CheckedChallenge {
  agent: PublicKey;
  version: number;
  /** base units a call, as the chain has it */
  price: bigint;
  mint: PublicKey;
}

/**
 * Checks a `payment-required` header against the chain. It can ask for nothing that the registry does not say.
 * @throws ChallengeRefused; PaymentMalformed; AccountMismatch
 */
export async function checkChallenge(
  chain: Chain,
  deployment: Deployment,
  header: string,
  limits: ChallengeLimits,
): Promise<CheckedChallenge> {
  const required = decodeHeader<PaymentRequired>(header);
  const accepts: Partial<PaymentRequirement>[] = Array.isArray(required?.accepts) ? required.accepts : [];
  const refuse = (code: ChallengeProblem, message: string) => new ChallengeRefused(code, message);
  const offer = accepts.find(({ scheme }) => scheme === CHANNEL_SCHEME);
  if (offer === undefined) throw refuse('NoChannelScheme', `it offers no ${CHANNEL_SCHEME}`);
  const network = caip2Network(deployment.genesisHash);
  if (offer.network !== network)
    throw refuse('WrongNetwork', `it is for ${offer.network}, this is ${network}`);
  if (offer.extra?.escrow !== deployment.escrow.toBase58()) {
    throw refuse(
      'WrongEscrow',
      `it names the escrow ${offer.extra?.escrow}, not ${deployment.escrow.toBase58()}`,
    );
  }
  const agent = addressIn(offer.payTo);
  if (agent === null || (limits.agent !== undefined && !agent.equals(limits.agent))) {
    throw refuse('WrongAgent', `it is to pay ${offer.payTo}, not ${limits.agent?.toBase58() ?? 'an agent'}`);
  }
  const registered = await readAgent(chain, deployment, agent);
  if (registered === null) throw refuse('UnknownAgent', `${agent.toBase58()} is not registered`);
  const version = await readVersion(chain, deployment, agent, registered.latestVersion);
  if (version === null || offer.extra.agentVersion !== version.number) {
    throw refuse(
      'WrongVersion',
      `it offers version ${offer.extra.agentVersion}, the latest is ${version?.number}`,
    );
  }
  const { price, priceMint: mint } = version;
  if (offer.asset !== mint.toBase58())
    throw refuse('WrongAsset', `it asks for ${offer.asset}, not ${mint.toBase58()}`);
  if (offer.amount !== price.toString()) {
    throw refuse('WrongAmount', `it asks for ${offer.amount} base units, the registry says ${price}`);
  }
  if (price > limits.maximum) {
    throw refuse(
      'AboveMaximum',
      `a call costs ${price} base units, at most ${limits.maximum} were agreed to`,
    );
  }
  return { agent, version: version.number, price, mint };
}

function addressIn(text: unknown): PublicKey | null {
  try {
    return typeof text === 'string' ? new PublicKey(text) : null;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
