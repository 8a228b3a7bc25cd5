import { backendOf } from '../../config/backend';

describe('where a build finds its backend', () => {
  it.each([
    ['h5', {}, { origin: '', cloud: '' }],
    ['weapp', {}, { origin: 'http://localhost:3000', cloud: '' }],
    ['weapp', { TARO_APP_API_ORIGIN: 'https://quality.example.cn' }, { origin: 'https://quality.example.cn', cloud: '' }],
    ['weapp', { TARO_APP_CLOUD_ENV: 'quality-1' }, { origin: '', cloud: 'quality-1' }],
    ['weapp', { TARO_APP_CLOUD_ENV: 'quality-1', TARO_APP_API_ORIGIN: 'https://files.example.cn' }, { origin: 'https://files.example.cn', cloud: 'quality-1' }],
  ])('%s with %o', (platform, environment, backend) => {
    expect(backendOf(platform, environment)).toEqual(backend);
  });
});
