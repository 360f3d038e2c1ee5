import { type ArbiterPanel, type ConfigSettings, type ConfigWindows, clusterName } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';

/** Ten years of 365 days, seconds. */
const WINDOW_MAX = 315_360_000n;
const FEE_BPS_MAX = 500;

/** Which rules of the config these settings break, each with what to do; the program checks them again. */
export function problemsOf(settings: ConfigSettings, genesisHash: Uint8Array): string[] {
  const problems: string[] = [];
  const must = (holds: boolean, problem: string) => {
    if (!holds) problems.push(problem);
  };
  for (const name of ['admin', 'pauser', 'treasury', 'stakeMint'] as const) {
    must(!settings[name].equals(PublicKey.default), `${name}: the zero key; name one`);
  }
  must(settings.feeBps <= FEE_BPS_MAX, `feeBps: at most ${FEE_BPS_MAX}`);
  problems.push(...windowProblems(settings.windows));

  const [ruling, appeal] = settings.panels;
  problems.push(...panelProblems('rulingPanel', ruling), ...panelProblems('appealPanel', appeal));
  const shared = ruling.members.filter((member) => appeal.members.some((other) => other.equals(member)));
  must(shared.length === 0, `appealPanel: shares ${told(shared)} with the rulingPanel; take them off one`);
  const mints = settings.settlementMints.map(({ mint }) => mint);
  must(isSet(mints), 'settlementMints: the zero key, or one twice; correct them');
  const local = clusterName(genesisHash) === 'localnet';
  must(local || !settings.allowPrivateUris, 'allowPrivateUris: for local clusters only; set it to false');
  return problems;
}

function windowProblems(windows: ConfigWindows): string[] {
  const problems: string[] = [];
  for (const [name, value] of Object.entries(windows)) {
    const least = name === 'holdbackMin' ? 0n : 1n;
    if (value < least || value > WINDOW_MAX) {
      problems.push(`windowsSeconds.${name}: from ${least} to ${WINDOW_MAX}, got ${value}`);
    }
  }
  if (windows.holdbackMin > windows.holdbackMax) {
    problems.push('windowsSeconds.holdbackMin: above holdbackMax; swap or correct them');
  }
  const least = unbondingFloor(windows);
  if (windows.unbonding < least) {
    problems.push(`windowsSeconds.unbonding: must outlast every claim on what it backs, at least ${least}`);
  }
  if (windows.configDelay < windows.unbonding) {
    problems.push(`windowsSeconds.configDelay: at least unbonding, ${windows.unbonding}`);
  }
  return problems;
}

/** The shortest unbonding under which stake outlasts every claim on what it backs, seconds. */
export function unbondingFloor(windows: ConfigWindows): bigint {
  const { channelLifeMax, closeGrace, holdbackMax, claim, response, ruling, appeal, appealRuling } = windows;
  return channelLifeMax + closeGrace + 2n * holdbackMax + claim + response + ruling + appeal + appealRuling;
}

function panelProblems(name: string, { members, threshold }: ArbiterPanel): string[] {
  const problems = [];
  if (!isSet(members)) problems.push(`${name}.members: the zero key, or one twice; correct it`);
  if (threshold > members.length) problems.push(`${name}.threshold: at most its number of members`);
  return problems;
}

/** Whether no key is zero or repeated. */
function isSet(keys: PublicKey[]): boolean {
  const texts = keys.map((each) => each.toBase58());
  return new Set(texts).size === texts.length && !texts.includes(PublicKey.default.toBase58());
}

const told = (keys: PublicKey[]) => keys.map((each) => each.toBase58()).join(', ');
