import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { giveConsent, isGrantValid, purposeHash, readGrant, revokeConsent } from '@agent-labs/sdk';
import type { Command } from 'commander';
import type { Act } from '../act.js';
import { address, file, hash, span, whole } from '../arguments.js';
import type { Context } from '../context.js';
import { writeNew } from '../keys.js';
import { type Shown, Time } from '../values.js';
import { shownTransactions } from './common.js';

const KEY = 'key of the hashes; who deletes it has purpose and terms forgotten';

export function grantCommands(program: Command, act: Act): void {
  const grant = program
    .command('grant')
    .description('consents: to whom, for which purpose, under which terms, until when');
  grant
    .command('give')
    .description('consents, or does so anew')
    .argument('<controller>', 'wallet that may do it')
    .argument('<purpose>', 'what for, in words; only its keyed hash goes on the chain')
    .requiredOption('--terms <file>', 'what is consented to; only its keyed hash goes on the chain')
    .requiredOption('--key <file>', `${KEY}; made where it is missing`)
    .option('--terms-version <n>', 'of the terms', '1')
    .option('--lifetime <span>', 'until it expires', '365d')
    .action(act(give));
  grant
    .command('revoke')
    .description('takes a consent back')
    .argument('<controller>', 'wallet')
    .argument('<purpose>', 'what it was given for')
    .requiredOption('--key <file>', KEY)
    .action(act(revoke));
  grant
    .command('show')
    .description('whether a wallet consents now')
    .argument('<controller>', 'wallet')
    .argument('<purpose>', 'what for')
    .requiredOption('--key <file>', KEY)
    .option('--subject <address>', 'who consents; that of --keypair unless given')
    .option('--terms-version <n>', 'of the terms at least', '1')
    .action(act(show));
}

/** The key in a file, 64 hexadecimal digits. */
const keyIn = (path: string) => hash(file(path, '--key').toString('utf8').trim(), 'the key');

interface GiveOptions {
  terms: string;
  key: string;
  termsVersion: string;
  lifetime: string;
}

async function give(context: Context, to: string, purpose: string, options: GiveOptions): Promise<Shown> {
  const controller = address(to, 'the controller');
  const termsVersion = Number(whole(options.termsVersion, '--terms-version', 0xffff_ffffn));
  const lifetime = span(options.lifetime, '--lifetime');
  const terms = file(options.terms, '--terms').toString('utf8');
  const isNew = !existsSync(options.key);
  const key = isNew ? new Uint8Array(randomBytes(32)) : keyIn(options.key);
  const sending = await context.sending();
  const { deployment, sender, wallet } = sending;
  // without the key nobody, its subject neither, could name the consent again
  if (isNew) {
    sender.beforeSending = () => writeNew(options.key, `${Buffer.from(key).toString('hex')}\n`);
  }
  const { grant } = await giveConsent(sender, deployment, {
    ...{
      subject: wallet,
      controller,
      purpose: purposeHash(key, purpose),
      termsHash: purposeHash(key, terms),
    },
    ...{ termsVersion, lifetime },
  });
  return {
    grant,
    subject: wallet.publicKey,
    controller,
    termsVersion,
    key: options.key,
    ...shownTransactions(sending),
  };
}

async function revoke(
  context: Context,
  to: string,
  purpose: string,
  options: { key: string },
): Promise<Shown> {
  const controller = address(to, 'the controller');
  const name = { controller, purpose: purposeHash(keyIn(options.key), purpose) };
  const sending = await context.sending();
  await revokeConsent(sending.sender, sending.deployment, sending.wallet, name);
  return { subject: sending.wallet.publicKey, controller, revoked: true, ...shownTransactions(sending) };
}

async function show(
  context: Context,
  to: string,
  purpose: string,
  options: { key: string; subject?: string; termsVersion: string },
): Promise<Shown> {
  const controller = address(to, 'the controller');
  const termsVersion = Number(whole(options.termsVersion, '--terms-version', 0xffff_ffffn));
  const subject =
    options.subject === undefined ? await context.self() : address(options.subject, '--subject');
  const { chain, deployment } = await context.connected();
  const grant = await readGrant(chain, deployment, {
    subject,
    controller,
    purpose: purposeHash(keyIn(options.key), purpose),
  });
  const valid = isGrantValid(grant, await chain.unixTime(), termsVersion);
  if (grant === null) return { subject, controller, valid };
  return {
    ...{ subject, controller, valid, termsVersion: grant.termsVersion },
    expires: new Time(grant.expiresAt),
    revoked: new Time(grant.revokedAt),
  };
}
