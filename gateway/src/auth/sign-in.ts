import { randomBytes } from 'node:crypto';
import { verifySignature } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { Refused } from '../refused.js';
import { readSignInText, type SignInInput, signInText } from './sign-in-message.js';

/** Milliseconds in which a challenge has to be signed. */
const GOOD_FOR = 10 * 60_000;
/** Challenges that wait at once; the oldest give way. */
const MOST_CHALLENGES = 10_000;

/** What people sign in to. */
export interface SignInSite {
  /** host, and port where it is not the usual one */
  domain: string;
  uri: string;
  /** of the cluster, as wallets name it: `solana:localnet` */
  chainId: string;
}

/**
 * Sign-In With Solana. Each challenge is good for one signature: what a wallet signed must be, byte for byte,
 * the text of a challenge that was given out for its address.
 */
export class SignIn {
  readonly #site: () => SignInSite;
  readonly #challenges = new Map<string, SignInInput>();

  constructor(site: () => SignInSite) {
    this.#site = site;
  }

  challenge(address: string): SignInInput {
    const now = Date.now();
    const input: SignInInput = {
      ...this.#site(),
      address,
      statement: 'Sign in to relay messages and paid calls. This moves no money.',
      version: '1',
      nonce: randomBytes(16).toString('hex'),
      issuedAt: new Date(now).toISOString(),
      expirationTime: new Date(now + GOOD_FOR).toISOString(),
    };
    this.#challenges.set(input.nonce, input);
    const [oldest] = this.#challenges.keys();
    if (this.#challenges.size > MOST_CHALLENGES && oldest !== undefined) this.#challenges.delete(oldest);
    return input;
  }

  /**
   * @param message the bytes that were signed
   * @param signature 64 bytes
   * @returns the address that signed
   * @throws Refused by name; the challenge is used up by any signature of its wallet
   */
  verify(message: Uint8Array, signature: Uint8Array): string {
    const text = Buffer.from(message).toString('utf8');
    const said = readSignInText(text);
    this.#requireAddressee(said);
    const input = this.#challenges.get(said.nonce ?? '');
    if (input === undefined) {
      throw refused(
        'NonceUnknown',
        'this challenge was not given out here, or was used; ask for another one',
      );
    }
    if (text !== signInText(input)) {
      throw refused('MessageMismatch', 'the signed text is not the one of the challenge; sign it unchanged');
    }
    if (
      signature.length !== 64 ||
      !verifySignature(new PublicKey(input.address).toBytes(), message, signature)
    ) {
      throw refused('BadSignature', `not the signature of ${input.address} over this text`);
    }
    this.#challenges.delete(input.nonce);
    if (Date.now() > Date.parse(input.expirationTime)) {
      throw refused('ChallengeExpired', 'the challenge is older than 10 minutes; ask for another one');
    }
    return input.address;
  }

  /** What was signed for somebody else is said so, even where its nonce means nothing here. */
  #requireAddressee({ domain, chainId, issuedAt }: Partial<SignInInput>): void {
    const { domain: ours, chainId: chain } = this.#site();
    if (domain !== ours) {
      throw refused('WrongDomain', `signed for ${JSON.stringify(domain ?? '')}, this is ${ours}`);
    }
    if (chainId !== chain) {
      throw refused('WrongChain', `signed for ${JSON.stringify(chainId ?? '')}, this is ${chain}`);
    }
    const age = Date.now() - Date.parse(issuedAt ?? '');
    if (!(Math.abs(age) <= GOOD_FOR)) {
      throw refused(
        'ChallengeExpired',
        'issued more than 10 minutes ago, or ahead; ask for another challenge',
      );
    }
  }
}

function refused(code: string, message: string): Refused {
  return new Refused(401, code, message);
}
