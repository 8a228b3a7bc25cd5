import { ConfigurationError, readConfiguration } from '../../../server/application/configuration';

describe('the configuration', () => {
  it('needs nothing: an embedded database, this machine only, the demo', () => {
    expect(readConfiguration({})).toEqual({
      production: false,
      port: 3000,
      host: '127.0.0.1',
      database: { kind: 'embedded', folder: './data' },
      campaignId: 'tianjin-2017',
      campaignFolder: 'campaigns/tianjin-2017',
      clock: { kind: 'campaign' },
      personas: true,
      wechat: null,
      messageTemplates: {},
      mediaBase: '/media',
      files: { kind: 'disk', folder: './data-files' },
      filesBase: '',
      publicOrigin: null,
      requestLog: false,
    });
  });

  it('has the real clock and no personas in production', () => {
    expect(readConfiguration({ NODE_ENV: 'production' })).toMatchObject({ production: true, clock: { kind: 'system' }, personas: false });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfiguration({ PORT: '', DATABASE_URL: ' ', DEMO: '' })).toEqual(readConfiguration({}));
  });

  it('reads what is set', () => {
    const read = readConfiguration({
      PORT: '8080',
      HOST: '0.0.0.0',
      DATABASE_URL: 'postgres://u:p@db/quality',
      DATABASE_POOL: '4',
      CAMPAIGN_NOW: '2017-09-20T08:00:00+08:00',
      DEMO: '0',
      WECHAT_APPID: 'wx1',
      WECHAT_SECRET: 's',
      MEDIA_BASE: 'https://cdn.example.cn/q/',
      PUBLIC_ORIGIN: 'https://h5.example.cn',
      LOG: '1',
    });
    expect(read).toMatchObject({
      port: 8080,
      host: '0.0.0.0',
      database: { kind: 'postgres', url: 'postgres://u:p@db/quality', poolSize: 4 },
      clock: { kind: 'fixed-start', startsAt: new Date('2017-09-20T00:00:00Z') },
      personas: false,
      wechat: { appId: 'wx1', secret: 's', base: 'https://api.weixin.qq.com' },
      mediaBase: 'https://cdn.example.cn/q',
      publicOrigin: 'https://h5.example.cn',
      requestLog: true,
    });
  });

  it('keeps ten connections on a server and as many as the entry says elsewhere', () => {
    const DATABASE_URL = 'postgresql://db/q';
    expect(readConfiguration({ DATABASE_URL }).database).toMatchObject({ poolSize: 10 });
    expect(readConfiguration({ DATABASE_URL }, { poolSize: 2 }).database).toMatchObject({ poolSize: 2 });
  });

  const objectStorage = { S3_ENDPOINT: 'https://cos.ap-beijing.myqcloud.com/', S3_BUCKET: 'quality-1250000000', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' };

  it('keeps files beside the embedded database, in a folder of one’s choice, or in an object storage', () => {
    expect(readConfiguration({ DATA_DIR: '/var/quality/' }).files).toEqual({ kind: 'disk', folder: '/var/quality-files' });
    expect(readConfiguration({ FILES_DIR: '/srv/files' }).files).toEqual({ kind: 'disk', folder: '/srv/files' });
    const { files } = readConfiguration({ ...objectStorage, FILES_DIR: '/srv/files' });
    const told = { endpoint: 'https://cos.ap-beijing.myqcloud.com', bucket: 'quality-1250000000', region: 'us-east-1', accessKeyId: 'id', secretAccessKey: 'secret' };
    expect(files).toEqual({ kind: 's3', ...told, pathStyle: false });
    expect(readConfiguration({ ...objectStorage, S3_REGION: 'ap-beijing', S3_PATH_STYLE: '1' }).files).toMatchObject({ region: 'ap-beijing', pathStyle: true });
    expect(readConfiguration({ FILES_BASE: 'https://files.example.cn/' }).filesBase).toBe('https://files.example.cn');
  });

  it.each([
    ['S3_SECRET_ACCESS_KEY', { ...objectStorage, S3_SECRET_ACCESS_KEY: '' }],
    ['S3_BUCKET', { ...objectStorage, S3_BUCKET: undefined }],
    ['S3_BUCKET', { ...objectStorage, S3_BUCKET: 'a/b' }],
    ['S3_ENDPOINT', { ...objectStorage, S3_ENDPOINT: 'cos.ap-beijing.myqcloud.com' }],
    ['S3_ENDPOINT', { ...objectStorage, S3_ENDPOINT: 'https://cos.example.cn/bucket' }],
    ['S3_PATH_STYLE', { ...objectStorage, S3_PATH_STYLE: 'yes' }],
    ['FILES_BASE', { FILES_BASE: '/files' }],
    ['PORT', { PORT: '80a' }],
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '-1' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://db' }],
    ['DATABASE_POOL', { DATABASE_POOL: '0' }],
    ['CAMPAIGN', { CAMPAIGN: '../etc' }],
    ['CAMPAIGN_NOW', { CAMPAIGN_NOW: '7 September 2017' }],
    ['CAMPAIGN_NOW', { CAMPAIGN_NOW: '2017-02-30' }],
    ['CAMPAIGN_NOW', { CAMPAIGN_NOW: '2017-13-07T09:00:00+08:00' }],
    ['CAMPAIGN_NOW', { NODE_ENV: 'production', CAMPAIGN_NOW: '2017-09-07T09:00:00+08:00' }],
    ['DEMO', { NODE_ENV: 'production', DEMO: '1' }],
    ['DEMO', { DEMO: 'yes' }],
    ['WECHAT_SECRET', { WECHAT_APPID: 'wx1' }],
    ['WECHAT_APPID', { WECHAT_SECRET: 's' }],
    ['WECHAT_API_BASE', { WECHAT_APPID: 'wx1', WECHAT_SECRET: 's', WECHAT_API_BASE: 'weixin' }],
    ['PUBLIC_ORIGIN', { PUBLIC_ORIGIN: 'https://h5.example.cn/path' }],
    ['LOG', { LOG: 'on' }],
  ])('names %s when it is wrong: %j', (variable, environment) => {
    expect(() => readConfiguration(environment)).toThrow(ConfigurationError);
    expect(() => readConfiguration(environment)).toThrow(new RegExp(`^${variable}: `));
  });
});
