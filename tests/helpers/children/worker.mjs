// The thread of the analysis pool, but for documents whose names ask for trouble.
import { parentPort } from 'node:worker_threads';

parentPort.addEventListener('message', (event) => {
  const { fileName } = event.data;
  if (fileName === 'exit.md') process.exit(3);
  if (fileName === 'loop.md') for (;;);
  if (fileName === 'throw.md') {
    // the listener behind this one would answer all the same
    event.stopImmediatePropagation();
    throw new Error('planted');
  }
  if (fileName === 'memory.md') {
    const kept = [];
    for (;;) kept.push(new Array(10_000).fill({}));
  }
});
await import('../../../examples/document-analyst/dist/analysis-worker.js');
