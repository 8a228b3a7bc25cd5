// One preset for Taro's builds and for Jest. Polyfills are left out: the browserslist targets have them.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]],
};
