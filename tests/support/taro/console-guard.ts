import { format } from 'node:util';

// Tests tolerate no noise: what a person would see in the console as a warning or an error fails the test.
const heard: string[] = [];
const kept = { error: console.error, warn: console.warn };

beforeEach(() => {
  heard.length = 0;
  console.error = (...words: unknown[]) => heard.push(format(...words));
  console.warn = (...words: unknown[]) => heard.push(format(...words));
});

afterEach(() => {
  Object.assign(console, kept);
  if (heard.length > 0) throw new Error(`The console was not silent:\n${heard.join('\n')}`);
});
