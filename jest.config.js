const transform = { '^.+\\.[jt]sx?$': ['babel-jest', { configFile: './babel.config.js' }] };

const consoleGuard = '<rootDir>/tests/support/taro/console-guard.ts';

/** One project per room, so that each runs in the environment it needs and can be run alone: `npx jest --selectProjects server`. */
const project = (displayName, overrides) => ({
  displayName,
  testMatch: [`<rootDir>/tests/${displayName}/**/*.test.{ts,tsx}`],
  transform,
  testEnvironment: 'node',
  setupFilesAfterEnv: [consoleGuard],
  ...overrides,
});

module.exports = {
  // Jest leaves a core free by default, which on two cores is half of them.
  maxWorkers: '100%',
  projects: [
    project('rules'),
    project('server'),
    project('pages', {
      testEnvironment: 'jsdom',
      setupFilesAfterEnv: [consoleGuard, '<rootDir>/tests/support/taro/waiting.ts'],
      moduleNameMapper: {
        '\\.module\\.scss$': 'identity-obj-proxy',
        '\\.scss$': '<rootDir>/tests/support/taro/empty-style.ts',
        '^@tarojs/components$': '<rootDir>/tests/support/taro/taro-components.tsx',
        '^@tarojs/taro$': '<rootDir>/tests/support/taro/taro.ts',
      },
    }),
    project('weapp'),
    // Needs Chromium; `npm run test:h5` runs it.
    project('h5'),
  ],
};
