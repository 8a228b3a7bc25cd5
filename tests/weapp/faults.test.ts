import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPackage } from './host/app-package';
import { engines } from './host/engines';
import { DEFAULT_DIST, launch } from './host/launch';

/** Replaces the first match in a file of the package; a fault that changes nothing would prove nothing. */
type Edit = (file: string, change: (source: string) => string) => void;

interface Fault {
  readonly name: string;
  readonly expected: RegExp;
  readonly seed: (edit: Edit, page: string) => void;
}

/** A line of code at the start of the page's file. */
const inModule = (name: string, code: string, expected: RegExp): Fault => ({
  name,
  expected,
  seed: (edit, page) => {
    edit(`${page}.js`, (source) => `${code};${source}`);
  },
});

/** A line of code at the start of the page's onLoad. */
const inOnLoad = (name: string, code: string, expected: RegExp): Fault => ({
  name,
  expected,
  seed: (edit, page) => {
    const wrap = `var hostPage=Page;Page=function(config){var load=config.onLoad;config.onLoad=function(query){${code};return load.call(this,query)};hostPage(config)};`;
    edit(`${page}.js`, (source) => wrap + source);
  },
});

/** Every page draws its text with this one. */
const TEXT_TEMPLATE = /<template name="tmpl_0_\d+">\s*<block>\{\{i\.v\}\}<\/block>\s*<\/template>/;

const faults: readonly Fault[] = [
  {
    name: 'a template is missing from base.wxml',
    expected: /view engine: .*Template `tmpl_0_\d+` not found/,
    seed: (edit) => {
      edit('base.wxml', (source) => source.replace(TEXT_TEMPLATE, ''));
    },
  },
  {
    name: 'a tag is not closed',
    expected: /view engine: /,
    seed: (edit, page) => {
      edit(`${page}.wxml`, (source) => `${source}<view><text</view>`);
    },
  },
  {
    name: 'a tag that WeChat does not know',
    expected: /view engine: .*div/,
    seed: (edit, page) => {
      edit(`${page}.wxml`, (source) => `${source}<div>x</div>`);
    },
  },
  {
    name: 'base.wxml is not there',
    expected: /view engine: /,
    seed: (edit, page) => {
      edit(`${page}.wxml`, (source) => source.replace('base.wxml', 'gone.wxml'));
    },
  },
  {
    name: 'a page does not register itself',
    expected: /platform rule: Page ".*" has not been registered yet/,
    seed: (edit, page) => {
      edit(`${page}.js`, () => '');
    },
  },
  inModule('a module needs code from strings', "new Function('return 1')()", /uncaught error: .*EvalError/),
  inModule('a module uses eval', "(0,eval)('1')", /uncaught error: .*EvalError/),
  inModule('a module touches the document', "document.title='x'", /uncaught error: .*TypeError/),
  inModule('a module touches the window', 'window.location.href', /uncaught error: .*TypeError/),
  inModule('a module reads process.env', 'process.env.X', /uncaught error: .*process is not defined/),
  inModule('a module of the package is missing', "require('./gone')", /uncaught error: .*is not defined/),
  inOnLoad('a page throws when it loads', "throw new Error('seeded')", /uncaught error: .*seeded/),
  inOnLoad('a page throws in a timer', "setTimeout(function(){throw new Error('seeded')},5)", /uncaught error: .*seeded/),
  inOnLoad('a promise is left rejected', "Promise.reject(new Error('seeded'))", /unhandled rejection: .*seeded/),
  inOnLoad('a page logs an error', "console.error('seeded')", /console\.error: seeded/),
  inOnLoad('a page logs a warning', "console.warn('seeded')", /console\.warn: seeded/),
  inOnLoad('a setData over the limit', "this.setData({x:'x'.repeat(1100000)})", /platform rule: .*over the limit/),
  inOnLoad('an API the host lacks', 'wx.startBeaconDiscovery()', /platform rule: wx\.startBeaconDiscovery is not in the test host/),
];

const page = openPackage(DEFAULT_DIST).pages[0] ?? '';
const noNetwork = () => Promise.resolve(new Response('{}'));

describe.each(engines)('a broken package over $name', (engine) => {
  let dist = '';

  beforeEach(() => {
    dist = mkdtempSync(join(tmpdir(), 'weapp-fault-'));
    cpSync(DEFAULT_DIST, dist, { recursive: true });
  });
  afterEach(() => {
    rmSync(dist, { recursive: true });
  });

  const openFirstPage = async (): Promise<string[]> => {
    const app = await launch({ engine, dist, path: page, fetch: noNetwork });
    const problems = app.takeProblems();
    app.close();
    return problems.map(({ kind, message }) => `${kind}: ${message}`);
  };

  it('is silent while nothing is broken', async () => {
    expect(await openFirstPage()).toEqual([]);
  });

  it.each(faults)('tells when $name', async ({ seed, expected }) => {
    const edit: Edit = (file, change) => {
      const before = readFileSync(join(dist, file), 'utf8');
      const after = change(before);
      expect(after).not.toBe(before);
      writeFileSync(join(dist, file), after);
    };
    seed(edit, page);
    expect(await openFirstPage()).toContainEqual(expect.stringMatching(expected));
  });
});
