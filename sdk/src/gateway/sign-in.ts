import { clusterName, type Deployment } from '../deployment.js';
import { SignInMismatch } from './errors.js';
import type { SignInInput } from './types.js';

/** The text that a wallet signs, of what the gateway asks it to: Sign-In With Solana. */
export function signInText(input: SignInInput): string {
  return [
    `${input.domain} wants you to sign in with your Solana account:`,
    input.address,
    '',
    input.statement,
    '',
    `URI: ${input.uri}`,
    `Version: ${input.version}`,
    `Chain ID: ${input.chainId}`,
    `Nonce: ${input.nonce}`,
    `Issued At: ${input.issuedAt}`,
    `Expiration Time: ${input.expirationTime}`,
  ].join('\n');
}

/** Who signs in, and where: what a gateway asks to sign must say the same. */
export interface SignInPlace {
  /** host, and port where it is not the usual one */
  domain: string;
  /** base58 */
  address: string;
  deployment: Deployment;
}

const FIELDS = [
  'domain',
  'address',
  'statement',
  'uri',
  'version',
  'chainId',
  'nonce',
  'issuedAt',
  'expirationTime',
] as const;

/**
 * What a gateway asks to sign, once it is sure to mean this wallet at this gateway and nothing else: a signature
 * over any other text would be good at somebody else's site.
 * @throws SignInMismatch, and nothing was signed
 */
export function checkSignIn(asked: unknown, { domain, address, deployment }: SignInPlace): SignInInput {
  if (typeof asked !== 'object' || asked === null) throw new SignInMismatch('no challenge came');
  const input = asked as Record<string, unknown>;
  const expected: Partial<Record<string, string>> = {
    domain,
    address,
    version: '1',
    chainId: `solana:${clusterName(deployment.genesisHash)}`,
  };
  for (const field of FIELDS) {
    const value = input[field];
    // a line of its own could say what another field says
    if (typeof value !== 'string' || /[\p{Cc}\u2028\u2029]/u.test(value)) {
      throw new SignInMismatch(`${field} is not one line of text`);
    }
    const wanted = expected[field];
    if (wanted !== undefined && value !== wanted) {
      throw new SignInMismatch(`${field} is ${JSON.stringify(value.slice(0, 100))}, not ${wanted}`);
    }
  }
  return asked as SignInInput;
}
