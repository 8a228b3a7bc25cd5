import { join } from 'node:path';
import type { S3Settings } from '../files/s3';
import { parseTemplates, type ConfiguredTemplates } from '../messages/templates';

export interface Configuration {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  readonly database: { readonly kind: 'embedded'; readonly folder: string } | { readonly kind: 'postgres'; readonly url: string; readonly poolSize: number };
  readonly campaignId: string;
  /** Where the campaign's files lie; only the node entry and the scripts have them. */
  readonly campaignFolder: string;
  /** `campaign`: the day the campaign's own files name for the demo. */
  readonly clock: { readonly kind: 'system' | 'campaign' } | { readonly kind: 'fixed-start'; readonly startsAt: Date };
  /** Whether one may sign in as a demo persona. */
  readonly personas: boolean;
  readonly wechat: { readonly appId: string; readonly secret: string; readonly base: string } | null;
  /** Of the mini-program's account; empty without WeChat. */
  readonly messageTemplates: ConfiguredTemplates;
  /** Without a trailing slash; a path of this server by default. */
  readonly mediaBase: string;
  /** Where attachments are kept. */
  readonly files: { readonly kind: 'disk'; readonly folder: string } | ({ readonly kind: 's3' } & S3Settings);
  /** Before `/files/…` in links to attachments; empty where every client has them from the origin that it calls. */
  readonly filesBase: string;
  /** The other origin that the H5 site is served from, if it is not this server. */
  readonly publicOrigin: string | null;
  /** One line of JSON for each request on standard output. */
  readonly requestLog: boolean;
}

/** Names the variable and says what is expected of it. */
export class ConfigurationError extends Error {
  constructor(variable: string, expected: string) {
    super(`${variable}: ${expected}`);
    this.name = 'ConfigurationError';
  }
}

export interface ConfigurationDefaults {
  /** Connections to PostgreSQL at most; a cloud function's instance serves one request at a time and needs few. */
  readonly poolSize: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment once; an empty variable counts as not set.
 *
 * @throws ConfigurationError on the first variable that does not say what it should
 */
export function readConfiguration(environment: Environment, defaults: ConfigurationDefaults = { poolSize: 10 }): Configuration {
  const read = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const production = read('NODE_ENV') === 'production';
  const campaignId = identifier('CAMPAIGN', read('CAMPAIGN') ?? 'tianjin-2017');
  return {
    production,
    port: wholeNumber('PORT', read('PORT') ?? '3000', 0, 65_535),
    host: read('HOST') ?? '127.0.0.1',
    database: readDatabase(read, defaults),
    campaignId,
    campaignFolder: join('campaigns', campaignId),
    clock: readClock(production, read('CAMPAIGN_NOW')),
    personas: readPersonas(production, read('DEMO')),
    wechat: readWechat(read),
    messageTemplates: readTemplates(read),
    mediaBase: withoutSlash(read('MEDIA_BASE') ?? '/media'),
    files: readFiles(read),
    filesBase: readFilesBase(read('FILES_BASE')),
    publicOrigin: readOrigin(read('PUBLIC_ORIGIN')),
    requestLog: flag('LOG', read('LOG')) ?? false,
  };
}

type Read = (name: string) => string | undefined;

function readDatabase(read: Read, defaults: ConfigurationDefaults): Configuration['database'] {
  const url = read('DATABASE_URL');
  const poolSize = wholeNumber('DATABASE_POOL', read('DATABASE_POOL') ?? String(defaults.poolSize), 1, 100);
  if (url === undefined) return { kind: 'embedded', folder: read('DATA_DIR') ?? './data' };
  if (!/^postgres(ql)?:\/\//.test(url)) throw new ConfigurationError('DATABASE_URL', 'expected a URL that begins with postgres://');
  return { kind: 'postgres', url, poolSize };
}

function readClock(production: boolean, text: string | undefined): Configuration['clock'] {
  if (text === undefined) return { kind: production ? 'system' : 'campaign' };
  if (production) throw new ConfigurationError('CAMPAIGN_NOW', 'not allowed in production, where the clock is the real one');
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(Z|[+-]\d\d:\d\d)?)?$/.exec(text);
  // Without an offset it is China's time, like every other time here.
  const startsAt = new Date(match ? `${match[1]}T${match[2] ?? '09:00'}${match[3] ?? '+08:00'}` : Number.NaN);
  // 30 February is no day, though JavaScript takes it for one in March.
  const midnight = new Date(`${match?.[1] ?? ''}T00:00:00Z`);
  const isDay = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(match?.[1] ?? '');
  if (!isDay || Number.isNaN(startsAt.getTime())) {
    throw new ConfigurationError('CAMPAIGN_NOW', 'expected a date or an instant, such as 2017-09-07 or 2017-09-07T09:00:00+08:00');
  }
  return { kind: 'fixed-start', startsAt };
}

function readPersonas(production: boolean, text: string | undefined): boolean {
  const wanted = flag('DEMO', text);
  if (production && wanted) throw new ConfigurationError('DEMO', 'not allowed in production, where nobody may sign in as a demo persona');
  return wanted ?? !production;
}

function readWechat(read: Read): Configuration['wechat'] {
  const [appId, secret] = [read('WECHAT_APPID'), read('WECHAT_SECRET')];
  if (appId === undefined && secret === undefined) return null;
  if (appId === undefined) throw new ConfigurationError('WECHAT_APPID', 'expected, because WECHAT_SECRET is set');
  if (secret === undefined) throw new ConfigurationError('WECHAT_SECRET', 'expected, because WECHAT_APPID is set');
  const base = withoutSlash(read('WECHAT_API_BASE') ?? 'https://api.weixin.qq.com');
  if (originOf(base) === null) throw new ConfigurationError('WECHAT_API_BASE', 'expected a URL such as https://api.weixin.qq.com');
  return { appId, secret, base };
}

function readTemplates(read: Read): ConfiguredTemplates {
  const json = read('WECHAT_TEMPLATES');
  if (json === undefined) return {};
  if (read('WECHAT_SECRET') === undefined) throw new ConfigurationError('WECHAT_SECRET', 'expected, because WECHAT_TEMPLATES is set');
  const parsed = parseTemplates(json);
  if ('mistake' in parsed) throw new ConfigurationError('WECHAT_TEMPLATES', parsed.mistake);
  return parsed.templates;
}

const s3Variables = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

function readFiles(read: Read): Configuration['files'] {
  // Beside the embedded database, not in it: that folder is the engine's own.
  if (s3Variables.every((variable) => read(variable) === undefined)) return { kind: 'disk', folder: read('FILES_DIR') ?? `${withoutSlash(read('DATA_DIR') ?? './data')}-files` };
  const [endpoint, bucket, accessKeyId, secretAccessKey] = s3Variables.map((variable) => {
    const value = read(variable);
    if (value === undefined) throw new ConfigurationError(variable, 'expected, because files are kept in object storage');
    return value;
  }) as [string, string, string, string];
  if (originOf(endpoint) !== withoutSlash(endpoint)) throw new ConfigurationError('S3_ENDPOINT', 'expected an origin such as https://cos.ap-beijing.myqcloud.com, without the bucket');
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) throw new ConfigurationError('S3_BUCKET', `expected the name of a bucket, found "${bucket}"`);
  const pathStyle = flag('S3_PATH_STYLE', read('S3_PATH_STYLE')) ?? false;
  return { kind: 's3', endpoint: withoutSlash(endpoint), bucket, region: read('S3_REGION') ?? 'us-east-1', accessKeyId, secretAccessKey, pathStyle };
}

function readFilesBase(text: string | undefined): string {
  if (text !== undefined && originOf(text) === null) throw new ConfigurationError('FILES_BASE', 'expected a URL such as https://quality.example.cn');
  return withoutSlash(text ?? '');
}

function readOrigin(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (originOf(text) !== text) throw new ConfigurationError('PUBLIC_ORIGIN', 'expected an origin such as https://quality.example.cn, without a path');
  return text;
}

function wholeNumber(variable: string, text: string, min: number, max: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) throw new ConfigurationError(variable, `expected a whole number from ${min} to ${max}, found "${text}"`);
  return value;
}

function identifier(variable: string, text: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) throw new ConfigurationError(variable, `expected the name of a folder in campaigns, found "${text}"`);
  return text;
}

function flag(variable: string, text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined;
  if (text === '1' || text === '0') return text === '1';
  throw new ConfigurationError(variable, `expected 1 or 0, found "${text}"`);
}

// URL.canParse is missing from the older Node that cloud functions run on.
function originOf(text: string): string | null {
  try {
    return new URL(text).origin;
  } catch {
    return null;
  }
}

const withoutSlash = (text: string): string => text.replace(/\/+$/, '');
