import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import { backendOf } from './backend';
import { ServiceWorkerPlugin } from './service-worker';

// Class names are most of what a list sends over setData, so production ones are five characters long.
const cssModules = (production: boolean) => ({
  enable: true,
  config: {
    namingPattern: 'module' as const,
    generateScopedName: production ? '[hash:base64:5]' : '[name]__[local]___[hash:base64:5]',
  },
});

// Taro's WXML templates pass no aria-* attribute on; without these WeChat's screen readers hear bare text only.
const aria = { 'aria-label': '', 'aria-role': '', 'aria-checked': '', 'aria-disabled': '', 'aria-hidden': '' };
const accessible = {
  View: aria,
  Input: { 'aria-label': '' },
  Textarea: { 'aria-label': '' },
  Image: { 'aria-label': '', 'aria-hidden': '' },
};

// Both builds inline the SVG icons into the stylesheet: WeChat's stylesheets cannot point at local files.
const inlineImages = { limit: 20_000 };

export default defineConfig((merge) => {
  const production = process.env.NODE_ENV === 'production';
  const platform = process.env.TARO_ENV ?? 'weapp';
  const backend = backendOf(platform, process.env);
  const config: UserConfigExport = {
    projectName: 'quality-month',
    date: '2026-11-22',
    // Styles are written in the pixels of a 375-wide phone. WeChat scales them with the screen (rpx); H5 keeps
    // them as pixels, so that a desktop does not get a blown-up phone.
    designWidth: 375,
    deviceRatio: { 375: 2, 750: 1 },
    // Always defined: an unset name would reach the bundle as `process.env`, which neither platform has.
    env: {
      TARO_APP_API_ORIGIN: JSON.stringify(backend.origin),
      TARO_APP_CLOUD_ENV: JSON.stringify(backend.cloud),
    },
    sourceRoot: 'src',
    outputRoot: `dist/${platform}`,
    framework: 'react',
    plugins: platform === 'weapp' ? [['@tarojs/plugin-inject', { components: accessible }]] : [],
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    baseLevel: 8,
    // A stale cache once shipped a page without one of its modules; what is released is built from nothing.
    cache: { enable: !production },
    jsMinimizer: 'terser',
    cssMinimizer: 'csso',
    terser: {
      enable: true,
      config: {
        compress: { passes: 3, ecma: 2017, unsafe_arrows: true },
        output: { comments: false, ecma: 2017 },
      },
    },
    mini: {
      optimizeMainPackage: { enable: true },
      imageUrlLoaderOption: inlineImages,
      miniCssExtractPluginOption: { ignoreOrder: true },
      postcss: {
        pxtransform: { enable: true, config: {} },
        cssModules: cssModules(production),
      },
    },
    h5: {
      publicPath: './',
      staticDirectory: 'static',
      useHtmlComponents: true,
      router: { mode: 'hash' },
      imageUrlLoaderOption: inlineImages,
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: {
        pxtransform: { enable: false, config: {} },
        cssModules: cssModules(production),
      },
      webpackChain(chain) {
        // Polyfills for browsers older than the browserslist: fetch, and AbortController.
        chain.merge({
          resolve: { alias: { 'whatwg-fetch': false, 'abortcontroller-polyfill/dist/abortcontroller-polyfill-only': false } },
        });
        if (production) chain.plugin('service-worker').use(ServiceWorkerPlugin);
        // Sizes are watched by what the home page fetches, not by one file's limit.
        chain.performance.hints(false);
        chain.optimization.splitChunks({
          chunks: 'all',
          cacheGroups: {
            defaultVendors: { test: /[\\/]node_modules[\\/]/, priority: -10, reuseExistingChunk: true },
            // What pages share travels once, cut by who shares it, so that home does not carry the forms.
            common: { test: /[\\/]src[\\/]/, minChunks: 2, minSize: 1_500, priority: -5, reuseExistingChunk: true },
            default: { minChunks: 2, priority: -20, reuseExistingChunk: true },
          },
        });
      },
    },
  };
  return merge({}, config);
});
