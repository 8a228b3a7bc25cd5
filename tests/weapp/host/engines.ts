import { exparserEngine } from './engines/exparser-engine';
import { glassEasel } from './engines/glass-easel-engine';

/** `describe.each(engines)('$name', (engine) => …)`: every mini-program test runs on both. */
export const engines = [glassEasel, exparserEngine] as const;
