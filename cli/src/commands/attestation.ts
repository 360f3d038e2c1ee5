import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { attestationIssue, attestationRevoke, evidenceHash, readAttestation } from '@agent-labs/sdk';
import type { Command } from 'commander';
import type { Act } from '../act.js';
import { address, file, hash, span } from '../arguments.js';
import type { Context } from '../context.js';
import { CliError } from '../errors.js';
import { writeNew } from '../keys.js';
import { type Shown, Time } from '../values.js';
import { sendOne, shownTransactions } from './common.js';

export function attestationCommands(program: Command, act: Act): void {
  const attestation = program
    .command('attestation')
    .description("vouching for a wallet, such as an agent's owner");
  attestation
    .command('show')
    .description('what an attestor vouches for about a wallet')
    .argument('<attestor>', 'address')
    .argument('<subject>', 'the wallet')
    .action(act(show));
  attestation
    .command('issue')
    .description('vouches for a wallet, or does so anew')
    .argument('<subject>', 'the wallet')
    .option('--lifetime <span>', 'for how long, ten years at most', '365d')
    .option('--evidence <file>', 'what it rests on; only its salted hash goes on the chain')
    .option(
      '--salt <file>',
      'of the hash; made where it is missing: who deletes it has the evidence forgotten',
    )
    .option('--evidence-hash <hex>', 'the salted hash itself')
    .action(act(issue));
  attestation
    .command('revoke')
    .description('takes an attestation back')
    .argument('<subject>', 'the wallet')
    .action(act(revoke));
}

async function show(context: Context, attestorText: string, subjectText: string): Promise<Shown> {
  const [attestor, subject] = [address(attestorText, 'the attestor'), address(subjectText, 'the subject')];
  const { chain, deployment } = await context.connected();
  const account = await readAttestation(chain, deployment, attestor, subject);
  if (account === null) return { attestor, subject, attested: false };
  const now = await chain.unixTime();
  return {
    ...{ attestor, subject, attested: account.expiresAt > now },
    issued: new Time(account.issuedAt),
    expires: new Time(account.expiresAt),
    evidence: Uint8Array.from(account.evidence),
  };
}

interface IssueOptions {
  lifetime: string;
  evidence?: string;
  salt?: string;
  evidenceHash?: string;
}

async function issue(context: Context, text: string, options: IssueOptions): Promise<Shown> {
  const subject = address(text, 'the subject');
  const lifetime = span(options.lifetime, '--lifetime');
  const { evidence, newSalt } = evidenceOf(options);
  const sending = await context.sending();
  if (newSalt !== null) sending.sender.beforeSending = newSalt;
  const attestor = sending.wallet.publicKey;
  const expiresAt = (await sending.chain.unixTime()) + lifetime;
  const { attestation, instruction } = await attestationIssue(sending.deployment, {
    ...{ attestor, subject, expiresAt, evidence },
  });
  await sendOne(sending, instruction);
  return {
    attestation,
    attestor,
    subject,
    expires: new Time(expiresAt),
    evidence,
    ...shownTransactions(sending),
  };
}

/** The salted hash, and what writes a salt that was made for it. */
function evidenceOf({ evidence, evidenceHash: hex, salt }: IssueOptions): {
  evidence: Uint8Array;
  newSalt: (() => void) | null;
} {
  if (hex !== undefined && evidence === undefined) {
    return { evidence: hash(hex, '--evidence-hash'), newSalt: null };
  }
  if (evidence === undefined || hex !== undefined || salt === undefined) {
    throw new CliError('EvidenceMissing', 'give --evidence FILE with --salt FILE, or --evidence-hash', 2);
  }
  const told = file(evidence, '--evidence');
  if (existsSync(salt)) {
    const known = hash(file(salt, '--salt').toString('utf8').trim(), 'the salt');
    return { evidence: evidenceHash(known, told), newSalt: null };
  }
  const made = randomBytes(32);
  return {
    evidence: evidenceHash(made, told),
    newSalt: () => writeNew(salt, `${made.toString('hex')}\n`),
  };
}

async function revoke(context: Context, text: string): Promise<Shown> {
  const subject = address(text, 'the subject');
  const sending = await context.sending();
  const attestor = sending.wallet.publicKey;
  const { instruction } = await attestationRevoke(sending.deployment, { attestor, subject });
  await sendOne(sending, instruction);
  return { attestor, subject, attested: false, ...shownTransactions(sending) };
}
