import { createServer } from 'node:net';

/** Whether a program of this user can listen on a loopback port. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    });
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** How far from the preferred port one is looked for. */
const REACH = 200;

/**
 * A loopback port that is free now, with the `run` − 1 after it.
 * @param preferred looked at first, then those above it
 * @throws Error when 200 ports from there on are taken
 */
export async function freePort(preferred: number, run = 1): Promise<number> {
  for (let port = preferred; port < preferred + REACH; port += 1) {
    const free = await Promise.all(Array.from({ length: run }, (_, at) => isFree(port + at)));
    if (free.every(Boolean)) return port;
  }
  throw new Error(`ports ${preferred} to ${preferred + REACH} are taken`);
}
