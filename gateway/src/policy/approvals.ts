import { z } from 'zod';
import type { PolicyRefusal, PolicyRequest } from './policy.js';

/** Milliseconds that a service has for its answer. */
const TIME = 3_000;

const verdict = z.object({ allowed: z.boolean() });

/** A service that says whether somebody may do something: consent, or knowing one's customer. */
export interface ApprovalService {
  /** `Consent` or `Kyc`: how its refusals begin */
  name: 'Consent' | 'Kyc';
  /** undefined: there is none, so that nothing that needs it is allowed */
  url: string | undefined;
}

/**
 * Asks by POST of `{subject, agent, amount, purpose}`; only 200 with `{"allowed": true}` allows. Whatever else
 * comes, or nothing, denies.
 * @returns why not, or null
 */
export async function approvalRefusal(
  { name, url }: ApprovalService,
  { subject, agent, amount, purpose }: PolicyRequest,
): Promise<PolicyRefusal | null> {
  const unavailable = (why: string) => ({
    code: `${name}Unavailable`,
    message: `${why}; nothing is allowed then`,
  });
  if (url === undefined) return unavailable(`no service for ${name.toLowerCase()} is set up`);
  let answer: unknown;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ subject, agent, amount: amount.toString(), purpose }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIME),
    });
    if (response.status !== 200) return unavailable(`the service answered ${response.status}`);
    answer = await response.json();
  } catch (error) {
    return unavailable(`the service does not answer: ${(error as Error).message}`);
  }
  const parsed = verdict.safeParse(answer);
  if (!parsed.success) return unavailable('the service answered in another form');
  if (parsed.data.allowed) return null;
  return { code: `${name}Missing`, message: `the service for ${name.toLowerCase()} does not allow this` };
}
