export { type StackDirectory, stackDirectory } from './directory.js';
export { readPorts, type StackPorts } from './port-file.js';
export { freePort } from './ports.js';
export { Program, ProgramFailed } from './program.js';
export { type RunningStack, StackRuns, startStack } from './stack.js';
