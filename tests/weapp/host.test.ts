import { join } from 'node:path';
import { MAIN_PACKAGE_LIMIT, mainPackageBytes, subPackageBytes } from './host/app-package';
import { firstScreen, largestSetData } from './host/budgets';
import { engines } from './host/engines';
import type { HostedApp } from './host/hosted-app';
import { launch, type LaunchOptions } from './host/launch';
import { parsePath } from './host/set-data';

const dist = join(__dirname, 'fixture');

describe.each(engines)('the host over $name', (engine) => {
  let app: HostedApp | null = null;

  const start = async (path: string, options: Partial<LaunchOptions> = {}): Promise<HostedApp> => {
    app?.close();
    app = await launch({ engine, dist, path, ...options });
    return app;
  };
  const run = (name: string, options: Partial<LaunchOptions> = {}) => start(`pages/lab/index?do=${name}`, options);
  const out = (hosted: HostedApp) => hosted.page().text().split('\n')[0];
  const messages = (hosted: HostedApp) => hosted.takeProblems().map(({ kind, message }) => `${kind}: ${message.split('\n')[0] ?? ''}`);

  afterEach(() => {
    app?.close();
    app = null;
  });

  describe('the life cycle', () => {
    it('launches the app, then the page with its query', async () => {
      const hosted = await start('pages/first/index?id=7&name=%E8%B4%A8', { scene: 1007 });
      expect(hosted.logs()).toEqual([
        'launch pages/first/index 1007',
        'app show',
        'box attached Box',
        'first load {"id":"7","name":"%E8%B4%A8"} shared 1',
        'first show',
        'first ready',
      ]);
    });

    it('hides and shows with the app', async () => {
      const hosted = await start('pages/second/index');
      await hosted.hide();
      await hosted.show();
      expect(hosted.logs().slice(-4)).toEqual(['second hide', 'app hide', 'app show', 'second show']);
    });

    it('reaches pull-down, the bottom and sharing only where the page has them', async () => {
      const hosted = await start('pages/first/index');
      await hosted.page().pullDown();
      await hosted.page().reachBottom();
      expect(hosted.logs().slice(-2)).toEqual(['first pull', 'first bottom']);
      expect(hosted.calls('stopPullDownRefresh')).toHaveLength(1);
      expect(await hosted.page().share()).toEqual({ title: 'from menu', path: '/pages/first/index?a=1' });
      const second = await hosted.navigate('/pages/second/index');
      await expect(second.pullDown()).rejects.toThrow('enablePullDownRefresh');
      await expect(second.share()).rejects.toThrow('cannot be shared');
    });
  });

  describe('the router', () => {
    it('keeps tabs alive and closes what lies on them', async () => {
      const hosted = await start('pages/first/index');
      await hosted.navigate('/pages/list/index');
      expect(hosted.stack()).toEqual(['pages/first/index', 'pages/list/index']);
      await hosted.navigate('/pages/second/index');
      expect(hosted.stack()).toEqual(['pages/second/index']);
      await hosted.navigate('/pages/first/index');
      const moves = hosted.logs().filter((line) => /^(first|second) /.test(line));
      expect(moves.slice(3)).toEqual(['first hide', 'second load', 'second show', 'second ready', 'second hide', 'first show']);
    });

    it('unloads on the way back, on redirect and on relaunch', async () => {
      const hosted = await start('pages/first/index');
      await hosted.navigate('/pages/list/index');
      await hosted.navigate('/pages/form/index', 'redirectTo');
      expect(hosted.stack()).toEqual(['pages/first/index', 'pages/form/index']);
      await hosted.back();
      expect(hosted.logs().at(-1)).toBe('first show');
      await hosted.navigate('/pages/second/index', 'reLaunch');
      expect(hosted.logs().slice(-5)).toEqual(['first unload', 'box detached', 'second load', 'second show', 'second ready']);
      expect(hosted.stack()).toEqual(['pages/second/index']);
    });

    it.each([
      ['navigateTo', '/pages/second/index', 'can not navigateTo a tabbar page'],
      ['redirectTo', '/pages/second/index', 'can not redirectTo a tabbar page'],
      ['switchTab', '/pages/list/index', 'can not switch to no-tabBar page'],
      ['navigateTo', '/pages/nowhere/index', 'page "pages/nowhere/index" is not found'],
      ['reLaunch', '/one/index', 'page "one/index" is not found'],
    ] as const)('refuses %s to %s', async (kind, url, reason) => {
      const hosted = await start('pages/first/index');
      await expect(hosted.navigate(url, kind)).rejects.toThrow(reason);
      await expect(hosted.back()).rejects.toThrow('cannot navigate back at first page.');
      expect(hosted.stack()).toEqual(['pages/first/index']);
    });

    it('holds ten pages and no more', async () => {
      const hosted = await start('pages/first/index');
      for (let depth = 2; depth <= 10; depth += 1) await hosted.navigate('/pages/list/index');
      await expect(hosted.navigate('/pages/list/index')).rejects.toThrow('webview count limit exceed');
      await hosted.back(99);
      expect(hosted.stack()).toEqual(['pages/first/index']);
    });

    it('opens a sub-package, whose files the main package may not require', async () => {
      const hosted = await start('pages/first/index');
      const page = await hosted.navigate('/extra/one/index?a=1&b=');
      expect(page.text()).toBe('own to the sub-package {"a":"1","b":""}');
      await hosted.navigate('/pages/lab/index?do=crosses');
      expect(messages(hosted)[0]).toContain("requires 'extra/own.js' of the sub-package 'extra'");
    });
  });

  describe('the view', () => {
    it('draws templates, wxs, slots and a component that uses itself', async () => {
      const page = (await start('pages/first/index')).page();
      expect(page.text()).toBe('hello\na\nb\nc\ninner\ncaught\nBox 0\nin the slot\nopen\ntoggle');
      await page.tap('toggle');
      expect(page.text()).toMatch(/^HELLO!\na\nB\nc\n/);
      expect(page.has({ className: 'quiet' })).toBe(false);
      // The virtual hosts of <branch> are not nodes, <box> is one.
      expect(page.size()).toEqual({ nodes: 13, depth: 2, mostChildren: 8 });
    });

    it('bubbles a tap, stops it at catch, and tells target from currentTarget', async () => {
      const page = (await start('pages/first/index')).page();
      await page.tap('inner');
      expect(page.text()).toContain('[inner/inner](outer/inner)');
      await page.tap('caught');
      expect(page.text()).toContain('[inner/inner](outer/inner)[caught/caught]');
    });

    it('hears a component’s own event', async () => {
      const page = (await start('pages/first/index')).page();
      await page.tap('open');
      await page.tap('open');
      expect(page.text()).toContain('Box 2');
      expect(page.text()).toContain('opened 2');
    });

    it.each(['edcba', 'bcde', 'zabcde', 'cxaey', 'a', 'badce', 'eabcd', ''])('brings the rows from abcde to %s with what was typed in them', async (ids) => {
      const hosted = await start('pages/list/index');
      const page = hosted.page();
      await page.type('note a', 'in a');
      await page.type('note c', 'in c');
      await page.tap('b0');
      expect(page.text()).toBe('a0\nb1\nc0\nd0\ne0');
      hosted.callPage('order', ids);
      await hosted.settle();
      expect(page.all({ className: 'row' }).map((row) => row.dataset.index)).toEqual(Array.from(ids, (_id, index) => index));
      expect(page.text()).toBe(Array.from(ids, (id) => `${id}0`).join('\n'));
      for (const id of ids) expect(page.value(`note ${id}`)).toBe('ac'.includes(id) ? `in ${id}` : '');
    });

    it('has controls that hold what the person does', async () => {
      const page = (await start('pages/form/index')).page();
      await page.type('Name', 'abcdefgh');
      expect(page.text()).toContain('focus:"" input:"abcde" blur:"abcde"');
      await page.confirm('Name');
      await page.type('Text', 'mine');
      await page.pick('Colour red', 'blue');
      expect(page.text()).toContain('Colour blue');
      await expect(page.pick('Colour blue', 'green')).rejects.toThrow('no "green"');
      await page.check('X');
      await page.check('Y', false);
      await page.tap('Two');
      await page.check('Switch');
      expect(page.text()).toContain('confirm:"abcde" ticks:["x","y"] ticks:["x"] choice:"2" switch:true');
      expect([page.checked('X'), page.checked('Y'), page.checked('One'), page.checked('Two')]).toEqual([true, false, false, true]);
      await page.tap('Send');
      expect(JSON.parse(page.text().split('\n').at(-1) ?? '')).toEqual({ name: 'abcde', text: 'mine', colour: 1, ticks: ['x'], choice: '2', on: true });
      await page.tap('Reset');
      expect(page.value('Text')).toBe('second');
      await expect(page.tap('Off')).rejects.toThrow('disabled');
    });

    it('says what it could not find, and what it found twice', async () => {
      const page = (await start('pages/list/index')).page();
      expect(() => page.find('absent')).toThrow("Nothing on the page for 'absent'. The page reads:\na0");
      expect(() => page.find({ className: 'row' })).toThrow('5 matches');
      expect(page.find({ className: 'row', nth: 3 }).dataset.index).toBe(3);
      expect(page.all('0')).toHaveLength(5);
    });
  });

  describe('the logic layer', () => {
    it('has no browser and no Node, and only one function from a string', async () => {
      expect(out(await run('finds'))).toBe('true');
    });

    it.each([
      ['throws', 'uncaught error', 'pages/lab/index onLoad: Error: thrown in onLoad'],
      ['throwsLater', 'uncaught error', 'setTimeout: Error: thrown in a timer'],
      ['rejects', 'unhandled rejection', 'Error: nobody caught this'],
      ['consoleError', 'console.error', 'said {"code":7}'],
      ['consoleWarn', 'console.warn', 'careful'],
      ['dom', 'uncaught error', "pages/lab/index onLoad: TypeError: Cannot set properties of undefined (setting 'title')"],
      ['evaluates', 'uncaught error', 'pages/lab/index onLoad: EvalError: Code generation from strings is not allowed in a mini-program'],
      ['usesEval', 'uncaught error', 'pages/lab/index onLoad: EvalError: Code generation from strings disallowed for this context'],
      ['huge', 'platform rule', 'pages/lab/index: setData of 1048586 bytes is over the limit of 1048576'],
      ['unset', 'platform rule', 'pages/lab/index: setData "out" to undefined is invalid'],
      ['invents', 'uncaught error', 'pages/lab/index onLoad: TypeError: wx.noSuchApi is not a function'],
    ])('%s: is a problem that close() fails on', async (name, kind, message) => {
      const hosted = await run(name);
      expect(() => {
        hosted.close();
      }).toThrow(`The mini-program had 1 problem(s):\n- [${kind}] ${message}`);
      expect(messages(hosted)).toEqual([`${kind}: ${message}`]);
    });

    it('reports the same key twice', async () => {
      expect(messages(await run('sameKeys')).join()).toMatch(/^view engine: .*key/);
    });

    it('moves long timers and the date only when told', async () => {
      const hosted = await run('ticks');
      expect(out(hosted)).toBe('0');
      await hosted.advance(3500);
      expect(out(hosted)).toBe('3');
    });

    it('starts at the given time', async () => {
      const hosted = await run('clock', { now: new Date('2017-09-07T01:00:00Z') });
      expect(out(hosted)).toBe('2017-09-07');
      await hosted.advance(24 * 3600 * 1000);
      expect(out(hosted)).toBe('2017-09-08');
    });

    it('records every setData with its size', async () => {
      const hosted = await start('pages/first/index');
      await hosted.page().tap('toggle');
      await hosted.page().tap('open');
      expect(hosted.setDatas()).toEqual([
        { route: 'pages/first/index', component: null, paths: ['isLoud', 'chain.below.name'], bytes: 38 },
        { route: 'pages/first/index', component: 'components/box/index', paths: ['times'], bytes: 11 },
        { route: 'pages/first/index', component: null, paths: ['seen'], bytes: 19 },
      ]);
      expect(largestSetData(hosted)).toBe(38);
      expect(firstScreen(hosted)).toEqual({ requests: 0, setDatas: 3, setDataBytes: 68, nodes: 13 });
    });
  });

  describe('wx', () => {
    const echo = async (request: Request) =>
      Response.json({ url: request.url, method: request.method, body: await request.text(), test: request.headers.get('x-test') }, { status: 418 });

    it('carries a request to the handed-in fetch; any status is an answer', async () => {
      expect(out(await run('asks', { fetch: echo }))).toBe(
        '418 {"url":"https://api.test/echo?a=1","method":"POST","body":"{\\"b\\":2}","test":"yes"}',
      );
    });

    it('puts the data of a GET into the query', async () => {
      expect(out(await run('asks&method=GET', { fetch: echo }))).toContain('"url":"https://api.test/echo?a=1&b=2"');
    });

    it('fails without a network, with a broken one, at a bad address and in time', async () => {
      expect(out(await run('asks&url=/relative', { fetch: echo }))).toBe('request:fail invalid url "/relative"');
      const broken = await run('asks', { fetch: () => Promise.reject(new Error('ECONNRESET')) });
      expect(out(broken)).toBe('request:fail ECONNRESET');
      await broken.setNetwork('none');
      await broken.navigate('/pages/lab/index?do=asks');
      expect(out(broken)).toBe('request:fail net::ERR_INTERNET_DISCONNECTED');
      const hanging = await start('pages/list/index', { fetch: () => new Promise(() => undefined) });
      hanging.callPage('ask');
      await hanging.settle({ calls: false });
      expect(hanging.page().text()).toContain('asking');
      await hanging.advance(3000);
      expect(hanging.page().text()).toContain('request:fail timeout');
    });

    it('runs ten requests at once', async () => {
      let running = 0;
      let most = 0;
      const slow = async () => {
        most = Math.max(most, (running += 1));
        await new Promise((resolve) => setTimeout(resolve, 5));
        running -= 1;
        return new Response('{}');
      };
      const hosted = await run('asksMuch', { fetch: slow });
      expect(hosted.calls('request')).toHaveLength(12);
      expect(most).toBe(10);
    });

    it('keeps WeChat’s storage limits', async () => {
      const hosted = await run('stores');
      expect(out(hosted)).toBe(
        'setStorageSync:fail entry size limit reached; setStorageSync:fail exceed storage max size 10Mb; getStorage:fail data not found; ""',
      );
      expect(hosted.storage()).toEqual({ kept: { n: 1 } });
    });

    it('names an API that the host lacks, unless the test answers it', async () => {
      expect(messages(await run('scans'))[0]).toMatch(/^platform rule: wx.scanCode is not in the test host/);
      expect(out(await run('scans', { answers: { scanCode: () => ({ result: 'code 7' }) } }))).toBe('code 7');
    });

    it('answers a modal as the test says', async () => {
      expect(out(await run('modal'))).toBe('confirm true');
      const hosted = await run('modal', { answers: { showModal: () => ({ confirm: false, cancel: true }) } });
      expect(out(hosted)).toBe('confirm false');
      expect(hosted.calls('showModal')).toEqual([{ name: 'showModal', options: { title: 'sure?' }, rest: [] }]);
    });

    it('asks for messages only inside a tap', async () => {
      const hosted = await run('subscribesAtOnce');
      expect(out(hosted)).toBe('requestSubscribeMessage:fail can only be invoked by user TAP gesture.');
      expect(messages(hosted)).toHaveLength(1);
      await hosted.page().tap('subscribe');
      expect(out(hosted)).toBe('{"errMsg":"requestSubscribeMessage:ok","a":"accept","b":"accept"}');
    });

    it('calls cloud functions through the handed-in one', async () => {
      expect(out(await run('calls'))).toContain('cloud.callFunction:fail');
      const hosted = await run('calls', { cloudFunction: (name, data) => Promise.resolve(`${name} ${JSON.stringify(data)}`) });
      expect(out(hosted)).toBe('cloud api {"n":1}');
    });

    it('tells of network and theme changes and of what can be used', async () => {
      const hosted = await run('platform', { systemInfo: { theme: 'dark' } });
      await hosted.setNetwork('none');
      await hosted.setTheme('light');
      expect(out(hosted)).toBe('darktruefalse none light');
    });

    it('selects nodes without a layout', async () => {
      expect(out(await run('measures'))).toBe(',0');
    });
  });
});

describe('sizes', () => {
  it('are those of the main package without its sub-packages', () => {
    const [main, subs] = [mainPackageBytes(dist), subPackageBytes(dist)];
    expect(main).toBeGreaterThan(5000);
    expect(main).toBeLessThan(MAIN_PACKAGE_LIMIT);
    expect(Object.keys(subs)).toEqual(['extra']);
    expect(subs.extra).toBeGreaterThan(100);
  });
});

it.each([
  ['root.cn.[0].cn[12].p1', ['root', 'cn', 0, 'cn', 12, 'p1']],
  ['a', ['a']],
  ['rows[3]', ['rows', 3]],
  ['x0.y', ['x0', 'y']],
])('reads the data path %s', (path, parts) => {
  expect(parsePath(path)).toEqual(parts);
});
