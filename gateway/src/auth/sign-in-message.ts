import { type SignInInput, signInText } from '@agent-labs/sdk';

export { type SignInInput, signInText };

/** Fields of a signed text, as far as it has them; for telling what is wrong with it. */
export function readSignInText(text: string): Partial<SignInInput> {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1];
  const domain = /^(\S+) wants you to sign in with your Solana account:$/m.exec(text)?.[1];
  const address = text.split('\n')[1];
  const [uri, chainId, nonce, issuedAt] = ['URI', 'Chain ID', 'Nonce', 'Issued At'].map(field);
  const found = { domain, address, uri, chainId, nonce, issuedAt };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}
