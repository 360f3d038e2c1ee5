import type { PageConfig } from './page-config.js';

/** Origins that the page may talk to, and nobody else: its own server, nodes, indexer and gateway. */
function connectable({ rpcUrls, wsUrl, indexerUrl, gatewayUrl }: PageConfig): string[] {
  const sockets = rpcUrls.map((url) => wsUrlOf(url));
  const named = [...rpcUrls, ...sockets, wsUrl, indexerUrl, gatewayUrl];
  return [...new Set(named.flatMap((url) => (url === null ? [] : [new URL(url).origin])))];
}

/** Where web3.js looks for a node's WebSocket: the port after that of HTTP, where a port is named. */
function wsUrlOf(rpcUrl: string): string {
  const url = new URL(rpcUrl);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  if (url.port !== '') url.port = String(Number(url.port) + 1);
  return url.href;
}

/** Headers of every answer. No script, style or frame but the page's own, no form that leaves it. */
export function securityHeaders(config: PageConfig): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    `connect-src ${["'self'", ...connectable(config)].join(' ')}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  };
}
