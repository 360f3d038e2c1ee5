/** What a wallet is asked to sign, in the terms of Sign-In With Solana. Times in ISO 8601. */
export interface SignInInput {
  domain: string;
  address: string;
  statement: string;
  uri: string;
  version: '1';
  /** `solana:mainnet`, `solana:devnet`, `solana:testnet` or `solana:localnet` */
  chainId: string;
  nonce: string;
  issuedAt: string;
  expirationTime: string;
}

/** The one text of an input, as wallets show and sign it. */
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

/** Fields of a signed text, as far as it has them; for telling what is wrong with it. */
export function readSignInText(text: string): Partial<SignInInput> {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1];
  const domain = /^(\S+) wants you to sign in with your Solana account:$/m.exec(text)?.[1];
  const address = text.split('\n')[1];
  const [uri, chainId, nonce, issuedAt] = ['URI', 'Chain ID', 'Nonce', 'Issued At'].map(field);
  const found = { domain, address, uri, chainId, nonce, issuedAt };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}
