import { pathToFileURL } from 'node:url';

/**
 * Runs a program of the stack, named by the first argument, and ends it when the process that started it is
 * gone, killed or not: no program is left behind holding a port and a store.
 */
process.argv.splice(1, 1);
const [, program] = process.argv;
if (program === undefined || process.channel === undefined) {
  throw new Error('child.js is started by the stack, with the program to run');
}
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// watching is no reason to go on
process.channel.unref();
await import(pathToFileURL(program).href);
