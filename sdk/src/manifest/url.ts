import { isPrivateHost } from './host.js';
import type { Rule } from './problems.js';

const MAXIMUM = 200;
/** host and port, without escapes that some readers undo and others do not */
const AUTHORITY = /^(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?$/;

/**
 * An absolute URL that reaches the public internet, without user name and fragment.
 * @param allowPrivate also takes http, and hosts of this machine and its networks
 */
export function webUrl(allowPrivate: boolean): Rule<string> {
  return (value) => {
    if (value.length > MAXIMUM) return `must have at most ${MAXIMUM} characters`;
    // the parser drops or turns these, so that what is checked would not be what is read
    if (!/^[\x21-\x7e]+$/.test(value) || value.includes('\\')) {
      return 'must be printable ASCII without spaces and backslashes';
    }
    if (!/^https?:\/\/[^/]/.test(value)) {
      return allowPrivate ? 'must start with https:// or http://' : 'must start with https://';
    }
    if (authority(value).includes('@')) return 'must not hold a user name or password';
    if (!AUTHORITY.test(authority(value)) || !URL.canParse(value))
      return 'must name a host, and at most a port';
    const url = new URL(value);
    if (url.protocol !== 'https:' && !allowPrivate) return 'must start with https://';
    if (value.includes('#')) return 'must not hold a fragment';
    if (!allowPrivate && isPrivateHost(url.hostname)) return 'must not name a private or local host';
    return null;
  };
}

/** As {@link webUrl}, without a query: capabilities' paths are put behind it. */
export function endpointUrl(allowPrivate: boolean): Rule<string> {
  const rule = webUrl(allowPrivate);
  return (value) => rule(value) ?? (value.includes('?') ? 'must not hold a query' : null);
}

/** A path on the endpoint, of which there is no second spelling. */
export const capabilityPath: Rule<string> = (value) => {
  if (value.length > MAXIMUM) return `must have at most ${MAXIMUM} characters`;
  if (!/^(?:\/[A-Za-z0-9._~!$&'()*+,;=:@-]*)+$/.test(value)) {
    return 'must start with a slash, without query, fragment, escapes and backslashes';
  }
  if (value.includes('//')) return 'must not hold empty segments';
  return value.split('/').some((segment) => segment === '.' || segment === '..')
    ? 'must not hold . or .. segments'
    : null;
};

function authority(url: string): string {
  return url.slice(url.indexOf('//') + 2).split(/[/?#]/)[0] ?? '';
}
