import type { Deployment } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { CliError } from './errors.js';

const PROGRAMS = ['registry', 'escrow', 'stake', 'reputation'] as const;

/** What `--deployment` names: programs under other ids, the cluster they are on, and symbols of mints. */
export interface DeploymentFile {
  programs: Partial<Pick<Deployment, (typeof PROGRAMS)[number]>>;
  /** base58 */
  genesisHash?: string;
  /** by mint, base58 */
  symbols: Record<string, string>;
}

/** @throws CliError `DeploymentInvalid`, naming the field */
export function deploymentFile(text: string, path: string): DeploymentFile {
  const invalid = (why: string) => new CliError('DeploymentInvalid', `--deployment ${path}: ${why}`);
  let fields: unknown;
  try {
    fields = JSON.parse(text);
  } catch (error) {
    throw invalid((error as Error).message);
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    throw invalid('it is no JSON object');
  const file: DeploymentFile = { programs: {}, symbols: {} };
  for (const [name, value] of Object.entries(fields)) {
    const program = PROGRAMS.find((known) => known === name);
    if (program !== undefined) file.programs[program] = key(value, name, invalid);
    else if (name === 'genesisHash') file.genesisHash = key(value, name, invalid).toBase58();
    else if (name === 'symbols') file.symbols = symbols(value, invalid);
    else
      throw invalid(
        `there is no field ${name}; there are ${[...PROGRAMS, 'genesisHash', 'symbols'].join(', ')}`,
      );
  }
  return file;
}

function key(value: unknown, name: string, invalid: (why: string) => CliError): PublicKey {
  try {
    if (typeof value === 'string') return new PublicKey(value);
  } catch {
    // said below, with the name of the field
  }
  throw invalid(`${name} must be an address in base58`);
}

function symbols(value: unknown, invalid: (why: string) => CliError): Record<string, string> {
  if (typeof value !== 'object' || value === null) throw invalid('symbols must be an object of mints');
  for (const [mint, symbol] of Object.entries(value)) {
    key(mint, 'a mint of symbols', invalid);
    if (typeof symbol !== 'string' || !/^[A-Za-z][A-Za-z0-9]{0,11}$/.test(symbol)) {
      throw invalid(`the symbol of ${mint} must be 1 to 12 letters and digits, a letter first`);
    }
  }
  return value as Record<string, string>;
}
